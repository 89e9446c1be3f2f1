// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/dependence.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/family.h"
#include "core/stats/crosscorrelation.h"
#include "core/stats/distancecorrelation.h"
#include "core/stats/granger.h"
#include "core/stats/multiplicity.h"
#include "core/stats/mutualinformation.h"
#include "core/stats/shiftnull.h"
#include "core/stats/transferentropy.h"
#include "core/workbench/studies.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kFewestBars = 120;
constexpr std::size_t kGrangerLags = 5;
constexpr std::size_t kSlowShifts = 100; // for measures that take long
constexpr std::array<double, 2> kCuts{0.05, 0.95};

struct Pair {
    std::vector<double> x, y;
    std::vector<base::Instant> closes;
};

/// Both returns on the bars that have them.
Result<Pair> returnsOf(const Workbench &bench, const DependenceQuestion &question, const Job &job)
{
    auto context = runContext(bench, 0, job);
    if (!context.ok())
        return context.error();
    domain::Study study;
    study.assets.symbols = {question.x, question.y};
    study.returns.kind = question.kind;
    study.returns.model = domain::ReturnModel::Raw;
    study.returns.benchmark = question.y;
    study.windows = {{0, 0}};
    study.from = question.from;
    study.to = question.to;
    study.trim = false;
    const auto market = discovery::makeMarket(study, *context);
    if (!market.ok())
        return market.error();
    Pair out;
    const auto &a = market->assets[0].response.value, &b = market->assets[1].response.value;
    for (std::size_t t = market->calendar.first; t < market->calendar.closes.size(); ++t) {
        if (std::isnan(a[t]) || std::isnan(b[t]))
            continue;
        out.x.push_back(a[t]);
        out.y.push_back(b[t]);
        out.closes.push_back(market->calendar.closes[t]);
    }
    if (out.x.size() < kFewestBars) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 and %2 have only %3 bars in common; at least %4 are needed.")
                         .arg(qs(question.x), qs(question.y))
                         .arg(out.x.size())
                         .arg(kFewestBars)};
    }
    return out;
}

std::vector<double> asDouble(const std::vector<std::uint8_t> &codes)
{
    return {codes.begin(), codes.end()};
}

std::vector<std::uint8_t> asCodes(std::span<const double> values)
{
    std::vector<std::uint8_t> out;
    for (const double value : values)
        out.push_back(static_cast<std::uint8_t>(value));
    return out;
}

} // namespace

Result<DependenceAnswer> dependence(const Workbench &bench, const DependenceQuestion &question, const Job &job)
{
    if (question.x == question.y)
        return Error{ErrorCode::BadInput, Tr::tr("Name two different assets.")};
    const auto pair = returnsOf(bench, question, job);
    if (!pair.ok())
        return pair.error();
    const std::vector<double> &x = pair->x, &y = pair->y;
    const auto lags = static_cast<std::size_t>(std::clamp<int>(question.lags, 1, static_cast<int>(x.size() / 10)));
    DependenceAnswer out;
    out.bars = x.size();
    out.from = pair->closes.front();
    out.to = pair->closes.back();
    const auto strongest = [&](std::span<const double> moved) {
        const auto all = stats::prewhitenedCorrelation(moved, y, lags);
        const auto best = std::max_element(all.correlation.begin(), all.correlation.end(), [](double a, double b) {
            return std::fabs(a) < std::fabs(b);
        });
        return std::pair(all.lags[static_cast<std::size_t>(best - all.correlation.begin())], *best);
    };
    std::tie(out.strongestLag, out.strongestCorrelation) = strongest(x);
    const auto add = [&](const QString &name, std::span<const double> moved, std::size_t most,
                         const stats::ShiftStatistic &statistic) {
        if (job.cancel.isCancelled())
            return;
        const stats::ShiftNull null = stats::shiftNull(moved, statistic, most, question.seed);
        out.measures.push_back({name, null.observed, null.mean, null.p, 1, null.shifts});
        if (job.progress)
            job.progress({out.measures.size(), 7, name});
    };
    const std::size_t slow = std::min(question.shifts, kSlowShifts);
    add(Tr::tr("largest |correlation| within ±%1 bars").arg(lags), x, question.shifts,
        [&](std::span<const double> moved) { return std::fabs(strongest(moved).second); });
    add(Tr::tr("Granger, %1 foretells %2").arg(qs(question.x), qs(question.y)), x, question.shifts,
        [&](std::span<const double> moved) { return stats::grangerCausality(moved, y, kGrangerLags).f; });
    add(Tr::tr("Granger, %1 foretells %2").arg(qs(question.y), qs(question.x)), y, question.shifts,
        [&](std::span<const double> moved) { return stats::grangerCausality(moved, x, kGrangerLags).f; });
    const auto codesX = stats::quantileCodes(x, kCuts), codesY = stats::quantileCodes(y, kCuts);
    add(Tr::tr("transfer entropy, %1 to %2, bits").arg(qs(question.x), qs(question.y)), asDouble(codesX),
        question.shifts, [&](std::span<const double> moved) {
            return stats::transferEntropy(asCodes(moved), codesY, kCuts.size() + 1);
        });
    add(Tr::tr("transfer entropy, %1 to %2, bits").arg(qs(question.y), qs(question.x)), asDouble(codesY),
        question.shifts, [&](std::span<const double> moved) {
            return stats::transferEntropy(asCodes(moved), codesX, kCuts.size() + 1);
        });
    add(Tr::tr("mutual information, nats"), x, slow,
        [&](std::span<const double> moved) { return stats::mutualInformation(moved, y); });
    add(Tr::tr("distance correlation, squared and without bias"), x, slow,
        [&](std::span<const double> moved) { return stats::distanceCorrelation(moved, y).biasCorrected; });
    if (job.cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("The question was cancelled.")};
    std::vector<double> p;
    for (const DependenceMeasure &measure : out.measures)
        p.push_back(measure.p);
    const auto adjusted = stats::adjustedPValues(p, stats::Correction::Holm);
    for (std::size_t i = 0; i < adjusted.size(); ++i)
        out.measures[i].pHolm = adjusted[i];
    return out;
}

QJsonObject toJson(const DependenceQuestion &question, const DependenceAnswer &answer)
{
    QJsonArray measures;
    for (const DependenceMeasure &measure : answer.measures)
        measures.append(QJsonObject{{u"measure"_s, measure.name},
                                    {u"value"_s, measure.value},
                                    {u"null_mean"_s, measure.nullMean},
                                    {u"p"_s, measure.p},
                                    {u"p_adjusted"_s, measure.pHolm},
                                    {u"shifts"_s, static_cast<qint64>(measure.shifts)}});
    return {{u"x"_s, qs(question.x)},
            {u"y"_s, qs(question.y)},
            {u"bars"_s, static_cast<qint64>(answer.bars)},
            {u"from"_s, qs(base::toIso(answer.from))},
            {u"to"_s, qs(base::toIso(answer.to))},
            {u"strongest_lag"_s, answer.strongestLag},
            {u"strongest_correlation"_s, answer.strongestCorrelation},
            {u"measures"_s, measures}};
}

} // namespace core::workbench
