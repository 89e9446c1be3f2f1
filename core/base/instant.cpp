// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/instant.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <cstdio>

namespace core::base {

namespace {

using namespace std::chrono;

/// Reads exactly `digits` decimal digits at the front of `text` and moves past them.
bool takeDigits(std::string_view &text, int digits, int &value)
{
    if (text.size() < static_cast<std::size_t>(digits))
        return false;
    value = 0;
    for (int i = 0; i < digits; ++i) {
        const char c = text[static_cast<std::size_t>(i)];
        if (c < '0' || c > '9')
            return false;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(static_cast<std::size_t>(digits));
    return true;
}

bool takeChar(std::string_view &text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

bool takeDate(std::string_view &text, Date &day)
{
    int y = 0;
    int m = 0;
    int d = 0;
    if (!takeDigits(text, 4, y) || !takeChar(text, '-') || !takeDigits(text, 2, m) || !takeChar(text, '-') ||
        !takeDigits(text, 2, d))
        return false;
    const year_month_day ymd{year(y), month(static_cast<unsigned>(m)),
                             std::chrono::day(static_cast<unsigned>(d))};
    if (y < 1 || !ymd.ok())
        return false;
    day = sys_days(ymd);
    return true;
}

bool takeTime(std::string_view &text, Duration &ofDay)
{
    int h = 0;
    int m = 0;
    int s = 0;
    int micros = 0;
    if (!takeDigits(text, 2, h) || !takeChar(text, ':') || !takeDigits(text, 2, m))
        return false;
    if (takeChar(text, ':')) {
        if (!takeDigits(text, 2, s))
            return false;
        if (takeChar(text, '.')) {
            int digits = 0;
            for (; !text.empty() && text.front() >= '0' && text.front() <= '9';
                 text.remove_prefix(1), ++digits) {
                if (digits < 6)
                    micros = micros * 10 + (text.front() - '0');
            }
            if (digits == 0)
                return false;
            for (; digits < 6; ++digits)
                micros *= 10;
        }
    }
    if (h > 23 || m > 59 || s > 59)
        return false;
    ofDay = hours(h) + minutes(m) + seconds(s) + microseconds(micros);
    return true;
}

/// "Z", "+01", "+0100", "+01:00" or nothing.
bool takeOffset(std::string_view &text, Duration &offset)
{
    offset = Duration(0);
    if (text.empty() || takeChar(text, 'Z'))
        return true;
    const bool east = takeChar(text, '+');
    if (!east && !takeChar(text, '-'))
        return false;
    int h = 0;
    int m = 0;
    if (!takeDigits(text, 2, h))
        return false;
    takeChar(text, ':');
    if (!text.empty() && !takeDigits(text, 2, m))
        return false;
    if (h > 23 || m > 59)
        return false;
    offset = (east ? 1 : -1) * (hours(h) + minutes(m));
    return true;
}

} // namespace

namespace {

/// So many digits, with zeros before them.
void addDigits(std::string &text, std::int64_t value, int digits)
{
    const std::size_t end = text.size() + static_cast<std::size_t>(digits);
    text.resize(end);
    for (std::size_t at = end; digits > 0; --digits, value /= 10)
        text[--at] = static_cast<char>('0' + value % 10);
}

} // namespace

std::string toIso(Date date)
{
    const year_month_day ymd(date);
    const int year = int(ymd.year());
    std::string text;
    if (year >= 0 && year <= 9999) {
        addDigits(text, year, 4);
    } else {
        char buffer[16];
        std::snprintf(buffer, sizeof buffer, "%04d", year);
        text = buffer;
    }
    text += '-';
    addDigits(text, unsigned(ymd.month()), 2);
    text += '-';
    addDigits(text, unsigned(ymd.day()), 2);
    return text;
}

std::string toIso(Instant at)
{
    if (!at.isValid())
        return {};
    const Date date = at.utcDay();
    const hh_mm_ss<Duration> time(at - Instant(date));
    std::string text = toIso(date);
    text += 'T';
    addDigits(text, time.hours().count(), 2);
    text += ':';
    addDigits(text, time.minutes().count(), 2);
    text += ':';
    addDigits(text, time.seconds().count(), 2);
    if (time.subseconds().count() != 0) {
        text += '.';
        addDigits(text, time.subseconds().count(), 6);
    }
    text += 'Z';
    return text;
}

Result<Date> parseDate(std::string_view text)
{
    std::string_view rest = text;
    Date day;
    if (!takeDate(rest, day) || !rest.empty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is not a date; write it as 2011-03-11.").arg(qs(text))};
    return day;
}

Result<Instant> parseInstant(std::string_view text)
{
    std::string_view rest = text;
    Date day;
    Duration time(0);
    Duration offset(0);
    bool good = takeDate(rest, day);
    if (good && !rest.empty()) {
        good = (takeChar(rest, 'T') || takeChar(rest, ' ')) && takeTime(rest, time) &&
               takeOffset(rest, offset) && rest.empty();
    }
    if (!good) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is not a date or time; write it as 2011-03-11 or 2011-03-11T05:46:24Z.")
                         .arg(qs(text))};
    }
    return Instant(day) + time - offset;
}

} // namespace core::base
