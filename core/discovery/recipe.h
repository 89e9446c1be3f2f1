// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a finding is computed from: enough for another program to compute it again.
#pragma once

#include "core/discovery/findings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::discovery {

struct RunContext;

/// One asset of a finding and the bars its events fall on.
struct RecipeTerm {
    std::string symbol;
    std::vector<base::Instant> bars; ///< the calendar's closes of the event bars, ascending
    /// Matched days: what the events are compared with, as bars counted from the sample's first, ascending within
    /// each stratum; an event belongs to the stratum that holds its bar. Empty: all bars.
    std::vector<std::vector<std::uint32_t>> strata;
    std::vector<double> weights; ///< one per bar, not centred: 1, the count, the sum of the values, or ±1
};

/// Which events are placed on the bars and what each weighs, where that follows from a filter alone.
struct RecipeEvents {
    std::string filter; ///< normal form
    domain::Weight weight = domain::Weight::Presence;
    std::optional<domain::Cluster> cluster;
    std::optional<base::Duration> firstIn;
};

struct Recipe {
    Finding finding;
    std::string run;
    std::uint64_t snapshot = 0;
    base::Instant asOf; ///< what was known by then: at the run's as-of or its seal; missing: everything
    domain::Study study;
    std::string benchmark;
    base::Instant firstClose, lastClose; ///< of the sample
    std::size_t bars = 0;                ///< of the sample
    std::size_t before = 0;              ///< bars at the sample's begin that no event is placed on
    std::size_t after = 0;               ///< and at its end
    std::vector<RecipeTerm> terms;       ///< one, or those of a pool
    std::optional<RecipeEvents> events;  ///< nothing where pools, entities or quantiles decide
};

/// The recipe of one hypothesis of a stored run (its name or a unique beginning of it). Blocks; any thread;
/// writes nothing. Errors: NotFound (run, hypothesis), Corrupt (its events are gone), Cancelled, as runStudy.
base::Result<Recipe> recipeOf(const std::string &run, const base::Sha256 &hypothesis,
                              const RunContext &context);

} // namespace core::discovery
