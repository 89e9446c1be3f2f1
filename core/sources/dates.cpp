// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/dates.h"

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/numbers.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::isDigit;
using base::isLetter;
using base::qs;
using base::Result;
using base::Tr;

namespace {

using namespace std::chrono;

/// Takes `least` to `most` digits off the front.
bool takeNumber(std::string_view &text, int least, int most, int &value)
{
    value = 0;
    int digits = 0;
    while (digits < most && !text.empty() && isDigit(text.front())) {
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
        ++digits;
    }
    return digits >= least;
}

std::string_view takeLetters(std::string_view &text)
{
    std::size_t length = 0;
    while (length < text.size() && isLetter(text[length]))
        ++length;
    const std::string_view word = text.substr(0, length);
    text.remove_prefix(length);
    return word;
}

/// "Jan", "Sept", "january": 1 to 12, or 0. English names and their beginnings of three letters or more.
int monthNumber(std::string_view word)
{
    static constexpr std::array<std::string_view, 12> kNames{"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};
    if (word.size() < 3)
        return 0;
    for (std::size_t month = 0; month < kNames.size(); ++month) {
        const std::string_view name = kNames[month];
        bool same = word.size() <= name.size();
        for (std::size_t i = 0; same && i < word.size(); ++i)
            same = (word[i] | 0x20) == name[i];
        if (same)
            return static_cast<int>(month) + 1;
    }
    return 0;
}

/// Takes a word off the front, in letters of either case.
bool takeWord(std::string_view &text, std::string_view word)
{
    std::string_view rest = text;
    const std::string_view found = takeLetters(rest);
    const bool same =
        found.size() == word.size() && std::equal(found.begin(), found.end(), word.begin(),
                                                  [](char a, char b) { return (a | 0x20) == (b | 0x20); });
    if (same)
        text = rest;
    return same;
}

/// "Z", "UTC", "+01", "-0500", "+01:00", or nothing at all; false when it is an offset that cannot be.
bool takeZone(std::string_view &text, std::optional<base::Duration> &offset)
{
    if (takeWord(text, "z") || takeWord(text, "utc") || takeWord(text, "gmt")) {
        offset = base::Duration(0);
        return true;
    }
    const int sign = text.empty() ? 0 : text.front() == '+' ? 1 : text.front() == '-' ? -1 : 0;
    if (sign == 0)
        return true;
    std::string_view rest = text.substr(1);
    int hour = 0;
    int minute = 0;
    if (!takeNumber(rest, 2, 2, hour))
        return true;
    if (!rest.empty() && rest.front() == ':')
        rest.remove_prefix(1);
    if (!rest.empty() && isDigit(rest.front()) && !takeNumber(rest, 2, 2, minute))
        return false;
    if (hour > 23 || minute > 59)
        return false;
    text = rest;
    offset = sign * (hours(hour) + minutes(minute));
    return true;
}

/// "AM", "p.m."; -1: neither.
int takeHalfDay(std::string_view &text)
{
    for (const auto &[word, dotted, half] : {std::tuple("am", "a.m.", 0), std::tuple("pm", "p.m.", 12)}) {
        if (takeWord(text, word))
            return half;
        if (text.size() >= 4 && (text[0] | 0x20) == dotted[0] && text[1] == '.' && (text[2] | 0x20) == 'm' &&
            text[3] == '.') {
            text.remove_prefix(4);
            return half;
        }
    }
    return -1;
}

bool takeFraction(std::string_view &text, base::Duration &time)
{
    if (text.empty() || text.front() != '.')
        return true;
    text.remove_prefix(1);
    int micros = 0;
    int digits = 0;
    for (; !text.empty() && isDigit(text.front()); text.remove_prefix(1), ++digits) {
        if (digits < 6)
            micros = micros * 10 + (text.front() - '0');
    }
    for (int i = digits; i < 6; ++i)
        micros *= 10;
    time += microseconds(micros);
    return digits > 0;
}

} // namespace

Result<DatePattern> DatePattern::compile(std::string_view pattern)
{
    struct Name {
        std::string_view text;
        Token token;
    };
    static constexpr std::array<Name, 19> kNames{{
        {"YYYY", Token::Year4}, {"YY", Token::Year2},    {"Y", Token::YearAny},  {"MON", Token::MonthName},
        {"MM", Token::Month2},  {"M", Token::MonthAny},  {"DD", Token::Day2},    {"D", Token::DayAny},
        {"hh", Token::Hour2},   {"h", Token::HourAny},   {"mm", Token::Minute2}, {"ss", Token::Second2},
        {"AP", Token::HalfDay}, {"WWW", Token::Weekday}, {"Z", Token::Zone},     {"*", Token::Word},
        {"th", Token::Ordinal}, {".f", Token::Fraction}, {" ", Token::Blank},
    }};
    DatePattern compiled;
    compiled.m_pattern = pattern;
    bool year = false;
    std::string_view rest = pattern;
    while (!rest.empty()) {
        const Name *found = nullptr;
        for (const Name &name : kNames) {
            if (rest.starts_with(name.text)) {
                found = &name;
                break;
            }
        }
        if (found) {
            compiled.m_steps.push_back({found->token, '\0'});
            year = year || found->token <= Token::YearAny;
            compiled.m_hasMonth =
                compiled.m_hasMonth || (found->token >= Token::Month2 && found->token <= Token::MonthName);
            compiled.m_hasTime =
                compiled.m_hasTime || found->token == Token::Hour2 || found->token == Token::HourAny;
            rest.remove_prefix(found->text.size());
        } else if (rest.size() >= 3 && rest[0] == '\'' && rest[2] == '\'') {
            compiled.m_steps.push_back({Token::Literal, rest[1]});
            rest.remove_prefix(3);
        } else if (isLetter(rest.front()) && rest.front() != 'T') {
            return Error{ErrorCode::BadInput, Tr::tr("“%1” is not a date pattern: “%2” stands for nothing; "
                                                     "write for example YYYY-MM-DD hh:mm:ss")
                                                  .arg(qs(pattern), qs(rest.substr(0, 1)))};
        } else {
            compiled.m_steps.push_back({Token::Literal, rest.front()});
            rest.remove_prefix(1);
        }
    }
    if (!year)
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is not a date pattern: it has no year; write for example YYYY-MM-DD")
                         .arg(qs(pattern))};
    return compiled;
}

