// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything shown about one finding: its path, lags, sub-periods, placebos, magnitudes, events and null.
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/discovery/findings.h"
#include "core/discovery/robustness.h"

#include <QString>

#include <limits>
#include <string>
#include <vector>

namespace core::discovery {

struct RunContext;

/// The average cumulated response from the path's first bar to `bar`, relative to the event bar, over the
/// finding's events: the running sum of the averages of each bar (MacKinlay 1997), so that the path over the
/// finding's window rises by its effect. A spread: top minus bottom; a slope: the response to one standard
/// deviation of the weight. The base is not taken off.
struct PathPoint {
    int bar = 0;
    double mean = domain::kMissing;
    /// 95 % for this bar alone: the events in the order of time, stationary bootstrap (Politis & Romano
    /// 1994).
    double low = domain::kMissing, high = domain::kMissing;
    std::size_t n = 0; ///< events that have the bar
};

/// The effect of a window of the finding's length beginning `lag` bars after the event bar.
struct LagPoint {
    int lag = 0;
    double effect = domain::kMissing;
    /// Simultaneous 95 % under the null, over all lags shown: outside where |statistic|/scale at this lag
    /// reaches the .95 quantile of its maximum over the lags (Westfall & Young 1993), over all circular
    /// shifts, in a sample shorter than forty times the lags over 1001 draws of shifts inside blocks
    /// (lagprofile.h says why), or over 1001 draws of the finding's own null. NaN where there is none.
    double bandLow = domain::kMissing, bandHigh = domain::kMissing;
    std::size_t n = 0;
};

/// One of equal stretches of the sample's bars, (from, to]. t is against the base of the whole sample.
struct SubPeriod {
    base::Instant from, to;
    std::size_t n = 0;
    double effect = domain::kMissing, ciLow = domain::kMissing, ciHigh = domain::kMissing,
           t = domain::kMissing;
};

/// A window of the finding's length before the event (and before the finding's own window). No p.
struct PlaceboWindow {
    domain::Window window;
    std::size_t n = 0;
    double effect = domain::kMissing, t = domain::kMissing;
};

/// The mean response (in Evidence::responseUnit) of the events whose value is in [from, to].
struct MagnitudeBin {
    double from = domain::kMissing, to = domain::kMissing, meanWeight = domain::kMissing;
    std::size_t n = 0;
    double effect = domain::kMissing, ciLow = domain::kMissing, ciHigh = domain::kMissing;
};

/// One event bar with a response.
struct EventResponse {
    base::Instant at;                   ///< the close of the event bar
    double response = domain::kMissing; ///< over the finding's window, in Evidence::responseUnit
    double weight = 1;                  ///< before centring; 1 for presence
    std::string label;                  ///< its entities; in a pool, the asset first
    double value = domain::kMissing;    ///< of the event: its weight, for presence the largest of the bar's
};

struct Evidence {
    Finding finding;
    std::vector<PathPoint> path; ///< bars −10 … +20, or five beyond the window; fewer in a short sample
    std::vector<LagPoint> lagProfile;          ///< lags −60 … +60, or on to the finding's own
    std::vector<SubPeriod> subPeriods;         ///< four, or as many as leave five events to each
    std::vector<PlaceboWindow> placebos;       ///< three, nearest first; fewer in a short sample
    std::vector<MagnitudeBin> magnitudes;      ///< five or fewer, ascending; empty without values
    std::vector<EventResponse> responses;      ///< ascending by `at`
    double leaveOneOutLow = domain::kMissing;  ///< smallest effect when any one event is left out
    double leaveOneOutHigh = domain::kMissing; ///< and the largest
    /// |statistic|/scale of this hypothesis at every circular shift, the observed one first; empty when its
    /// null is no circular shift.
    std::vector<float> ownNull;
    Robustness robustness;
    std::vector<QString> notes;
    std::string responseUnit; ///< of path, magnitudes and responses: the finding's, but for a slope's "r"
};

/// Everything shown about one hypothesis of a stored run, recomputed on the run's snapshot, as of then and
/// under its seal; writes nothing, asks nothing new (it only describes what the run asked: no p, no tier of
/// its own). The finding is the stored one; of a hypothesis the run kept without reporting it, what needs no
/// test is filled in. Blocks; any thread; the same for any number of threads. Errors: NotFound (run,
/// hypothesis), Corrupt (a file does not match its hash, or n, effect or t are no longer what was stored),
/// Cancelled.
base::Result<Evidence> evidenceOf(const std::string &run, const base::Sha256 &hypothesis,
                                  const RunContext &context);

} // namespace core::discovery
