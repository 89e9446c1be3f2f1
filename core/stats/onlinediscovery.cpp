// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/onlinediscovery.h"

#include "core/stats/multiplicity.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace core::stats {

namespace {

/// A candidate is a p at or below `lambda`; a p above `tau` does not let time pass.
struct Bounds {
    double lambda;
    double tau;
};

Bounds boundsOf(OnlineRule rule)
{
    if (rule == OnlineRule::Saffron)
        return {0.5, 1.0};
    if (rule == OnlineRule::Addis)
        return {0.25, 0.5};
    return {0.0, 1.0}; // no candidates, all kept
}

std::uint64_t foundAt(std::span<const double> p, double level)
{
    const std::vector<double> adjusted = adjustedPValues(p, Correction::BenjaminiHochberg);
    return static_cast<std::uint64_t>(
        std::count_if(adjusted.begin(), adjusted.end(), [level](double a) { return a <= level; }));
}

} // namespace

double lordSeries(std::uint64_t t)
{
    const auto time = static_cast<double>(t);
    return 0.07720838 * std::log(std::max(time, 2.0)) / (time * std::exp(std::sqrt(std::log(time))));
}

double powerSeries(std::uint64_t t)
{
    return 0.4374901658 * std::pow(static_cast<double>(t), -1.6);
}

OnlineDiscovery::OnlineDiscovery(OnlineRule rule, double alpha, OnlineState state)
    : m_rule(rule)
    , m_alpha(alpha)
    , m_state(std::move(state))
{
    assert(alpha > 0.0 && alpha < 1.0);
}

/// first·γ(time) and a share of alpha that starts anew at every finding; candidates do not cost time.
double OnlineDiscovery::wealth(double first, double (*series)(std::uint64_t), std::uint64_t time) const
{
    Sum total;
    total.add(first * series(time - m_state.candidates));
    for (std::size_t j = 0; j < m_state.findings.size(); ++j) {
        const OnlineFinding &finding = m_state.findings[j];
        const std::uint64_t since = time - finding.time - (m_state.candidates - finding.candidates);
        total.add((j == 0 ? m_alpha - first : m_alpha) * series(since));
    }
    return total.value();
}

double OnlineDiscovery::level() const
{
    const std::uint64_t t = m_state.tested + 1;
    const double spent = m_alpha * lordSeries(t);
    const double findings = static_cast<double>(m_state.findings.size()) + 1.0;
    switch (m_rule) {
    case OnlineRule::Lord:
        return wealth(m_alpha / 10.0, lordSeries, t);
    case OnlineRule::Saffron:
        return std::min(0.5, 0.5 * wealth(m_alpha / 2.0, powerSeries, t));
    case OnlineRule::Addis:
        return std::min(0.25, 0.25 * wealth(m_alpha / 2.0, powerSeries, m_state.kept + 1));
    case OnlineRule::Lond:
        return spent * findings;
    case OnlineRule::LondDependent: {
        double harmonic = 0.0;
        for (std::uint64_t i = 1; i <= t; ++i)
            harmonic += 1.0 / static_cast<double>(i);
        return spent * findings / harmonic;
    }
    case OnlineRule::Spending:
        return spent;
    }
    return 0.0;
}

bool OnlineDiscovery::next(double p)
{
    const bool found = p <= level();
    const Bounds bounds = boundsOf(m_rule);
    ++m_state.tested;
    m_state.kept += p <= bounds.tau ? 1 : 0;
    m_state.candidates += bounds.lambda > 0.0 && p <= bounds.lambda ? 1 : 0;
    if (found)
        m_state.findings.push_back(
            {m_rule == OnlineRule::Addis ? m_state.kept : m_state.tested, m_state.candidates});
    return found;
}

std::vector<std::uint8_t> onlineDiscovery(OnlineRule rule, double alpha, std::span<const double> p)
{
    OnlineDiscovery stream(rule, alpha);
    std::vector<std::uint8_t> found;
    for (const double value : p)
        found.push_back(stream.next(value) ? 1 : 0);
    return found;
}

BatchDiscovery::BatchDiscovery(BatchRule rule, double alpha, std::vector<BatchRecord> state)
    : m_rule(rule)
    , m_alpha(alpha)
    , m_state(std::move(state))
{
    assert(alpha > 0.0 && alpha < 1.0);
}

double BatchDiscovery::level(std::size_t size) const
{
    const auto count = static_cast<double>(size);
    double all = 0.0; // findings so far
    Sum series;
    for (std::size_t i = 0; i < m_state.size(); ++i) {
        all += static_cast<double>(m_state[i].found);
        series.add(powerSeries(i + 1));
    }
    const double latest = powerSeries(m_state.size() + 1);
    const double room = (count + all) / count;
    if (m_rule == BatchRule::Positive)
        return m_alpha * latest * room;
    series.add(latest);
    Sum used;
    for (const BatchRecord &batch : m_state) {
        const auto most = static_cast<double>(batch.most);
        used.add(batch.level * most / (most + all - static_cast<double>(batch.found)));
    }
    return (m_alpha * series.value() - used.value()) * room;
}

std::vector<std::uint8_t> BatchDiscovery::next(std::span<const double> p)
{
    if (p.empty())
        return {};
    const double at = level(p.size());
    std::vector<std::uint8_t> found;
    for (const double adjusted : adjustedPValues(p, Correction::BenjaminiHochberg))
        found.push_back(adjusted <= at ? 1 : 0);
    // Of all that could be 0 the largest p adds most: every other one then moves up a rank.
    std::vector<double> raised(p.begin(), p.end());
    *std::max_element(raised.begin(), raised.end()) = 0.0;
    m_state.push_back({at, p.size(),
                       static_cast<std::uint64_t>(std::count(found.begin(), found.end(), std::uint8_t{1})),
                       foundAt(raised, at)});
    return found;
}

} // namespace core::stats
