// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and times as files write them, by a pattern such as "DD-MON-YY" or "h:mm AP * WWW, D MON YYYY".
#pragma once

#include "core/base/instant.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

/// A wall-clock reading; what zone it is in is said elsewhere unless the text itself gives the offset.
struct LocalTime {
    base::Date day;
    base::Duration time{0};
    bool hasTime = false;                 ///< false: only the day is known
    std::optional<base::Duration> offset; ///< what the text says local time is ahead of UTC
};

/// Tokens: YYYY YY Y (any digits, sign allowed) MM M MON (name) DD D hh h mm ss AP WWW (a weekday's name,
/// skipped) Z (zone: "Z", "UTC", "GMT" or ±hh[:]mm, may be absent) * (one word, skipped); "th" is an optional
/// st, nd, rd or th; ".f" is an optional fraction of a second; a blank matches any number of blanks; 'x' is
/// the letter x; everything else stands for itself. "MM", "DD" and "hh" need two digits, the single letters
/// one or two. Without a day the pattern means the first of the month, without a month the 31 December.
/// YY 69..99 is 19xx, else 20xx (POSIX).
class DatePattern final
{
public:
    /// Fails with a sentence that names what is wrong with the pattern.
    static base::Result<DatePattern> compile(std::string_view pattern);

    /// The reading, or nothing when the text does not have that form or the date does not exist. Any thread.
    [[nodiscard]] std::optional<LocalTime> parse(std::string_view text) const;
    /// The same for a text that only begins with that form, which is taken off its front. Any thread.
    [[nodiscard]] std::optional<LocalTime> parseFront(std::string_view &text) const;
    [[nodiscard]] const std::string &pattern() const { return m_pattern; }
    [[nodiscard]] bool hasTime() const { return m_hasTime; }

private:
    enum class Token : std::uint8_t {
        Year4,
        Year2,
        YearAny,
        Month2,
        MonthAny,
        MonthName,
        Day2,
        DayAny,
        Hour2,
        HourAny,
        Minute2,
        Second2,
        HalfDay,
        Weekday,
        Zone,
        Word,
        Ordinal,
        Fraction,
        Blank,
        Literal,
    };
    struct Step {
        Token token;
        char literal;
    };

    std::string m_pattern;
    std::vector<Step> m_steps;
    bool m_hasTime = false;
    bool m_hasMonth = false;
};

} // namespace core::sources
