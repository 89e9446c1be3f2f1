// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/bettingprocess.h"

#include "core/stats/descriptive.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace core::stats {

namespace {

constexpr std::size_t kTrailing = 250; // responses in the mean
constexpr double kFading = 0.97;       // a half-life of 23 responses
constexpr double kClip = 3.0;
constexpr double kSlower = 4.0; // with |Z| ≤ 6 and λ ≤ ½ a factor is never below ¼
constexpr double kMostShare = 0.5;
constexpr double kInvented = 10.0;       // bets the running Kelly bet starts with
constexpr double kInventedEffect = 0.25; // their effect in deviations

} // namespace

BettingProcess::BettingProcess(double direction, BettingWindow window, BettingState state)
    : m_sign(direction < 0.0 ? -1.0 : 1.0)
    , m_window(window)
    , m_state(std::move(state))
{
    assert(direction != 0.0 && window.first <= window.last);
}

double BettingProcess::clip(double response) const
{
    const double deviation = std::sqrt(m_state.squares / m_state.weight);
    return deviation > 0.0 ? std::clamp(response / deviation, -kClip, kClip) : 0.0;
}

void BettingProcess::know(double response)
{
    if (std::isnan(response))
        return;
    if (m_state.responses > 0) { // the first has no σ before it
        const double clipped = clip(response);
        if (m_state.clipped.size() < kTrailing)
            m_state.clipped.push_back(clipped);
        else
            m_state.clipped[m_state.oldest] = clipped;
        m_state.oldest = (m_state.oldest + 1) % kTrailing;
    }
    m_state.squares = kFading * m_state.squares + response * response;
    m_state.weight = kFading * m_state.weight + 1.0;
    ++m_state.responses;
}

void BettingProcess::addBar(double response)
{
    m_state.waiting.push_back(response);
    ++m_state.bars;
    if (m_state.waiting.size() > m_window.last) { // the window of the oldest has ended
        know(m_state.waiting.front());
        m_state.waiting.erase(m_state.waiting.begin());
    }
}

void BettingProcess::closeBets()
{
    const auto known = [this](const OpenBet &bet) { return bet.bar + m_window.last < m_state.bars; };
    for (const OpenBet &bet : m_state.open) {
        if (!known(bet))
            continue;
        m_state.gains += bet.gain;
        m_state.squaredGains += bet.gain * bet.gain;
    }
    std::erase_if(m_state.open, known);
}

double BettingProcess::share() const
{
    const double gains = kInvented * kInventedEffect / kSlower + m_state.gains;
    const double squares = kInvented / (kSlower * kSlower) + m_state.squaredGains;
    return std::clamp(gains / squares, 0.0, kMostShare);
}

double BettingProcess::bet(double response)
{
    const std::size_t length = m_window.last - m_window.first + 1;
    const bool overlaps = m_state.bets > 0 && m_state.bars < m_state.lastBet + length;
    if (std::isnan(response) || m_state.clipped.size() < kTrailing || overlaps) {
        ++m_state.passed;
        return m_state.value;
    }
    closeBets();
    const double gain = m_sign * (clip(response) - mean(m_state.clipped)) / kSlower;
    m_state.value *= 1.0 + share() * gain;
    m_state.highest = std::max(m_state.highest, m_state.value);
    ++m_state.bets;
    m_state.lastBet = m_state.bars;
    m_state.open.push_back({m_state.bars, gain});
    return m_state.value;
}

} // namespace core::stats
