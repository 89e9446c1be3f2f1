// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Coarser bars out of finer ones, anchored at the exchange's session, without ever filling a gap.
#pragma once

#include "core/domain/bar.h"
#include "core/market/tradingcalendar.h"

namespace core::market {

/// A bar length: minutes of a session, or a number of sessions.
struct Interval {
    enum class Unit : std::uint8_t { Minutes, Sessions };
    Unit unit = Unit::Sessions;
    int count = 1;

    friend bool operator==(const Interval &, const Interval &) = default;
};

/// "1m", "5m", "90m", "1h", "1d", "5d". Fails with a sentence.
base::Result<Interval> parseInterval(std::string_view text);

/// As above, and "fibN" with N a Fibonacci number (1, 2, 3, 5, 8, 13, …): N times the interval of the source
/// bars, so fib5 of minutes is 5 minutes and fib5 of daily bars is 5 sessions.
base::Result<Interval> parseInterval(std::string_view text, const Interval &source);

/// Coarser bars of `source`. Minute slots are counted from the open of the session of the bar's local day
/// (from local midnight on a closed day) and end at the session's close at the latest; n-session slots are
/// counted from the first session of the calendar, so that the same slot holds the same days whatever was
/// asked for. Sessions take only the bars that open within them. A slot without a bar yields no bar; open and
/// close are the first and last present, volume sums what is present. The result's interval is the text asked
/// for. Fails when the interval cannot be made of the source's, or the calendar does not reach. Any thread.
base::Result<domain::BarSeries> resample(const domain::BarSeries &source, std::string_view interval,
                                         const TradingCalendar &calendar);

} // namespace core::market
