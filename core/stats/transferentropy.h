// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Information that the past of x holds about the next step of y beyond y's own past, in bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// Codes 0, 1, … by the quantiles `cuts` (ascending, in (0, 1)) of the series itself, type 8 of Hyndman & Fan
/// (1996): code j for values up to the j-th of them. The usual cuts are .05 and .95: losses, ordinary days,
/// gains.
[[nodiscard]] std::vector<std::uint8_t> quantileCodes(std::span<const double> x,
                                                      std::span<const double> cuts);

/// Σ p(y', y, x)·log2(p(y'|y, x)/p(y'|y)) with y' the bar after y and x (Schreiber 2000), from the counts of
/// codes below `symbols`. Never negative, and so too large by about (symbols − 1)²·symbols/(2n·ln 2) for
/// independent series.
[[nodiscard]] double transferEntropy(std::span<const std::uint8_t> x, std::span<const std::uint8_t> y,
                                     std::size_t symbols);

/// That less its mean over `shuffles` random orders of x (Marschinski & Kantz 2002): about 0 for independent
/// series. Shuffle i uses the stream (seed, Simulation, i). For a p-value take shifts of x: shuffling
/// destroys its memory.
[[nodiscard]] double effectiveTransferEntropy(std::span<const std::uint8_t> x,
                                              std::span<const std::uint8_t> y, std::size_t symbols,
                                              std::size_t shuffles, std::uint64_t seed);

} // namespace core::stats
