// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/sampleevents.h"

#include "core/base/zone.h"
#include "core/market/dayrules.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace core::sources {

using base::Date;
using base::Duration;
using base::Instant;
using domain::Event;
using domain::KnownBasis;
using market::Session;
using stats::Random;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr SampleEventType kTypes[] = {
    {"refinery_outage", SamplePlant::Stable, "Energy",
     "on random mornings, twelve a year; lifts the sector in the session after, so that it can be traded"},
    {"activist_stake", SamplePlant::Fading, "Industrials",
     "at random, fourteen a year; lifts the sector that day until it is no longer news"},
    {"supply_chain_leak", SamplePlant::AfterTheFact, "Technology",
     "stamped the day before the sector rises, but known only the evening after it"},
    {"tariff_threat", SamplePlant::Volatility, "Materials",
     "at random, twelve a year; the sector moves more, either way"},
    {"midweek_briefing", SamplePlant::Weekday, "Utilities",
     "the first Wednesday of each month, scheduled; the sector is weak on all Wednesdays"},
    {"earnings_report",
     SamplePlant::Quintiles,
     {},
     "four a year for each company, after the close; value: surprise in %"},
    {"port_strike", SamplePlant::None, {}, "in clusters (each brings on others within days)"},
    {"wildfire_alert", SamplePlant::None, {}, "in large clusters; value: area burnt"},
    {"storm_warning", SamplePlant::None, {}, "August to October only"},
    {"data_centre_fault", SamplePlant::None, {}, "at random, twenty a year"},
    {"satellite_launch",
     SamplePlant::None,
     {},
     "at random, three times as often at the end as at the beginning"},
    {"market_stress_note",
     SamplePlant::None,
     {},
     "on some evenings after a large move of the index; value: its size"},
    {"sell_off_comment", SamplePlant::None, {}, "on some evenings after a week of losses"},
    {"option_settlement", SamplePlant::None, {}, "the third Friday of each month, scheduled"},
    {"month_close", SamplePlant::None, {}, "the last session of each month, scheduled"},
    {"comet_sighting", SamplePlant::None, {}, "eight in all: too few to be tested"},
};

/// Collects events; the n-th of a type has the id of (source, type and n).
class Story final
{
public:
    Event &add(std::string_view type, Instant happened, Instant known, KnownBasis basis,
               std::string_view entity = "SIM")
    {
        Event event;
        event.source = kSampleSource;
        event.eventType = type;
        event.entity = entity;
        event.id =
            base::eventId(event.source, event.eventType + '|' + std::to_string(++m_counts[event.eventType]));
        event.timestamp = happened;
        event.knownAt = known;
        event.knownBasis = basis;
        event.text = "Simulated: " + event.eventType;
        std::replace(event.text.begin(), event.text.end(), '_', ' ');
        event.parser = kSampleSource;
        event.parserVersion = 1;
        m_events.push_back(std::move(event));
        return m_events.back();
    }

    /// An event that is told twenty minutes after it happened.
    Event &report(std::string_view type, Instant happened)
    {
        return add(type, happened, happened + minutes(20), KnownBasis::Published);
    }

    /// A date fixed sixty days before.
    void schedule(std::string_view type, Instant at) { add(type, at, at - days(60), KnownBasis::Scheduled); }

    std::vector<Event> take()
    {
        std::sort(m_events.begin(), m_events.end(), [](const Event &a, const Event &b) {
            return std::tie(a.timestamp, a.eventType, a.id) < std::tie(b.timestamp, b.eventType, b.id);
        });
        return std::move(m_events);
    }

private:
    std::vector<Event> m_events;
    std::map<std::string, int> m_counts;
};

/// The span of the sample as instants, and draws within it.
class Timeline final
{
public:
    explicit Timeline(const SampleMarket &market)
        : m_begin(market.sessions.front().open)
        , m_length(market.sessions.back().close - m_begin)
    {}

    /// A share (0..1) of the span, to the minute.
    [[nodiscard]] Instant at(double share) const
    {
        const auto whole = static_cast<double>(std::chrono::duration_cast<minutes>(m_length).count());
        return m_begin + minutes(static_cast<std::int64_t>(share * whole));
    }
    [[nodiscard]] bool holds(Instant instant) const
    {
        return instant >= m_begin && instant <= m_begin + m_length;
    }
    [[nodiscard]] double years() const { return static_cast<double>(m_length.count()) / 86'400e6 / 365.25; }

private:
    Instant m_begin;
    Duration m_length;
};

double exponential(Random &random, double mean)
{
    return -mean * std::log(1 - random.uniform());
}

/// Instants of a Poisson process, `perYear` on average, ascending.
std::vector<Instant> atRandom(Random &random, const Timeline &line, double perYear)
{
    std::vector<Instant> found;
    for (double at = exponential(random, 1 / perYear); at < line.years();
         at += exponential(random, 1 / perYear))
        found.push_back(line.at(at / line.years()));
    return found;
}

/// A Hawkes process as its branching tree (Hawkes & Oakes 1974): each event brings on `children` others on
/// average, after four days on average.
std::vector<Instant> inClusters(Random &random, const Timeline &line, double perYear, double children)
{
    std::vector<Instant> all = atRandom(random, line, perYear * (1 - children));
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (double sum = exponential(random, 1); sum < children; sum += exponential(random, 1)) {
            const double delay = exponential(random, 4);
            const Instant child = all[i] + minutes(static_cast<std::int64_t>(delay * 1440));
            if (line.holds(child))
                all.push_back(child);
        }
    }
    return all;
}

