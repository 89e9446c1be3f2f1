// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Null models for events that circular shifts cannot test: dates bound to the calendar, values on fixed
// dates, and shifts inside blocks. Each tests a whole family under common draws, with the scale and the maxT
// of the screen.
#pragma once

#include "core/discovery/scan.h"

#include <QString>

namespace core::discovery {

/// Writes R of one asset and window length, NaN where missing; called from several threads at once.
using SparseReturns = std::function<void(std::uint32_t asset, std::uint32_t length, std::span<double> out)>;

/// One hypothesis: a pair or a pool of pairs at one window length and lag.
struct NullUnit {
    std::uint32_t firstTerm = 0;
    std::uint32_t termCount = 1;
    std::uint32_t length = 0;
    std::int32_t lag =
        0; ///< w[t] meets R[t + lag]; beyond either end of the sample R is missing, nothing wraps
};

struct NullFamily {
    std::size_t bars = 0;
    std::vector<ScanWeights> weights;
    std::vector<ScanTerm> terms;
    std::vector<NullUnit> units;
    std::vector<std::size_t> spans; ///< bars that R of each window length sums up; empty: one
    SparseReturns returns;
};

struct NullOptions {
    std::uint64_t seed = 0;
    double alpha = 0.05;
    std::size_t firstDraws =
        301; ///< with the observed one; all that is drawn unless the smallest p is near alpha
    std::size_t draws = 40001; ///< the second and last stage, with the observed one
    unsigned threads = 1;      ///< the result does not depend on it
    base::CancelToken cancel;
    base::ProgressSink progress; ///< counts hypotheses; may be empty
};

struct NullOutcome {
    std::size_t n = 0; ///< event bars with a present R
    double s = 0; ///< Σ w R, R as the method compares it (minus its stratum's mean, minus the events' mean)
    double q = 0; ///< Σ w² R²
    double x = 0; ///< S/√Q, or t when presence and nothing is missing
    double sigma = 0;     ///< root mean square of x over all draws, the observed one included
    double y = 0;         ///< |x|/sigma; 0 where sigma is 0
    double p = 1;         ///< of this hypothesis alone
    double pAbove = 1;    ///< the same of one side: draws whose x is as large, the observed one included
    double pBelow = 1;    ///< draws whose x is as small
    double pAdjusted = 1; ///< maxT over the family
};

struct NullResult {
    std::vector<NullOutcome> outcomes; ///< per unit
    std::vector<float> maxima;         ///< M of each draw, the observed one first
    std::vector<ScanCount> counts;     ///< as ScanResult::counts
    std::size_t draws = 0;             ///< how many were made, the observed one included
};

/// Which bars may stand in for one another.
struct MatchedDays {
    std::vector<std::uint32_t>
        strata; ///< per bar: same weekday (and slot) in the same calendar month, same number
    std::vector<std::vector<std::uint8_t>> excluded; ///< per event series (or empty): 1 for bars that carry
                                                     ///< another scheduled event and cannot be controls
};

/// For the events of one series the bars that may stand in for them, their own among them.
struct StandIns {
    std::vector<std::vector<std::uint32_t>> pools; ///< bars of a stratum, ascending
    std::vector<std::uint32_t> poolOf;             ///< per event bar
};

/// As matchedDays takes them; `bars`: the event bars, `series`: their index in `matching`.
[[nodiscard]] StandIns standInsOf(std::span<const std::uint32_t> bars, const MatchedDays &matching,
                                  std::size_t series);

/// The stratum of a bar: its local day (days since 1970-01-01) and its slot within the session (0 for daily
/// bars).
[[nodiscard]] std::uint32_t monthWeekdayStratum(std::int64_t localDay, std::uint32_t slot,
                                                std::uint32_t slotsPerDay);

/// Matched days, for presence: the bars of every stratum are permuted, the same permutation for every event
/// series and asset, and the effect is the event's R minus the mean of its stratum. Exact if, within a month
/// and weekday, the date carries no information but the event. Windows of several bars overlap where events
/// follow one another closely, and re-dated events are less close: every draw is therefore divided by what
/// its own dates make of uncorrelated returns, √Σu (Σt (e[t] − share of its stratum)·[t ≤ u < t + span])².
/// Without that, dense clustered events were significant at 5 % in 22 of 100 null samples with windows of
/// five bars, in 30 with windows of 21; with it in 5 and 4. Two stages: a family whose smallest p after
/// `firstDraws` is above 2·alpha is final (it is not significant at either stage, so the level holds); any
/// other gets all `draws`. Errors: BadInput (a series with weights, sizes that do not fit), Cancelled.
[[nodiscard]] base::Result<NullResult> matchedDays(const NullFamily &family, const MatchedDays &matching,
                                                   const NullOptions &options);

/// Mark shift, for values: the dates stay and the sequence of values is shifted circularly along the events;
/// R is centred over the events, so their average reaction is not what is tested. If all series have the same
/// number of events all shifts are taken once, else draws of one common fraction.
[[nodiscard]] base::Result<NullResult> markShift(const NullFamily &family, const NullOptions &options);

/// Consecutive blocks of bars; block i runs from starts[i] to starts[i + 1] (the last one to `bars`).
struct ShiftBlocks {
    std::vector<std::size_t> starts;
    std::size_t group = 1; ///< shifts are multiples of it; it divides every block's length
};

/// Block shift: an independent circular shift inside every block, the same for every event series and asset.
/// Takes out slow changes that events and returns share. R[t + lag] is formed on the whole series before it
/// is cut.
[[nodiscard]] base::Result<NullResult> blockShift(const NullFamily &family, const ShiftBlocks &blocks,
                                                  const NullOptions &options);

/// The share K/(number of shifts) of shifts s ≠ 0 (multiples of `group`) that keep more than half of the
/// events.
[[nodiscard]] double overlapShare(const ScanWeights &weights, std::size_t bars, std::size_t group = 1);

/// Above this share an event series is periodic or dense, and shifts cannot test it.
inline constexpr double kPeriodicShare = 0.01;

enum class NullMethod { CircularShift, BlockShift, MatchedDays, MarkShift, None };

struct NullChoice {
    NullMethod method = NullMethod::CircularShift;
    double overlap = 0;
    QString reason; ///< one sentence for the finding
    QString caveat; ///< one about what the method cannot see; empty: nothing known

    /// What is told of it: of the usual method only what it cannot see.
    [[nodiscard]] QString told() const { return method == NullMethod::CircularShift ? caveat : reason; }
};

/// What `auto` takes for one event series. `matching` may be null when the bars have no calendar; `series` is
/// its index there. `minimum` is the smallest number of events a test may rest on (15). `dateOverlap` is the
/// overlap share of the dates by whole weeks (weekOverlapShare), where the bars have dates: holidays break
/// the rhythm of bars, and the larger share counts.
[[nodiscard]] NullChoice chooseNull(const ScanWeights &weights, std::size_t bars, std::size_t group,
                                    const MatchedDays *matching, std::size_t series, std::size_t minimum,
                                    double dateOverlap = 0);

/// The overlap share of event dates (days since 1970-01-01, ascending) within the days first..last by shifts
/// of whole weeks.
[[nodiscard]] double weekOverlapShare(std::span<const std::int64_t> days, std::int64_t first,
                                      std::int64_t last);

} // namespace core::discovery
