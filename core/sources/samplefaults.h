// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What real price data has and a simulation lacks: a split, a rename, a delisting, a late listing, gaps,
// stale prices.
#pragma once

#include "core/domain/instrument.h"
#include "core/sources/samplemarket.h"

#include <string>
#include <vector>

namespace core::sources {

/// What happened to one company's record.
struct SampleFaults {
    std::string symbol;
    std::size_t firstBar = 0;  ///< listed from here
    std::size_t endBar = 0;    ///< not traded from here on (the number of sessions: to the end)
    std::size_t renamedAt = 0; ///< from this bar on under `laterSymbol`; 0: never
    std::string laterSymbol;
    std::size_t splitAt = 0; ///< from this bar on prices are divided by `splitInto`; 0: never
    double splitInto = 1;
    std::size_t staleFrom = 0; ///< bars [staleFrom, staleTo) repeat the close before
    std::size_t staleTo = 0;
    std::vector<std::size_t> gaps; ///< bars left out, ascending

    /// The symbol of the bar; empty when there is none.
    [[nodiscard]] std::string symbolAt(std::size_t bar) const;
};

/// The faults of every company, in the market's order. A pure function of seed and market.
std::vector<SampleFaults> sampleFaults(std::uint64_t seed, const SampleMarket &market);

/// The corporate actions that tell of them, each known some weeks before.
std::vector<domain::Action> sampleActions(const SampleMarket &market, std::span<const SampleFaults> faults);

} // namespace core::sources
