// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Series for simulations: returns with the habits of real ones, and events that cluster, from a seeded
// generator.
#pragma once

#include "core/stats/random.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace support {

/// Student t with five degrees of freedom, scaled to variance 1: fat tails like daily returns'.
inline double fatTail(core::stats::Random &random)
{
    double squares = 0;
    for (int i = 0; i < 5; ++i)
        squares += std::pow(random.normal(), 2);
    return random.normal() / std::sqrt(squares / 5.0) * std::sqrt(3.0 / 5.0);
}

/// Returns and the conditional standard deviation they were drawn with.
struct Returns {
    std::vector<double> r;
    std::vector<double> sigma;
};

/// AR(phi) with GARCH(.08, .90) and t5 shocks, unconditional variance about 1.
inline Returns garch(core::stats::Random &random, std::size_t bars, double phi)
{
    Returns result;
    double variance = 1;
    double shock = 0;
    double last = 0;
    for (std::size_t t = 0; t < bars + 100; ++t) {
        variance = 0.02 + 0.08 * shock * shock + 0.90 * variance;
        shock = std::sqrt(variance) * fatTail(random);
        last = phi * last + shock;
        if (t >= 100) { // after the start is forgotten
            result.r.push_back(last);
            result.sigma.push_back(std::sqrt(variance));
        }
    }
    return result;
}

/// Bars of a self-exciting process (Hawkes): branching ratio .7, decay .3 a bar; about `count` events, one a
/// bar at most.
inline std::vector<std::uint32_t> clustered(core::stats::Random &random, std::size_t bars, double count)
{
    const double base = 0.3 * count / static_cast<double>(bars);
    double excited = 0;
    std::vector<std::uint32_t> events;
    for (std::size_t t = 0; t < bars; ++t) {
        const bool happens = random.uniform() < 1.0 - std::exp(-(base + excited));
        excited *= std::exp(-0.3);
        if (happens) {
            events.push_back(static_cast<std::uint32_t>(t));
            excited += 0.7 * (1.0 - std::exp(-0.3));
        }
    }
    return events;
}

/// Twice the standard error of a rejection rate of .05 over `families` simulations, above .05.
inline double levelBound(int families)
{
    return 0.05 + 2.0 * std::sqrt(0.05 * 0.95 / families);
}

} // namespace support
