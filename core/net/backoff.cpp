// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/backoff.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::net {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 7> kLongDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};

std::string_view trimmed(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(" \t");
    if (start == std::string_view::npos)
        return {};
    return text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

/// Reads a date from the left; once something does not fit, all that follows fails.
class Reader final
{
public:
    explicit Reader(std::string_view text)
        : m_rest(text)
    {}

    void take(std::string_view expected)
    {
        if (!m_rest.starts_with(expected)) {
            m_ok = false;
            return;
        }
        m_rest.remove_prefix(expected.size());
    }

    /// Exactly so many digits.
    int number(std::size_t digits)
    {
        if (!m_ok || m_rest.size() < digits) {
            m_ok = false;
            return 0;
        }
        int value = 0;
        for (const char c : m_rest.substr(0, digits)) {
            m_ok = m_ok && base::isDigit(c);
            value = value * 10 + (c - '0');
        }
        m_rest.remove_prefix(digits);
        return value;
    }

    /// Two digits, or a blank and one.
    int paddedNumber()
    {
        if (!m_rest.starts_with(' '))
            return number(2);
        m_rest.remove_prefix(1);
        return number(1);
    }

    template <std::size_t Count>
    unsigned nameOf(const std::array<std::string_view, Count> &names)
    {
        for (unsigned i = 0; i < Count; ++i) {
            if (m_rest.starts_with(names[i])) {
                m_rest.remove_prefix(names[i].size());
                return i;
            }
        }
        m_ok = false;
        return 0;
    }

    [[nodiscard]] bool isDone() const { return m_ok && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_ok = true;
};

struct Fields {
    int year = 0;
    unsigned month = 0; ///< 0 is January
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

void readTime(Reader &reader, Fields &fields)
{
    fields.hour = reader.number(2);
    reader.take(":");
    fields.minute = reader.number(2);
    reader.take(":");
    fields.second = reader.number(2);
}

std::optional<base::Instant> instantOf(const Fields &fields)
{
    const std::chrono::year_month_day date(std::chrono::year(fields.year),
                                           std::chrono::month(fields.month + 1),
                                           std::chrono::day(static_cast<unsigned>(fields.day)));
    // second 60 is a leap second, which our instants do not have: the next minute begins
    if (!date.ok() || fields.hour > 23 || fields.minute > 59 || fields.second > 60)
        return std::nullopt;
    return base::Instant(base::Date(date)) + std::chrono::hours(fields.hour) +
           std::chrono::minutes(fields.minute) + std::chrono::seconds(fields.second);
}

std::optional<Fields> fixedDate(std::string_view text)
{
    Reader reader(text);
    Fields fields;
    reader.nameOf(kDays);
    reader.take(", ");
    fields.day = reader.number(2);
    reader.take(" ");
    fields.month = reader.nameOf(kMonths);
    reader.take(" ");
    fields.year = reader.number(4);
    reader.take(" ");
    readTime(reader, fields);
    reader.take(" GMT");
    return reader.isDone() ? std::optional(fields) : std::nullopt;
}

std::optional<Fields> oldDate(std::string_view text, base::Instant now)
{
    Reader reader(text);
    Fields fields;
    reader.nameOf(kLongDays);
    reader.take(", ");
    fields.day = reader.number(2);
    reader.take("-");
    fields.month = reader.nameOf(kMonths);
    reader.take("-");
    const int year = reader.number(2);
    reader.take(" ");
    readTime(reader, fields);
    reader.take(" GMT");
    if (!reader.isDone())
        return std::nullopt;
    const int present = static_cast<int>(std::chrono::year_month_day(now.utcDay()).year());
    fields.year = present - present % 100 + year;
    if (fields.year > present + 50)
        fields.year -= 100;
    return fields;
}

std::optional<Fields> plainDate(std::string_view text)
{
    Reader reader(text);
    Fields fields;
    reader.nameOf(kDays);
    reader.take(" ");
    fields.month = reader.nameOf(kMonths);
    reader.take(" ");
    fields.day = reader.paddedNumber();
    reader.take(" ");
    readTime(reader, fields);
    reader.take(" ");
    fields.year = reader.number(4);
    return reader.isDone() ? std::optional(fields) : std::nullopt;
}

} // namespace

Backoff::Backoff(BackoffOptions options, stats::Random random)
    : m_options(options)
    , m_random(random)
{}

base::Duration Backoff::next(std::optional<base::Duration> retryAfter)
{
    // 2^30 times the first wait is beyond any bound, and still a number
    const double doubled =
        static_cast<double>(m_options.first.count()) * std::exp2(std::min(m_failures, 30U));
    const double bound = std::min(doubled, static_cast<double>(m_options.longest.count()));
    ++m_failures;
    const base::Duration jitter(static_cast<std::int64_t>(m_random.uniform() * bound));
    if (!retryAfter)
        return jitter;
    return std::clamp(*retryAfter, base::Duration(0), kLongestRetryAfter) + jitter;
}

std::optional<base::Instant> parseHttpDate(std::string_view text, base::Instant now)
{
    text = trimmed(text);
    auto fields = fixedDate(text);
    if (!fields)
        fields = oldDate(text, now);
    if (!fields)
        fields = plainDate(text);
    return fields ? instantOf(*fields) : std::nullopt;
}

std::optional<base::Duration> parseRetryAfter(std::string_view text, base::Instant now)
{
    text = trimmed(text);
    const bool isNumber = !text.empty() && std::ranges::all_of(text, base::isDigit);
    if (isNumber) {
        std::int64_t seconds = 0;
        for (const char c : text)
            seconds = std::min<std::int64_t>(seconds * 10 + (c - '0'), 1'000'000);
        return std::min<base::Duration>(std::chrono::seconds(seconds), kLongestRetryAfter);
    }
    const auto at = parseHttpDate(text, now);
    if (!at)
        return std::nullopt;
    return std::clamp(*at - now, base::Duration(0), kLongestRetryAfter);
}

} // namespace core::net
