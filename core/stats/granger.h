// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Does the past of x help to foresee y beyond y's own past?
#pragma once

#include <cstddef>
#include <span>

namespace core::stats {

struct Granger {
    double f = 0; ///< ((SSR_r − SSR_u)/p)/(SSR_u/(n − 2p − 1)), n the bars after the first p
    double fP = 1;
    double chiSquared = 0; ///< n·(SSR_r − SSR_u)/SSR_u
    double chiSquaredP = 1;
    double likelihoodRatio = 0; ///< n·ln(SSR_r/SSR_u)
    double likelihoodRatioP = 1;
    double numeratorDegrees = 0;
    double denominatorDegrees = 0;
};

/// Granger (1969) with `lags` ≥ 1 lags of each and a constant. The p-values assume independent errors of
/// equal variance; under volatility clustering take a null by shifts of x. Equal lengths, no missing values;
/// NaN when there are too few bars or the series are collinear.
[[nodiscard]] Granger grangerCausality(std::span<const double> x, std::span<const double> y,
                                       std::size_t lags);

} // namespace core::stats
