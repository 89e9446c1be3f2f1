// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/matching.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/runner.h"
#include "core/domain/filter.h"

#include <QStringList>

#include <algorithm>
#include <set>

namespace core::discovery {

using base::qs;
using base::Result;
using base::Tr;
using namespace Qt::StringLiterals;

namespace {

/// The scheduled news that moves markets on its own; a control day must not carry it (statistics, A.4).
constexpr auto kLoudDays =
    "known_basis == scheduled and event_type in {payroll_friday, fomc_meeting, fomc_decision}";
constexpr std::uint32_t kMinutesOfDay = 1440;

constexpr base::Duration kNight = std::chrono::hours(4); // no lunch break is as long, every night is
constexpr qsizetype kListedDays = 5;

/// The day of a bar and its place within it, in minutes.
struct DayAndSlot {
    std::int64_t day = 0;
    std::uint32_t slot = 0;
};

std::int64_t dayNumber(base::Instant instant)
{
    return instant.utcDay().time_since_epoch().count();
}

/// By the clock of UTC.
DayAndSlot utcSlot(base::Instant close, bool daily)
{
    const base::Instant inside = close - base::Duration(1);
    const auto minute = (inside - base::Instant(inside.utcDay())) / std::chrono::minutes(1);
    return {dayNumber(inside), daily ? 0 : static_cast<std::uint32_t>(minute)};
}

/// Minutes since the first close of the session, on the day of the session's middle: the same place, whatever
/// the clocks of the exchange were put to. Empty where sessions do not part within a day.
std::vector<DayAndSlot> slotsWithinSessions(std::span<const base::Instant> closes)
{
    std::vector<DayAndSlot> out;
    for (std::size_t begin = 0; begin < closes.size();) {
        std::size_t end = begin + 1;
        while (end < closes.size() && closes[end] - closes[end - 1] < kNight)
            ++end;
        const base::Duration length = closes[end - 1] - closes[begin];
        if (length >= std::chrono::hours(24))
            return {};
        for (std::size_t t = begin; t < end; ++t)
            out.push_back(
                {dayNumber(closes[begin] + length / 2),
                 static_cast<std::uint32_t>((closes[t] - closes[begin]) / std::chrono::minutes(1))});
        begin = end;
    }
    return out;
}

/// Of the sample's bars.
std::vector<DayAndSlot> placesWithinDays(const Calendar &calendar)
{
    const bool daily = calendar.closes.back() - calendar.closes.front() >=
                       std::chrono::hours(20) * static_cast<std::int64_t>(calendar.closes.size() - 1);
    std::vector<DayAndSlot> out = daily ? std::vector<DayAndSlot>() : slotsWithinSessions(calendar.closes);
    if (out.empty()) {
        for (const base::Instant close : calendar.closes)
            out.push_back(utcSlot(close, daily));
    }
    out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(calendar.first));
    return out;
}

std::vector<std::uint32_t> strataOf(const Calendar &calendar)
{
    std::vector<std::uint32_t> out;
    for (const DayAndSlot place : placesWithinDays(calendar))
        out.push_back(monthWeekdayStratum(place.day, place.slot, kMinutesOfDay));
    return out;
}

/// The days that `excluded` keeps from being controls of the series' events.
std::set<base::Date> lostDays(const Family &family, const PlacedSeries &placed,
                              const std::vector<std::uint8_t> &excluded,
                              const std::vector<std::uint32_t> &strata)
{
    std::set<std::uint32_t> wanted;
    for (const std::uint32_t bar : placed.series.bars)
        wanted.insert(strata[bar]);
    std::set<base::Date> out;
    for (std::uint32_t bar = 0; bar < excluded.size(); ++bar) {
        if (excluded[bar] != 0 && wanted.contains(strata[bar]) &&
            !std::ranges::binary_search(placed.series.bars, bar))
            out.insert((family.calendar.closes[family.calendar.first + bar] - base::Duration(1)).utcDay());
    }
    return out;
}

bool mayBeMatched(const Family &family)
{
    using domain::NullMethod;
    return family.study.nullMethod == NullMethod::Auto || family.study.nullMethod == NullMethod::MatchedDays;
}

} // namespace

