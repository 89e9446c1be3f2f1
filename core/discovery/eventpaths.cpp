// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/eventpaths.h"

#include "core/base/tr.h"
#include "core/discovery/runner.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using domain::kMissing;
using domain::Statistic;

namespace {

/// Of the population: divisor n.
double spreadOf(const std::vector<double> &values)
{
    const auto n = static_cast<double>(values.size());
    return stats::standardDeviation(values) * std::sqrt((n - 1) / n);
}

/// Per event the term whose mean is the height of the path, in the unit of the response: for a slope the
/// response to one standard deviation of the weight.
std::vector<double> pathTerms(const PairSample &sample, Statistic statistic)
{
    std::vector<double> terms = effectTerms(sample, statistic);
    if (statistic == Statistic::Slope) {
        const double spread = spreadOf(sample.response);
        for (double &term : terms)
            term *= spread;
    }
    return terms;
}

bool hasBothSides(const PairSample &sample)
{
    const auto top =
        std::count_if(sample.raw.begin(), sample.raw.end(), [](double weight) { return weight > 0; });
    return top > 0 && static_cast<std::size_t>(top) < sample.raw.size();
}

/// The events that have `values`, with these as responses.
PairSample withResponses(const PairSample &sample, const std::vector<double> &values, Statistic statistic)
{
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i]))
            which.push_back(i);
    }
    PairSample out = part(sample, which, statistic);
    for (std::size_t i = 0; i < which.size(); ++i)
        out.response[i] = values[which[i]];
    return out;
}

/// The height of one step or of the whole path; NaN when these events cannot tell.
double height(const PairSample &sample, Statistic statistic)
{
    if (sample.response.empty() || (statistic == Statistic::QuantileSpread && !hasBothSides(sample)) ||
        (statistic == Statistic::Slope && sample.response.size() < 3))
        return kMissing;
    if (statistic == Statistic::Slope && !(spreadOf(sample.response) > 0))
        return 0;
    return stats::mean(pathTerms(sample, statistic));
}

} // namespace

std::vector<double> barResponses(const Family &family, std::size_t asset, std::size_t bar,
                                 domain::Window window)
{
    const ResponseSeries &series = family.assets[asset].response;
    std::vector<double> out;
    for (int offset = window.first; offset <= window.last; ++offset) {
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(family.calendar.first + bar) + offset;
        if (at < static_cast<std::ptrdiff_t>(family.calendar.first) ||
            at >= static_cast<std::ptrdiff_t>(series.size())) {
            out.push_back(kMissing);
            continue;
        }
        const auto t = static_cast<std::size_t>(at);
        const bool spanned = series.state[t] == ResponseSeries::State::Spanned;
        out.push_back(spanned ? 0 : series.value[t]);
    }
    return out;
}

Result<std::vector<PathPoint>> averagePath(const Family &family, const FamilyPair &pair,
                                           const PairSample &sample, domain::Window window,
                                           const RunContext &context)
{
    const std::size_t events = sample.response.size();
    const auto bars = static_cast<std::size_t>(window.length());
    std::vector<std::vector<double>> steps(bars, std::vector<double>(events));
    std::vector<std::vector<double>> sums = steps;
    for (std::size_t i = 0; i < events; ++i) {
        const std::vector<double> one =
            barResponses(family, family.terms[pair.firstTerm + sample.term[i]].asset, sample.bar[i], window);
        double sum = 0;
        for (std::size_t b = 0; b < bars; ++b) {
            steps[b][i] = one[b];
            sums[b][i] = sum += one[b]; // NaN from the first missing bar on
        }
    }
    const Statistic statistic = family.statisticOf(pair);
    const double scale = unitScale(family.study);
    std::vector<PathPoint> points(bars);
    std::vector<double> rise(bars);
    inParallel(bars, context.threads, context.cancel, [&](std::size_t b) {
        const PairSample step = withResponses(sample, steps[b], statistic);
        points[b].bar = window.first + static_cast<int>(b);
        points[b].n = step.response.size();
        rise[b] = height(step, statistic);
        const PairSample whole = withResponses(sample, sums[b], statistic);
        if (whole.response.size() < 3 || std::isnan(height(whole, statistic)))
            return;
        const std::vector<double> terms = pathTerms(whole, statistic);
        const auto interval = meanInterval(terms, family.study.seed);
        const double mean = stats::mean(terms);
        points[b].low = (interval.low - mean) * scale; // from the path, which is known only now
        points[b].high = (interval.high - mean) * scale;
    });
    if (context.cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("The evidence was cancelled.")};
    const auto told = std::find_if(rise.begin(), rise.end(), [](double step) { return !std::isnan(step); });
    std::vector<PathPoint> out;
    stats::Sum total;
    for (auto b = static_cast<std::size_t>(told - rise.begin()); b < bars && !std::isnan(rise[b]); ++b) {
        total.add(rise[b]);
        PathPoint point = points[b];
        point.mean = total.value() * scale;
        point.low += point.mean;
        point.high += point.mean;
        out.push_back(point);
    }
    return out;
}

} // namespace core::discovery
