// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A point in time: int64 microseconds UTC since 1970, proleptic Gregorian, no leap seconds.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace core::base {

using Duration = std::chrono::microseconds;
using Date = std::chrono::sys_days; ///< a calendar day, without a zone

class Instant final
{
public:
    /// The missing instant: sorts before every real one.
    constexpr Instant() = default;
    constexpr explicit Instant(std::int64_t micros)
        : m_micros(micros)
    {}
    /// 00:00 UTC of the day.
    constexpr explicit Instant(Date day)
        : m_micros(Duration(day.time_since_epoch()).count())
    {}

    [[nodiscard]] constexpr bool isValid() const { return m_micros != kMissing; }
    [[nodiscard]] constexpr std::int64_t micros() const { return m_micros; }
    /// The UTC day it falls in.
    [[nodiscard]] constexpr Date utcDay() const
    {
        return std::chrono::floor<std::chrono::days>(std::chrono::sys_time<Duration>(Duration(m_micros)));
    }

    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant a, Duration d) { return Instant(a.m_micros + d.count()); }
    friend constexpr Instant operator-(Instant a, Duration d) { return Instant(a.m_micros - d.count()); }
    friend constexpr Duration operator-(Instant a, Instant b) { return Duration(a.m_micros - b.m_micros); }

private:
    static constexpr std::int64_t kMissing = std::numeric_limits<std::int64_t>::min();
    std::int64_t m_micros = kMissing;
};

/// Of two limits the one that is reached first; a missing one limits nothing.
constexpr Instant earlier(Instant a, Instant b)
{
    return !a.isValid() ? b : !b.isValid() || a < b ? a : b;
}

/// "2011-03-11T05:46:24Z", with ".123456" only when there are microseconds; "" when missing. UTC.
std::string toIso(Instant at);
/// "2011-03-11".
std::string toIso(Date day);
/// "2011-03-11"; fails unless it is exactly a real date of the years 0001 to 9999.
Result<Date> parseDate(std::string_view text);
/// An ISO date, or date and time ("T" or blank between), seconds and fraction optional, zone "Z" or
/// "±hh[:mm]" optional (none means UTC). Fails with a sentence that shows the text.
Result<Instant> parseInstant(std::string_view text);

} // namespace core::base
