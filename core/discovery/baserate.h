// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The base-rate card: what an asset did after past events of a kind, beside what it does on any bar.
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/domain/bar.h"
#include "core/domain/study.h"

#include <QString>

#include <string>
#include <vector>

namespace core::discovery {

struct RunContext;

struct BaseRate {
    std::string event; ///< the filter, in its normal form
    std::string asset;
    domain::Window window;
    std::size_t n = 0; ///< distinct event bars with a response
    double median = domain::kMissing;
    double lowerQuartile = domain::kMissing; ///< type 7 of Hyndman & Fan (1996)
    double upperQuartile = domain::kMissing;
    double mean = domain::kMissing;
    double hitRate = domain::kMissing;                            ///< share of events with a response above 0
    double hitLow = domain::kMissing, hitHigh = domain::kMissing; ///< Wilson (1927) 95 %
    double baseRate = domain::kMissing; ///< share of all bars with a response above 0
    double baseLow = domain::kMissing, baseHigh = domain::kMissing;
    std::string unit; ///< "bp" of log returns; "points" where the price is not always positive
    /// Cumulated response from bar `pathFirst` on, one value per bar up to bar +20, of the newest 200 events
    /// at most, oldest first; NaN where a bar is missing.
    std::vector<std::vector<float>> paths;
    int pathFirst = -5;
    base::Instant from, to; ///< the sample: (from, to], before the seal
    std::vector<QString> notes;
};

/// Descriptive only: no p, no tier, no ledger entry; plain returns of the asset on its own calendar, data
/// before the seal only. `filter` is text of the filter grammar, relative times fixed now. hitRate = share of
/// events with response > 0, baseRate = share of all bars with response > 0, Wilson intervals. Blocks; any
/// thread; deterministic. Fails (BadInput) with a sentence for a filter that cannot be read, an asset without
/// bars, and when fewer than 3 events have a bar; Corrupt, Cancelled.
base::Result<BaseRate> baseRate(const std::string &filter, const std::string &asset, domain::Window window,
                                const RunContext &context);

} // namespace core::discovery
