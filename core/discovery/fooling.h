// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// "Try to fool it": random dates asked of real prices, by the screen and by what most programs do instead.
// It asks nothing about the world and stands in no ledger.
#pragma once

#include "core/base/result.h"
#include "core/discovery/family.h"

#include <cstdint>
#include <vector>

namespace core::discovery {

struct RunContext;

struct FoolingOptions {
    std::uint32_t series = 500;     ///< of random events
    std::uint32_t mostAssets = 500; ///< the first by name; more make it slower and show the same
    std::uint64_t seed = 1;
};

/// What random dates "moved".
struct FoolingResult {
    std::uint64_t hypotheses = 0;
    std::size_t assets = 0;
    std::size_t series = 0;
    std::size_t bars = 0;
    std::uint64_t naive = 0;       ///< |t| ≥ 1.96: what a t-test on each pair calls a discovery
    std::uint64_t bonferroni = 0;  ///< of them those that survive a division of .05 by the hypotheses
    std::uint64_t significant = 0; ///< of the screen
    std::uint64_t candidates = 0;  ///< beside the significant ones
    double seconds = 0;
    double testsPerSecond = 0; ///< permuted t-statistics: transforms × shifts
};

struct FoolingPower {
    double effect = 0; ///< planted, in standard deviations of the asset's response
    std::size_t planted = 0;
    std::size_t naive = 0; ///< of the planted ones: |t| ≥ 1.96
    std::size_t candidate = 0; ///< candidate or significant in the family above
    std::size_t significant = 0;
};

/// The market of a workspace with random event series on it, ready to be asked and to be planted in. One
/// thread calls; the work is split over RunContext::threads.
class Fooling final
{
public:
    /// Reads the daily bars the run context may see. Errors: BadInput when there are no assets with enough
    /// bars, as runStudy.
    static base::Result<Fooling> prepare(const FoolingOptions &options, const RunContext &context);

    /// Screens everything. Errors: Cancelled.
    base::Result<FoolingResult> ask(const RunContext &context);

    /// Plants an effect of so many standard deviations into the bar after each event of `count` random pairs,
    /// one pair at a time, and says how many are found in the family that ask() screened; the pairs are the
    /// `first`-th on, so that more of them can be added later. Only after ask().
    [[nodiscard]] base::Result<FoolingPower> plant(double effect, std::size_t first, std::size_t count,
                                                   const RunContext &context) const;

private:
    FoolingOptions m_options;
    Family m_family;
    double m_significantFrom = 0;
    double m_candidateFrom = 0;
};

} // namespace core::discovery
