// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/calendars.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/zone.h"
#include "core/market/dayrules.h"
#include "core/sources/calendarrules.h"
#include "core/sources/moonphase.h"
#include "core/sources/policydates.h"

#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <tuple>

namespace core::sources {

using base::Date;
using base::Duration;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using base::Zone;
using domain::Event;
using domain::KnownBasis;
using market::date;
using market::TradingCalendar;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr Duration kYear = days(365);
constexpr Duration kQuarter = days(90);

Date dayOf(int yyyymmdd)
{
    return date(yyyymmdd / 10'000, static_cast<unsigned>(yyyymmdd / 100 % 100),
                static_cast<unsigned>(yyyymmdd % 100));
}

Duration clockOf(int hhmm)
{
    return hours(hhmm / 100) + minutes(hhmm % 100);
}

/// Collects the events of one call; everything outside the days asked for is dropped here.
class Collector final
{
public:
    Collector(Date first, Date last, std::span<const std::string> types, TradingCalendar calendar)
        : from(first)
        , to(last)
        , newYork(calendar.zone())
        , exchange(std::move(calendar))
        , m_types(types)
    {}

    [[nodiscard]] bool wants(std::string_view type) const
    {
        return m_types.empty() || std::find(m_types.begin(), m_types.end(), type) != m_types.end();
    }

    /// Adds an event of basis scheduled; the caller may still change it. `key` makes its id: type, entity and
    /// key.
    void add(std::string_view type, std::string_view entity, Instant at, Duration knownAhead,
             std::string_view key, const std::function<void(Event &)> &finish = {})
    {
        if (!wants(type) || at.utcDay() < from || at.utcDay() > to)
            return;
        Event event;
        event.source = kCalendarSource;
        event.eventType = type;
        event.entity = entity;
        event.id = base::eventId(event.source, event.eventType + '|' + event.entity + '|' + std::string(key));
        event.timestamp = at;
        event.knownAt = at - knownAhead;
        event.knownBasis = KnownBasis::Scheduled;
        event.parser = kCalendarSource;
        event.parserVersion = kCalendarParserVersion;
        if (finish)
            finish(event);
        m_events.push_back(std::move(event));
    }

    std::vector<Event> take()
    {
        std::sort(m_events.begin(), m_events.end(), [](const Event &a, const Event &b) {
            return std::tie(a.timestamp, a.eventType, a.entity) <
                   std::tie(b.timestamp, b.eventType, b.entity);
        });
        return std::move(m_events);
    }

