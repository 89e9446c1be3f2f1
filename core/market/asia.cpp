// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/dayrules.h"
#include "core/market/exchangerules.h"

#include <array>

namespace core::market {

using base::Date;
using std::chrono::days;
using std::chrono::Monday;

namespace {

using namespace std::chrono_literals;

/// Equinox days of Japan 1980 to 2099 (Hydrographic Department's approximation, as in the Shin Koyomi
/// Binran).
Date springEquinox(int year)
{
    const int day = static_cast<int>(20.8431 + 0.242194 * (year - 1980)) - (year - 1980) / 4;
    return date(year, 3, static_cast<unsigned>(day));
}

Date autumnEquinox(int year)
{
    const int day = static_cast<int>(23.2488 + 0.242194 * (year - 1980)) - (year - 1980) / 4;
    return date(year, 9, static_cast<unsigned>(day));
}

/// The holidays of the act of 1948 as in force in each year since 2000, before substitutes.
bool isNamedHoliday(Date day)
{
    const int year = yearOf(day);
    const auto is = [&](unsigned month, unsigned number) { return day == date(year, month, number); };
    const auto isMonday = [&](unsigned month, unsigned n) {
        return day == nthWeekday(year, month, Monday, n);
    };
    if (is(1, 1) || isMonday(1, 2) || is(2, 11) || day == springEquinox(year) || is(4, 29) || is(5, 3) ||
        is(5, 5))
        return true;
    if (day == autumnEquinox(year) || is(11, 3) || is(11, 23))
        return true;
    if (year >= 2007 && is(5, 4)) // Greenery Day; before, a day between two holidays
        return true;
    if (year <= 2018 ? is(12, 23) : year >= 2020 && is(2, 23)) // the Emperor's Birthday
        return true;
    if (year == 2019 && (is(5, 1) || is(10, 22))) // accession and enthronement
        return true;
    if (year >= 2003 ? isMonday(9, 3) : is(9, 15)) // Respect for the Aged
        return true;
    if (year == 2020)
        return is(7, 23) || is(7, 24) || is(8, 10); // Marine, Sports and Mountain Day, moved for the Olympics
    if (year == 2021)
        return is(7, 22) || is(7, 23) || is(8, 8);
    if (year >= 2003 ? isMonday(7, 3) : is(7, 20)) // Marine Day
        return true;
    if (year >= 2016 && is(8, 11)) // Mountain Day
        return true;
    return isMonday(10, 2); // Sports Day
}

/// Named holidays, substitutes for those on a Sunday, and single days between two holidays.
bool isJapaneseHoliday(Date day)
{
    if (isNamedHoliday(day))
        return true;
    // A holiday on a Sunday moves to the next day that is none (until 2006 to the Monday only).
    Date before = day - days(1);
    if (yearOf(day) >= 2007) {
        while (isNamedHoliday(before) && weekdayOf(before) != std::chrono::Sunday)
            before -= days(1);
    }
    if (weekdayOf(before) == std::chrono::Sunday && isNamedHoliday(before))
        return true;
    return weekdayOf(day) != std::chrono::Sunday && isNamedHoliday(day - days(1)) &&
           isNamedHoliday(day + days(1));
}

constexpr auto kTokyoIncidents = std::to_array<int>({20201001}); // the whole day lost to a system failure

bool isTokyoClosed(Date day)
{
    const auto ymd = civil(day);
    const unsigned month = unsigned(ymd.month());
    const unsigned number = unsigned(ymd.day());
    if (isWeekend(day) || isJapaneseHoliday(day) || (month == 12 && number == 31) ||
        (month == 1 && number <= 3))
        return true;
    return contains(kTokyoIncidents, day);
}

std::optional<Hours> tokyoHours(Date day)
{
    if (isTokyoClosed(day))
        return std::nullopt;
    // Until January 2009 the first and the last session of a year ended with the morning.
    if (day <= date(2009, 1, 5)) {
        const int year = yearOf(day);
        Date first = date(year, 1, 4);
        while (isTokyoClosed(first))
            first += days(1);
        Date last = date(year, 12, 30);
        while (isTokyoClosed(last))
            last -= days(1);
        if (day == first || day == last)
            return Hours{9h, 11h};
    }
    return Hours{9h, day < date(2024, 11, 5) ? 15h + 0min : 15h + 30min};
}

/// First day of the lunar year, whose eve is a half day when it is a weekday.
constexpr auto kLunarNewYear = std::to_array<int>({
    20120123,
    20130210,
    20140131,
    20150219,
    20160208,
    20170128,
    20180216,
    20190205,
    20200125,
    20210212,
    20220201,
    20230122,
    20240210,
    20250129,
    20260217,
});

/// Weekdays closed by the lunar calendar as gazetted: New Year, Ching Ming, Buddha, Tuen Ng, the days after
/// Mid-Autumn, Chung Yeung; days lent to another holiday by a clash; and whole days lost to typhoon or
/// rainstorm.
constexpr auto kHongKongClosed = std::to_array<int>({
    20110405, 20110510, 20110606, 20110913, 20110929, 20111005,                               // 2011
    20120123, 20120124, 20120125, 20120404, 20121001, 20121002, 20121023,                     // 2012
    20130211, 20130212, 20130213, 20130404, 20130517, 20130612, 20130814, 20130920, 20131014, // 2013
    20140131, 20140203, 20140506, 20140602, 20140909, 20141002,                               // 2014
    20150219, 20150220, 20150407, 20150525, 20150903, 20150928, 20151021,                     // 2015
    20160208, 20160209, 20160210, 20160404, 20160609, 20160802, 20160916, 20161010, 20161021, // 2016
    20170130, 20170131, 20170404, 20170503, 20170530, 20170823, 20171005,                     // 2017
    20180216, 20180219, 20180405, 20180522, 20180618, 20180925, 20181017,                     // 2018
    20190205, 20190206, 20190207, 20190405, 20190513, 20190607, 20191007,                     // 2019
    20200127, 20200128, 20200430, 20200625, 20201002, 20201013, 20201026,                     // 2020
    20210212, 20210215, 20210406, 20210519, 20210614, 20210922, 20211013, 20211014,           // 2021
    20220201, 20220202, 20220203, 20220405, 20220509, 20220603, 20220912, 20221004,           // 2022
    20230123, 20230124, 20230125, 20230405, 20230526, 20230622, 20230717, 20230901, 20230908, // 2023
    20231023,                                                                                 // 2023
    20240212, 20240213, 20240404, 20240515, 20240610, 20240906, 20240918, 20241011,           // 2024
    20250129, 20250130, 20250131, 20250404, 20250505, 20251007, 20251029,                     // 2025
    20260217, 20260218, 20260219, 20260407, 20260525, 20260619, 20261019,                     // 2026
});

/// Those of the table above that typhoon or rainstorm closed.
constexpr auto kHongKongIncidents = std::to_array<int>({
    20110929,
    20130814,
    20160802,
    20161021,
    20170823,
    20201013,
    20211013,
    20230717,
    20230901,
    20230908,
    20240906,
});

bool isHongKongHoliday(Date day)
{
    const int year = yearOf(day);
    if (contains(kHongKongClosed, day))
        return true;
    const Date easter = easterSunday(year);
    if (day == easter - days(2) || day == easter + days(1))
        return true;
    const auto isObserved = [&](unsigned month, unsigned number) {
        return day == mondayIfSunday(date(year, month, number));
    };
    if (isObserved(1, 1) || isObserved(5, 1) || isObserved(7, 1) || isObserved(10, 1))
        return true;
    // Christmas Day and the first weekday after it; when Christmas is a Sunday both days follow.
    const Date christmas = date(year, 12, 25);
    const unsigned iso = weekdayOf(christmas).iso_encoding();
    if (iso == 7)
        return day == christmas + days(1) || day == christmas + days(2);
    return day == christmas || day == christmas + days(iso == 6 ? 2 : 1);
}

std::optional<Hours> hongKongHours(Date day)
{
    if (isWeekend(day) || isHongKongHoliday(day))
        return std::nullopt;
    const int year = yearOf(day);
    if (day == date(year, 12, 24) || day == date(year, 12, 31) || contains(kLunarNewYear, day + days(1)))
        return Hours{9h + 30min, 12h};
    return Hours{9h + 30min, 16h};
}

std::optional<Hours> wholeDay(Date)
{
    return Hours{0h, 24h};
}

} // namespace

// The Emperor's Birthday and the equinoxes follow the act in force; the range ends where it may well be
// changed.
const ExchangeRules kTokyo{"XTKS",
                           "Asia/Tokyo",
                           Date(std::chrono::year(2000) / 1 / 1),
                           Date(std::chrono::year(2030) / 12 / 31),
                           tokyoHours,
                           kTokyoIncidents};

// From the day of the present morning hours to the last year whose holidays are gazetted.
const ExchangeRules kHongKong{"XHKG",
                              "Asia/Hong_Kong",
                              Date(std::chrono::year(2011) / 3 / 7),
                              Date(std::chrono::year(2026) / 12 / 31),
                              hongKongHours,
                              kHongKongIncidents};

const ExchangeRules kAlways{
    "24/7",   "UTC", Date(std::chrono::year(1960) / 1 / 1), Date(std::chrono::year(2100) / 12 / 31),
    wholeDay, {}};

} // namespace core::market
