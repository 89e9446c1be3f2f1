// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/barclock.h"

namespace core::sources {

using base::Date;
using base::Duration;

namespace {

constexpr Date kFirstDay = std::chrono::sys_days(std::chrono::year(1800) / 1 / 1);
constexpr std::size_t kDays = 400UL * 366;

} // namespace

BarClock::BarClock(const ClockRule &rule)
    : m_rule(rule)
{
    if (rule.kind == ClockRule::Kind::Session) {
        auto calendar =
            market::TradingCalendar::find(rule.calendar); // the preset's reader has checked the name
        if (calendar)
            m_calendar = std::move(*calendar);
    }
}

BarClock::Span BarClock::of(const LocalTime &at, const base::Zone &zone)
{
    if (m_rule.kind == ClockRule::Kind::Length) {
        const base::Instant open =
            at.offset ? base::Instant(at.day) + at.time - *at.offset : zone.toUtc(at.day, at.time);
        return {open.micros(), (open + m_rule.length).micros()};
    }
    const auto index = static_cast<std::size_t>((at.day - kFirstDay).count());
    if (at.day < kFirstDay || index >= kDays)
        return ofDay(at.day);
    if (m_days.empty())
        m_days.resize(kDays, Span{0, 0});
    Span &span = m_days[index];
    if (span.open == span.close)
        span = ofDay(at.day);
    return span;
}

BarClock::Span BarClock::ofDay(Date day) const
{
    const auto between = [day](const base::Zone &zone, Duration open, Duration close) {
        return Span{zone.toUtc(day, open).micros(), zone.toUtc(day, close).micros()};
    };
    if (m_rule.kind == ClockRule::Kind::Session && m_calendar) {
        if (const auto session = m_calendar->session(day))
            return {session->open.micros(), session->close.micros()};
        auto near = m_calendar->previous(day);
        if (!near)
            near = m_calendar->next(day);
        const base::Zone &zone = m_calendar->zone();
        if (near)
            return between(zone, zone.localTime(near->open), zone.localTime(near->close));
        return between(zone, Duration(0), std::chrono::hours(24));
    }
    if (m_rule.kind == ClockRule::Kind::Hours)
        return between(m_rule.zone, m_rule.open, m_rule.close);
    if (m_rule.kind == ClockRule::Kind::Fixing)
        return between(m_rule.zone, Duration(0), m_rule.close);
    const base::Zone &zone = m_rule.zone;
    return {zone.toUtc(day, Duration(0)).micros(),
            zone.toUtc(day + std::chrono::days(1), Duration(0)).micros()};
}

} // namespace core::sources
