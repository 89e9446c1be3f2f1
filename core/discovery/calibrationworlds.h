// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated families of the tables of evidence: dependent event types on assets that share a factor, with
// a few planted effects, and what a set of findings on them is worth.
#pragma once

#include "core/discovery/scan.h"
#include "core/stats/random.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::discovery {

inline constexpr std::size_t kWorldBars = 1500;
inline constexpr std::size_t kWorldLags = 3;    ///< lags 0, 1 and 2
inline constexpr std::size_t kWorldLengths = 2; ///< windows of one bar and of five

/// One event type on one asset at one window length: `kWorldLags` hypotheses.
struct WorldPair {
    std::uint32_t type = 0;
    std::uint32_t asset = 0;
    std::uint32_t length = 0; ///< 0: one bar, 1: five bars
    int planted = -1;         ///< the lag an effect was planted at; −1 for none on this pair and length
    bool touched = false;     ///< an effect was planted on this type and asset, at whatever length
};

/// Returns with GARCH, weak memory and a common factor; Hawkes events whose rates move together.
struct CalibrationWorld {
    std::vector<ScanWeights> types;
    std::vector<std::vector<double>> responses; ///< asset × length: R, centred over the sample, circular
    std::vector<WorldPair> pairs;               ///< those with enough events

    [[nodiscard]] const std::vector<double> &responsesOf(std::uint32_t asset, std::uint32_t length) const;
};

/// Ten event types × twenty assets × two lengths. An effect of `size` deviations of R is planted for twelve
/// of them, none for 0. Types with fewer than `least` events have no pairs.
[[nodiscard]] CalibrationWorld makeCalibrationWorld(stats::Random &random, double size, std::size_t least);

/// What a set of findings says, one flag per pair and lag.
struct Verdict {
    double any = 0;   ///< 1 with a false finding
    double rate = 0;  ///< false ones among the findings
    double power = 0; ///< planted effects found among those with a pair; NaN if nothing was planted
};

/// A finding on a planted type and asset at another length or lag is not false, because windows overlap and
/// events cluster; nor does it count as power.
[[nodiscard]] Verdict judge(const CalibrationWorld &world, std::span<const std::uint8_t> found);

/// The family of the screen: its unit i is pair i.
[[nodiscard]] ScanFamily scanFamilyOf(const CalibrationWorld &world);

} // namespace core::discovery
