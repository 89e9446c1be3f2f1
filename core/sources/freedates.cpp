// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/freedates.h"

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/numbers.h"

#include <algorithm>
#include <array>
#include <functional>

namespace core::sources {

using base::isDigit;
using base::isLetter;
using base::qs;
using base::Tr;

namespace {

enum class Parts : std::uint8_t { Plain, DayFirst, MonthFirst };

struct FormRule {
    const char *pattern;
    const char *words;
    Parts parts = Parts::Plain;
};

/// Four digits of the year before two, so that 11.03.2011 is not the year 20.
constexpr std::array kForms{
    FormRule{"YYYY-M-D", "year-month-day"},
    FormRule{"YYYY/M/D", "year/month/day"},
    FormRule{"YYYY.M.D", "year.month.day"},
    FormRule{"YYYYMMDD", "year, month and day without signs"},
    FormRule{"YYYY-MON-D", "year-month name-day"},
    FormRule{"YYYY MON D", "year month name day"},
    FormRule{"D/M/YYYY", "day/month/year", Parts::DayFirst},
    FormRule{"M/D/YYYY", "month/day/year", Parts::MonthFirst},
    FormRule{"D.M.YYYY", "day.month.year", Parts::DayFirst},
    FormRule{"M.D.YYYY", "month.day.year", Parts::MonthFirst},
    FormRule{"D-M-YYYY", "day-month-year", Parts::DayFirst},
    FormRule{"M-D-YYYY", "month-day-year", Parts::MonthFirst},
    FormRule{"Dth MON YYYY", "day month name year"},
    FormRule{"Dth MON, YYYY", "day month name year"},
    FormRule{"Dth MON. YYYY", "day month name year"},
    FormRule{"Dth 'o''f' MON YYYY", "day month name year"},
    FormRule{"D. MON YYYY", "day. month name year"},
    FormRule{"D-MON-YYYY", "day-month name-year"},
    FormRule{"D/MON/YYYY", "day/month name/year"},
    FormRule{"D.MON.YYYY", "day.month name.year"},
    FormRule{"DMONYYYY", "day, month name and year without signs"},
    FormRule{"MON Dth, YYYY", "month name day, year"},
    FormRule{"MON. Dth, YYYY", "month name day, year"},
    FormRule{"MON Dth YYYY", "month name day year"},
    FormRule{"MON. Dth YYYY", "month name day year"},
    FormRule{"MON-D-YYYY", "month name-day-year"},
    FormRule{"MON/D/YYYY", "month name/day/year"},
    FormRule{"D/M/YY", "day/month/year", Parts::DayFirst},
    FormRule{"M/D/YY", "month/day/year", Parts::MonthFirst},
    FormRule{"D.M.YY", "day.month.year", Parts::DayFirst},
    FormRule{"M.D.YY", "month.day.year", Parts::MonthFirst},
    FormRule{"D-M-YY", "day-month-year", Parts::DayFirst},
    FormRule{"M-D-YY", "month-day-year", Parts::MonthFirst},
    FormRule{"D-MON-YY", "day-month name-year"},
    FormRule{"D MON YY", "day month name year"},
    FormRule{"DMONYY", "day, month name and year without signs"},
};

/// Behind the date, the longest first; the last is no time at all.
constexpr std::array kTimes{
    "Th:mm:ss.f Z",
    "Th:mm:ss.f",
    "ThhmmssZ",
    "Th:mm Z",
    "Th:mm",
    " h:mm:ss AP Z",
    " h:mm AP Z",
    " h AP",
    ", h:mm:ss AP Z",
    ", h:mm AP Z",
    " h:mm:ss.f Z",
    " h:mm:ss.f",
    " h:mm Z",
    " h:mm",
    ", h:mm:ss.f Z",
    ", h:mm:ss.f",
    ", h:mm Z",
    ", h:mm",
    "",
};

struct Form {
    const FormRule *rule;
    DatePattern date;
    std::vector<DatePattern> withTime; ///< and the date alone at the end
};

const std::vector<Form> &forms()
{
    static const std::vector<Form> all = [] {
        std::vector<Form> made;
        for (const FormRule &rule : kForms) {
            Form form{&rule, *DatePattern::compile(rule.pattern), {}};
            for (const char *time : kTimes)
                form.withTime.push_back(*DatePattern::compile(std::string(rule.pattern) + time));
            made.push_back(std::move(form));
        }
        return made;
    }();
    return all;
}

/// How many bytes the name of a weekday takes at the front, with what follows it; and which it is.
std::size_t weekdayAt(std::string_view text, std::optional<std::chrono::weekday> &day)
{
    static constexpr std::array<std::string_view, 7> kNames{"sunday",   "monday", "tuesday", "wednesday",
                                                            "thursday", "friday", "saturday"};
    std::size_t length = 0;
    while (length < text.size() && isLetter(text[length]))
        ++length;
    if (length < 3)
        return 0;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        const bool same = length <= kNames[i].size() &&
                          std::equal(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length),
                                     kNames[i].begin(), [](char a, char b) { return (a | 0x20) == b; });
        if (!same)
            continue;
        std::size_t end = length;
        while (end < text.size() && (text[end] == ',' || text[end] == '.' || text[end] == ' '))
            ++end;
        if (end == length)
            return 0;
        day = std::chrono::weekday(static_cast<unsigned>(i));
        return end;
    }
    return 0;
}

