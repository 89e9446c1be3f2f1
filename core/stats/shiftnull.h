// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The null of any measure of dependence between two series: the same measure with one of them moved round in
// time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace core::stats {

/// A measure of x against what the caller holds fast; larger is more dependent. Take |c| of a signed one.
using ShiftStatistic = std::function<double(std::span<const double> x)>;

struct ShiftNull {
    double observed = 0;
    double p = 1;           ///< (1 + #{shifts with a statistic ≥ observed})/K
    double mean = 0;        ///< of the statistic over the shifts: its bias
    double high = 0;        ///< the .95 quantile over the same
    std::size_t shifts = 1; ///< K, the series as it is included
};

/// Moves x by whole bars, x[(t + s) mod n], and keeps its own autocorrelation, which permuting it would
/// destroy: all shifts if there are no more than `most`, else most − 1 different ones drawn from the stream
/// (seed, Simulation, 0) and the series as it is. So the cost is at most `most` statistics. p is exact if x
/// and y are independent and one of them is cyclically stationary (Hemerik & Goeman 2018); missing values are
/// the statistic's own affair. A NaN observed gives p = 1.
[[nodiscard]] ShiftNull shiftNull(std::span<const double> x, const ShiftStatistic &statistic,
                                  std::size_t most, std::uint64_t seed);

} // namespace core::stats
