// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/dayrules.h"

#include <algorithm>

namespace core::market {

using base::Date;
using std::chrono::days;
using std::chrono::weekday;
using std::chrono::year_month_day;

Date date(int year, unsigned month, unsigned day)
{
    return Date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

year_month_day civil(Date day)
{
    return year_month_day(day);
}

int yearOf(Date day)
{
    return int(civil(day).year());
}

weekday weekdayOf(Date day)
{
    return weekday(day);
}

bool isWeekend(Date day)
{
    return weekdayOf(day).iso_encoding() >= 6;
}

Date nthWeekday(int year, unsigned month, weekday which, unsigned n)
{
    return Date(std::chrono::year(year) / std::chrono::month(month) / which[n]);
}

Date lastWeekday(int year, unsigned month, weekday which)
{
    return Date(std::chrono::year(year) / std::chrono::month(month) / which[std::chrono::last]);
}

Date lastDayOfMonth(int year, unsigned month)
{
    return Date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::last);
}

Date easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return date(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

Date nearestWeekday(Date day)
{
    const unsigned iso = weekdayOf(day).iso_encoding();
    return iso == 6 ? day - days(1) : iso == 7 ? day + days(1) : day;
}

Date mondayIfWeekend(Date day)
{
    const unsigned iso = weekdayOf(day).iso_encoding();
    return iso == 6 ? day + days(2) : iso == 7 ? day + days(1) : day;
}

Date mondayIfSunday(Date day)
{
    return weekdayOf(day) == std::chrono::Sunday ? day + days(1) : day;
}

bool contains(std::span<const int> ascending, Date day)
{
    const year_month_day ymd = civil(day);
    const int key = int(ymd.year()) * 10'000 + static_cast<int>(unsigned(ymd.month())) * 100 +
                    static_cast<int>(unsigned(ymd.day()));
    return std::binary_search(ascending.begin(), ascending.end(), key);
}

} // namespace core::market
