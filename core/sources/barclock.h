// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The instants at which a bar opens and closes, from the day or the instant that its row names.
#pragma once

#include "core/market/tradingcalendar.h"
#include "core/sources/dates.h"
#include "core/sources/preset.h"

#include <optional>
#include <vector>

namespace core::sources {

/// One clock rule, with the days it has answered kept. One thread.
class BarClock final
{
public:
    explicit BarClock(const ClockRule &rule);

    struct Span {
        std::int64_t open; ///< microseconds UTC
        std::int64_t close;
    };
    /// `zone` is where the row's wall clock is read. A day on which the exchange is closed, or that its
    /// calendar does not know, gets the hours of the session before or after it: the provider says that there
    /// was a price.
    Span of(const LocalTime &at, const base::Zone &zone);

private:
    Span ofDay(base::Date day) const;

    ClockRule m_rule;
    std::optional<market::TradingCalendar> m_calendar;
    std::vector<Span> m_days; ///< from 1800 on; open == close: not asked yet
};

} // namespace core::sources
