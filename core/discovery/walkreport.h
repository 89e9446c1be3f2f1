// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The totals of a walk: shares, shrinkage and calibration, with intervals that know that what is found in one
// step stands or falls together.
#pragma once

#include "core/discovery/walk.h"

namespace core::discovery {

/// Sums up the steps, those found by the study (or by the uncorrected t-test). Intervals draw the steps again
/// (Efron 1979; whole steps, because what is found in one shares its year).
WalkTotal totalOf(const std::vector<WalkStep> &steps, WalkTally WalkStep::*which, std::uint64_t seed);

/// The probability that the next step's effect has the discovered sign: Φ(k t / √(1 + n/n_next)), that is
/// Φ(δ/√(se² + s²/n_next)) with δ shrunk by k, se = s/√n and t = δ/se.
double forecastOf(double t, std::uint64_t n, std::uint64_t nNext, double shrinkage);

/// What k is from the steps scored so far: the mean of scored over discovered effects, each winsorised to
/// [−1, 2], drawn towards its prior as if by ten of that; within [0, 1].
class Shrinkage final
{
public:
    void add(double discovered, double scored);
    [[nodiscard]] double value() const;

private:
    double m_sum = 0;
    std::uint64_t m_count = 0;
};

} // namespace core::discovery
