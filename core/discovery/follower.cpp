// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/follower.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/matching.h"
#include "core/discovery/measure.h"
#include "core/discovery/pairing.h"
#include "core/discovery/runner.h"
#include "core/stats/descriptive.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <map>

namespace core::discovery {

using base::Instant;
using base::qs;
using base::Tr;
using domain::Statistic;
using store::ForwardStart;
using store::ForwardStep;
using store::RelationshipRecord;
using State = ResponseSeries::State;

namespace {

constexpr base::Duration kSilence = std::chrono::years(2);
constexpr std::size_t kHistory = 1'000; // bars before the first forward one that σ and mean are measured on
constexpr std::size_t kMostAlike = 250; // earlier bars of a weekday that an event is compared with
constexpr std::size_t kFewestAlike = 25;

} // namespace

Follower::Follower(const RelationshipRecord &relationship, const Family &family, const FamilyPair &pair,
                   const MatchedDays *matching, const RunContext &context)
    : m_relationship(relationship)
    , m_family(family)
    , m_pair(pair)
    , m_context(context)
    , m_window(family.study.windows.front())
    , m_statistic(family.statisticOf(pair))
{
    const auto length = static_cast<std::size_t>(m_window.length());
    for (std::uint32_t i = 0; i < pair.termCount; ++i) {
        const FamilyAsset &asset = family.assets[term(i).asset];
        m_tracks.push_back({asset.symbol, windowSums(asset.response, family.calendar, length), {}});
        if (matching)
            m_tracks.back().usual = usualOf(i, *matching);
    }
}

ForwardStart Follower::start(Instant from, Instant sampleTo, std::uint64_t snapshot) const
{
    ForwardStart out;
    out.hypothesis = m_relationship.hypothesis;
    out.from = from;
    out.snapshot = snapshot;
    if (m_statistic == Statistic::Slope)
        out.centre = meanWeight(sampleTo);
    stats::Sum sum;
    std::size_t n = 0;
    for (std::uint32_t i = 0; i < m_pair.termCount; ++i) {
        const bool matched = !m_tracks[i].usual.empty();
        const double base = baseBefore(i, from);
        const EventSeries &series = placed(i).series;
        for (std::size_t k = 0; k < series.bars.size(); ++k) {
            const std::uint32_t bar = series.bars[k];
            const double apart = responseAt(i, bar) - (matched ? usualAt(i, bar) : base);
            if (closeOf(bar) > sampleTo || apart != apart)
                continue;
            sum.add(sideOf(series.weights[k], out.centre) * apart);
            ++n;
        }
    }
    out.registered = n > 0 ? sum.value() / static_cast<double>(n) : domain::kMissing;
    return out;
}

std::vector<ForwardStep> Follower::follow(const ForwardStart &start,
                                          const std::vector<ForwardStep> &before) const
{
    ForwardRule rule;
    rule.hypothesis = m_relationship.hypothesis;
    rule.direction = m_relationship.t < 0 ? -1 : 1;
    rule.length = static_cast<std::size_t>(m_window.length());
    const double registered = rule.direction * start.registered;
    rule.half = registered > 0 ? registered / 2 : 0; // NaN: only a reversed effect has decayed
    std::vector<ForwardTrack> tracks = m_tracks;
    const std::size_t skipped = historyBegin(start.from);
    for (ForwardTrack &track : tracks) {
        for (std::vector<double> *values : {&track.responses, &track.usual}) {
            const auto begin = static_cast<std::ptrdiff_t>(std::min(skipped, values->size()));
            values->erase(values->begin(), values->begin() + begin);
        }
    }
    std::vector<ForwardEvent> events = forwardEvents(start);
    for (ForwardEvent &event : events)
        event.start -= skipped;
    return betOn(events, tracks, rule, before);
}

QString Follower::silence() const
{
    Instant bar, event;
    for (std::uint32_t i = 0; i < m_pair.termCount; ++i) {
        if (const auto last = lastPresent(i))
            bar = std::max(bar, closeOf(*last));
        const std::vector<std::uint32_t> &bars = placed(i).series.bars;
        if (!bars.empty())
            event = std::max(event, closeOf(bars.back()));
    }
    if (isSilent(bar))
        return Tr::tr("%1 has had no price since %2.")
            .arg(qs(m_relationship.asset), qs(base::toIso(bar.utcDay())));
    if (isSilent(event))
        return Tr::tr("There has been no event of “%1” since %2.")
            .arg(qs(m_relationship.event), qs(base::toIso(event.utcDay())));
    return {};
}

bool Follower::looksAhead() const
{
    return m_family.events[m_pair.event].lookAhead;
}

const FamilyTerm &Follower::term(std::uint32_t i) const
{
    return m_family.terms[m_pair.firstTerm + i];
}

const PlacedSeries &Follower::placed(std::uint32_t i) const
{
    return m_family.placed[term(i).placed];
}

Instant Follower::closeOf(std::size_t bar) const
{
    return m_family.calendar.closes[m_family.calendar.first + bar];
}

double Follower::responseAt(std::uint32_t i, std::uint32_t eventBar) const
{
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(eventBar) + m_window.first;
    const std::vector<double> &responses = m_tracks[i].responses;
    return at >= 0 && static_cast<std::size_t>(at) < responses.size()
               ? responses[static_cast<std::size_t>(at)]
               : domain::kMissing;
}

double Follower::usualAt(std::uint32_t i, std::uint32_t eventBar) const
{
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(eventBar) + m_window.first;
    const std::vector<double> &usual = m_tracks[i].usual;
    return at >= 0 && static_cast<std::size_t>(at) < usual.size() ? usual[static_cast<std::size_t>(at)]
                                                                  : domain::kMissing;
}

/// For each response the mean of earlier ones that belong to like bars without an event, NaN where there are
/// too few whose windows have ended.
std::vector<double> Follower::usualOf(std::uint32_t i, const MatchedDays &matching) const
{
    const std::vector<double> &responses = m_tracks[i].responses;
    const std::vector<std::uint32_t> likes = weekdaysAndSlots(m_family.calendar);
    std::vector<std::uint8_t> barred = matching.excluded[term(i).placed];
    for (const std::uint32_t bar : placed(i).series.bars)
        barred[bar] = 1;
    const auto size = static_cast<std::ptrdiff_t>(responses.size());
    const auto eventBarOf = [&](std::ptrdiff_t start) { // −1: none
        const std::ptrdiff_t bar = start - m_window.first;
        return bar >= 0 && bar < size ? bar : -1;
    };
    std::map<std::uint32_t, std::vector<double>> alike;
    std::vector<double> out(responses.size(), domain::kMissing);
    for (std::ptrdiff_t t = 0; t < size; ++t) {
        const std::ptrdiff_t ended = t - m_window.length();
        if (const std::ptrdiff_t bar = eventBarOf(ended); ended >= 0 && bar >= 0) {
            const double response = responses[static_cast<std::size_t>(ended)];
            std::vector<double> &values = alike[likes[static_cast<std::size_t>(bar)]];
            if (barred[static_cast<std::size_t>(bar)] == 0 && response == response)
                values.push_back(response);
            if (values.size() > kMostAlike)
                values.erase(values.begin());
        }
        if (const std::ptrdiff_t bar = eventBarOf(t); bar >= 0) {
            const std::vector<double> &values = alike[likes[static_cast<std::size_t>(bar)]];
            if (values.size() >= kFewestAlike)
                out[static_cast<std::size_t>(t)] = stats::mean(values);
        }
    }
    return out;
}

/// On which side of the registered direction an event of this weight is expected.
int Follower::sideOf(double weight, double centre) const
{
    return m_statistic == Statistic::Slope ? (weight > centre ? 1 : -1) : weight < 0 ? -1 : 1;
}

double Follower::meanWeight(Instant sampleTo) const
{
    stats::Sum sum;
    std::size_t n = 0;
    for (std::uint32_t i = 0; i < m_pair.termCount; ++i) {
        const EventSeries &series = placed(i).series;
        for (std::size_t k = 0; k < series.bars.size() && closeOf(series.bars[k]) <= sampleTo; ++k, ++n)
            sum.add(series.weights[k]);
    }
    return n > 0 ? sum.value() / static_cast<double>(n) : 0;
}

/// The mean response of the bars whose windows had ended by then.
double Follower::baseBefore(std::uint32_t i, Instant from) const
{
    stats::Sum sum;
    std::size_t n = 0;
    const std::vector<double> &responses = m_tracks[i].responses;
    const auto length = static_cast<std::size_t>(m_window.length());
    for (std::size_t bar = 0; bar + length <= responses.size() && closeOf(bar + length - 1) <= from; ++bar) {
        if (responses[bar] == responses[bar]) {
            sum.add(responses[bar]);
            ++n;
        }
    }
    return n > 0 ? sum.value() / static_cast<double>(n) : 0;
}

std::optional<std::size_t> Follower::lastPresent(std::uint32_t i) const
{
    const std::vector<State> &states = m_family.assets[term(i).asset].response.state;
    for (std::size_t t = states.size(); t-- > m_family.calendar.first;) {
        if (states[t] == State::Present)
            return t - m_family.calendar.first;
    }
    return {};
}

/// The first bar whose response is looked at.
std::size_t Follower::historyBegin(Instant from) const
{
    const auto &closes = m_family.calendar.closes;
    const auto first = closes.begin() + static_cast<std::ptrdiff_t>(m_family.calendar.first);
    const auto forward = static_cast<std::size_t>(std::upper_bound(first, closes.end(), from) - first);
    return forward > kHistory ? forward - kHistory : 0;
}

bool Follower::isNew(const AskedEvent &event, const ForwardStart &start) const
{
    if (event.seq > start.snapshot)
        return event.known > start.from;
    const bool presence = m_family.events[m_pair.event].weight == domain::Weight::Presence;
    return presence && event.basis == domain::KnownBasis::Scheduled && event.at > start.from;
}

/// The event bars of a term on which every event is new.
std::set<std::uint32_t> Follower::newBars(std::uint32_t i, const ForwardStart &start) const
{
    const AskedSeries &asked = m_family.events[m_pair.event];
    const auto &closes = m_family.closeGroups[placed(i).closeGroup];
    std::vector<bool> mine(asked.entities.size(), true);
    for (std::size_t e = 0; m_family.study.pair != domain::Pairing::All && e < mine.size(); ++e) {
        const auto assets = assetsOf(m_family, asked.sourceOf(e), asked.entities[e], m_context);
        mine[e] = assets.ok() && std::ranges::find(*assets, std::size_t{term(i).asset}) != assets->end();
    }
    std::set<std::uint32_t> fresh, old;
    for (const AskedEvent &event : asked.events) {
        const std::size_t at = eventBar(event, closes);
        if (!mine[event.entity] || event.weight != event.weight || at < m_family.calendar.first ||
            at >= closes.size())
            continue;
        (isNew(event, start) ? fresh : old).insert(static_cast<std::uint32_t>(at - m_family.calendar.first));
    }
    std::erase_if(fresh, [&old](std::uint32_t bar) { return old.contains(bar); });
    return fresh;
}

std::vector<ForwardEvent> Follower::forwardEvents(const ForwardStart &start) const
{
    std::vector<ForwardEvent> out;
    for (std::uint32_t i = 0; i < m_pair.termCount; ++i) {
        const EventSeries &series = placed(i).series;
        const auto last = lastPresent(i);
        const std::set<std::uint32_t> fresh = newBars(i, start);
        for (std::size_t k = 0; last && k < series.bars.size(); ++k) {
            const std::ptrdiff_t first = static_cast<std::ptrdiff_t>(series.bars[k]) + m_window.first;
            if (first < 0 || !fresh.contains(series.bars[k]))
                continue;
            const auto begin = static_cast<std::size_t>(first);
            const std::size_t end = begin + static_cast<std::size_t>(m_window.length()) - 1;
            if (end > *last || closeOf(begin) <= start.from)
                continue;
            out.push_back({begin, closeOf(series.bars[k]), closeOf(begin), closeOf(end), i,
                           sideOf(series.weights[k], start.centre)});
        }
    }
    std::ranges::stable_sort(out, {}, &ForwardEvent::start);
    return out;
}

bool Follower::isSilent(Instant last) const
{
    if (!last.isValid())
        return false;
    const Instant now = m_context.clock.now();
    return m_family.calendar.closes.back() - last > kSilence ||
           (now - last > kSilence && now - m_relationship.discoveredAt > kSilence);
}

} // namespace core::discovery
