// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/sampletruth.h"

#include "core/base/text.h"
#include "core/sources/sampleevents.h"

#include <QJsonArray>

#include <algorithm>

namespace core::sources {

namespace {

QString text(std::string_view utf8)
{
    return base::qs(utf8);
}

QJsonArray symbolsOf(const SampleMarket &market, std::span<const SampleFaults> faults,
                     std::string_view sector)
{
    QJsonArray symbols;
    for (std::size_t i = 0; i < market.companies.size(); ++i) {
        if (market.companies[i].sector != sector)
            continue;
        symbols.append(text(faults[i].symbol));
        if (!faults[i].laterSymbol.empty())
            symbols.append(text(faults[i].laterSymbol));
    }
    return symbols;
}

/// What a plant of one sector has in common with the others.
QJsonObject plant(const SampleMarket &market, std::span<const SampleFaults> faults, SamplePlant which,
                  const char *name)
{
    const SampleEventType &type = sampleEventType(which);
    QJsonObject object{{QStringLiteral("name"), QString::fromLatin1(name)},
                       {QStringLiteral("event_type"), text(type.name)},
                       {QStringLiteral("how"), text(type.how)}};
    if (!type.sector.empty()) {
        object[QStringLiteral("sector")] = text(type.sector);
        object[QStringLiteral("assets")] = symbolsOf(market, faults, type.sector);
    }
    return object;
}

QJsonObject with(QJsonObject object, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        object[it.key()] = it.value();
    return object;
}

double basisPoints(double effect)
{
    return std::round(effect * 1e5) / 10;
}

const QString kStudy = QStringLiteral("study");
const QString kWindow = QStringLiteral("window");
const QString kExpected = QStringLiteral("expected");
const QString kMeaning = QStringLiteral("meaning");

QJsonArray effects(const SampleMarket &market, std::span<const SampleFaults> faults)
{
    const QJsonArray sameDay{0, 0};
    return {
        with(plant(market, faults, SamplePlant::Stable, "stable"),
             {{kStudy, QStringLiteral("sample.json")},
              {kWindow, QJsonArray{1, 1}},
              {QStringLiteral("effect_bp"), basisPoints(kStableEffect)},
              {kExpected, QStringLiteral("significant")},
              {kMeaning,
               QStringLiteral(
                   "An effect of the same size over the whole sample, a session late: it can be traded.")}}),
        with(plant(market, faults, SamplePlant::Fading, "fading"),
             {{kStudy, QStringLiteral("sample.json")},
              {kWindow, sameDay},
              {QStringLiteral("effect_bp"), basisPoints(kFadingEffect)},
              {QStringLiteral("until"), QStringLiteral("%1-07-01").arg(kFadesFromYear)},
              {kExpected, QStringLiteral("significant")},
              {kMeaning,
               QStringLiteral(
                   "Gone in the second half: significant over the sample, nothing in later years.")}}),
        with(plant(market, faults, SamplePlant::Volatility, "volatility"),
             {{kStudy, QStringLiteral("sample-volatility.json")},
              {kWindow, sameDay},
              {QStringLiteral("factor"), kVolatilityFactor},
              {kExpected, QStringLiteral("significant")},
              {kMeaning,
               QStringLiteral("The sector moves more but in no direction: found on absolute returns, and no "
                              "finding in sample.json.")}}),
        with(plant(market, faults, SamplePlant::Quintiles, "quintiles"),
             {{kStudy, QStringLiteral("sample-surprise.json")},
              {kWindow, sameDay},
              {QStringLiteral("effect_bp_per_deviation"), basisPoints(kSurpriseSlope)},
              {kExpected, QStringLiteral("significant")},
              {kMeaning,
               QStringLiteral("The higher the surprise the higher the return: the five means ascend, and top "
                              "minus bottom is significant.")}}),
    };
}

QJsonArray traps(const SampleMarket &market, std::span<const SampleFaults> faults)
{
    return {
        with(plant(market, faults, SamplePlant::AfterTheFact, "after_the_fact"),
             {{kStudy, QStringLiteral("sample.json")},
              {kExpected, QStringLiteral("none")},
              {QStringLiteral("effect_bp"), basisPoints(kLeakEffect)},
              {QStringLiteral("naive"),
               QStringLiteral("by the time stamped on it, window [1,1] is far beyond any threshold")},
              {kMeaning, QStringLiteral(
                             "Known only after prices have moved: by known_at nothing is left in the windows "
                             "after the event, and the placebo windows before it show the move.")}}),
        with(
            plant(market, faults, SamplePlant::Weekday, "weekday"),
            {{kStudy, QStringLiteral("sample.json")},
             {kExpected, QStringLiteral("none")},
             {QStringLiteral("effect_bp"), basisPoints(kWeekdayDrift)},
             {QStringLiteral("naive"), QStringLiteral("a t test against zero finds it")},
             {kMeaning, QStringLiteral(
                            "The days of the event are weak because they are Wednesdays; other Wednesdays of "
                            "the month are as weak.")}}),
    };
}

QJsonArray nulls()
{
    QJsonArray all;
    for (const SampleEventType &type : sampleEventTypes()) {
        if (type.plant == SamplePlant::None)
            all.append(QJsonObject{{QStringLiteral("event_type"), text(type.name)},
                                   {QStringLiteral("how"), text(type.how)}});
    }
    return all;
}

QJsonArray faultList(const SampleMarket &market, std::span<const SampleFaults> faults)
{
    QJsonArray all;
    const auto dayOf = [&market](std::size_t bar) { return text(base::toIso(market.sessions[bar].day)); };
    const auto add = [&all](const SampleFaults &of, const char *what, const QJsonObject &more) {
        all.append(with({{QStringLiteral("symbol"), text(of.symbol)},
                         {QStringLiteral("what"), QString::fromLatin1(what)}},
                        more));
    };
    for (const SampleFaults &each : faults) {
        if (each.splitAt != 0)
            add(each, "split",
                {{QStringLiteral("on"), dayOf(each.splitAt)}, {QStringLiteral("into"), each.splitInto}});
        if (each.renamedAt != 0)
            add(each, "rename",
                {{QStringLiteral("on"), dayOf(each.renamedAt)},
                 {QStringLiteral("to"), text(each.laterSymbol)}});
        if (each.endBar < market.sessions.size())
            add(each, "delisting", {{QStringLiteral("on"), dayOf(each.endBar)}});
        if (each.firstBar > 0)
            add(each, "late_listing", {{QStringLiteral("on"), dayOf(each.firstBar)}});
        if (each.staleTo > each.staleFrom)
            add(each, "stale",
                {{QStringLiteral("from"), dayOf(each.staleFrom)},
                 {QStringLiteral("to"), dayOf(each.staleTo - 1)}});
        if (!each.gaps.empty())
            add(each, "gaps", {{QStringLiteral("sessions"), static_cast<qint64>(each.gaps.size())}});
    }
    return all;
}

} // namespace

QJsonObject sampleTruth(std::uint64_t seed, const SampleMarket &market, std::span<const SampleFaults> faults)
{
    return {
        {QStringLiteral("simulated"), true},
        {QStringLiteral("seed"), QString::number(seed)},
        {QStringLiteral("note"),
         QStringLiteral("Nothing here happened. A plant counts as found when at least one "
                        "hypothesis of its event type, its assets and its window reaches the "
                        "expected tier; every other significant finding is false.")},
        {QStringLiteral("effects"), effects(market, faults)},
        {QStringLiteral("traps"), traps(market, faults)},
        {QStringLiteral("nulls"), nulls()},
        {QStringLiteral("data_faults"), faultList(market, faults)},
    };
}

std::vector<SampleStudy> sampleStudies()
{
    return {
        {"sample.json", R"({
  "name": "Sample: which simulated events move which simulated companies",
  "events": [
    {"each": ["event_type"], "filter": "source == simulated and event_type != earnings_report", "weight": "presence",
     "min_events": 15}
  ],
  "assets": {"filter": "kind == simulated"},
  "returns": {"kind": "log", "model": "market_model", "benchmark": "SIM-INDEX", "window": 250},
  "windows": [[0, 0], [1, 1], [1, 5]],
  "sample": {"from": "2010-01-01", "to": "2022-12-31"},
  "seed": 7
}
)"},
        {"sample-volatility.json", R"({
  "name": "Sample: after which simulated events prices move more, in either direction",
  "events": [
    {"each": ["event_type"], "weight": "presence", "min_events": 15,
     "filter": "source == simulated and event_type in {tariff_threat, port_strike, wildfire_alert, data_centre_fault, satellite_launch}"}
  ],
  "assets": {"filter": "kind == simulated"},
  "response": "abs_return",
  "returns": {"kind": "log", "model": "market_model", "benchmark": "SIM-INDEX", "window": 250},
  "windows": [[0, 0], [1, 1], [1, 5]],
  "sample": {"from": "2010-01-01", "to": "2022-12-31"},
  "seed": 7
}
)"},
        {"sample-surprise.json", R"({
  "name": "Sample: does the size of a simulated earnings surprise matter",
  "events": [
    {"name": "earnings", "filter": "source == simulated and event_type == earnings_report"}
  ],
  "assets": {"filter": "kind == simulated"},
  "pair": "entity",
  "pool": "assets",
  "quantile": {"of": "value", "bins": 5, "breaks": "past", "report": ["each", "top_minus_bottom"]},
  "returns": {"kind": "log", "model": "market_model", "benchmark": "SIM-INDEX", "window": 250},
  "windows": [[0, 0], [1, 5]],
  "sample": {"from": "2010-01-01", "to": "2022-12-31"},
  "seed": 7
}
)"},
    };
}

} // namespace core::sources
