// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/granger.h"

#include "core/base/missing.h"
#include "core/stats/distributions.h"
#include "core/stats/leastsquares.h"

#include <cassert>
#include <cmath>

namespace core::stats {

using base::kMissing;

Granger grangerCausality(std::span<const double> x, std::span<const double> y, std::size_t lags)
{
    assert(x.size() == y.size() && lags > 0);
    if (y.size() <= 3 * lags + 1)
        return {kMissing, kMissing, kMissing, kMissing, kMissing, kMissing, kMissing, kMissing};
    const std::size_t count = y.size() - lags;
    std::vector<std::vector<double>> past;
    const auto add = [&](std::span<const double> series) {
        for (std::size_t lag = 1; lag <= lags; ++lag) {
            const auto part = series.subspan(lags - lag, count);
            past.emplace_back(part.begin(), part.end());
        }
    };
    add(y);
    const double restricted = leastSquares(y.last(count), past).squares;
    add(x);
    const double full = leastSquares(y.last(count), past).squares;
    const auto n = static_cast<double>(count);
    Granger result;
    result.numeratorDegrees = static_cast<double>(lags);
    result.denominatorDegrees = n - 2.0 * result.numeratorDegrees - 1.0;
    result.f = (restricted - full) / result.numeratorDegrees / (full / result.denominatorDegrees);
    result.fP = fisherUpper(result.f, result.numeratorDegrees, result.denominatorDegrees);
    result.chiSquared = n * (restricted - full) / full;
    result.chiSquaredP = chiSquaredUpper(result.chiSquared, result.numeratorDegrees);
    result.likelihoodRatio = n * std::log(restricted / full);
    result.likelihoodRatioP = chiSquaredUpper(result.likelihoodRatio, result.numeratorDegrees);
    return result;
}

} // namespace core::stats
