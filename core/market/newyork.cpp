// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/dayrules.h"
#include "core/market/exchangerules.h"

#include <array>

namespace core::market {

using base::Date;
using std::chrono::days;
using std::chrono::Friday;
using std::chrono::minutes;
using std::chrono::Monday;
using std::chrono::Thursday;
using std::chrono::Tuesday;
using std::chrono::Wednesday;
using std::chrono::weekday;

namespace {

/// Whole days closed for a reason of their own (New York Stock Exchange, Special Closings).
constexpr auto kClosed = std::to_array<int>({
    19610529,                     // the day before Decoration Day
    19631125,                     // funeral of President Kennedy
    19680212, 19680409,           // Lincoln's Birthday; mourning for Martin Luther King
    19680612, 19680619, 19680626, // Wednesdays of the paperwork crisis, June to December 1968
    19680705,                     // the day after Independence Day
    19680710, 19680717, 19680724, 19680731, 19680807, // Wednesdays
    19680814, 19680821, 19680828, 19680911, 19680918, // Wednesdays
    19680925, 19681002, 19681009, 19681016, 19681023, // Wednesdays
    19681030, 19681111, 19681120, 19681204, 19681211, // Wednesdays and Veterans Day
    19681218,                                         // the last Wednesday
    19690210, 19690331, 19690721,                     // snow; funeral of President Eisenhower; moon landing
    19721228, 19730125,                               // funerals of Presidents Truman and Johnson
    19770714, 19850927,                               // blackout; hurricane Gloria
    19940427,                                         // funeral of President Nixon
    20010911, 20010912, 20010913, 20010914,           // attacks of 11 September
    20040611, 20070102,                               // mourning for Presidents Reagan and Ford
    20121029, 20121030,                               // hurricane Sandy
    20181205, 20250109,                               // mourning for Presidents G. H. W. Bush and Carter
});

/// Days that closed early for a reason of their own, with the closing time as hhmm.
struct EarlyClose {
    int day;
    int close;
};
constexpr auto kClosedEarly = std::to_array<EarlyClose>({
    {19631122, 1407}, // assassination of President Kennedy
    {19641023, 1400}, // funeral of President Hoover
    {19670207, 1400}, // snow
    {19741224, 1400},
    {19751224, 1400}, // Christmas Eve
    {19750212, 1430}, // snow
    {19760809, 1500}, // hurricane
    {19780206, 1400}, // snow
    {19810330, 1517}, // attempt on President Reagan
    {19810909, 1528}, // power failure
    {19940211, 1430}, // snow
    {19960108, 1400}, // snow
    {19971027, 1530}, // circuit breaker
    {19991231, 1300}, // the turn of the millennium
    {20050601, 1556}, // communication failure
});

/// Stretches of days that all closed early: transit strike, paperwork backlogs, the crash of 1987.
struct EarlyStretch {
    int from;
    int to;
    int close;
};
constexpr auto kClosedEarlyFromTo = std::to_array<EarlyStretch>({
    {19660106, 19660114, 1400},
    {19670809, 19670818, 1400},
    {19680122, 19680301, 1400},
    {19690102, 19690703, 1400},
    {19690707, 19690926, 1430},
    {19690929, 19700501, 1500},
    {19871023, 19871030, 1400},
    {19871102, 19871104, 1430},
    {19871105, 19871106, 1500},
    {19871109, 19871111, 1530},
});

int key(Date day)
{
    const auto ymd = civil(day);
    return int(ymd.year()) * 10'000 + static_cast<int>(unsigned(ymd.month()) * 100 + unsigned(ymd.day()));
}

constexpr minutes clock(int hhmm)
{
    return minutes(hhmm / 100 * 60 + hhmm % 100);
}

/// The Tuesday after the first Monday of November; every year to 1968, then with presidential elections to
/// 1980.
bool isElectionHoliday(int year, Date day)
{
    if (year > 1980 || (year > 1968 && year % 4 != 0))
        return false;
    return day == nthWeekday(year, 11, Monday, 1) + days(1);
}

bool isHoliday(Date day)
{
    const int year = yearOf(day);
    // A New Year's Day on a Saturday is not made up: the Friday before is the last day of the accounting
    // year.
    if (day == mondayIfSunday(date(year, 1, 1)) || day == easterSunday(year) - days(2))
        return true;
    if (year >= 1998 && day == nthWeekday(year, 1, Monday, 3)) // Martin Luther King
        return true;
    if (year >= 1971) {
        if (day == nthWeekday(year, 2, Monday, 3) || day == lastWeekday(year, 5, Monday))
            return true;
    } else {
        // Until 1963 a Saturday was not made up.
        const auto observed = year >= 1964 ? nearestWeekday : mondayIfSunday;
        if (day == observed(date(year, 2, 22)) || day == observed(date(year, 5, 30)))
            return true;
    }
    if (year >= 2022 && day == nearestWeekday(date(year, 6, 19))) // Juneteenth
        return true;
    return day == nearestWeekday(date(year, 7, 4)) || day == nthWeekday(year, 9, Monday, 1) ||
           isElectionHoliday(year, day) || day == nthWeekday(year, 11, Thursday, 4) ||
           day == nearestWeekday(date(year, 12, 25));
}

/// The half days that return every year; 00:00 when the day is not one.
minutes yearlyEarlyClose(Date day)
{
    const int year = yearOf(day);
    const weekday which = weekdayOf(day);
    const minutes close = year >= 1993 ? clock(1300) : clock(1400);
    if (year >= 1992 && day == nthWeekday(year, 11, Thursday, 4) + days(1))
        return close;
    if (day == date(year, 12, 24) && (year >= 1996 || (year >= 1990 && year <= 1992)) && which != Friday)
        return close;
    if ((year == 1997 || year == 2003) && day == date(year, 12, 26))
        return close;
    if (year >= 1995 && day == date(year, 7, 3)) {
        if (which == Monday || which == Tuesday || which == Thursday || (which == Wednesday && year >= 2013))
            return close;
    }
    if (year >= 1996 && year < 2013 && day == date(year, 7, 5) && which == Friday)
        return close;
    return minutes(0);
}

std::optional<Hours> hours(Date day)
{
    if (isWeekend(day) || isHoliday(day) || contains(kClosed, day))
        return std::nullopt;
    const int number = key(day);
    Hours result{number < 19850930 ? clock(1000) : clock(930), number < 19741001 ? clock(1530) : clock(1600)};
    if (const minutes early = yearlyEarlyClose(day); early != minutes(0))
        result.close = early;
    for (const EarlyClose &each : kClosedEarly) {
        if (each.day == number)
            result.close = clock(each.close);
    }
    for (const EarlyStretch &each : kClosedEarlyFromTo) {
        if (number >= each.from && number <= each.to)
            result.close = clock(each.close);
    }
    return result;
}

} // namespace

const ExchangeRules kNewYork{"XNYS",
                             "America/New_York",
                             Date(std::chrono::year(1960) / 1 / 1),
                             Date(std::chrono::year(2100) / 12 / 31),
                             hours,
                             kClosed};

} // namespace core::market