/// How many bytes a pattern takes at the front; 0 when it does not fit, or when something follows that
/// belongs to the date.
std::size_t lengthOf(const DatePattern &pattern, std::string_view text, LocalTime &at)
{
    std::string_view rest = text;
    const auto reading = pattern.parseFront(rest);
    if (!reading)
        return 0;
    std::size_t length = text.size() - rest.size();
    while (length > 0 && text[length - 1] == ' ')
        --length;
    if (length < text.size() && std::string_view(" \t,;:|\")").find(text[length]) == std::string_view::npos)
        return 0;
    // "05:46 -12": behind a blank two digits are rather a value than a zone, unless they are 00 to 09
    const std::string_view taken = text.substr(0, length);
    if (reading->offset && taken.size() >= 4 && isDigit(taken.back()) && taken[taken.size() - 4] == ' ' &&
        taken[taken.size() - 2] != '0' && (taken[taken.size() - 3] == '-' || taken[taken.size() - 3] == '+'))
        return 0;
    at = *reading;
    return length;
}

/// The date at the front under one form, with the longest time that fits; the day alone when a time follows
/// that is none.
std::optional<FreeDates::Reading> readForm(const Form &form, std::string_view text)
{
    std::string_view rest = text;
    if (!form.date.parseFront(rest))
        return std::nullopt;
    FreeDates::Reading reading;
    const bool mayHaveTime = rest.find_first_of("0123456789") != std::string_view::npos;
    const std::size_t skipped = mayHaveTime ? 0 : form.withTime.size() - 1;
    for (const DatePattern &pattern : std::span(form.withTime).subspan(skipped)) {
        reading.length = lengthOf(pattern, text, reading.at);
        if (reading.length == 0)
            continue;
        reading.pattern = pattern.pattern();
        reading.words = form.rule->words;
        return reading;
    }
    return std::nullopt;
}

/// Whether a colon after the day says that a time was meant which cannot be: "2011-03-11 25:00".
bool isHalfRead(std::string_view text, const FreeDates::Reading &reading)
{
    if (reading.at.hasTime)
        return false;
    std::string_view rest = text.substr(reading.length);
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == ','))
        rest.remove_prefix(1);
    std::size_t digits = 0;
    while (digits < rest.size() && isDigit(rest[digits]))
        ++digits;
    return digits > 0 && digits <= 2 && digits + 1 < rest.size() && rest[digits] == ':' &&
           isDigit(rest[digits + 1]);
}

bool fits(const char *pattern, std::string_view text)
{
    return DatePattern::compile(pattern)->parse(text).has_value();
}

QString whyNot(std::string_view text)
{
    const std::string_view first = trimmed(text.substr(0, text.find_first_of("\t,;|")));
    const QString shown = qs(first).left(40);
    for (const char *pattern :
         {"YYYY-M", "YYYY/M", "M/YYYY", "M.YYYY", "MON YYYY", "YYYY MON", "MON-YY", "YYYY"}) {
        if (fits(pattern, first))
            return Tr::tr("“%1” names no day").arg(shown);
    }
    const bool isNumber = !first.empty() && std::all_of(first.begin(), first.end(),
                                                        [](char c) { return isDigit(c) || c == '.'; });
    if (isNumber && std::count(first.begin(), first.end(), '.') < 2)
        return Tr::tr("“%1” is a number and no date; show the cells of the spreadsheet as dates").arg(shown);
    const bool isNumeric = !first.empty() && isDigit(first.front()) &&
                           std::count_if(first.begin(), first.end(),
                                         [](char c) { return c == '-' || c == '/' || c == '.'; }) >= 2;
    return isNumeric ? Tr::tr("“%1” is no date that the calendar has").arg(shown)
                     : Tr::tr("“%1” is not a date").arg(shown);
}

} // namespace

void FreeDates::look(std::string_view text)
{
    std::optional<std::chrono::weekday> weekday;
    text.remove_prefix(weekdayAt(text, weekday));
    const std::vector<Form> &all = forms();
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        if (all[i].rule->parts != Parts::DayFirst)
            continue;
        const auto dayFirst = readForm(all[i], text);
        const auto monthFirst = readForm(all[i + 1], text);
        if (!dayFirst && !monthFirst)
            continue;
        if (dayFirst && monthFirst) {
            if (dayFirst->at.day != monthFirst->at.day && m_either++ == 0)
                m_example = text.substr(0, dayFirst->length);
        } else {
            ++(dayFirst ? m_dayFirst : m_monthFirst);
        }
        return;
    }
}

