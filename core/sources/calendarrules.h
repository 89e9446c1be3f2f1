// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Dates that recur by rule: payrolls, option expiry, elections, Friday the 13th, changes of clocks.
#pragma once

#include "core/base/instant.h"
#include "core/base/zone.h"
#include "core/market/tradingcalendar.h"

#include <vector>

namespace core::sources {

/// The day of the Employment Situation of the month before (Bureau of Labor Statistics: the third Friday
/// after the week, Sunday to Saturday, that holds the 12th; a week later when that would be before 4 January;
/// the Thursday before when the Friday is Independence Day observed). The rule, not the record: delayed
/// releases are not told.
base::Date payrollFriday(int year, unsigned month);

/// The last session on or before the third Friday.
market::Session optionExpiry(const market::TradingCalendar &calendar, int year, unsigned month);

/// The last session of the month.
market::Session monthEnd(const market::TradingCalendar &calendar, int year, unsigned month);

/// The Tuesday after the first Monday of November.
base::Date electionDay(int year);

/// The instants in the days from..to at which a zone changes its offset, and by how much.
struct ClockChange {
    base::Instant at;
    base::Duration by;
};
std::vector<ClockChange> clockChanges(const base::Zone &zone, base::Date from, base::Date to);

} // namespace core::sources
