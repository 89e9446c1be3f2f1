// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/calendarrules.h"

#include "core/market/dayrules.h"

namespace core::sources {

using base::Date;
using base::Duration;
using base::Instant;
using market::date;
using std::chrono::days;

Date payrollFriday(int year, unsigned month)
{
    const Date twelfth = month == 1 ? date(year - 1, 12, 12) : date(year, month - 1, 12);
    const unsigned sinceSunday = market::weekdayOf(twelfth).c_encoding();
    const Date saturday = twelfth + days(6 - static_cast<int>(sinceSunday));
    const Date friday = saturday + days(6 + 14);
    if (month == 1 && friday < date(year, 1, 4))
        return friday + days(7);
    const Date independence = market::nearestWeekday(date(year, 7, 4));
    return friday == independence ? friday - days(1) : friday;
}

market::Session optionExpiry(const market::TradingCalendar &calendar, int year, unsigned month)
{
    const Date friday = market::nthWeekday(year, month, std::chrono::Friday, 3);
    const std::optional<market::Session> session = calendar.session(friday);
    return session ? *session : *calendar.previous(friday);
}

market::Session monthEnd(const market::TradingCalendar &calendar, int year, unsigned month)
{
    const Date last = market::lastDayOfMonth(year, month);
    const std::optional<market::Session> session = calendar.session(last);
    return session ? *session : *calendar.previous(last);
}

Date electionDay(int year)
{
    return market::nthWeekday(year, 11, std::chrono::Monday, 1) + days(1);
}

std::vector<ClockChange> clockChanges(const base::Zone &zone, Date from, Date to)
{
    std::vector<ClockChange> changes;
    Duration offset = zone.offsetAt(Instant(from) - Duration(1));
    for (Date day = from; day <= to; day += days(1)) {
        const Instant end = Instant(day + days(1)) - Duration(1);
        const Duration after = zone.offsetAt(end);
        if (after == offset)
            continue;
        std::int64_t low = Instant(day).micros() - 1; // still the old offset
        std::int64_t high = end.micros();
        while (high - low > 1) {
            const std::int64_t middle = low + (high - low) / 2;
            (zone.offsetAt(Instant(middle)) == offset ? low : high) = middle;
        }
        changes.push_back({Instant(high), after - offset});
        offset = after;
    }
    return changes;
}

} // namespace core::sources
