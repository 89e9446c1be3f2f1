// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A study: which events are asked about which assets, how, and with what correction. A JSON file that people
// write; parsed with every default, every mistake named with its line.
#pragma once

#include "core/base/hash.h"
#include "core/base/instant.h"

#include <QJsonObject>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::domain {

/// What an event weighs. Automatic: the surprise for releases (`*_release`) that carry one, else presence.
enum class Weight : std::uint8_t { Automatic, Presence, Count, Value, Change, Surprise, ZScore, Rank, Sign };
/// Which assets an event is asked about: all, the one it names, or those linked to what it names.
enum class Pairing : std::uint8_t { All, Entity, Linked };
enum class Pooling : std::uint8_t { None, Assets };
enum class Breaks : std::uint8_t { Sample, Past };
enum class Response : std::uint8_t { Return, AbsReturn, Range, Volume };
enum class ReturnKind : std::uint8_t { Log, Simple, Diff, LogitDiff };
enum class ReturnModel : std::uint8_t { Raw, MeanAdjusted, MarketAdjusted, MarketModel, Factors };
/// Automatic: the mean for presence, the slope for everything that weighs.
enum class Statistic : std::uint8_t { Automatic, Mean, Slope, QuantileSpread };
enum class NullMethod : std::uint8_t { Auto, CircularShift, BlockShift, MatchedDays, MarkShift };
enum class Restriction : std::uint8_t { None, Weekday, Session };
/// How the significant ones of a family are chosen. MaxT is the policy; of the others StepDown is maxT step
/// by step (Westfall & Young 1993; Romano & Wolf 2005), the rest adjust each hypothesis's own p.
enum class Significance : std::uint8_t { MaxT, StepDown, Bonferroni, Holm, Hochberg, Hommel, None };
/// How candidates are chosen. Fdr is the policy: the streamed count of chance findings; the others rate each
/// hypothesis's own p (Benjamini & Hochberg 1995, Benjamini & Yekutieli 2001, Storey 2002).
enum class Candidacy : std::uint8_t { Fdr, BenjaminiHochberg, BenjaminiYekutieli, Storey, None };

std::string_view toText(Weight weight);
std::string_view toText(Pairing pairing);
std::string_view toText(Pooling pooling);
std::string_view toText(Breaks breaks);
std::string_view toText(Response response);
std::string_view toText(ReturnKind kind);
std::string_view toText(ReturnModel model);
std::string_view toText(Statistic statistic);
std::string_view toText(NullMethod method);
std::string_view toText(Restriction restriction);
std::string_view toText(Significance significance);
std::string_view toText(Candidacy candidacy);

/// Bars [first, last] relative to the event bar; last < 0 is a placebo.
struct Window {
    int first = 0;
    int last = 0;
    [[nodiscard]] int length() const { return last - first + 1; }
    friend auto operator<=>(const Window &, const Window &) = default;
};

/// An event counts when it is at least the `count`-th within `within`.
struct Cluster {
    int count = 2;
    base::Duration within{};
};

struct EventDefinition {
    std::string name;
    std::string filter; ///< Filter::normalForm(): relative times are fixed
    Weight weight = Weight::Automatic;
    std::vector<std::string> each; ///< one series per distinct combination of these fields
    int minEvents = 15;            ///< distinct event bars with a present return; fewer are not tested
    std::optional<Cluster> cluster;
    std::optional<base::Duration> firstIn; ///< only events with none before them for so long
};

/// Exactly one of the three is used.
struct AssetChoice {
    std::vector<std::string> symbols;
    std::string filter; ///< over instruments, as written
    std::string watchlist;
};

/// Splits the events of every definition without a weight of its own into bins.
struct QuantileRule {
    Weight of = Weight::Value; ///< Value, Change or Surprise
    int bins = 5;
    Breaks breaks = Breaks::Past;
    bool each = true;
    bool topMinusBottom = true;
};

struct ReturnRule {
    ReturnKind kind = ReturnKind::Log;
    ReturnModel model = ReturnModel::Raw;
    std::string benchmark; ///< empty: SPY when it has bars, else the first asset
    int window = 250;
    std::vector<std::string> factors; ///< symbols, for the model factors
};

struct Study {
    std::string name;
    std::string interval = "1d";
    std::vector<EventDefinition> events;
    AssetChoice assets;
    Pairing pair = Pairing::All;
    Pooling pool = Pooling::None;
    std::string links; ///< with pair linked the set of links (LinkReader); empty: the one in force
    std::optional<QuantileRule> quantile;
    Response response = Response::Return;
    ReturnRule returns;
    Statistic statistic = Statistic::Automatic;
    std::vector<Window> windows; ///< ascending, distinct
    NullMethod nullMethod = NullMethod::Auto;
    Restriction restriction = Restriction::None;
    Significance significance = Significance::MaxT;
    Candidacy candidacy = Candidacy::Fdr;
    double alpha = 0.05;
    base::Instant from;       ///< bars that close after it; missing: from the first
    base::Instant to;         ///< bars that close before or at it; missing: to the last
    base::Instant sealedFrom; ///< earlier than the workspace's, or missing
    QJsonValue schedule;      ///< kept for the scheduler; no part of what is asked
    std::uint64_t seed = 1;
    bool trim = true;
};

/// Parses a study file. Relative times are fixed at `now`. Fails (BadInput) with one sentence that names the
/// line and, for a key or word that does not exist, the nearest one that does.
base::Result<Study> parseStudy(std::string_view text, base::Instant now);

/// The whole study with every default written out; parseStudy of it gives the same study.
QJsonObject toJson(const Study &study);

/// One event series as part of a hypothesis: what is counted, how it weighs, and the quantile bin when there
/// is one.
QJsonObject eventJson(const EventDefinition &definition, std::string_view filter, Weight weight);

/// What all hypotheses of a family share: statistic and weights aside, response, return model, pooling,
/// interval, and the links of pair linked.
QJsonObject modelJson(const Study &study, std::string_view benchmark);

/// The id of a hypothesis: SHA-256 of the canonical JSON (RFC 8785) of (event, asset or pool, window,
/// statistic, model). Event, asset and model come as canonical JSON, so that millions of ids need them
/// written once.
base::Sha256 hypothesisId(std::string_view event, std::string_view asset, Window window, Statistic statistic,
                          std::string_view model);

/// "5d", "36h", "90m", "2w": a number and s, m, h, d or w. Fails with a sentence.
base::Result<base::Duration> parseDuration(std::string_view text);
/// The shortest such text.
std::string durationText(base::Duration duration);

} // namespace core::domain