    const Date from;
    const Date to;
    const Zone newYork;
    const TradingCalendar exchange; ///< New York

private:
    std::span<const std::string> m_types;
    std::vector<Event> m_events;
};

void setMeta(Event &event, const QJsonObject &meta)
{
    event.metadata = base::canonicalJson(meta);
}

/// Calls with every month that the days asked for touch.
void forEachMonth(const Collector &out, const std::function<void(int, unsigned)> &call)
{
    // A local evening may belong to the UTC day after it; a month more on each side costs nothing.
    const auto firstDay = market::civil(out.from - days(2));
    const auto lastDay = market::civil(out.to + days(2));
    const int last = int(lastDay.year()) * 12 + static_cast<int>(unsigned(lastDay.month())) - 1;
    for (int at = int(firstDay.year()) * 12 + static_cast<int>(unsigned(firstDay.month())) - 1; at <= last;
         ++at) {
        const int year = at / 12;
        if (year >= 1960 && year <= 2100)
            call(year, static_cast<unsigned>(at % 12 + 1));
    }
}

void addMonthly(Collector &out)
{
    forEachMonth(out, [&out](int year, unsigned month) {
        const std::string key = base::toIso(date(year, month, 1)).substr(0, 7);
        const Date payroll = payrollFriday(year, month);
        out.add("payroll_friday", "US", out.newYork.toUtc(payroll, clockOf(830)), kYear, key);
        const Instant expiry = optionExpiry(out.exchange, year, month).close;
        out.add("option_expiry", "US", expiry, kYear, key);
        const Instant end = monthEnd(out.exchange, year, month).close;
        out.add("month_end", "XNYS", end, kYear, key);
        if (month % 3 == 0) {
            out.add("quad_witching", "US", expiry, kYear, key);
            out.add("quarter_end", "XNYS", end, kYear, key);
        }
        const Date thirteenth = date(year, month, 13);
        if (market::weekdayOf(thirteenth) == std::chrono::Friday)
            out.add("friday_13th", "", out.newYork.toUtc(thirteenth, Duration(0)), kYear, key);
    });
}

Result<void> addHolidays(Collector &out)
{
    if (!out.wants("exchange_holiday"))
        return {};
    for (const std::string &name : TradingCalendar::names()) {
        const Result<TradingCalendar> calendar = TradingCalendar::find(name);
        if (!calendar.ok())
            return calendar.error();
        for (Date day = std::max(out.from - days(1), calendar->firstDay()); day <= out.to + days(1);
             day += days(1)) {
            if (calendar->isHoliday(day))
                out.add("exchange_holiday", name, calendar->zone().toUtc(day, Duration(0)), kQuarter,
                        base::toIso(day));
        }
    }
    return {};
}

Result<void> addClockChanges(Collector &out)
{
    if (!out.wants("dst_change"))
        return {};
    const std::pair<const char *, const char *> places[] = {{"US", "America/New_York"},
                                                            {"EU", "Europe/Brussels"}};
    for (const auto &[entity, zoneName] : places) {
        const Result<Zone> zone = Zone::find(zoneName);
        if (!zone.ok())
            return zone.error();
        for (const ClockChange &change : clockChanges(*zone, out.from, out.to)) {
            out.add("dst_change", entity, change.at, kYear, base::toIso(change.at), [&change](Event &event) {
                event.value = static_cast<double>(std::chrono::duration_cast<minutes>(change.by).count());
                event.unit = "min";
            });
        }
    }
    return {};
}

void addMoons(Collector &out)
{
    if (!out.wants("new_moon") && !out.wants("full_moon"))
        return;
    const int last = lunationNear(out.to) + 1;
    for (int lunation = lunationNear(out.from) - 1; lunation <= last; ++lunation) {
        const std::string key = std::to_string(lunation);
        out.add("new_moon", "Moon", moonPhase(lunation, MoonPhase::New), kYear, key);
        out.add("full_moon", "Moon", moonPhase(lunation, MoonPhase::Full), kYear, key);
    }
}

void addElections(Collector &out)
{
    for (int year = market::yearOf(out.from); year <= market::yearOf(out.to); ++year) {
        if (year % 2 != 0)
            continue;
        // 19:00: the first states close their polls, after the exchange has closed
        out.add("us_election", "US", out.newYork.toUtc(electionDay(year), hours(19)), kYear,
                std::to_string(year), [year](Event &event) {
                    setMeta(event, {{QStringLiteral("kind"), year % 4 == 0 ? QStringLiteral("presidential")
                                                                           : QStringLiteral("midterm")}});
                });
    }
}

void addFederalReserve(Collector &out)
{
    for (const FomcMeeting &meeting : fomcMeetings()) {
        const Date day = dayOf(meeting.day);
        const Instant at = out.newYork.toUtc(day, clockOf(meeting.time));
        out.add("fomc_meeting", "US", at, at - Instant(date(meeting.day / 10'000, 1, 1)), base::toIso(day));
    }
    for (const TargetChange &change : targetChanges()) {
        const Date day = dayOf(change.day);
        out.add("fomc_target_change", "US", out.newYork.toUtc(day, clockOf(change.time)), Duration(0),
                base::toIso(day), [&change](Event &event) {
                    event.knownBasis = KnownBasis::Published;
                    event.value = change.after - change.before;
                    event.unit = "percentage points";
                    setMeta(event, {{QStringLiteral("actual"), change.after},
                                    {QStringLiteral("previous"), change.before},
                                    {QStringLiteral("change"), change.after - change.before},
                                    {QStringLiteral("scheduled"), change.scheduled}});
                });
    }
}

void addTurningPoints(Collector &out)
{
    for (const TurningPoint &point : turningPoints()) {
        const Instant month = out.newYork.toUtc(dayOf(point.month * 100 + 1), Duration(0));
        out.add(point.peak ? "nber_peak" : "nber_trough", "US", month, Duration(0),
                std::to_string(point.month), [&](Event &event) {
                    event.knownBasis = KnownBasis::Published;
                    event.knownAt = out.newYork.toUtc(dayOf(point.announced) + days(1), Duration(0));
                    setMeta(event,
                            {{QStringLiteral("announced"), base::qs(base::toIso(dayOf(point.announced)))}});
                });
    }
}

} // namespace

std::vector<CalendarEventType> calendarEventTypes()
{
    return {
        {"payroll_friday", Tr::tr("08:30 New York on the day the Employment Situation is due by rule; "
                                  "delayed releases are not told.")},
        {"option_expiry",
         Tr::tr("New York close of the third Friday, or of the session before it on a holiday.")},
        {"quad_witching", Tr::tr("Option expiry of March, June, September and December.")},
        {"month_end", Tr::tr("New York close of the last session of the month.")},
        {"quarter_end", Tr::tr("New York close of the last session of the quarter.")},
        {"exchange_holiday",
         Tr::tr("Weekdays on which an exchange is closed as known in advance; the exchange is the entity.")},
        {"dst_change",
         Tr::tr("The instant at which clocks change in the US or the EU; the value is the minutes gained.")},
        {"new_moon", Tr::tr("The instant of new moon, to about a minute.")},
        {"full_moon", Tr::tr("The instant of full moon, to about a minute.")},
        {"friday_13th", Tr::tr("Midnight in New York at which a Friday the 13th begins.")},
        {"us_election", Tr::tr("19:00 New York on the federal election day of every even year.")},
        {"fomc_meeting",
         Tr::tr("Scheduled decisions of the Federal Reserve, 1994 to 2026, at their time of announcement.")},
        {"fomc_target_change", Tr::tr("Changes of the federal funds target, 1994 to 2025; the value is the "
                                      "change in percentage points.")},
        {"nber_peak", Tr::tr("First day of a business-cycle peak month since 1980, known from the "
                             "committee's announcement.")},
        {"nber_trough", Tr::tr("First day of a business-cycle trough month since 1980, known from the "
                               "committee's announcement.")},
    };
}

Result<std::vector<Event>> calendarEvents(Date from, Date to, std::span<const std::string> types)
{
    const std::vector<CalendarEventType> known = calendarEventTypes();
    for (const std::string &type : types) {
        if (std::none_of(known.begin(), known.end(),
                         [&type](const auto &each) { return each.name == type; })) {
            QStringList names;
            for (const CalendarEventType &each : known)
                names << base::qs(each.name);
            return Error{ErrorCode::NotFound, Tr::tr("The calendar has no event type “%1”; it has %2.")
                                                  .arg(base::qs(type), names.join(QStringLiteral(", ")))};
        }
    }
    const Result<TradingCalendar> exchange = TradingCalendar::find("XNYS");
    if (!exchange.ok())
        return exchange.error();
    if (!exchange->covers(from) || !exchange->covers(to)) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("Calendar events are known from %1 to %2; ask for days within.")
                         .arg(base::qs(base::toIso(exchange->firstDay())),
                              base::qs(base::toIso(exchange->lastDay())))};
    }
    Collector out(from, to, types, *exchange);
    addMonthly(out);
    addMoons(out);
    addElections(out);
    addFederalReserve(out);
    addTurningPoints(out);
    for (const auto &add : {addHolidays, addClockChanges}) {
        if (const Result<void> added = add(out); !added.ok())
            return added.error();
    }
    return out.take();
}

} // namespace core::sources
