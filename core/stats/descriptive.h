// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Plain figures of a sample: mean, variance, median, quantiles and the interval of a share.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace core::stats {

/// How many there are, as a figure to reckon with.
[[nodiscard]] constexpr double count(std::size_t n)
{
    return static_cast<double>(n);
}

/// NaN for an empty sample.
[[nodiscard]] double mean(std::span<const double> x);

/// x minus its mean.
[[nodiscard]] std::vector<double> centred(std::span<const double> x);

/// Divisor n − 1; NaN below two values.
[[nodiscard]] double variance(std::span<const double> x);

/// Square root of the variance.
[[nodiscard]] double standardDeviation(std::span<const double> x);

/// Type 7 of Hyndman & Fan (1996), as in R, NumPy and most texts; p in [0, 1]. Copies the sample; NaN if
/// empty.
[[nodiscard]] double quantile(std::span<const double> x, double p);

/// quantile(x, ½).
[[nodiscard]] double median(std::span<const double> x);

/// Pearson's correlation of two samples of equal length; NaN when one side does not vary.
[[nodiscard]] double correlation(std::span<const double> x, std::span<const double> y);

struct Interval {
    double low;
    double high;
};

/// Interval of a share of `hits` in n trials (Wilson 1927); [0, 1] for n = 0. level is the coverage, such as
/// .95.
[[nodiscard]] Interval wilson(std::size_t hits, std::size_t n, double level);

} // namespace core::stats
