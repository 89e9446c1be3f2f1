// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which bars may stand in for the events of a calendar-bound series: same weekday, same month, no other
// scheduled news.
#pragma once

#include "core/discovery/family.h"
#include "core/discovery/nulls.h"

namespace core::discovery {

struct RunContext;

/// Strata of the sample's bars, and per placed series the bars that carry another scheduled event: one of
/// this family, a payroll Friday or a meeting of the Federal Reserve.
base::Result<MatchedDays> makeMatching(const Family &family, const RunContext &context);

/// Per bar of the sample a number that bars of the same weekday (and slot of the session) share.
std::vector<std::uint32_t> weekdaysAndSlots(const Calendar &calendar);

/// One sentence per event series that matched days test and whose controls lost days to other scheduled news.
std::vector<QString> excludedControls(const Family &family, std::span<const NullChoice> choices,
                                      const MatchedDays &matching);

/// The same for the weight series that nullInput makes of some pairs.
MatchedDays forWeights(const MatchedDays &matching, const Family &family, std::span<const std::size_t> pairs);

} // namespace core::discovery
