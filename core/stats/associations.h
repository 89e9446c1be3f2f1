// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The three correlations everybody knows, with the p-values of independent observations.
#pragma once

#include <span>

namespace core::stats {

struct Association {
    double value = 0; ///< in [−1, 1]; NaN when a side does not vary
    double p = 1;     ///< two-sided, for independent observations: too small for series with memory
};

/// Pearson's, p by Student's t with n − 2 degrees. Equal lengths, no missing values, as for the others.
[[nodiscard]] Association pearson(std::span<const double> x, std::span<const double> y);

/// Spearman's, the same of ranks with ties shared.
[[nodiscard]] Association spearman(std::span<const double> x, std::span<const double> y);

/// Kendall's tau-b in n·log n steps (Knight 1966). p is exact for up to 33 pairs without ties, else normal
/// with the variance corrected for ties (Kendall 1970).
[[nodiscard]] Association kendall(std::span<const double> x, std::span<const double> y);

} // namespace core::stats
