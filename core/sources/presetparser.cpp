// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/market/tradingcalendar.h"
#include "core/sources/lags.h"
#include "core/sources/objectreader.h"
#include "core/sources/preset.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using base::utf8;

namespace {

QStringList below(QStringList path, qsizetype index)
{
    path.append(QString::number(index));
    return path;
}

/// One word of a fixed list; faults with the list when it is another.
template <typename T, std::size_t N>
T oneOf(ObjectReader &reader, const char *key, const std::array<std::pair<std::string_view, T>, N> &words,
        T otherwise)
{
    if (!reader.has(key))
        return otherwise;
    const std::string text = reader.text(key);
    QStringList known;
    for (const auto &[word, meaning] : words) {
        if (text == word)
            return meaning;
        known.append(qs(word));
    }
    reader.fault(
        key,
        Tr::tr("“%1” is not known here; write one of %2").arg(qs(text), known.join(QStringLiteral(", "))));
    return otherwise;
}

base::Zone zoneOf(ObjectReader &reader, const char *key)
{
    auto zone = base::Zone::find(reader.requiredText(key));
    if (zone)
        return *zone;
    reader.fault(key, zone.error().message);
    return {};
}

base::Duration clockOf(ObjectReader &reader, const char *key)
{
    auto time = parseClock(reader.requiredText(key));
    if (time)
        return *time;
    reader.fault(key, time.error().message);
    return base::Duration(0);
}

TestRule readTest(ObjectReader &reader)
{
    static constexpr std::array<std::pair<const char *, TestRule::Kind>, 4> kKinds{
        {{"in", TestRule::Kind::In},
         {"not_in", TestRule::Kind::NotIn},
         {"contains", TestRule::Kind::Contains},
         {"starts_with", TestRule::Kind::StartsWith}}};
    TestRule rule;
    rule.column = reader.requiredText("column");
    bool found = false;
    for (const auto &[key, kind] : kKinds) {
        if (!reader.has(key))
            continue;
        rule.kind = kind;
        rule.texts = reader.texts(key);
        found = true;
    }
    if (!found && !reader.flag("not_empty"))
        reader.fault("column", Tr::tr("a test needs one of in, not_in, contains, starts_with, not_empty"));
    return rule;
}

std::vector<TestRule> readTests(ObjectReader &parent, const char *key)
{
    std::vector<TestRule> rules;
    const QJsonValue value = parent.value(key);
    const QJsonArray list = value.isArray()       ? value.toArray()
                            : value.isUndefined() ? QJsonArray()
                                                  : QJsonArray{value};
    for (qsizetype i = 0; i < list.size(); ++i) {
        ObjectReader reader(parent.definition(), list[i],
                            value.isArray() ? below(parent.at(key), i) : parent.at(key));
        TestRule rule = readTest(reader);
        rule.reason = reader.text("reason");
        reader.done();
        rules.push_back(std::move(rule));
    }
    return rules;
}

/// The keys of a text rule, read from an object that may hold others too.
TextRule readTextKeys(ObjectReader &reader)
{
    TextRule rule;
    if (reader.has("is")) {
        rule.from = TextRule::From::Constant;
        rule.constant = reader.text("is");
    } else if (reader.flag("series_name")) {
        rule.from = TextRule::From::SeriesName;
    } else if (reader.flag("file_name")) {
        rule.from = TextRule::From::FileName;
    } else {
        rule.from = TextRule::From::Columns;
        rule.columns = reader.texts("column");
        if (rule.columns.empty())
            reader.fault("column", Tr::tr("a text needs one of column, is, series_name, file_name"));
    }
    rule.join = reader.text("join");
    ObjectReader words(reader.definition(), reader.has("words") ? reader.value("words") : QJsonObject(),
                       reader.at("words"));
    for (const QString &word : words.keys()) {
        const QByteArray key = word.toUtf8();
        rule.words.emplace(utf8(word), words.text(key.constData()));
    }
    if (reader.has("other_word"))
        rule.otherWord = reader.text("other_word");
    rule.place = reader.flag("place");
    rule.slug = reader.has("slug");
    if (rule.slug)
        rule.slugJoin = oneOf(
            reader, "slug", std::array<std::pair<std::string_view, char>, 2>{{{"_", '_'}, {"-", '-'}}}, '_');
    rule.letters = oneOf(reader, "letters",
                         std::array<std::pair<std::string_view, TextRule::Letters>, 2>{
                             {{"lower", TextRule::Letters::Lower}, {"upper", TextRule::Letters::Upper}}},
                         TextRule::Letters::Keep);
    rule.prefix = reader.text("prefix");
    rule.suffix = reader.text("suffix");
    const std::string split = reader.text("split");
    if (split.size() > 1)
        reader.fault("split", Tr::tr("“split” must be a single character"));
    rule.split = split.empty() ? '\0' : split[0];
    rule.missing = reader.texts("missing");
    rule.exact = reader.flag("exact");
    rule.optional = reader.flag("optional");
    if ((rule.exact || rule.optional) && rule.columns.size() != 1)
        reader.fault("column", Tr::tr("“exact” and “optional” are for a text of a single column"));
    return rule;
}

/// "Column", or an object.
TextRule readText(ObjectReader &parent, const char *key)
{
    const QJsonValue value = parent.value(key);
    TextRule rule;
    if (value.isUndefined())
        return rule;
    if (value.isString()) {
        rule.from = TextRule::From::Columns;
        rule.columns = {utf8(value.toString())};
        return rule;
    }
    ObjectReader reader(parent.definition(), value, parent.at(key));
    rule = readTextKeys(reader);
    reader.done();
    return rule;
}

NumberRule readNumber(ObjectReader &parent, const char *key)
{
    const QJsonValue value = parent.value(key);
    NumberRule rule;
    if (value.isUndefined())
        return rule;
    if (value.isString()) {
        rule.from = NumberRule::From::Column;
        rule.columns = {utf8(value.toString())};
        return rule;
    }
    ObjectReader reader(parent.definition(), value, parent.at(key));
    if (reader.has("middle")) {
        rule.from = NumberRule::From::Middle;
        rule.columns = reader.texts("middle");
        rule.oneSided = reader.flag("one_sided");
        if (rule.columns.size() != 2)
            reader.fault("middle", Tr::tr("“middle” names two columns"));
    } else if (reader.flag("series_value")) {
        rule.from = NumberRule::From::SeriesValue;
    } else if (reader.has("amount_band")) {
        rule.from = NumberRule::From::AmountBand;
        rule.columns = {reader.text("amount_band")};
    } else {
        rule.from = NumberRule::From::Column;
        rule.columns = {reader.requiredText("column")};
    }
    rule.scale = reader.number("scale", 1);
    ObjectReader words(reader.definition(), reader.has("words") ? reader.value("words") : QJsonObject(),
                       reader.at("words"));
    for (const QString &word : words.keys()) {
        const QByteArray name = word.toUtf8();
        rule.words.emplace(utf8(word), words.number(name.constData(), 0));
    }
    reader.done();
    return rule;
}

std::vector<DatePattern> readPatterns(ObjectReader &reader)
{
    std::vector<DatePattern> patterns;
    for (const std::string &text : reader.texts("format")) {
        auto pattern = DatePattern::compile(text);
        if (pattern)
            patterns.push_back(std::move(*pattern));
        else
            reader.fault("format", pattern.error().message);
    }
    return patterns;
}

DateRule readDate(ObjectReader &parent, const char *key)
{
    DateRule rule;
    ObjectReader reader(parent.definition(), parent.value(key), parent.at(key));
    rule.columns = reader.texts("column");
    if (rule.columns.empty())
        reader.fault("column", Tr::tr("a date needs its column"));
    rule.patterns = readPatterns(reader);
    if (rule.patterns.empty())
        reader.fault("format", Tr::tr("a date needs its format, for example YYYY-MM-DD"));
    if (reader.has("zone"))
        rule.zone = zoneOf(reader, "zone");
    rule.endOfMonth = reader.flag("end_of_month");
    reader.done();
    return rule;
}

domain::KnownBasis basisOf(ObjectReader &reader, const char *key, const std::string &text)
{
    auto basis = domain::parseKnownBasis(text);
    if (basis)
        return *basis;
    reader.fault(key, basis.error().message);
    return domain::KnownBasis::Published;
}

/// The keys of a known instant that stands in a column.
void readKnownColumn(ObjectReader &reader, KnownRule &rule)
{
    DateRule date;
    date.columns = {reader.requiredText("column")};
    date.patterns = readPatterns(reader);
    if (reader.has("zone"))
        date.zone = zoneOf(reader, "zone");
    rule.date = std::move(date);
    rule.basisColumn = reader.text("basis_column");
    if (rule.basisColumn.empty() || reader.has("basis"))
        rule.basis = basisOf(reader, "basis", reader.requiredText("basis"));
    if (reader.has("without"))
        rule.without = basisOf(reader, "without", reader.text("without"));
    if (rule.without == domain::KnownBasis::Published || rule.without == domain::KnownBasis::Observed)
        reader.fault("without", Tr::tr("where the file does not say when an event was known, its basis can "
                                       "only be estimated or scheduled"));
}

KnownRule readKnown(ObjectReader &parent, const char *key)
{
    KnownRule rule;
    const QJsonValue value = parent.value(key);
    if (value.isString()) {
        rule.basis = basisOf(parent, key, utf8(value.toString()));
        return rule;
    }
    ObjectReader reader(parent.definition(), value, parent.at(key));
    if (reader.has("column")) {
        readKnownColumn(reader, rule);
        reader.done();
        return rule;
    }
    rule.lag = reader.text("lag");
    rule.release = reader.text("release");
    const LagRules &rules = LagRules::builtIn();
    if (!rule.lag.empty()) {
        rule.basis = domain::KnownBasis::Estimated;
        if (!rules.lag(rule.lag))
            reader.fault("lag", Tr::tr("there is no lag rule “%1” in lags.json").arg(qs(rule.lag)));
    } else if (reader.has("after")) {
        rule.basis = domain::KnownBasis::Estimated;
        const auto after = parseSpan(reader.text("after"));
        if (after)
            rule.after = *after;
        else
            reader.fault("after", after.error().message);
    } else if (!rule.release.empty()) {
        rule.basis = domain::KnownBasis::Scheduled;
        if (!rules.release(rule.release))
            reader.fault("release",
                         Tr::tr("there is no release rule “%1” in lags.json").arg(qs(rule.release)));
    } else {
        rule.basis = basisOf(reader, "basis", reader.requiredText("basis"));
    }
    if (reader.has("when")) {
        ObjectReader test(reader.definition(), reader.value("when"), reader.at("when"));
        rule.when = readTest(test);
        test.done();
        rule.otherwise = basisOf(reader, "otherwise", reader.requiredText("otherwise"));
    }
    reader.done();
    return rule;
}

std::vector<MetaRule> readMeta(ObjectReader &parent, const char *key)
{
    std::vector<MetaRule> rules;
    if (!parent.has(key))
        return rules;
    ObjectReader all(parent.definition(), parent.value(key), parent.at(key));
    for (const QString &name : all.keys()) {
        const QByteArray latin = name.toUtf8();
        MetaRule rule;
        rule.key = utf8(name);
        const bool plain = std::all_of(rule.key.begin(), rule.key.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        });
        if (!plain)
            all.fault(latin.constData(), Tr::tr("a metadata key has only a to z, 0 to 9 and _"));
        const QJsonValue value = all.value(latin.constData());
        if (value.isObject()) {
            ObjectReader reader(all.definition(), value, all.at(latin.constData()));
            if (reader.has("number")) {
                rule.kind = MetaRule::Kind::Number;
                rule.number = readNumber(reader, "number");
            } else if (reader.has("constant")) {
                rule.kind = MetaRule::Kind::Constant;
                rule.json = base::canonicalJson(reader.value("constant"));
            } else if (reader.has("test")) {
                rule.kind = MetaRule::Kind::Test;
                ObjectReader test(reader.definition(), reader.value("test"), reader.at("test"));
                rule.test = readTest(test);
                test.done();
            } else {
                rule.text = readTextKeys(reader);
            }
            reader.done();
        } else {
            rule.text = readText(all, latin.constData());
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

EventRule readEvent(JsonDefinition &definition, const QJsonValue &value, const QStringList &path)
{
    ObjectReader reader(definition, value, path);
    EventRule rule;
    rule.source = readText(reader, "source");
    rule.eventType = readText(reader, "event_type");
    if (rule.eventType.from == TextRule::From::Nothing)
        definition.fault(path, Tr::tr("an event needs its “event_type”"));
    rule.entity = readText(reader, "entity");
    rule.entityRequired = reader.flag("entity_required", rule.entity.from != TextRule::From::Nothing);
    rule.value = readNumber(reader, "value");
    rule.valueRequired = reader.flag("value_required");
    rule.unit = readText(reader, "unit");
    rule.text = readText(reader, "text");
    if (reader.has("date"))
        rule.date = readDate(reader, "date");
    if (reader.has("known"))
        rule.known = readKnown(reader, "known");
    rule.when = readTests(reader, "when");
    rule.meta = readMeta(reader, "meta");
    rule.metadata = readText(reader, "metadata");
    if (reader.has("meta") && reader.has("metadata"))
        reader.fault("metadata", Tr::tr("“meta” and “metadata” exclude each other"));
    rule.precisionColumn = reader.text("precision_column");
    rule.season = oneOf(reader, "release",
                        std::array<std::pair<std::string_view, Season>, 3>{
                            {{"weekly", Season::Week}, {"monthly", Season::Month}, {"plain", Season::None}}},
                        Season::NotARelease);
    reader.done();
    return rule;
}

ClockRule readClock(ObjectReader &parent, const char *key)
{
    ClockRule rule;
    ObjectReader reader(parent.definition(), parent.value(key), parent.at(key));
    if (reader.has("session")) {
        rule.kind = ClockRule::Kind::Session;
        rule.calendar = reader.text("session");
        auto calendar = market::TradingCalendar::find(rule.calendar);
        if (!calendar)
            reader.fault("session", calendar.error().message);
    } else if (reader.has("fixing")) {
        rule.kind = ClockRule::Kind::Fixing;
        rule.close = clockOf(reader, "fixing");
        rule.zone = zoneOf(reader, "zone");
    } else if (reader.has("open")) {
        rule.kind = ClockRule::Kind::Hours;
        rule.open = clockOf(reader, "open");
        rule.close = clockOf(reader, "close");
        rule.zone = zoneOf(reader, "zone");
        if (rule.close <= rule.open)
            reader.fault("close", Tr::tr("the close must be after the open"));
    } else if (reader.has("length")) {
        rule.kind = ClockRule::Kind::Length;
        auto length = parseSpan(reader.text("length"));
        if (length)
            rule.length = *length;
        else
            reader.fault("length", length.error().message);
    } else {
        rule.kind = ClockRule::Kind::Day;
        rule.zone = zoneOf(reader, "day");
    }
    reader.done();
    return rule;
}

BarRule readBars(ObjectReader &top)
{
    BarRule rule;
    ObjectReader reader(top.definition(), top.value("bars"), top.at("bars"));
    rule.symbol = readText(reader, "symbol");
    rule.interval = reader.text("interval", "1d");
    if (rule.interval.empty())
        reader.fault("interval", Tr::tr("the interval is empty; write for example 1d, 5m or 1m"));
    rule.open = readNumber(reader, "open");
    rule.high = readNumber(reader, "high");
    rule.low = readNumber(reader, "low");
    rule.close = readNumber(reader, "close");
    rule.adjClose = readNumber(reader, "adj_close");
    rule.volume = readNumber(reader, "volume");
    rule.vwap = readNumber(reader, "vwap");
    rule.trades = readNumber(reader, "trades");
    if (rule.symbol.from == TextRule::From::Nothing || rule.close.from == NumberRule::From::Nothing)
        top.fault("bars", Tr::tr("bars need at least “symbol” and “close”"));
    rule.clock = readClock(reader, "clock");
    const QJsonArray series = reader.value("series").toArray();
    for (qsizetype i = 0; i < series.size(); ++i) {
        ObjectReader one(reader.definition(), series[i], below(reader.at("series"), i));
        SeriesRule entry;
        entry.symbols = one.texts("symbols");
        if (one.has("clock"))
            entry.clock = readClock(one, "clock");
        entry.instrumentKind = one.text("kind");
        one.done();
        rule.series.push_back(std::move(entry));
    }
    rule.instrumentKind = reader.text("kind");
    rule.currency = reader.text("currency");
    reader.done();
    return rule;
}

TickRule readTicks(ObjectReader &top, PresetKind kind)
{
    TickRule rule;
    const char *const key = kind == PresetKind::Ticks ? "ticks" : "quotes";
    ObjectReader reader(top.definition(), top.value(key), top.at(key));
    rule.symbol = readText(reader, "symbol");
    if (rule.symbol.from == TextRule::From::Nothing)
        top.fault(key, Tr::tr("“symbol” is missing"));
    if (kind == PresetKind::Ticks) {
        rule.price = readNumber(reader, "price");
        rule.size = readNumber(reader, "size");
        rule.exchange = readText(reader, "exchange");
        rule.condition = readText(reader, "condition");
        rule.flag = readNumber(reader, "flag");
    } else {
        rule.bid = readNumber(reader, "bid");
        rule.bidSize = readNumber(reader, "bid_size");
        rule.ask = readNumber(reader, "ask");
        rule.askSize = readNumber(reader, "ask_size");
    }
    reader.done();
    return rule;
}

InstrumentRule readInstruments(ObjectReader &top)
{
    InstrumentRule rule;
    ObjectReader reader(top.definition(), top.value("instruments"), top.at("instruments"));
    rule.symbol = readText(reader, "symbol");
    if (rule.symbol.from == TextRule::From::Nothing)
        top.fault("instruments", Tr::tr("“symbol” is missing"));
    rule.name = readText(reader, "name");
    rule.kind = readText(reader, "kind");
    rule.exchange = readText(reader, "exchange");
    rule.currency = readText(reader, "currency");
    rule.sector = readText(reader, "sector");
    rule.meta = readMeta(reader, "meta");
    reader.done();
    return rule;
}

HeaderRule readHeader(ObjectReader &top)
{
    HeaderRule rule;
    for (const std::string &entry : top.texts("header")) {
        std::vector<std::string> names;
        std::size_t from = 0;
        for (std::size_t bar = entry.find('|'); bar != std::string::npos; bar = entry.find('|', from)) {
            names.push_back(entry.substr(from, bar - from));
            from = bar + 1;
        }
        names.push_back(entry.substr(from));
        rule.columns.push_back(std::move(names));
    }
    if (rule.columns.empty())
        top.fault("header", Tr::tr("a preset needs its “header”: the list of the file's columns"));
    rule.more = top.flag("more_columns");
    return rule;
}

} // namespace

std::string_view toText(PresetKind kind)
{
    switch (kind) {
    case PresetKind::Events:
        return "events";
    case PresetKind::Bars:
        return "bars";
    case PresetKind::Ticks:
        return "ticks";
    case PresetKind::Quotes:
        return "quotes";
    case PresetKind::Actions:
        return "actions";
    case PresetKind::Instruments:
        return "instruments";
    }
    return "events";
}

std::vector<std::string> Preset::jsonColumns() const
{
    std::vector<std::string> columns;
    for (const EventRule &event : events)
        columns.insert(columns.end(), event.metadata.columns.begin(), event.metadata.columns.end());
    return columns;
}

int Preset::parserVersion() const
{
    return version * 1000 + LagRules::builtIn().version();
}

Result<Preset> parsePreset(const QString &fileName, const std::string &text)
{
    auto json = base::parseDefinition(text);
    if (!json)
        return Error{ErrorCode::BadInput, fileName + QStringLiteral(": ") + json.error().message};
    JsonDefinition definition(fileName, text);
    ObjectReader top(definition, *json, {});
    Preset preset;
    preset.name = top.requiredText("name");
    preset.title = top.requiredText("title");
    preset.version = top.integer("version", 1);
    if (preset.version < 1 || preset.version > 999'999)
        top.fault("version", Tr::tr("the version must be a whole number from 1 to 999999"));
    top.requiredText("kind");
    preset.kind = oneOf(
        top, "kind",
        std::array<std::pair<std::string_view, PresetKind>, 6>{{{"events", PresetKind::Events},
                                                                {"bars", PresetKind::Bars},
                                                                {"ticks", PresetKind::Ticks},
                                                                {"quotes", PresetKind::Quotes},
                                                                {"actions", PresetKind::Actions},
                                                                {"instruments", PresetKind::Instruments}}},
        PresetKind::Events);
    preset.source = top.requiredText("source");
    preset.header = readHeader(top);
    preset.files = top.texts("files");
    const std::string delimiter = top.text("delimiter", ",");
    if (delimiter.size() != 1 || delimiter[0] == '"' || delimiter[0] == '\n')
        top.fault("delimiter", Tr::tr("the delimiter must be a single character"));
    else
        preset.delimiter = delimiter[0];
    if (top.has("zone"))
        preset.zone = zoneOf(top, "zone");
    preset.numbers.thousands = top.flag("thousands");
    preset.numbers.decimalComma = top.flag("decimal_comma");
    preset.numbers.missing = top.texts("missing");
    preset.firstYear = top.integer("first_year", 1800);
    const bool dated = preset.kind != PresetKind::Instruments;
    if (dated && preset.kind != PresetKind::Events && !top.has("date"))
        top.requiredText("date");
    if (top.has("date"))
        preset.date = readDate(top, "date");
    if (top.has("known"))
        preset.known = readKnown(top, "known");
    preset.id = top.texts("id");
    preset.idIsUuid = top.flag("id_is_uuid");
    if (preset.idIsUuid && (preset.id.size() != 1 || preset.id.front() == "*"))
        top.fault("id_is_uuid", Tr::tr("an id that is a UUID stands in a single column"));
    preset.keep = readTests(top, "keep");
    if (top.has("wide")) {
        ObjectReader wide(definition, top.value("wide"), top.at("wide"));
        preset.wide = WideRule{wide.texts("except")};
        wide.done();
    }
    switch (preset.kind) {
    case PresetKind::Events: {
        const QJsonArray list = top.value("events").toArray();
        if (list.isEmpty())
            top.fault("events", Tr::tr("a preset of events needs the list “events”"));
        for (qsizetype i = 0; i < list.size(); ++i) {
            preset.events.push_back(readEvent(definition, list[i], below(top.at("events"), i)));
            if (!preset.events.back().date && preset.date.columns.empty())
                definition.fault(below(top.at("events"), i),
                                 Tr::tr("the event has no “date”, and neither has the preset"));
        }
        if (preset.id.empty())
            top.fault("id", Tr::tr("a preset of events needs “id”: the columns that name a record"));
        break;
    }
    case PresetKind::Bars:
        preset.bars = readBars(top);
        break;
    case PresetKind::Ticks:
    case PresetKind::Quotes:
        preset.ticks = readTicks(top, preset.kind);
        break;
    case PresetKind::Actions: {
        ObjectReader reader(definition, top.value("actions"), top.at("actions"));
        preset.actions.symbol = readText(reader, "symbol");
        preset.actions.priceFactor = readNumber(reader, "price_factor");
        preset.actions.splitFactor = readNumber(reader, "split_factor");
        reader.done();
        break;
    }
    case PresetKind::Instruments:
        preset.instruments = readInstruments(top);
        break;
    }
    top.done();
    if (definition.firstFault())
        return *definition.firstFault();
    return preset;
}

} // namespace core::sources
