// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/walkreport.h"

#include "core/base/json.h"
#include "core/base/missing.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/measure.h"
#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"
#include "core/stats/random.h"
#include "core/store/workspace.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace core::discovery {

using base::jsonCount;
using base::jsonNumber;
using base::kMissing;
using base::qs;
using stats::count;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kStepDraws = 1999;
constexpr double kPrior = 0.8; // what is found is found the stronger for luck
constexpr double kPriorItems = 10;

double ratio(double a, double b)
{
    return b != 0 ? a / b : kMissing;
}

/// The 95 % interval of a ratio of sums over the steps, the steps drawn again.
stats::Interval stepInterval(const std::vector<std::pair<double, double>> &parts, std::uint64_t seed)
{
    std::vector<std::pair<double, double>> used;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(used),
                 [](const auto &part) { return part.second != 0; });
    if (used.size() < 2)
        return {kMissing, kMissing};
    std::vector<double> draws;
    for (std::size_t draw = 0; draw < kStepDraws; ++draw) {
        stats::Random random(seed, stats::RandomPurpose::Bootstrap, draw);
        double above = 0, below = 0;
        for (std::size_t i = 0; i < used.size(); ++i) {
            const auto &[a, b] = used[random.below(used.size())];
            above += a;
            below += b;
        }
        draws.push_back(above / below);
    }
    return {stats::quantile(draws, (1 - kCoverage) / 2), stats::quantile(draws, (1 + kCoverage) / 2)};
}

std::vector<WalkEffect> effectsOf(const std::vector<WalkStep> &steps, WalkTally WalkStep::*which,
                                  const WalkTally &all, std::uint64_t seed)
{
    std::vector<WalkEffect> out;
    for (const auto &[unit, sum] : all.units) {
        WalkEffect effect{unit, sum.n, ratio(sum.discovered, count(sum.n)), ratio(sum.scored, count(sum.n)),
                          0,    0,     ratio(sum.scored, sum.discovered)};
        std::vector<std::pair<double, double>> parts;
        for (const WalkStep &step : steps) {
            const auto found = (step.*which).units.find(unit);
            if (found != (step.*which).units.end())
                parts.emplace_back(found->second.scored, count(found->second.n));
        }
        const auto interval = stepInterval(parts, seed);
        effect.low = interval.low;
        effect.high = interval.high;
        out.push_back(std::move(effect));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const WalkEffect &a, const WalkEffect &b) { return a.n > b.n; });
    return out;
}

QJsonObject tallyJson(const WalkTally &tally)
{
    return {{u"found"_s, jsonCount(tally.found)},
            {u"scored"_s, jsonCount(tally.scored)},
            {u"held"_s, jsonCount(tally.held)}};
}

QJsonObject totalJson(const WalkTotal &total)
{
    QJsonArray effects, reliability;
    for (const WalkEffect &e : total.effects)
        effects.append(QJsonObject{{u"unit"_s, qs(e.unit)},
                                   {u"n"_s, jsonCount(e.n)},
                                   {u"discovered"_s, jsonNumber(e.discovered)},
                                   {u"scored"_s, jsonNumber(e.scored)},
                                   {u"ci_low"_s, jsonNumber(e.low)},
                                   {u"ci_high"_s, jsonNumber(e.high)},
                                   {u"shrinkage"_s, jsonNumber(e.shrinkage)}});
    for (const Reliability &bin : total.reliability)
        reliability.append(QJsonObject{{u"from"_s, bin.from},
                                       {u"to"_s, bin.to},
                                       {u"n"_s, jsonCount(bin.n)},
                                       {u"forecast"_s, jsonNumber(bin.forecast)},
                                       {u"held"_s, jsonNumber(bin.held)},
                                       {u"low"_s, jsonNumber(bin.low)},
                                       {u"high"_s, jsonNumber(bin.high)}});
    QJsonObject out = tallyJson(total.tally);
    out[u"share_held"_s] = jsonNumber(ratio(count(total.tally.held), count(total.tally.scored)));
    out[u"ci_low"_s] = jsonNumber(total.heldLow);
    out[u"ci_high"_s] = jsonNumber(total.heldHigh);
    out[u"effects"_s] = effects;
    out[u"reliability"_s] = reliability;
    out[u"brier"_s] = jsonNumber(total.brier);
    out[u"brier_plain"_s] = jsonNumber(total.plainBrier);
    return out;
}

