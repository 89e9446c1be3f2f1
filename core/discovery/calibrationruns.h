// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Replications of a simulated experiment on any number of threads, each with random numbers of its own.
#pragma once

#include "core/discovery/calibration.h"
#include "core/stats/random.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace core::discovery {

/// The level of the tests in the tables, but for those of the tails.
inline constexpr double kTestLevel = 0.05;

/// What the replications of one row gave: numbers in [0, 1], NaN where one does not count.
class Replications final
{
public:
    Replications(std::size_t runs, std::size_t width);

    [[nodiscard]] std::span<double> of(std::size_t run);

    /// The figure of one place: mean over the runs that count, with its error. A run with 0 and one with 1
    /// are added for the error alone, so that a share of 0 is not taken for certain.
    [[nodiscard]] CalibrationFigure figure(std::size_t place) const;

private:
    std::size_t m_width;
    std::vector<double> m_values;
};

/// Fills `out` with the numbers of one run; called from several threads at once.
using Experiment = std::function<void(stats::Random &random, std::span<double> out)>;

/// options.runs runs of the experiment. `row` names its random numbers: run i has the stream (seed,
/// Simulation, row and i). Errors: Cancelled.
[[nodiscard]] base::Result<Replications> replicate(std::uint64_t row, std::size_t width,
                                                   const CalibrationOptions &options,
                                                   const Experiment &experiment);

/// R[t] = Σ_{j=1..window} r[(t + j) mod T], centred.
[[nodiscard]] std::vector<double> circularResponses(const std::vector<double> &returns, std::size_t window);

} // namespace core::discovery