std::optional<LocalTime> DatePattern::parse(std::string_view text) const
{
    text = trimmed(text);
    const auto reading = parseFront(text);
    return text.empty() ? reading : std::nullopt;
}

std::optional<LocalTime> DatePattern::parseFront(std::string_view &text) const
{
    int year = 0;
    int month = m_hasMonth ? 1 : 12;
    int day = m_hasMonth ? 1 : 31;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int half = -1;
    LocalTime result;
    base::Duration fraction{0};
    for (const Step &step : m_steps) {
        bool good = true;
        switch (step.token) {
        case Token::Year4:
            good = takeNumber(text, 4, 4, year);
            break;
        case Token::Year2:
            good = takeNumber(text, 2, 2, year);
            year += year >= 69 ? 1900 : 2000;
            break;
        case Token::YearAny: {
            const bool negative = !text.empty() && text.front() == '-';
            if (negative)
                text.remove_prefix(1);
            good = takeNumber(text, 1, 5, year);
            year = negative ? -year : year;
            break;
        }
        case Token::Month2:
            good = takeNumber(text, 2, 2, month);
            break;
        case Token::MonthAny:
            good = takeNumber(text, 1, 2, month);
            break;
        case Token::MonthName:
            month = monthNumber(takeLetters(text));
            good = month > 0;
            break;
        case Token::Day2:
            good = takeNumber(text, 2, 2, day);
            break;
        case Token::DayAny:
            good = takeNumber(text, 1, 2, day);
            break;
        case Token::Hour2:
            good = takeNumber(text, 2, 2, hour);
            break;
        case Token::HourAny:
            good = takeNumber(text, 1, 2, hour);
            break;
        case Token::Minute2:
            good = takeNumber(text, 2, 2, minute);
            break;
        case Token::Second2:
            good = takeNumber(text, 2, 2, second);
            break;
        case Token::HalfDay:
            half = takeHalfDay(text);
            good = half >= 0;
            break;
        case Token::Weekday:
            good = !takeLetters(text).empty();
            break;
        case Token::Zone:
            good = takeZone(text, result.offset);
            break;
        case Token::Word:
            good = !takeLetters(text).empty();
            break;
        case Token::Fraction:
            good = takeFraction(text, fraction);
            break;
        case Token::Ordinal:
            for (const char *ending : {"st", "nd", "rd", "th"}) {
                if (takeWord(text, ending))
                    break;
            }
            break;
        case Token::Blank:
            while (!text.empty() && text.front() == ' ')
                text.remove_prefix(1);
            break;
        case Token::Literal:
            good = !text.empty() && text.front() == step.literal;
            if (good)
                text.remove_prefix(1);
            break;
        }
        if (!good)
            return std::nullopt;
    }
    if (half >= 0) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + half;
    }
    const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    result.day = sys_days(date);
    result.time = hours(hour) + minutes(minute) + seconds(second) + fraction;
    result.hasTime = m_hasTime;
    return result;
}

} // namespace core::sources