Result<MatchedDays> makeMatching(const Family &family, const RunContext &context)
{
    MatchedDays out;
    if (!mayBeMatched(family))
        return out;
    out.strata = strataOf(family.calendar);
    std::vector<AskedEvent> loud;
    const auto filter = domain::Filter::parse(kLoudDays, base::Instant(0));
    if (!filter.ok())
        return filter.error();
    domain::EventQuery query;
    query.filter = std::make_shared<const domain::Filter>(*filter);
    query.asOf = context.asOf;
    query.snapshot = context.snapshot;
    query.verified = true;
    const auto read = context.events.read(
        query,
        [&loud](const domain::Event &event) {
            AskedEvent asked;
            asked.at = event.timestamp;
            asked.wholeDay = event.precision == domain::Precision::Day;
            loud.push_back(asked);
            return true;
        },
        context.cancel);
    if (!read.ok())
        return read.error();

    const std::size_t bars = family.calendar.length();
    std::vector<std::vector<std::uint8_t>> loudBars(family.closeGroups.size(),
                                                    std::vector<std::uint8_t>(bars, 0));
    for (std::size_t group = 0; group < loudBars.size(); ++group) {
        for (const AskedEvent &event : loud) {
            const std::size_t at = eventBar(event, family.closeGroups[group]);
            if (at >= family.calendar.first && at - family.calendar.first < bars)
                loudBars[group][at - family.calendar.first] = 1;
        }
    }
    for (const PlacedSeries &placed : family.placed) {
        std::vector<std::uint8_t> excluded = loudBars[placed.closeGroup];
        for (const PlacedSeries &other : family.placed) {
            if (other.asked == placed.asked || other.closeGroup != placed.closeGroup ||
                other.series.basis != domain::KnownBasis::Scheduled ||
                family.study.pair != domain::Pairing::All)
                continue;
            for (const std::uint32_t bar : other.series.bars)
                excluded[bar] = 1;
        }
        out.excluded.push_back(std::move(excluded));
    }
    return out;
}

std::vector<std::uint32_t> weekdaysAndSlots(const Calendar &calendar)
{
    std::vector<std::uint32_t> out;
    for (const DayAndSlot place : placesWithinDays(calendar)) {
        const std::chrono::weekday weekday{base::Date(std::chrono::days(place.day))};
        out.push_back(weekday.c_encoding() * kMinutesOfDay + place.slot);
    }
    return out;
}

std::vector<QString> excludedControls(const Family &family, std::span<const NullChoice> choices,
                                      const MatchedDays &matching)
{
    std::vector<std::set<base::Date>> lost(family.events.size());
    for (std::size_t i = 0; i < family.placed.size(); ++i) {
        const PlacedSeries &placed = family.placed[i];
        if (choices[placed.asked].method == NullMethod::MatchedDays)
            lost[placed.asked].merge(lostDays(family, placed, matching.excluded[i], matching.strata));
    }
    std::vector<QString> out;
    for (std::size_t event = 0; event < lost.size(); ++event) {
        if (lost[event].empty())
            continue;
        QStringList days;
        for (auto day = lost[event].begin(); day != lost[event].end() && days.size() < kListedDays; ++day)
            days.append(qs(base::toIso(*day)));
        if (std::ssize(lost[event]) > kListedDays)
            days.append(u"…"_s);
        out.push_back(Tr::tr("“%1”: %2 days of the same weekday and month carry other scheduled news and are "
                             "no controls: %3")
                          .arg(qs(family.events[event].name))
                          .arg(lost[event].size())
                          .arg(days.join(u", "_s)));
    }
    return out;
}

MatchedDays forWeights(const MatchedDays &matching, const Family &family, std::span<const std::size_t> pairs)
{
    MatchedDays out{matching.strata, {}};
    std::vector<bool> seen(family.placed.size(), false);
    for (const std::size_t p : pairs) {
        for (std::uint32_t i = 0; i < family.pairs[p].termCount; ++i) {
            const std::uint32_t placed = family.terms[family.pairs[p].firstTerm + i].placed;
            if (!seen[placed]) {
                seen[placed] = true;
                out.excluded.push_back(matching.excluded[placed]);
            }
        }
    }
    return out;
}

} // namespace core::discovery
