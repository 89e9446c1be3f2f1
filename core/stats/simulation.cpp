// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/simulation.h"

#include <cmath>
#include <numbers>

namespace core::stats {

namespace {

constexpr std::size_t kBurnIn = 200;

} // namespace

double shock(Random &random, double degrees)
{
    if (!(degrees > 2.0))
        return random.normal();
    const double radius = std::sqrt(degrees * (std::pow(1.0 - random.uniform(), -2.0 / degrees) - 1.0));
    const double t = radius * std::cos(2.0 * std::numbers::pi * random.uniform());
    return t * std::sqrt((degrees - 2.0) / degrees);
}

ReturnPath simulateReturns(Random &random, std::size_t bars, const ReturnModel &model)
{
    ReturnPath path{std::vector<double>(bars), std::vector<double>(bars)};
    double variance = 1.0;
    double before = 0.0;
    for (std::size_t t = 0; t < bars + kBurnIn; ++t) {
        const double deviation = std::sqrt(variance);
        const double innovation = deviation * shock(random, model.degrees);
        before = model.autoregression * before + innovation;
        variance =
            1.0 - model.arch - model.garch + model.arch * innovation * innovation + model.garch * variance;
        if (t < kBurnIn)
            continue;
        path.returns[t - kBurnIn] = before;
        path.deviations[t - kBurnIn] = deviation;
    }
    return path;
}

std::vector<std::uint32_t> simulateEvents(Random &random, std::span<const double> rate,
                                          const Clustering &clustering)
{
    std::vector<std::uint32_t> bars;
    const double fall = std::exp(-clustering.decay);
    const double jump = clustering.branching * (1.0 / fall - 1.0); // Σ over k ≥ 1 of jump·fall^k = branching
    double excitement = 0.0;
    for (std::size_t t = 0; t < rate.size(); ++t) {
        const double intensity = (1.0 - clustering.branching) * rate[t] + excitement;
        const bool happens = random.uniform() < -std::expm1(-intensity);
        if (happens)
            bars.push_back(static_cast<std::uint32_t>(t));
        excitement = (excitement + (happens ? jump : 0.0)) * fall;
    }
    return bars;
}

} // namespace core::stats
