// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/discovery/simulatedworlds.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace honesty {

using core::stats::Random;
using namespace core::discovery;

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// A shock with the tails of t with six degrees of freedom, unit variance.
double shock(Random &random)
{
    const double product = (1 - random.uniform()) * (1 - random.uniform()) * (1 - random.uniform());
    return random.normal() / std::sqrt(-2 * std::log(product) / 6 * 1.5);
}

/// A GARCH(1,1) path of unit variance, and its conditional deviations.
void garch(Random &random, std::vector<double> &path, std::vector<double> &deviation)
{
    double variance = 1;
    for (std::size_t t = 0; t < path.size(); ++t) {
        deviation[t] = std::sqrt(variance);
        path[t] = deviation[t] * shock(random);
        variance = 0.02 + 0.08 * path[t] * path[t] + 0.90 * variance;
    }
}

/// Clustered events: a discrete Hawkes process of branching ratio .7 and decay .3 a bar, rate as asked on
/// average.
std::vector<std::uint32_t> clustered(Random &random, std::size_t bars,
                                     const std::function<double(std::size_t)> &rate)
{
    std::vector<std::uint32_t> found;
    double excitement = 0;
    for (std::size_t t = 0; t < bars; ++t) {
        const double intensity = 0.3 * rate(t) + excitement;
        const bool happens = random.uniform() < 1 - std::exp(-intensity);
        if (happens)
            found.push_back(static_cast<std::uint32_t>(t));
        excitement = (excitement + (happens ? 0.245 : 0.0)) * std::exp(-0.3);
    }
    return found;
}

} // namespace

double most(int families)
{
    return families * (0.05 + 2 * std::sqrt(0.05 * 0.95 / families));
}

World makeWorld(Random &random, const Nature &nature)
{
    World world;
    std::vector<double> common(nature.bars);
    std::vector<double> stress(nature.bars);
    garch(random, common, stress);
    std::vector<double> own(nature.bars);
    std::vector<double> ownDeviation(nature.bars);
    for (std::size_t asset = 0; asset < nature.assets; ++asset) {
        garch(random, own, ownDeviation);
        std::vector<double> path(nature.bars);
        double before = 0;
        const std::size_t listed = nature.lateListings > 0
                                       ? random.below(static_cast<std::uint64_t>(
                                             static_cast<double>(nature.bars) * nature.lateListings))
                                       : 0;
        for (std::size_t t = 0; t < nature.bars; ++t) {
            before = nature.autoregression * before + 0.7 * common[t] + 0.7 * own[t];
            path[t] = t < listed ? kMissing : before + (t % 5 == 0 ? nature.weekday : 0);
        }
        world.returns.push_back(std::move(path));
    }
    for (std::size_t type = 0; type < nature.types; ++type) {
        const double usual = 0.03 + 0.07 * random.uniform();
        ScanWeights series;
        series.bars = clustered(random, nature.bars, [&](std::size_t t) {
            const double part = static_cast<double>(t) / static_cast<double>(nature.bars);
            double rate = usual;
            if (nature.growing)
                rate *= 0.4 + 1.6 * part;
            if (nature.surging)
                rate *= 0.1 + 2.7 * part * part;
            if (nature.stressEvents)
                rate *= stress[t] * stress[t] * stress[t];
            if (nature.mondayEvents)
                rate *= 3;
            return rate;
        });
        std::erase_if(series.bars, [&](std::uint32_t bar) { return bar + 30 >= nature.bars; });
        if (nature.mondayEvents)
            std::erase_if(series.bars,
                          [&](std::uint32_t bar) { return bar % 5 != 0 && random.uniform() < 0.85; });
        if (series.bars.size() < 15)
            continue;
        if (nature.values) {
            for (const std::uint32_t bar : series.bars)
                series.weights.push_back(stress[bar] * stress[bar] * random.normal());
            const double mean = std::accumulate(series.weights.begin(), series.weights.end(), 0.0) /
                                static_cast<double>(series.weights.size());
            for (double &weight : series.weights)
                weight -= mean;
        }
        world.events.push_back(std::move(series));
    }
    return world;
}

ScanFamily familyOf(const World &world, std::size_t bars, std::size_t group)
{
    ScanFamily family;
    family.bars = bars;
    family.group = group;
    family.weights = world.events;
    family.lengths = {{{0, 1, 2, 3, 4}}, {{0}}};
    family.assets = static_cast<std::uint32_t>(world.returns.size());
    for (std::uint32_t series = 0; series < world.events.size(); ++series) {
        for (std::uint32_t asset = 0; asset < family.assets; ++asset) {
            const std::vector<std::uint32_t> &at = world.events[series].bars;
            const auto present = std::count_if(at.begin(), at.end(), [&](std::uint32_t bar) {
                return !std::isnan(world.returns[asset][bar]);
            });
            if (present < 15) // as a study run does
                continue;
            for (const std::uint32_t length : {0U, 1U}) {
                family.units.push_back({length, static_cast<std::uint32_t>(family.terms.size()), 1});
                family.terms.push_back({series, asset});
            }
        }
    }
    family.returns = [&world](std::uint32_t asset, std::uint32_t length, std::span<double> out) {
        const std::size_t width = length == 0 ? 1 : 5;
        const std::vector<double> &path = world.returns[asset];
        double sum = 0;
        std::size_t present = 0;
        for (std::size_t t = 0; t < out.size(); ++t) {
            out[t] = t + width > out.size()
                         ? kMissing
                         : std::accumulate(path.begin() + static_cast<std::ptrdiff_t>(t),
                                           path.begin() + static_cast<std::ptrdiff_t>(t + width), 0.0);
            if (!std::isnan(out[t])) {
                sum += out[t];
                ++present;
            }
        }
        for (double &value : out)
            value = std::isnan(value) ? 0 : value - sum / static_cast<double>(present);
        return present;
    };
    return family;
}

bool anySignificant(const ScanResult &result)
{
    const float largest = *std::max_element(result.squares.begin(), result.squares.end());
    return std::sqrt(static_cast<double>(largest)) >=
           significantThreshold(nullDistribution(result.maxima), 0.05);
}

std::vector<int> falseFamilies(const Nature &nature, std::size_t group, int families)
{
    std::vector<int> found;
    for (int i = 0; i < families; ++i) {
        if (i % kFamilies == 0)
            found.push_back(0);
        Random random(kFirstSeed + static_cast<std::uint64_t>(i / kFamilies),
                      core::stats::RandomPurpose::Test, static_cast<std::uint64_t>(i % kFamilies));
        const World world = makeWorld(random, nature);
        const auto result = scan(familyOf(world, nature.bars, group), {});
        if (!result.ok())
            return {};
        found.back() += anySignificant(*result);
    }
    return found;
}

} // namespace honesty
