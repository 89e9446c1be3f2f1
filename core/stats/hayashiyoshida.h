// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The covariance of two prices that are not quoted at the same moments, and how far one runs ahead of the
// other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// Prices at ascending times, in any unit that both sides share.
struct Ticks {
    std::span<const std::int64_t> times;
    std::span<const double> prices; ///< above 0, one per time
};

struct HayashiYoshida {
    double covariance = 0;  ///< Σ of the products of log returns whose intervals overlap
    double correlation = 0; ///< over the root of both realised variances; NaN where one is 0
};

/// Hayashi & Yoshida (2005): no grid, and so no bias from the moments one is forced to choose. `lag` is added
/// to the times of a. Unbiased where prices have no noise of their own; one pass over both.
[[nodiscard]] HayashiYoshida hayashiYoshida(const Ticks &a, const Ticks &b, std::int64_t lag = 0);

/// The estimator at every lag, and the lag at which it is largest in size: b follows a by that much where it
/// is positive (Hoffmann, Rosenbaum & Yoshida 2013).
struct LeadLag {
    std::vector<double> covariance;  ///< per lag
    std::vector<double> correlation; ///< per lag
    std::size_t best = 0;            ///< the first of the largest
};
[[nodiscard]] LeadLag leadLag(const Ticks &a, const Ticks &b, std::span<const std::int64_t> lags);

} // namespace core::stats
