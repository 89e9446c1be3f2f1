// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/findings.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/store/workspace.h"

#include <QJsonArray>

#include <cstdio>

namespace core::discovery {

using base::jsonCount;
using base::jsonNumber;
using base::qs;
using namespace Qt::StringLiterals;

namespace {

double readNumber(const QJsonValue &value)
{
    return value.isDouble() ? value.toDouble() : domain::kMissing;
}

domain::Statistic statisticOf(const QString &word)
{
    for (const domain::Statistic statistic :
         {domain::Statistic::Mean, domain::Statistic::Slope, domain::Statistic::QuantileSpread}) {
        if (word == qs(domain::toText(statistic)))
            return statistic;
    }
    return domain::Statistic::Automatic;
}

std::string tenDigits(double value)
{
    if (value != value)
        return "nan";
    char text[40];
    std::snprintf(text, sizeof text, "%.10e", value + 0.0); // -0 is 0
    return text;
}

} // namespace

QJsonObject toJson(const Finding &f)
{
    return {{u"hypothesis"_s, qs(base::toHex(f.hypothesis))},
            {u"event"_s, qs(f.event)},
            {u"asset"_s, qs(f.asset)},
            {u"window"_s, QJsonArray{f.window.first, f.window.last}},
            {u"statistic"_s, qs(domain::toText(f.statistic))},
            {u"n"_s, jsonCount(f.n)},
            {u"n_bars"_s, jsonCount(f.nBars)},
            {u"effect"_s, jsonNumber(f.effect)},
            {u"base"_s, jsonNumber(f.base)},
            {u"unit"_s, qs(f.unit)},
            {u"t"_s, jsonNumber(f.t)},
            {u"t_zero"_s, jsonNumber(f.tZero)},
            {u"ci_low"_s, jsonNumber(f.ciLow)},
            {u"ci_high"_s, jsonNumber(f.ciHigh)},
            {u"p"_s, jsonNumber(f.p)},
            {u"p_adjusted"_s, jsonNumber(f.pAdjusted)},
            {u"p_workspace"_s, jsonNumber(f.pWorkspace)},
            {u"tier"_s, qs(f.tier)},
            {u"hit_rate"_s, jsonNumber(f.hitRate)},
            {u"base_rate"_s, jsonNumber(f.baseRate)},
            {u"mde"_s, jsonNumber(f.mde)},
            {u"null_method"_s, qs(f.nullMethod)},
            {u"family_size"_s, jsonCount(f.familySize)},
            {u"sample"_s, qs(f.sample)},
            {u"tradable"_s, f.tradable},
            {u"known_basis"_s, qs(f.knownBasis)},
            {u"look_ahead"_s, qs(f.lookAhead)}};
}

QJsonObject toJson(const RunReport &report)
{
    QJsonArray findings;
    for (const Finding &finding : report.findings)
        findings.append(toJson(finding));
    return {{u"run"_s, qs(report.run)},
            {u"family"_s, qs(base::toHex(report.family))},
            {u"hypotheses"_s, jsonCount(report.hypotheses)},
            {u"snapshot"_s, qs(store::Workspace::snapshotText(report.snapshot))},
            {u"result_hash"_s, qs(report.resultHash)},
            {u"elapsed_ms"_s, static_cast<double>(report.elapsedMs)},
            {u"findings"_s, findings}};
}

QJsonObject detailJson(const Finding &f)
{
    QJsonObject out = toJson(f);
    out[u"coordinate"_s] = jsonCount(f.coordinate);
    out[u"y"_s] = jsonNumber(f.y);
    out[u"median"_s] = jsonNumber(f.median);
    out[u"slope"_s] = jsonNumber(f.slope);
    out[u"hit_interval"_s] = QJsonArray{jsonNumber(f.hitLow), jsonNumber(f.hitHigh)};
    out[u"base_interval"_s] = QJsonArray{jsonNumber(f.baseLow), jsonNumber(f.baseHigh)};
    out[u"exceedances"_s] = jsonCount(f.exceedances);
    out[u"asked_before"_s] = f.askedBefore;
    out[u"computed_tier"_s] = qs(f.computedTier);
    return out;
}

Finding findingFromJson(const QJsonObject &json)
{
    const auto text = [&json](QLatin1StringView key) { return base::utf8(json.value(key).toString()); };
    const auto value = [&json](QLatin1StringView key) { return readNumber(json.value(key)); };
    const auto count = [&json](QLatin1StringView key) {
        return static_cast<std::uint64_t>(json.value(key).toDouble());
    };
    Finding f;
    if (const auto id = base::parseSha256(text("hypothesis"_L1)); id.ok())
        f.hypothesis = *id;
    f.event = text("event"_L1);
    f.asset = text("asset"_L1);
    const QJsonArray window = json.value("window"_L1).toArray();
    f.window = {window.at(0).toInt(), window.at(1).toInt()};
    f.statistic = statisticOf(json.value("statistic"_L1).toString());
    f.n = count("n"_L1);
    f.nBars = count("n_bars"_L1);
    f.effect = value("effect"_L1);
    f.base = value("base"_L1);
    f.unit = text("unit"_L1);
    f.t = value("t"_L1);
    f.tZero = value("t_zero"_L1);
    f.ciLow = value("ci_low"_L1);
    f.ciHigh = value("ci_high"_L1);
    f.p = value("p"_L1);
    f.pAdjusted = value("p_adjusted"_L1);
    f.pWorkspace = value("p_workspace"_L1);
    f.tier = text("tier"_L1);
    f.hitRate = value("hit_rate"_L1);
    f.baseRate = value("base_rate"_L1);
    f.mde = value("mde"_L1);
    f.nullMethod = text("null_method"_L1);
    f.familySize = count("family_size"_L1);
    f.sample = text("sample"_L1);
    f.tradable = json.value("tradable"_L1).toBool();
    f.knownBasis = text("known_basis"_L1);
    if (json.contains("look_ahead"_L1)) // runs of earlier versions tested nothing
        f.lookAhead = text("look_ahead"_L1);
    f.coordinate = count("coordinate"_L1);
    f.y = json.value("y"_L1).toDouble();
    f.median = value("median"_L1);
    f.slope = value("slope"_L1);
    f.hitLow = readNumber(json.value("hit_interval"_L1).toArray().at(0));
    f.hitHigh = readNumber(json.value("hit_interval"_L1).toArray().at(1));
    f.baseLow = readNumber(json.value("base_interval"_L1).toArray().at(0));
    f.baseHigh = readNumber(json.value("base_interval"_L1).toArray().at(1));
    f.exceedances = count("exceedances"_L1);
    f.askedBefore = json.value("asked_before"_L1).toBool();
    f.computedTier = text("computed_tier"_L1);
    return f;
}

std::string resultHash(const base::Sha256 &family, const std::vector<Finding> &findings)
{
    base::Sha256Stream stream;
    stream.add(base::toHex(family));
    for (const Finding &f : findings) {
        stream.add("\n" + base::toHex(f.hypothesis) + " " + std::to_string(f.n) + " " +
                   std::to_string(f.exceedances) + " " + f.computedTier + " " + tenDigits(f.effect) + " " +
                   tenDigits(f.t));
    }
    return base::toHex(stream.finish());
}

} // namespace core::discovery
