// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/resample.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/zone.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace core::market {

using base::Date;
using base::Duration;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using domain::BarSeries;

namespace {

/// Where a bar belongs: the slot's start and end.
struct Slot {
    Instant start;
    Instant end;
};

Error unknownInterval(std::string_view text)
{
    return Error{
        ErrorCode::BadInput,
        Tr::tr(
            "“%1” is not a bar interval; write it as 1m, 5m, 1h, 1d, or fib5 for five times the stored one.")
            .arg(base::qs(text))};
}

bool isFibonacci(int number)
{
    int a = 1;
    int b = 2;
    while (a < number) {
        const int next = a + b;
        a = b;
        b = next;
    }
    return a == number;
}

bool parseCount(std::string_view text, int &count)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    return error == std::errc() && end == text.data() + text.size() && count > 0 && count <= 100'000;
}

/// The slot of a bar in minutes; found again only when the bar leaves the one before.
class MinuteSlots final
{
public:
    MinuteSlots(const TradingCalendar &calendar, int length)
        : m_calendar(calendar)
        , m_length(std::chrono::minutes(length))
    {}

    Slot of(Instant opens)
    {
        const Date day = m_calendar.zone().localDay(opens);
        if (day != m_day || !m_anchor.isValid()) {
            m_day = day;
            m_session = m_calendar.session(day);
            m_anchor = m_session ? m_session->open : m_calendar.zone().toUtc(day, Duration(0));
        }
        const std::int64_t length = m_length.count();
        const std::int64_t since = (opens - m_anchor).count();
        const std::int64_t index = since >= 0 ? since / length : -((-since + length - 1) / length);
        Slot slot{m_anchor + Duration(index * length), m_anchor + Duration((index + 1) * length)};
        if (m_session && slot.start < m_session->close)
            slot.end = std::min(slot.end, m_session->close);
        return slot;
    }

private:
    const TradingCalendar &m_calendar;
    Duration m_length;
    Date m_day;
    std::optional<Session> m_session;
    Instant m_anchor;
};

/// Widens `to` by the bar i, which belongs to the same slot.
void merge(BarSeries &to, const BarSeries &from, std::size_t i)
{
    const auto pick = [](double have, double next, auto better) {
        return std::isnan(have) ? next : std::isnan(next) ? have : better(have, next);
    };
    to.open.back() = pick(to.open.back(), from.open[i], [](double a, double) { return a; });
    to.high.back() = pick(to.high.back(), from.high[i], [](double a, double b) { return std::max(a, b); });
    to.low.back() = pick(to.low.back(), from.low[i], [](double a, double b) { return std::min(a, b); });
    to.close.back() = pick(to.close.back(), from.close[i], [](double, double b) { return b; });
    to.adjClose.back() = pick(to.adjClose.back(), from.adjClose[i], [](double, double b) { return b; });
    to.volume.back() = pick(to.volume.back(), from.volume[i], [](double a, double b) { return a + b; });
}

void begin(BarSeries &to, const BarSeries &from, std::size_t i, const Slot &slot)
{
    to.ts.push_back(slot.start);
    to.tsEnd.push_back(slot.end);
    to.open.push_back(from.open[i]);
    to.high.push_back(from.high[i]);
    to.low.push_back(from.low[i]);
    to.close.push_back(from.close[i]);
    to.adjClose.push_back(from.adjClose[i]);
    to.volume.push_back(from.volume[i]);
}

} // namespace

Result<Interval> parseInterval(std::string_view text)
{
    int count = 0;
    if (text.size() < 2 || !parseCount(text.substr(0, text.size() - 1), count))
        return unknownInterval(text);
    switch (text.back()) {
    case 'm':
        return Interval{Interval::Unit::Minutes, count};
    case 'h':
        return Interval{Interval::Unit::Minutes, count * 60};
    case 'd':
        return Interval{Interval::Unit::Sessions, count};
    default:
        return unknownInterval(text);
    }
}

Result<Interval> parseInterval(std::string_view text, const Interval &source)
{
    if (!text.starts_with("fib"))
        return parseInterval(text);
    int times = 0;
    if (!parseCount(text.substr(3), times) || !isFibonacci(times)) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is not a Fibonacci interval; write fib1, fib2, fib3, fib5, fib8 and so on.")
                         .arg(base::qs(text))};
    }
    return Interval{source.unit, source.count * times};
}

Result<BarSeries> resample(const BarSeries &source, std::string_view interval,
                           const TradingCalendar &calendar)
{
    const Result<Interval> from = parseInterval(source.interval);
    if (!from.ok())
        return from.error();
    const Result<Interval> to = parseInterval(interval, *from);
    if (!to.ok())
        return to.error();
    const bool fits =
        from->unit == to->unit ? to->count % from->count == 0 : to->unit == Interval::Unit::Sessions;
    if (!fits) {
        return Error{
            ErrorCode::BadInput,
            Tr::tr("Bars of %1 at %2 cannot be made of the stored bars of %3; ask for a multiple of it.")
                .arg(base::qs(source.symbol), base::qs(interval), base::qs(source.interval))};
    }
    BarSeries result{source.symbol, std::string(interval), {}, {}, {}, {}, {}, {}, {}, {}};
    if (source.size() == 0)
        return result;
    if (to->unit == Interval::Unit::Minutes) {
        MinuteSlots slots(calendar, to->count);
        for (std::size_t i = 0; i < source.size(); ++i) {
            const Slot slot = slots.of(source.ts[i]);
            if (!result.ts.empty() && result.ts.back() == slot.start)
                merge(result, source, i);
            else
                begin(result, source, i, slot);
        }
        return result;
    }
    const Date last = calendar.zone().localDay(source.tsEnd.back() - Duration(1));
    const Result<std::span<const Session>> sessions = calendar.sessions(calendar.firstDay(), last);
    if (!sessions.ok())
        return sessions.error();
    if (calendar.zone().localDay(source.ts.front()) < calendar.firstDay())
        return calendar.sessions(calendar.zone().localDay(source.ts.front()), last).error();
    const auto length = static_cast<std::size_t>(to->count);
    const auto whole = *calendar.sessions(calendar.firstDay(), calendar.lastDay());
    std::size_t session = 0;
    for (std::size_t i = 0; i < source.size(); ++i) {
        // A bar belongs to the session in which it ends (a daily bar may be stamped from midnight).
        while (session < sessions->size() && (*sessions)[session].close < source.tsEnd[i])
            ++session;
        if (session == sessions->size())
            break;
        if (source.tsEnd[i] <= (*sessions)[session].open ||
            (from->unit == Interval::Unit::Minutes && source.ts[i] < (*sessions)[session].open))
            continue;
        const std::size_t first = session / length * length;
        const std::size_t end = std::min(first + length, whole.size()) - 1;
        const Slot slot{whole[first].open, whole[end].close};
        if (!result.ts.empty() && result.ts.back() == slot.start)
            merge(result, source, i);
        else
            begin(result, source, i, slot);
    }
    return result;
}

} // namespace core::market
