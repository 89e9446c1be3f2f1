// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Least squares on several regressors, with errors that allow for unequal variance and autocorrelation.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace core::stats {

/// y = b0 + Σ b_j·x_j + u. The constant comes first everywhere.
struct LinearFit {
    std::vector<double> coefficients; ///< NaN if the regressors are collinear or too many
    std::vector<double> errors;       ///< standard errors under independent errors of equal variance
    std::vector<double> residuals;
    std::vector<double> design;  ///< n × k, row by row
    std::vector<double> inverse; ///< (X'X)⁻¹, k × k
    double squares = 0;          ///< Σ u²
    std::size_t n = 0;
    std::size_t k = 0;
};

/// Every regressor has the length of y; no missing values.
[[nodiscard]] LinearFit leastSquares(std::span<const double> y,
                                     std::span<const std::vector<double>> regressors);

enum class SmallSample {
    None,
    Factor ///< variances times n/(n − k)
};

/// Standard errors with the Bartlett kernel over `lags` lags (Newey & West 1987); 0 lags are White's (1980),
/// with the factor HC1. With events in clusters they still reject too often.
[[nodiscard]] std::vector<double> hacErrors(const LinearFit &fit, std::size_t lags, SmallSample factor);

/// The automatic bandwidth for that kernel without prewhitening (Newey & West 1994); its integer part is the
/// number of lags.
[[nodiscard]] double automaticBandwidth(const LinearFit &fit);

} // namespace core::stats
