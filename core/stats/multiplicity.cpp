// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/multiplicity.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace core::stats {

namespace {

/// Places of the values, ascending; equal values keep their order.
template <typename Compare>
std::vector<std::size_t> order(std::span<const double> x, Compare before)
{
    std::vector<std::size_t> places(x.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(),
                     [&](std::size_t a, std::size_t b) { return before(x[a], x[b]); });
    return places;
}

using Factor = std::function<double(double p, std::size_t rank)>; // rank 1 is the smallest p

/// Largest so far from the smallest p upwards.
std::vector<double> stepDown(std::span<const double> p, const Factor &factor)
{
    std::vector<double> result(p.size());
    double running = 0.0;
    std::size_t rank = 0;
    for (const std::size_t i : order(p, std::less<>())) {
        running = std::max(running, std::min(1.0, factor(p[i], ++rank)));
        result[i] = running;
    }
    return result;
}

/// Smallest so far from the largest p downwards.
std::vector<double> stepUp(std::span<const double> p, const Factor &factor)
{
    std::vector<double> result(p.size());
    double running = 1.0;
    const auto places = order(p, std::less<>());
    for (std::size_t rank = places.size(); rank > 0; --rank) {
        const std::size_t i = places[rank - 1];
        running = std::min(running, factor(p[i], rank));
        result[i] = running;
    }
    return result;
}

/// The closed test with Simes' inequality, in the O(m²) form of Wright (1992).
std::vector<double> hommel(std::span<const double> p)
{
    const std::size_t m = p.size();
    const auto places = order(p, std::less<>());
    std::vector<double> sorted(m);
    for (std::size_t i = 0; i < m; ++i)
        sorted[i] = p[places[i]];
    double simes = 1.0;
    for (std::size_t i = 0; i < m; ++i)
        simes = std::min(simes, static_cast<double>(m) * sorted[i] / static_cast<double>(i + 1));
    std::vector<double> bound(m, simes);
    std::vector<double> adjusted(m, simes);
    for (std::size_t size = m - 1; size >= 2; --size) {
        const std::size_t low = m - size + 1; // the first `low` p-values, then the size − 1 largest
        const auto count = static_cast<double>(size);
        double least = count * sorted[low] / 2.0;
        for (std::size_t j = 1; j < size - 1; ++j)
            least = std::min(least, count * sorted[low + j] / static_cast<double>(j + 2));
        for (std::size_t i = 0; i < low; ++i)
            bound[i] = std::min(count * sorted[i], least);
        for (std::size_t i = low; i < m; ++i)
            bound[i] = bound[m - size];
        for (std::size_t i = 0; i < m; ++i)
            adjusted[i] = std::max(adjusted[i], bound[i]);
    }
    std::vector<double> result(m);
    for (std::size_t i = 0; i < m; ++i)
        result[places[i]] = std::max(adjusted[i], sorted[i]);
    return result;
}

double tieBound(double observed, double tie)
{
    return observed - tie * std::max(1.0, std::fabs(observed));
}

double share(std::size_t reached, std::size_t draws, Identity identity)
{
    const std::size_t extra = identity == Identity::AddOne ? 1 : 0;
    return static_cast<double>(reached + extra) / static_cast<double>(draws + extra);
}

} // namespace

std::vector<double> adjustedPValues(std::span<const double> p, Correction correction)
{
    const std::size_t m = p.size();
    const auto count = static_cast<double>(m);
    if (m == 0)
        return {};
    // 1 − (1 − p)^k without losing small p
    const auto sidak = [](double value, double k) { return -std::expm1(k * std::log1p(-value)); };
    const auto left = [m](std::size_t rank) { return static_cast<double>(m - rank + 1); };
    switch (correction) {
    case Correction::Bonferroni:
        return stepUp(p, [&](double value, std::size_t) { return count * value; });
    case Correction::Sidak:
        return stepUp(p, [&](double value, std::size_t) { return sidak(value, count); });
    case Correction::SidakStepDown:
        return stepDown(p, [&](double value, std::size_t rank) { return sidak(value, left(rank)); });
    case Correction::Holm:
        return stepDown(p, [&](double value, std::size_t rank) { return left(rank) * value; });
    case Correction::Hochberg:
        return stepUp(p, [&](double value, std::size_t rank) { return left(rank) * value; });
    case Correction::Hommel:
        return hommel(p);
    case Correction::BenjaminiHochberg:
        return stepUp(
            p, [&](double value, std::size_t rank) { return count * value / static_cast<double>(rank); });
    case Correction::BenjaminiYekutieli: {
        double harmonic = 0.0;
        for (std::size_t i = 1; i <= m; ++i)
            harmonic += 1.0 / static_cast<double>(i);
        return stepUp(p, [&](double value, std::size_t rank) {
            return harmonic * count * value / static_cast<double>(rank);
        });
    }
    }
    return {};
}

