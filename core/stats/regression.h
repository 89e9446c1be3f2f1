// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A straight line through pairs: the market model, once or rolling, and errors that allow for
// autocorrelation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

struct Line {
    double alpha = 0;
    double beta = 0;
    double alphaError = 0; ///< standard errors under independent errors of equal variance
    double betaError = 0;
    double residualVariance = 0; ///< Σ u²/(n − 2)
    double meanX = 0;
    double squaresX = 0; ///< Σ (x − mean)²
    std::size_t n = 0;
};

/// Least squares y = alpha + beta·x. NaN everywhere if n < 3 or x is constant. Equal lengths, no missing
/// values.
[[nodiscard]] Line fitLine(std::span<const double> y, std::span<const double> x);

struct LineErrors {
    double alpha;
    double beta;
};

/// Standard errors of a fitted line with the Bartlett kernel over `lags` lags (Newey & West 1987), no
/// small-sample factor. They still reject too often when events come in clusters: used for description, never
/// for a tier.
[[nodiscard]] LineErrors neweyWest(std::span<const double> y, std::span<const double> x, const Line &line,
                                   std::size_t lags);

struct RollingLine {
    std::vector<double> alpha; ///< per bar, NaN where too few bars precede it
    std::vector<double> beta;
};

/// For every bar t the line through the usable bars among the `window` bars before t, t itself excluded, if
/// there are at least `minimum` of them. usable[t] = 0 leaves a bar out (missing on either side, or a return
/// over a gap). Costs a constant per bar: sums slide, and are taken afresh round the local mean every
/// `window` bars, so rounding cannot build up.
[[nodiscard]] RollingLine rollingLine(std::span<const double> y, std::span<const double> x,
                                      std::span<const std::uint8_t> usable, std::size_t window,
                                      std::size_t minimum);

} // namespace core::stats
