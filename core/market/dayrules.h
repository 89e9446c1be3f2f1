// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic on calendar days that holidays and schedules are made of.
#pragma once

#include "core/base/instant.h"

#include <chrono>
#include <span>

namespace core::market {

/// The day of that year, month (1..12) and day.
base::Date date(int year, unsigned month, unsigned day);
std::chrono::year_month_day civil(base::Date day);
int yearOf(base::Date day);
bool isWeekend(base::Date day);
std::chrono::weekday weekdayOf(base::Date day);

/// The n-th (1..5) such weekday of a month.
base::Date nthWeekday(int year, unsigned month, std::chrono::weekday weekday, unsigned n);
base::Date lastWeekday(int year, unsigned month, std::chrono::weekday weekday);
base::Date lastDayOfMonth(int year, unsigned month);

/// Easter Sunday of the Gregorian calendar (Anonymous, Nature 1876; Meeus, Astronomical Algorithms, 1998, ch.
/// 8).
base::Date easterSunday(int year);

/// A Saturday becomes the Friday before, a Sunday the Monday after.
base::Date nearestWeekday(base::Date day);
/// A weekend day becomes the Monday after.
base::Date mondayIfWeekend(base::Date day);
/// A Sunday becomes the Monday after; a Saturday stays.
base::Date mondayIfSunday(base::Date day);

/// Whether an ascending table of days, each written 20010911, holds the day.
bool contains(std::span<const int> ascending, base::Date day);

} // namespace core::market