std::vector<double> twoStageBenjaminiHochberg(std::span<const double> p, double q)
{
    std::vector<double> adjusted = adjustedPValues(p, Correction::BenjaminiHochberg);
    const auto rejected =
        std::count_if(adjusted.begin(), adjusted.end(), [q](double a) { return a <= q / (1.0 + q); });
    if (rejected == std::ssize(p))
        return adjusted; // no null is left to rate the p by; all stay rejected
    const double nulls = static_cast<double>(std::ssize(p) - rejected) / static_cast<double>(p.size());
    for (double &value : adjusted)
        value *= nulls;
    return adjusted;
}

std::vector<double> resamplingP(std::span<const double> observed, const JointNull &null, Identity identity,
                                double tie)
{
    assert(null.values.size() == observed.size() * null.draws);
    std::vector<double> p;
    for (std::size_t i = 0; i < observed.size(); ++i) {
        const auto row = null.values.subspan(i * null.draws, null.draws);
        const double bound = tieBound(observed[i], tie);
        const auto reached = std::count_if(row.begin(), row.end(), [bound](double x) { return x >= bound; });
        p.push_back(share(static_cast<std::size_t>(reached), null.draws, identity));
    }
    return p;
}

StepP maxT(std::span<const double> observed, const JointNull &null, Identity identity, double tie)
{
    assert(null.values.size() == observed.size() * null.draws);
    const std::size_t m = observed.size();
    StepP p{std::vector<double>(m), std::vector<double>(m)};
    const auto falling = order(observed, std::greater<>());
    const auto reached = [&](const std::vector<double> &maxima, std::size_t i) {
        const double bound = tieBound(observed[i], tie);
        const auto count =
            std::count_if(maxima.begin(), maxima.end(), [bound](double x) { return x >= bound; });
        return share(static_cast<std::size_t>(count), null.draws, identity);
    };
    // From the weakest hypothesis upwards: the maximum over those not stronger than the one in hand.
    std::vector<double> maxima(null.draws, -std::numeric_limits<double>::infinity());
    for (std::size_t rank = m; rank > 0; --rank) {
        const std::size_t i = falling[rank - 1];
        for (std::size_t draw = 0; draw < null.draws; ++draw)
            maxima[draw] = std::max(maxima[draw], null.values[i * null.draws + draw]);
        p.stepDown[i] = reached(maxima, i);
    }
    double running = 0.0;
    for (const std::size_t i : falling) {
        running = std::max(running, p.stepDown[i]);
        p.stepDown[i] = running;
        p.singleStep[i] = reached(maxima, i); // now the maximum over all
    }
    return p;
}

std::vector<double> minP(std::span<const double> observed, const JointNull &null, double tie)
{
    const std::size_t m = observed.size();
    // The p-value of every draw of a hypothesis within its own draws; more extreme means smaller p, hence the
    // sign.
    std::vector<double> ranks(m * null.draws);
    for (std::size_t i = 0; i < m; ++i) {
        const auto row = null.values.subspan(i * null.draws, null.draws);
        const std::vector<double> repeated = [&] {
            std::vector<double> all;
            for (std::size_t draw = 0; draw < null.draws; ++draw)
                all.insert(all.end(), row.begin(), row.end());
            return all;
        }();
        const auto p = resamplingP(row, {repeated, null.draws}, Identity::Included, tie);
        for (std::size_t draw = 0; draw < null.draws; ++draw)
            ranks[i * null.draws + draw] = -p[draw];
    }
    std::vector<double> own = resamplingP(observed, null, Identity::Included, tie);
    for (double &p : own)
        p = -p;
    return maxT(own, {ranks, null.draws}, Identity::Included, tie).stepDown;
}

} // namespace core::stats
