// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How far one series runs ahead of another: their correlation at every lag.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace core::stats {

/// Per lag −most..most.
struct CrossCorrelation {
    std::vector<int> lags;
    std::vector<double> correlation; ///< corr(x[t − lag], y[t]): at a positive lag x leads
    std::vector<double> whiteError; ///< 1/√(n − |lag|): right only if one of the two has no autocorrelation
    std::vector<double> error; ///< Bartlett (1946): √((1 + 2 Σ_{j=1..reach} ρx(j)·ρy(j))/(n − |lag|))
};

/// Means, variances and the divisor n are those of the whole sample, so that the correlations are a positive
/// definite sequence. Equal lengths n > most, no missing values; NaN when a side does not vary.
[[nodiscard]] CrossCorrelation crossCorrelation(std::span<const double> x, std::span<const double> y,
                                                std::size_t most, std::size_t reach = 30);

/// The same after an autoregression fitted to x has been taken from both (Box & Jenkins 1970): x is then
/// white, and whiteError and error are right for the pair as it is. The first p bars are lost. Its order is
/// the one with the smallest AIC up to 10·log10 n.
[[nodiscard]] CrossCorrelation prewhitenedCorrelation(std::span<const double> x, std::span<const double> y,
                                                      std::size_t most, std::size_t reach = 30);

/// ρ(1), …, ρ(most) with the divisor n.
[[nodiscard]] std::vector<double> autocorrelation(std::span<const double> x, std::size_t most);

/// Coefficients a of x[t] − mean = Σ a[j]·(x[t − j] − mean) + u by Yule & Walker (Levinson–Durbin), the order
/// by AIC up to `most`; empty for white noise.
[[nodiscard]] std::vector<double> fitAutoregression(std::span<const double> x, std::size_t most);

} // namespace core::stats