void FreeDates::decide()
{
    constexpr std::uint64_t kRare = 20; // one in so many is a slip of the pen
    if (m_dayFirst == 0 && m_monthFirst == 0)
        m_order = Order::Open;
    else if (m_dayFirst > kRare * m_monthFirst)
        m_order = Order::DayFirst;
    else if (m_monthFirst > kRare * m_dayFirst)
        m_order = Order::MonthFirst;
    else
        m_order = Order::Mixed;
}

std::optional<FreeDates::Reading> FreeDates::readForms(std::string_view text, bool &isAmbiguous) const
{
    const std::vector<Form> &all = forms();
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto reading = readForm(all[i], text);
        if (all[i].rule->parts == Parts::Plain) {
            if (reading)
                return reading;
            continue;
        }
        const auto other = readForm(all[++i], text); // month, day
        if (!reading && !other)
            continue;
        if (m_order == Order::DayFirst || m_order == Order::MonthFirst) {
            if (m_order == Order::MonthFirst ? other.has_value() : reading.has_value())
                return m_order == Order::MonthFirst ? other : reading;
            isAmbiguous = true;
            return std::nullopt;
        }
        if (!reading || !other)
            return reading ? reading : other;
        if (m_order == Order::Mixed && reading->at.day != other->at.day) {
            isAmbiguous = true;
            return std::nullopt;
        }
        return std::string_view(all[i].rule->pattern).find('/') != std::string_view::npos ? other : reading;
    }
    return std::nullopt;
}

std::optional<FreeDates::Reading> FreeDates::read(std::string_view text, QString &why) const
{
    std::optional<std::chrono::weekday> weekday;
    const std::size_t skipped = weekdayAt(text, weekday);
    const std::string_view date = text.substr(skipped);
    bool isAmbiguous = false;
    auto reading = readForms(date, isAmbiguous);
    if (!reading) {
        const QString shown = qs(date.substr(0, date.find_first_of(" \t,;|"))).left(40);
        if (!isAmbiguous)
            why = whyNot(date);
        else if (m_order == Order::Mixed)
            why = Tr::tr("“%1” could be day and month or month and day, and the column has both").arg(shown);
        else
            why = m_order == Order::DayFirst
                      ? Tr::tr("“%1” cannot be day and month, as the other dates are").arg(shown)
                      : Tr::tr("“%1” cannot be month and day, as the other dates are").arg(shown);
        return std::nullopt;
    }
    const std::chrono::year_month_day day(reading->at.day);
    if (int(day.year()) < 1800 || int(day.year()) > 2199) {
        why = Tr::tr("“%1” is before 1800 or after 2199, so probably mistyped")
                  .arg(qs(date.substr(0, reading->length)).left(40));
        return std::nullopt;
    }
    if (weekday && *weekday != std::chrono::weekday(reading->at.day)) {
        why = Tr::tr("“%1” was another day of the week").arg(qs(date.substr(0, reading->length)).left(40));
        return std::nullopt;
    }
    if (isHalfRead(date, *reading)) {
        why = Tr::tr("the time behind “%1” is none").arg(qs(date.substr(0, reading->length)).left(40));
        return std::nullopt;
    }
    reading->length += skipped;
    return reading;
}

QString FreeDates::orderNote() const
{
    if (m_order == Order::Mixed)
        return Tr::tr("Some dates have the day first and others the month; those that could be either are "
                      "refused.");
    if (m_either == 0)
        return {};
    const QString example = qs(m_example).left(40);
    const bool isDayFirst =
        m_order == Order::DayFirst || (m_order == Order::Open && m_example.find('/') == std::string::npos);
    const QString order = m_example.find('/') != std::string::npos
                              ? (isDayFirst ? Tr::tr("day/month") : Tr::tr("month/day"))
                              : (isDayFirst ? Tr::tr("day, month") : Tr::tr("month, day"));
    return m_order == Order::Open
               ? Tr::tr("“%1” was read as %2; nothing in the column says which comes first.")
                     .arg(example, order)
               : Tr::tr("“%1” was read as %2, as other dates of the column can only be.").arg(example, order);
}

std::vector<std::string> datePatternsOf(std::span<const std::string> texts, QString &note)
{
    FreeDates dates;
    for (const std::string &text : texts)
        dates.look(trimmed(text));
    dates.decide();
    std::vector<std::pair<std::string, std::size_t>> counts;
    std::size_t read = 0;
    for (const std::string &text : texts) {
        QString why;
        const std::string_view cell = trimmed(text);
        const auto reading = dates.read(cell, why);
        if (!reading || reading->length != cell.size())
            continue;
        ++read;
        const std::string pattern(reading->pattern);
        const auto at = std::ranges::find(counts, pattern, &std::pair<std::string, std::size_t>::first);
        if (at == counts.end())
            counts.emplace_back(pattern, 1);
        else
            ++at->second;
    }
    std::vector<std::string> patterns;
    if (read == 0 || read * 2 < texts.size())
        return patterns;
    note = dates.orderNote();
    std::ranges::stable_sort(counts, std::greater(), &std::pair<std::string, std::size_t>::second);
    for (auto &[pattern, count] : counts)
        patterns.push_back(pattern);
    return patterns;
}

} // namespace core::sources
