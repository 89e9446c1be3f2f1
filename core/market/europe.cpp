// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/dayrules.h"
#include "core/market/exchangerules.h"

#include <array>

namespace core::market {

using base::Date;
using std::chrono::days;
using std::chrono::minutes;
using std::chrono::Monday;

namespace {

using namespace std::chrono_literals;

bool isEaster(Date day)
{
    const Date sunday = easterSunday(yearOf(day));
    return day == sunday - days(2) || day == sunday + days(1);
}

/// Bank holidays of England and Wales proclaimed for one year, and the stock exchange's turn of the
/// millennium.
constexpr auto kLondonExtra = std::to_array<int>({
    20000103,
    20020603,
    20020604,
    20110429,
    20120604,
    20120605,
    20200508,
    20220602,
    20220603,
    20220919,
    20230508,
});
/// Bank holidays that were moved away from their rule.
constexpr auto kLondonMoved = std::to_array<int>({20020527, 20120528, 20200504, 20220530});

constexpr auto kLondonIncidents = std::to_array<int>({20220919}); // funeral of Queen Elizabeth

bool isLondonHoliday(Date day)
{
    const int year = yearOf(day);
    if (contains(kLondonExtra, day))
        return true;
    if (contains(kLondonMoved, day))
        return false;
    if (day == mondayIfWeekend(date(year, 1, 1)) || isEaster(day) || day == nthWeekday(year, 5, Monday, 1) ||
        day == lastWeekday(year, 5, Monday) || day == lastWeekday(year, 8, Monday))
        return true;
    // Christmas Day and Boxing Day: a weekend moves them to the next working days.
    const Date christmas = date(year, 12, 25);
    switch (weekdayOf(christmas).iso_encoding()) {
    case 5:
        return day == christmas || day == christmas + days(3);
    case 6:
        return day == christmas + days(2) || day == christmas + days(3);
    case 7:
        return day == christmas + days(1) || day == christmas + days(2);
    default:
        return day == christmas || day == christmas + days(1);
    }
}

/// The last weekday on or before a day.
Date weekdayBefore(Date day)
{
    while (isWeekend(day))
        day -= days(1);
    return day;
}

std::optional<Hours> londonHours(Date day)
{
    if (isWeekend(day) || isLondonHoliday(day))
        return std::nullopt;
    const int year = yearOf(day);
    if (day == weekdayBefore(date(year, 12, 24)) || day == weekdayBefore(date(year, 12, 31)))
        return Hours{8h, 12h + 30min};
    return Hours{8h, 16h + 30min};
}

bool isFrankfurtHoliday(Date day)
{
    const int year = yearOf(day);
    if (day == date(year, 1, 1) || isEaster(day) || day == date(year, 5, 1))
        return true;
    if (year >= 2015 && year <= 2021 && day == easterSunday(year) + days(50)) // Whit Monday
        return true;
    if (year >= 2014 && year <= 2020 && day == date(year, 10, 3)) // German Unity
        return true;
    if (day == date(2017, 10, 31)) // 500 years of the Reformation
        return true;
    return day == date(year, 12, 24) || day == date(year, 12, 25) || day == date(year, 12, 26) ||
           day == date(year, 12, 31);
}

std::optional<Hours> frankfurtHours(Date day)
{
    if (isWeekend(day) || isFrankfurtHoliday(day))
        return std::nullopt;
    if (day == weekdayBefore(date(yearOf(day), 12, 30)))
        return Hours{9h, 14h};
    return Hours{9h, 17h + 30min};
}

} // namespace

// From the year in which the opening of 08:00 was in force; bank holidays are proclaimed a few years ahead.
const ExchangeRules kLondon{"XLON",
                            "Europe/London",
                            Date(std::chrono::year(2000) / 1 / 1),
                            Date(std::chrono::year(2030) / 12 / 31),
                            londonHours,
                            kLondonIncidents};

// Xetra closed at 20:00 until November 2003, and the half day of 30 December is certain from 2010.
const ExchangeRules kFrankfurt{"XETR",
                               "Europe/Berlin",
                               Date(std::chrono::year(2010) / 1 / 1),
                               Date(std::chrono::year(2030) / 12 / 31),
                               frankfurtHours,
                               {}};

} // namespace core::market