/// Adds `effect` to a sector's returns of one bar.
void move(SampleMarket &market, std::string_view sector, std::size_t bar, double effect)
{
    for (const std::size_t company : market.inSector(sector))
        market.returns[company][bar] += effect;
}

/// Multiplies what is not explained by the market on one bar.
void shake(SampleMarket &market, std::string_view sector, std::size_t bar)
{
    for (const std::size_t company : market.inSector(sector)) {
        const double explained = market.companies[company].beta * market.returns.front()[bar];
        double &value = market.returns[company][bar];
        value = explained + kVolatilityFactor * (value - explained);
    }
}

/// The weekday artefact: weak Wednesdays, made up on the other days, so that the mean stays. (Not Mondays:
/// whatever happens at a weekend reaches the market on one, so every event would inherit the artefact.)
void driftByWeekday(SampleMarket &market, std::string_view sector)
{
    std::vector<bool> isWeak(market.sessions.size());
    std::size_t count = 0;
    for (std::size_t bar = 0; bar < isWeak.size(); ++bar) {
        isWeak[bar] = market::weekdayOf(market.sessions[bar].day) == std::chrono::Wednesday;
        count += isWeak[bar];
    }
    const double others =
        -kWeekdayDrift * static_cast<double>(count) / static_cast<double>(isWeak.size() - count);
    for (std::size_t bar = 0; bar < isWeak.size(); ++bar)
        move(market, sector, bar, isWeak[bar] ? kWeekdayDrift : others);
}

/// Events that happen to the market, and what they do to it.
void addPlants(std::uint64_t seed, SampleMarket &market, const Timeline &line, Story &story)
{
    const std::size_t end = market.sessions.size();
    Random stable = sampleRandom(seed, SampleStream::Events, 1);
    for (const Instant at : atRandom(stable, line, 12)) {
        // in the morning: news in the last minutes before a close could not be traded at it
        const Instant morning = Instant(at.utcDay()) + hours(6) + minutes(stable.below(480));
        const Event &event = story.report("refinery_outage", morning);
        if (const std::size_t next = market.barOf(event.knownAt) + 1; next < end)
            move(market, "Energy", next, kStableEffect);
    }
    Random fading = sampleRandom(seed, SampleStream::Events, 2);
    for (const Instant at : atRandom(fading, line, 14)) {
        const Event &event = story.report("activist_stake", at);
        const std::size_t bar = market.barOf(event.knownAt);
        if (bar < end && market.sessions[bar].day < market::date(kFadesFromYear, 7, 1))
            move(market, "Industrials", bar, kFadingEffect);
    }
    Random leak = sampleRandom(seed, SampleStream::Events, 3);
    for (const Instant at : atRandom(leak, line, 12)) {
        const std::size_t bar = market.barOf(at);
        if (bar == 0 || bar + 1 >= end)
            continue;
        move(market, "Technology", bar, kLeakEffect);
        story.add("supply_chain_leak", market.sessions[bar - 1].close - hours(2),
                  market.sessions[bar].close + hours(2), KnownBasis::Published);
    }
    Random threat = sampleRandom(seed, SampleStream::Events, 4);
    for (const Instant at : atRandom(threat, line, 12)) {
        const Event &event = story.report("tariff_threat", at);
        if (const std::size_t bar = market.barOf(event.knownAt); bar < end)
            shake(market, "Materials", bar);
    }
    driftByWeekday(market, "Utilities");
}

