// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The stationary bootstrap: intervals for effects whose observations depend on their neighbours.
#pragma once

#include "core/stats/descriptive.h"
#include "core/stats/random.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// The index rule of Politis & Romano (1994) from given draws: index[0] = starts[0]; then u[i] > newBlock
/// goes on with the next observation (circular), else starts[i] opens a block. All below starts.size().
[[nodiscard]] std::vector<std::size_t> stationaryBootstrapIndices(std::span<const std::size_t> starts,
                                                                  std::span<const double> u, double newBlock);

struct BlockLength {
    double stationary;
    double circular;
};

/// The automatic block length of Politis & White (2004), corrected by Patton, Politis & White (2009). For a
/// sample too short (n < 10) or constant both are 1.
[[nodiscard]] BlockLength optimalBlockLength(std::span<const double> x);

/// Percentile interval of the mean over `draws` stationary bootstrap samples with mean block `block` ≥ 1.
/// Draw i uses the stream (seed, Bootstrap, i). NaN below two values.
[[nodiscard]] Interval bootstrapMean(std::span<const double> x, double block, std::size_t draws, double level,
                                     std::uint64_t seed);

/// The same for Pearson's correlation of pairs that are drawn together: inside [−1, 1], and asymmetric near
/// its ends. x and y of equal length.
[[nodiscard]] Interval bootstrapCorrelation(std::span<const double> x, std::span<const double> y,
                                            double block, std::size_t draws, double level,
                                            std::uint64_t seed);

} // namespace core::stats
