// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bars as people look at them: stored or made coarser on the way, raw or adjusted, and the sessions they
// lack.
#pragma once

#include "core/domain/readers.h"
#include "core/market/adjust.h"
#include "core/market/gaps.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace core::workbench {

/// Coarsest first: fewer bars to read for the same answer.
inline constexpr std::array<std::string_view, 6> kStoredIntervals{"1d", "1h", "30m", "15m", "5m", "1m"};

struct BarRequest {
    domain::BarQuery query; ///< its interval may be one that is not stored: "1h", "fib5"
    std::string source;     ///< the stored interval to make it from; empty: the coarsest that fits
    market::Adjustment adjustment = market::Adjustment::None;
};

/// The bars asked for. Fails with NotFound and a sentence when the symbol has none, or none to make them
/// from. Any thread.
base::Result<domain::BarSeries> barsOf(const domain::BarReader &reader, const BarRequest &request);

/// Where a chart of bars is not of one piece.
struct BarBreaks {
    std::vector<base::Instant> sessions; ///< when a session opens; of bars shorter than a session only
    std::vector<base::Instant> missing;  ///< within each stretch that lacks bars
};

/// A stretch lacks bars when sessions of the symbol's exchange have none (of a symbol whose exchange is not
/// known: when there is none for a week), or five bars in a row of one session are not there. What the
/// calendar does not know is left out. Any thread.
base::Result<BarBreaks> breaksOf(const domain::BarReader &reader, const domain::BarSeries &bars);

struct GapReport {
    std::string calendar; ///< the exchange calendar it was measured by
    std::vector<market::Gap> gaps;
};

/// The sessions of the symbol's exchange (XNYS when it names none we know) without a bar. Any thread.
base::Result<GapReport> gapsOf(const domain::BarReader &reader, const domain::BarQuery &query);

/// "none", "known", "provider". Fails (BadInput) with a sentence.
base::Result<market::Adjustment> parseAdjustment(std::string_view name);

} // namespace core::workbench
