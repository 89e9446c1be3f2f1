// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Dependence of any shape between two series: 0 in the population only if they are independent.
#pragma once

#include <span>

namespace core::stats {

struct DistanceCorrelation {
    double covariance = 0;  ///< √ of the V-statistic (Székely, Rizzo & Bakirov 2007)
    double correlation = 0; ///< of the same, in [0, 1]; far above 0 in small samples of independent series
    double unbiased = 0; ///< the U-statistic of the squared covariance; 0 on average for independent series
    double biasCorrected = 0; ///< squared correlation from it (Székely & Rizzo 2013); may be below 0
};

/// In n·log n steps (Huo & Székely 2016). Its usual permutation test is wrong for series with memory: take
/// shifts. Equal lengths of at least 4, no missing values; correlations are NaN when a side does not vary.
[[nodiscard]] DistanceCorrelation distanceCorrelation(std::span<const double> x, std::span<const double> y);

} // namespace core::stats
