// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/hayashiyoshida.h"

#include "core/stats/sum.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace core::stats {

namespace {

std::vector<double> logReturns(const Ticks &ticks)
{
    assert(ticks.times.size() == ticks.prices.size());
    std::vector<double> returns;
    for (std::size_t i = 1; i < ticks.prices.size(); ++i)
        returns.push_back(std::log(ticks.prices[i] / ticks.prices[i - 1]));
    return returns;
}

/// Return i of each side belongs to (times[i], times[i + 1]].
double overlapping(const Ticks &a, const std::vector<double> &returnsA, const Ticks &b,
                   const std::vector<double> &returnsB, std::int64_t lag)
{
    Sum total;
    std::size_t first = 0; // the first return of b that may reach into the one of a
    for (std::size_t i = 0; i < returnsA.size(); ++i) {
        const std::int64_t start = a.times[i] + lag;
        const std::int64_t end = a.times[i + 1] + lag;
        while (first < returnsB.size() && b.times[first + 1] <= start)
            ++first;
        for (std::size_t j = first; j < returnsB.size() && b.times[j] < end; ++j)
            total.add(returnsA[i] * returnsB[j]);
    }
    return total.value();
}

} // namespace

HayashiYoshida hayashiYoshida(const Ticks &a, const Ticks &b, std::int64_t lag)
{
    const LeadLag one = leadLag(a, b, std::span(&lag, 1));
    return {one.covariance[0], one.correlation[0]};
}

LeadLag leadLag(const Ticks &a, const Ticks &b, std::span<const std::int64_t> lags)
{
    const std::vector<double> returnsA = logReturns(a);
    const std::vector<double> returnsB = logReturns(b);
    const double scale = std::sqrt(dot(returnsA, returnsA) * dot(returnsB, returnsB));
    LeadLag result;
    for (const std::int64_t lag : lags) {
        const double covariance = overlapping(a, returnsA, b, returnsB, lag);
        result.covariance.push_back(covariance);
        result.correlation.push_back(scale > 0.0 ? covariance / scale
                                                 : std::numeric_limits<double>::quiet_NaN());
        if (std::fabs(covariance) > std::fabs(result.covariance[result.best]))
            result.best = result.covariance.size() - 1;
    }
    return result;
}

} // namespace core::stats
