// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a hypothesis on bars it was not found on.
#pragma once

#include "core/discovery/family.h"
#include "core/discovery/findings.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::discovery {

struct MatchedDays;
struct RunContext;

/// The effect less base on some bars. NaN: there are too few events to tell a sign.
struct NextEffect {
    std::uint64_t n = 0;
    double value = 0;
};

/// Scores hypotheses of `family` on the bars of `next`, the same study with more bars, that close after `at`:
/// of the events whose windows begin after it, the mean response less the mean over those bars (a slope:
/// their correlation; a spread: its two means; what matched days found: less the mean of its stratum by
/// `matching`, that of `next`). A window that reaches over either end is in none. One that
/// `next` no longer asks, or asks otherwise, has no events. In the order of the findings, the same for any
/// number of threads; what is missing after a cancel is not filled.
std::vector<NextEffect> scoreNext(const Family &family, std::span<const Finding> findings, const Family &next,
                                  base::Instant at, const MatchedDays &matching, const RunContext &context);

} // namespace core::discovery
