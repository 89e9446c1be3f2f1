// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a kind of file means: which header it has and how its columns become events, bars, ticks and the like.
#pragma once

#include "core/base/zone.h"
#include "core/domain/event.h"
#include "core/sources/dates.h"
#include "core/sources/numbers.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace core::sources {

enum class PresetKind : std::uint8_t { Events, Bars, Ticks, Quotes, Actions, Instruments };

/// "events", "bars", "ticks", "quotes", "actions", "instruments".
std::string_view toText(PresetKind kind);

/// The header that a preset recognises: one entry per column, each a list of names that will do ("*": any).
struct HeaderRule {
    std::vector<std::vector<std::string>> columns;
    bool more = false; ///< further columns may follow, and others stand between
};

/// A question about a row: the text of a column against a list.
struct TestRule {
    enum class Kind : std::uint8_t { In, NotIn, Contains, StartsWith, NotEmpty };
    std::string column;
    Kind kind = Kind::NotEmpty;
    std::vector<std::string> texts;
    std::string reason; ///< why a row that fails it is left out
};

/// Where a text comes from and how it is changed.
struct TextRule {
    enum class From : std::uint8_t { Nothing, Constant, Columns, SeriesName, FileName };
    enum class Letters : std::uint8_t { Keep, Lower, Upper };
    From from = From::Nothing;
    std::string constant;
    std::vector<std::string> columns; ///< joined by `join`
    std::string join;
    std::map<std::string, std::string> words; ///< texts and what they become
    std::optional<std::string> otherWord;     ///< what every other text becomes; none: the row is refused
    bool place = false;                       ///< becomes the country of the place
    std::vector<std::string> point; ///< latitude and longitude: where they lie in a country, it stands instead
    bool slug = false;                        ///< becomes lower-case words joined by `slugJoin`
    char slugJoin = '_';
    Letters letters = Letters::Keep;
    std::string prefix;
    std::string suffix;
    char split = '\0';                ///< parts the text into several, one event each
    std::vector<std::string> missing; ///< texts that mean "none"
    bool exact = false;               ///< to the last blank; the apostrophe of a spreadsheet comes off
    bool optional = false;            ///< nothing when the file has no such column
};

/// Where a number comes from.
struct NumberRule {
    enum class From : std::uint8_t { Nothing, Column, Middle, SeriesValue, AmountBand };
    From from = From::Nothing;
    std::vector<std::string> columns; ///< Middle: the two sides
    bool oneSided = false;            ///< Middle: one side alone will do
    double scale = 1;
    std::map<std::string, double> words; ///< texts that stand for numbers
};

struct DateRule {
    std::vector<std::string> columns; ///< joined by blanks
    std::vector<DatePattern> patterns;
    std::optional<base::Zone> zone; ///< else the preset's
    bool endOfMonth = false;        ///< the last day of the month the text names
};

/// When it was known (architecture: Time).
struct KnownRule {
    domain::KnownBasis basis = domain::KnownBasis::Published;
    std::optional<DateRule> date; ///< the instant stands in a column; without patterns, the event's
    std::string basisColumn;      ///< its basis too; an empty cell means `basis`
    std::optional<domain::KnownBasis> without; ///< the basis where the file does not say when; none: refused
    std::string lag;                           ///< a rule of lags.json; the basis is then estimated
    std::optional<base::Duration> after;       ///< a lag of the preset's own; the basis is then estimated
    std::string release;                       ///< a release rule; the basis is then scheduled
    std::optional<TestRule> when;              ///< `basis` holds when it passes, else `otherwise`
    domain::KnownBasis otherwise = domain::KnownBasis::Published;
};

/// One entry of an event's metadata.
struct MetaRule {
    enum class Kind : std::uint8_t { Text, Number, Test, Constant };
    std::string key;
    Kind kind = Kind::Text;
    TextRule text;
    NumberRule number;
    TestRule test;
    std::string json; ///< Constant: canonical JSON
};

/// How previous, change, expected and surprise of a release are computed.
enum class Season : std::uint8_t { NotARelease, Week, Month, Quarter, None };

struct EventRule {
    TextRule source; ///< else the preset's
    TextRule eventType;
    TextRule entity;
    bool entityRequired = true;
    NumberRule value;
    bool valueRequired = false;
    TextRule unit;
    TextRule text;
    std::optional<DateRule> date; ///< else the preset's
    std::optional<KnownRule> known;
    std::vector<TestRule> when; ///< no event from rows that fail
    std::vector<MetaRule> meta;
    TextRule metadata;           ///< or all metadata as one JSON object
    std::string precisionColumn; ///< "instant" or "day"; else the form of the date decides
    Season season = Season::NotARelease;
};

/// When a bar opens and closes, given the day or the instant its row names.
struct ClockRule {
    enum class Kind : std::uint8_t { Session, Fixing, Hours, Day, Length };
    Kind kind = Kind::Day;
    std::string calendar;     ///< Session
    base::Duration open{0};   ///< Hours
    base::Duration close{0};  ///< Fixing, Hours
    base::Zone zone;          ///< Fixing, Hours, Day
    base::Duration length{0}; ///< Length: the row's instant is the open
};

/// What holds for some symbols of a file only; "DEX*" is any symbol with that beginning.
struct SeriesRule {
    std::vector<std::string> symbols;
    std::optional<ClockRule> clock;
    std::string instrumentKind;
};

struct BarRule {
    TextRule symbol;
    std::string interval = "1d";
    NumberRule open, high, low, close, adjClose, volume, vwap, trades;
    ClockRule clock;
    std::vector<SeriesRule> series; ///< the first that fits decides
    std::string instrumentKind;     ///< of symbols no series names; empty: none is written
    std::string currency;
};

struct TickRule {
    TextRule symbol, exchange, condition;
    NumberRule price, size, flag;
    NumberRule bid, bidSize, ask, askSize; ///< Quotes
};

/// Rows of (symbol, last day, price factor, split factor), ascending, as QuantConnect's factor files have
/// them.
struct ActionRule {
    TextRule symbol;
    NumberRule priceFactor, splitFactor;
};

struct InstrumentRule {
    TextRule symbol, name, kind, exchange, currency, sector;
    std::vector<MetaRule> meta;
};

/// Wide files: every column but these is a series of its own.
struct WideRule {
    std::vector<std::string> except;
};

struct Preset {
    std::string name;
    std::string title;
    int version = 1;
    PresetKind kind = PresetKind::Events;
    std::string source;
    HeaderRule header;
    std::vector<std::string>
        files; ///< name patterns ("lean_*") that decide between presets of the same header
    char delimiter = ',';
    base::Zone zone;
    NumberStyle numbers;
    int firstYear = 1800; ///< earlier dates are refused as mistyped
    DateRule date;
    KnownRule known;
    std::vector<std::string> id; ///< columns of the provider's native id; "*" is all of them
    bool idIsUuid = false;       ///< an id that is a UUID is the event's own
    std::vector<TestRule> keep;
    std::optional<WideRule> wide;
    std::vector<EventRule> events;
    BarRule bars;
    TickRule ticks;
    ActionRule actions;
    InstrumentRule instruments;

    /// The columns that hold JSON, which a file of JSON has as objects.
    [[nodiscard]] std::vector<std::string> jsonColumns() const;
    /// Written into every row's parser_version: changes with the preset and with the lag rules.
    [[nodiscard]] int parserVersion() const;
};

/// Reads a preset. Fails with "name, line n: what is wrong". `fileName` is what the sentence calls it.
base::Result<Preset> parsePreset(const QString &fileName, const std::string &text);

} // namespace core::sources
