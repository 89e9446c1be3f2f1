// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/forwardbets.h"

#include "core/base/json.h"
#include "core/stats/bettingprocess.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <bit>
#include <map>
#include <optional>

namespace core::discovery {

using store::ForwardStep;
using namespace Qt::StringLiterals;

namespace {

/// What a betting process owns, without the responses it measures by.
struct Wealth {
    double value = 1;
    double gains = 0;
    double squaredGains = 0;
};

struct Bet {
    double share = domain::kMissing;
    double gain = 0;
};

/// Puts a share of the wealth on one response; nothing when too few responses are known before it.
std::optional<Bet> bet(Wealth &wealth, const stats::BettingState &scale, std::size_t length, double direction,
                       double response)
{
    stats::BettingState state = scale;
    state.value = wealth.value;
    state.gains = wealth.gains;
    state.squaredGains = wealth.squaredGains;
    stats::BettingProcess process(direction, {0, length - 1}, std::move(state));
    const double after = process.bet(response);
    if (process.state().open.empty())
        return {};
    const double gain = process.state().open.back().gain;
    const Bet made{gain != 0 ? (after / wealth.value - 1) / gain : domain::kMissing, gain};
    wealth = {after, wealth.gains + gain, wealth.squaredGains + gain * gain};
    return made;
}

QJsonArray toJson(const Wealth &wealth)
{
    return {wealth.value, wealth.gains, wealth.squaredGains};
}

Wealth wealthOf(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return {array.at(0).toDouble(), array.at(1).toDouble(), array.at(2).toDouble()};
}

/// The weight of the process that begins with bet 2^j, and of all that begin with it or later.
double weightFrom(std::size_t j)
{
    return 1.0 / static_cast<double>((j + 1) * (j + 2));
}
double restFrom(std::size_t j)
{
    return 1.0 / static_cast<double>(j + 1);
}

/// Both e-processes, as they stand after some bets.
class GrowingEvidence
{
public:
    explicit GrowingEvidence(std::span<const ForwardStep> before)
        : m_count(before.size())
    {
        if (before.empty())
            return;
        const auto state = base::parseJson(before.back().state);
        if (!state.ok())
            return; // the chain of hashes says that it is as it was written
        m_effect = wealthOf(state->toObject().value("effect"_L1));
        for (const QJsonValue &one : state->toObject().value("decay"_L1).toArray())
            m_decays.push_back(wealthOf(one));
    }

    /// False: nothing could be bet.
    bool bet(ForwardStep &step, const stats::BettingState &scale, const ForwardRule &rule, double apart)
    {
        const double direction = rule.direction * step.side;
        const auto made = discovery::bet(m_effect, scale, rule.length, direction, apart);
        if (!made)
            return false;
        ++m_count;
        if (std::has_single_bit(m_count))
            m_decays.emplace_back();
        for (Wealth &decay : m_decays)
            discovery::bet(decay, scale, rule.length, -direction, apart - direction * rule.half);
        step.number = m_count;
        step.bet = made->share;
        step.gain = made->gain;
        step.e = m_effect.value;
        step.decay = decay();
        step.state = text();
        return true;
    }

private:
    [[nodiscard]] double decay() const
    {
        double sum = restFrom(m_decays.size());
        for (std::size_t j = 0; j < m_decays.size(); ++j)
            sum += weightFrom(j) * m_decays[j].value;
        return sum;
    }
    [[nodiscard]] std::string text() const
    {
        QJsonArray decays;
        for (const Wealth &decay : m_decays)
            decays.append(toJson(decay));
        return base::canonicalJson(QJsonObject{{u"effect"_s, toJson(m_effect)}, {u"decay"_s, decays}});
    }

    std::size_t m_count;
    Wealth m_effect;
    std::vector<Wealth> m_decays;
};

/// σ and mean of one track's responses, fed bar by bar.
class Scale
{
public:
    Scale(const ForwardTrack &track, std::size_t length)
        : m_track(&track)
        , m_process(1, {0, length - 1})
    {}

    /// As it is known before a bar.
    const stats::BettingState &before(std::size_t bar)
    {
        for (; m_next < bar && m_next < m_track->responses.size(); ++m_next)
            m_process.addBar(m_track->apart(m_next));
        return m_process.state();
    }

private:
    const ForwardTrack *m_track;
    stats::BettingProcess m_process;
    std::size_t m_next = 0;
};

} // namespace

std::vector<ForwardStep> betOn(std::span<const ForwardEvent> events, std::span<const ForwardTrack> tracks,
                               const ForwardRule &rule, std::span<const ForwardStep> before)
{
    std::vector<ForwardStep> out;
    GrowingEvidence evidence(before);
    std::vector<Scale> scales;
    for (const ForwardTrack &track : tracks)
        scales.emplace_back(track, rule.length);
    std::map<std::string, std::size_t> bets;
    for (const ForwardStep &step : before)
        ++bets[step.asset];
    base::Instant busyTo = before.empty() ? base::Instant() : before.back().lastAt;
    double decay = before.empty() ? 1 : before.back().decay;
    for (std::size_t i = 0; i < events.size() && decay < store::kEnoughEvidence;) {
        std::size_t end = i;
        std::vector<const ForwardEvent *> together;
        for (; end < events.size() && events[end].start == events[i].start; ++end)
            together.push_back(&events[end]);
        i = end;
        std::ranges::stable_sort(together, {}, [&](const ForwardEvent *event) {
            const std::string &asset = tracks[event->track].asset;
            return std::pair(bets[asset], asset);
        });
        for (const ForwardEvent *event : together) {
            const ForwardTrack &track = tracks[event->track];
            ForwardStep step;
            step.response = track.responses[event->start];
            const double apart = track.apart(event->start);
            if (event->firstAt <= busyTo || apart != apart)
                continue;
            step.hypothesis = rule.hypothesis;
            step.eventAt = event->eventAt;
            step.firstAt = event->firstAt;
            step.lastAt = event->lastAt;
            step.asset = track.asset;
            step.side = event->side;
            if (!evidence.bet(step, scales[event->track].before(event->start), rule, apart))
                continue;
            busyTo = step.lastAt;
            decay = step.decay;
            ++bets[step.asset];
            out.push_back(std::move(step));
        }
    }
    return out;
}

} // namespace core::discovery
