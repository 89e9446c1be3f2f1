// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tail p-values below the resolution of a null sample, by a generalised Pareto fit (Knijnenburg et al. 2009).
#pragma once

#include <cstddef>
#include <span>

namespace core::stats {

/// Exceedances from which a p-value is counted; below it is read off a fitted tail.
inline constexpr std::size_t kCountable = 10;

struct ParetoTail {
    double threshold = 0; ///< midway between the last exceedance and the next value below
    double shape = 0;     ///< ξ; negative: the fitted tail ends
    double scale = 0;
    double logLikelihood = 0;
    double p = 1;         ///< from the fit
    double empirical = 1; ///< (1 + #{null ≥ x})/(1 + n)
};

/// Fits the `exceedances` largest values by maximum likelihood and reads off P(null ≥ x). Shifts come in
/// clusters, so a p below (window length)/(10·bars) is not to be believed; a negative shape can give 0, which
/// the caller must floor. 2 ≤ exceedances < null.size().
[[nodiscard]] ParetoTail paretoTail(std::span<const double> null, std::size_t exceedances, double x);

} // namespace core::stats