QJsonObject findingJson(const WalkFinding &f)
{
    return {{u"event"_s, qs(f.event)},
            {u"asset"_s, qs(f.asset)},
            {u"window"_s, QJsonArray{f.window.first, f.window.last}},
            {u"statistic"_s, qs(domain::toText(f.statistic))},
            {u"tier"_s, qs(f.tier)},
            {u"unit"_s, qs(f.unit)},
            {u"n"_s, jsonCount(f.n)},
            {u"effect"_s, jsonNumber(f.effect)},
            {u"t"_s, jsonNumber(f.t)},
            {u"n_next"_s, jsonCount(f.nNext)},
            {u"next"_s, f.nNext > 0 ? jsonNumber(f.next) : QJsonValue(QJsonValue::Null)},
            {u"held"_s, f.nNext > 0 ? QJsonValue(f.held) : QJsonValue(QJsonValue::Null)},
            {u"forecast"_s, f.nNext > 0 ? jsonNumber(f.forecast) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject stepJson(const WalkStep &step, bool withFindings)
{
    QJsonObject out = tallyJson(step.found);
    out[u"at"_s] = qs(base::toIso(step.at));
    out[u"until"_s] = qs(base::toIso(step.until));
    out[u"asked"_s] = jsonCount(step.asked);
    out[u"expected_false"_s] = jsonNumber(step.expectedFalse);
    out[u"shrinkage_used"_s] = jsonNumber(step.shrinkage);
    out[u"uncorrected"_s] = tallyJson(step.uncorrected);
    if (!step.note.isEmpty())
        out[u"note"_s] = step.note;
    if (withFindings) {
        QJsonArray findings;
        for (const WalkFinding &finding : step.findings)
            findings.append(findingJson(finding));
        out[u"findings"_s] = findings;
    }
    return out;
}

/// Reads one object; what is not there or no number is remembered as a fault.
class Reader final
{
public:
    explicit Reader(const QJsonObject &json)
        : m_json(json)
    {}
    [[nodiscard]] std::uint64_t whole(const QString &key)
    {
        const double value = m_json.value(key).toDouble(-1);
        const bool isCount = value >= 0 && value <= kMostWhole;
        if (!isCount)
            fail(key);
        return isCount ? static_cast<std::uint64_t>(value) : 0;
    }
    /// Null is NaN.
    [[nodiscard]] double number(const QString &key)
    {
        const QJsonValue value = m_json.value(key);
        if (!value.isDouble() && !value.isNull())
            fail(key);
        return value.toDouble(kMissing);
    }
    [[nodiscard]] std::string text(const QString &key)
    {
        const QJsonValue value = m_json.value(key);
        if (!value.isString())
            fail(key);
        return base::utf8(value.toString());
    }
    [[nodiscard]] base::Instant instant(const QString &key)
    {
        const auto at = base::parseInstant(text(key));
        if (!at.ok())
            fail(key);
        return at.ok() ? *at : base::Instant();
    }
    [[nodiscard]] QJsonArray list(const QString &key)
    {
        const QJsonValue value = m_json.value(key);
        if (!value.isArray())
            fail(key);
        return value.toArray();
    }
    [[nodiscard]] QJsonObject object(const QString &key)
    {
        const QJsonValue value = m_json.value(key);
        if (!value.isObject())
            fail(key);
        return value.toObject();
    }
    void fail(const QString &key)
    {
        if (m_fault.isEmpty())
            m_fault = key;
    }
    /// The first key that was wrong; empty: none.
    [[nodiscard]] const QString &fault() const { return m_fault; }
    void add(const Reader &part)
    {
        if (!part.fault().isEmpty())
            fail(part.fault());
    }

private:
    static constexpr double kMostWhole = 9'007'199'254'740'992.0; // 2^53: beyond it counts are not exact
    QJsonObject m_json;
    QString m_fault;
};

void readTally(Reader &json, WalkTally &tally)
{
    tally.found = json.whole(u"found"_s);
    tally.scored = json.whole(u"scored"_s);
    tally.held = json.whole(u"held"_s);
    if (tally.scored > tally.found || tally.held > tally.scored)
        json.fail(u"scored"_s);
}

WalkTotal readTotal(Reader &json)
{
    WalkTotal out;
    readTally(json, out.tally);
    out.heldLow = json.number(u"ci_low"_s);
    out.heldHigh = json.number(u"ci_high"_s);
    for (const QJsonValue &value : json.list(u"effects"_s)) {
        Reader part(value.toObject());
        out.effects.push_back({part.text(u"unit"_s), part.whole(u"n"_s), part.number(u"discovered"_s),
                               part.number(u"scored"_s), part.number(u"ci_low"_s), part.number(u"ci_high"_s),
                               part.number(u"shrinkage"_s)});
        json.add(part);
    }
    for (const QJsonValue &value : json.list(u"reliability"_s)) {
        Reader part(value.toObject());
        out.reliability.push_back({part.number(u"from"_s), part.number(u"to"_s), part.whole(u"n"_s),
                                   part.number(u"forecast"_s), part.number(u"held"_s), part.number(u"low"_s),
                                   part.number(u"high"_s)});
        json.add(part);
    }
    out.brier = json.number(u"brier"_s);
    out.plainBrier = json.number(u"brier_plain"_s);
    return out;
}

WalkStep readStep(Reader &json)
{
    WalkStep out;
    readTally(json, out.found);
    out.at = json.instant(u"at"_s);
    out.until = json.instant(u"until"_s);
    out.asked = json.whole(u"asked"_s);
    out.expectedFalse = json.number(u"expected_false"_s);
    out.shrinkage = json.number(u"shrinkage_used"_s);
    Reader uncorrected(json.object(u"uncorrected"_s));
    readTally(uncorrected, out.uncorrected);
    json.add(uncorrected);
    return out;
}

} // namespace

void WalkTally::add(const WalkFinding &finding)
{
    ++found;
    if (finding.nNext == 0)
        return;
    ++scored;
    held += finding.held ? 1 : 0;
    const double direction = finding.effect >= 0 ? 1 : -1;
    UnitSum &unit = units[finding.unit];
    ++unit.n;
    unit.discovered += direction * finding.effect;
    unit.scored += direction * finding.next;
    const double outcome = finding.held ? 1 : 0;
    const auto bin = static_cast<std::size_t>(std::max(0.0, (finding.forecast - 0.5) * 2 * kForecastBins));
    ForecastBin &into = bins[std::min(bin, kForecastBins - 1)];
    ++into.n;
    into.held += finding.held ? 1 : 0;
    into.forecasts += finding.forecast;
    squaredErrors += (finding.forecast - outcome) * (finding.forecast - outcome);
    plainSquaredErrors += (finding.plain - outcome) * (finding.plain - outcome);
}

void WalkTally::add(const WalkTally &other)
{
    found += other.found;
    scored += other.scored;
    held += other.held;
    for (const auto &[unit, sum] : other.units) {
        UnitSum &into = units[unit];
        into.n += sum.n;
        into.discovered += sum.discovered;
        into.scored += sum.scored;
    }
    for (std::size_t i = 0; i < bins.size(); ++i) {
        bins[i].n += other.bins[i].n;
        bins[i].held += other.bins[i].held;
        bins[i].forecasts += other.bins[i].forecasts;
    }
    squaredErrors += other.squaredErrors;
    plainSquaredErrors += other.plainSquaredErrors;
}

WalkTotal totalOf(const std::vector<WalkStep> &steps, WalkTally WalkStep::*which, std::uint64_t seed)
{
    WalkTotal out;
    std::vector<std::pair<double, double>> shares;
    for (const WalkStep &step : steps) {
        out.tally.add(step.*which);
        shares.emplace_back(count((step.*which).held), count((step.*which).scored));
    }
    const WalkTally &all = out.tally;
    const auto interval = stepInterval(shares, seed);
    out.heldLow = interval.low;
    out.heldHigh = interval.high;
    out.effects = effectsOf(steps, which, all, seed);
    for (std::size_t i = 0; i < kForecastBins; ++i) {
        const ForecastBin &bin = all.bins[i];
        const auto wilson = stats::wilson(bin.held, bin.n, kCoverage);
        out.reliability.push_back({0.5 + 0.1 * static_cast<double>(i), 0.6 + 0.1 * static_cast<double>(i),
                                   bin.n, ratio(bin.forecasts, count(bin.n)),
                                   ratio(count(bin.held), count(bin.n)), wilson.low, wilson.high});
    }
    out.brier = ratio(all.squaredErrors, count(all.scored));
    out.plainBrier = ratio(all.plainSquaredErrors, count(all.scored));
    return out;
}

double forecastOf(double t, std::uint64_t n, std::uint64_t nNext, double shrinkage)
{
    return stats::normalCdf(shrinkage * std::abs(t) / std::sqrt(1 + count(n) / count(nNext)));
}

void Shrinkage::add(double discovered, double scored)
{
    m_sum += std::clamp(scored / discovered, -1.0, 2.0);
    ++m_count;
}

double Shrinkage::value() const
{
    return std::clamp((m_sum + kPrior * kPriorItems) / (count(m_count) + kPriorItems), 0.0, 1.0);
}

QJsonObject toJson(const WalkReport &report, bool withFindings)
{
    QJsonArray steps, notes;
    for (const WalkStep &step : report.steps)
        steps.append(stepJson(step, withFindings));
    for (const QString &note : report.notes)
        notes.append(note);
    return {{u"walk"_s, qs(report.walk)},
            {u"study"_s, qs(report.study)},
            {u"snapshot"_s, qs(store::Workspace::snapshotText(report.snapshot))},
            {u"from"_s, qs(base::toIso(report.from))},
            {u"to"_s, qs(base::toIso(report.to))},
            {u"step"_s, qs(toText(report.step))},
            {u"questions"_s, jsonCount(report.questions)},
            {u"steps"_s, steps},
            {u"found"_s, totalJson(report.found)},
            {u"uncorrected"_s, totalJson(report.uncorrected)},
            {u"notes"_s, notes},
            {u"elapsed_ms"_s, static_cast<double>(report.elapsedMs)}};
}

base::Result<WalkReport> walkFromJson(const QJsonObject &json)
{
    Reader reader(json);
    WalkReport out;
    out.walk = reader.text(u"walk"_s);
    out.study = reader.text(u"study"_s);
    out.from = reader.instant(u"from"_s);
    out.to = reader.instant(u"to"_s);
    if (const auto step = parseStepLength(reader.text(u"step"_s)); step.ok())
        out.step = *step;
    else
        reader.fail(u"step"_s);
    out.questions = reader.whole(u"questions"_s);
    for (const QJsonValue &value : reader.list(u"steps"_s)) {
        Reader step(value.toObject());
        out.steps.push_back(readStep(step));
        out.steps.back().note = value.toObject().value(u"note"_s).toString();
        reader.add(step);
    }
    for (const auto &[key, total] :
         {std::pair(u"found"_s, &out.found), std::pair(u"uncorrected"_s, &out.uncorrected)}) {
        Reader part(reader.object(key));
        *total = readTotal(part);
        reader.add(part);
    }
    for (const QJsonValue &note : reader.list(u"notes"_s))
        out.notes.push_back(note.toString());
    out.elapsedMs = static_cast<std::int64_t>(reader.whole(u"elapsed_ms"_s));
    if (!reader.fault().isEmpty())
        return base::Error{base::ErrorCode::Corrupt,
                           base::Tr::tr("its part “%1” is not what a walk writes.").arg(reader.fault())};
    return out;
}

} // namespace core::discovery
