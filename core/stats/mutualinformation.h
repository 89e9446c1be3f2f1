// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How much two continuous series tell about each other, whatever the shape of their relationship, in nats.
#pragma once

#include <cstddef>
#include <span>

namespace core::stats {

/// The first estimator of Kraskov, Stögbauer & Grassberger (2004, eq. 8) with the k-th neighbour, 3 ≤ k ≤ 10
/// as a rule: ψ(k) + ψ(n) − mean of ψ(nx + 1) + ψ(ny + 1), the sides scaled to deviation 1, distances by the
/// larger side. May be a little below 0 for independent series; samples of few different values break it.
/// n^1.5 steps: the neighbours are sought along the sorted x. NaN for n ≤ k or when a side does not vary.
[[nodiscard]] double mutualInformation(std::span<const double> x, std::span<const double> y,
                                       std::size_t k = 3);

} // namespace core::stats
