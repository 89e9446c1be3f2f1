// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tests that shift or relabel: the exact small forms, in double. The screen of a whole family is
// core/discovery/scan.h.
#pragma once

#include "core/stats/multiplicity.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// Values this close are equal: what rounding leaves between sums of the same terms.
inline constexpr double kTie = 1e-9;

/// All circular shifts of one event series against one return series.
struct ShiftScan {
    std::vector<double> sums;    ///< S(s) = Σ e[t]·r[(t+s) mod T]
    std::vector<double> squares; ///< Q(s), the same with r²
    std::vector<double> t; ///< one-sample t with n = Σ e as frequency weights; empty for signed weights
};

/// `returns` centred by the caller; both of length T.
[[nodiscard]] ShiftScan circularShiftAll(std::span<const double> events, std::span<const double> returns);

enum class Side { Two, Greater };

/// p = (1 + #{s = g, 2g, … < T: x(s) at least as extreme as x(0)})·g/T, all shifts for g = 1; g divides
/// x.size(). Exact if the events are independent of the returns and one of the two is cyclically stationary.
[[nodiscard]] double shiftP(std::span<const double> x, Side side, std::size_t group = 1);

/// maxT over the cyclic group: row i of `x` holds hypothesis i at all `shifts` shifts, the identity first.
[[nodiscard]] StepP jointShiftMaxT(std::span<const double> x, std::size_t shifts);

/// Linear shift without wrap (Harris 2020): the central part of x against y moved by −N..N; valid if y is
/// stationary.
struct LinearShift {
    std::vector<double> correlation; ///< from −N to N
    std::size_t reached = 0;         ///< shifts with |r| ≥ |r(0)|, 0 included
    double p = 1;                    ///< min(1, reached/(N + 1))
};
[[nodiscard]] LinearShift linearShift(std::span<const double> x, std::span<const double> y, std::size_t most);

/// Independent circular shifts inside each block: the exact null of S as the convolution of the blocks' laws.
struct BlockShift {
    std::vector<double> blockSums; ///< block × shift
    double observed = 0;
    std::uint64_t size = 0; ///< number of combinations
    double pGreater = 1;    ///< P(S ≥ observed)
    double pTwoSided = 1;   ///< P(|S − mean| ≥ |observed − mean|)
    double mean = 0;
    double variance = 0;
};

/// events.size() = blocks·length; enumerates length^blocks sums, merging equal ones, so meant for small
/// cases.
[[nodiscard]] BlockShift blockShiftExact(std::span<const double> events, std::span<const double> returns,
                                         std::size_t length);

/// Exact permutation of labels between two samples, statistic mean(x) − mean(y). Valid only if all are
/// exchangeable: with clustered events and autocorrelated returns it rejects far too often, and the test
/// suite shows it.
struct LabelPermutation {
    double difference = 0;
    double pGreater = 1;
    double pTwoSided = 1; ///< twice the smaller tail
    std::uint64_t size = 0;
};
[[nodiscard]] LabelPermutation labelPermutation(std::span<const double> x, std::span<const double> y);

} // namespace core::stats