/// Events that do nothing, whatever the market does.
void addNulls(std::uint64_t seed, const Timeline &line, Story &story)
{
    Random strikes = sampleRandom(seed, SampleStream::Events, 5);
    for (const Instant at : inClusters(strikes, line, 12, 0.6))
        story.report("port_strike", at);
    Random fires = sampleRandom(seed, SampleStream::Events, 6);
    for (const Instant at : inClusters(fires, line, 30, 0.8)) {
        Event &event = story.report("wildfire_alert", at);
        event.value = std::round(std::exp(5 + 1.5 * fires.normal()));
        event.unit = "ha";
    }
    Random storms = sampleRandom(seed, SampleStream::Events, 7);
    for (const Instant at : atRandom(storms, line, 48)) {
        const unsigned month = unsigned(market::civil(at.utcDay()).month());
        if (month >= 8 && month <= 10)
            story.report("storm_warning", at);
    }
    Random faults = sampleRandom(seed, SampleStream::Events, 8);
    for (const Instant at : atRandom(faults, line, 20))
        story.report("data_centre_fault", at);
    Random launches = sampleRandom(seed, SampleStream::Events, 9);
    for (const Instant at : atRandom(launches, line, 18)) {
        const double share = static_cast<double>((at - line.at(0)).count()) /
                             static_cast<double>((line.at(1) - line.at(0)).count());
        if (launches.uniform() < (1 + 2 * share) / 3)
            story.report("satellite_launch", at);
    }
    Random comets = sampleRandom(seed, SampleStream::Events, 10);
    for (int i = 0; i < 8; ++i)
        story.report("comet_sighting", line.at(comets.uniform()));
}

/// Events on dates of the calendar.
void addScheduled(const SampleMarket &market, Story &story)
{
    const market::TradingCalendar &exchange = market.exchange;
    for (int year = kSampleFirstYear; year <= kSampleLastYear; ++year) {
        for (unsigned month = 1; month <= 12; ++month) {
            Date wednesday = market::nthWeekday(year, month, std::chrono::Wednesday, 1);
            while (!exchange.session(wednesday))
                wednesday += days(7);
            story.schedule("midweek_briefing", exchange.session(wednesday)->open + minutes(30));
            const Date friday = market::nthWeekday(year, month, std::chrono::Friday, 3);
            const std::optional<Session> settles = exchange.session(friday);
            story.schedule("option_settlement", settles ? settles->close : exchange.previous(friday)->close);
            story.schedule("month_close",
                           exchange.previous(market::lastDayOfMonth(year, month) + days(1))->close);
        }
    }
}

/// Events that follow what the index did.
void addFollowers(std::uint64_t seed, const SampleMarket &market, Story &story)
{
    const std::vector<double> &index = market.returns.front();
    Random notes = sampleRandom(seed, SampleStream::Dependent, 1);
    Random comments = sampleRandom(seed, SampleStream::Dependent, 2);
    for (std::size_t bar = 5; bar < index.size(); ++bar) {
        const Instant evening = market.sessions[bar].close + hours(2);
        if (std::abs(index[bar]) > 0.018 && notes.uniform() < 0.6) {
            Event &event = story.report("market_stress_note", evening);
            event.value = std::round(std::abs(index[bar]) * 1e4);
            event.unit = "bp";
        }
        double week = 0;
        for (std::size_t back = 0; back < 5; ++back)
            week += index[bar - back];
        if (week < -0.03 && comments.uniform() < 0.35)
            story.report("sell_off_comment", evening);
    }
}

} // namespace

std::span<const SampleEventType> sampleEventTypes()
{
    return kTypes;
}

const SampleEventType &sampleEventType(SamplePlant plant)
{
    return *std::find_if(std::begin(kTypes), std::end(kTypes),
                         [plant](const auto &type) { return type.plant == plant; });
}

std::vector<Event> simulateEvents(std::uint64_t seed, SampleMarket &market)
{
    const Timeline line(market);
    Story story;
    addPlants(seed, market, line, story);
    addNulls(seed, line, story);
    addScheduled(market, story);
    addFollowers(seed, market, story);
    return story.take();
}

std::vector<Event> simulateEarnings(std::uint64_t seed, SampleMarket &market)
{
    Story story;
    const std::string_view type = sampleEventType(SamplePlant::Quintiles).name;
    for (std::size_t company = 1; company < market.companies.size(); ++company) {
        Random random = sampleRandom(seed, SampleStream::Earnings, company);
        // Each company reports about the same day of each quarter, in the five weeks that start two weeks
        // into it.
        const auto usual = static_cast<int>(14 + random.below(35));
        for (int quarter = 0; quarter < (kSampleLastYear - kSampleFirstYear + 1) * 4; ++quarter) {
            const Date begin =
                market::date(kSampleFirstYear + quarter / 4, static_cast<unsigned>(quarter % 4 * 3 + 1), 1);
            const Date day = begin + days(usual + static_cast<int>(random.below(5)) - 2);
            const std::optional<Session> session = market.exchange.next(day - days(1));
            const double surprise = sampleShock(random);
            const double noise = random.normal();
            const std::size_t bar = market.barOf(session->close) + 1;
            if (bar >= market.sessions.size())
                break;
            const Instant told = session->close + minutes(30);
            Event &event =
                story.add(type, told, told, KnownBasis::Published, market.companies[company].symbol);
            event.value = std::round(surprise * 800) / 100;
            event.unit = "%";
            // A company moves on its report whatever it says.
            market.returns[company][bar] +=
                kSurpriseSlope * surprise + market.companies[company].ownDeviation * noise;
        }
    }
    return story.take();
}

} // namespace core::sources
