// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/calibrationworlds.h"

#include "core/discovery/calibrationruns.h"
#include "core/stats/descriptive.h"
#include "core/stats/simulation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace core::discovery {

using stats::Random;

namespace {

constexpr std::size_t kTypes = 10;
constexpr std::size_t kWorldAssets = 20;
constexpr std::array<std::size_t, kWorldLengths> kLengths{1, 5};
constexpr std::size_t kPlanted = 12;
constexpr stats::ReturnModel kWorldModel{0.1, 0.08, 0.90, 5.0};

struct Effect {
    std::uint32_t type;
    std::uint32_t asset;
    std::uint32_t length;
    int lag;
};

/// Twelve effects on different types and assets.
std::vector<Effect> drawEffects(Random &random)
{
    std::vector<Effect> effects;
    while (effects.size() < kPlanted) {
        const Effect effect{static_cast<std::uint32_t>(random.below(kTypes)),
                            static_cast<std::uint32_t>(random.below(kWorldAssets)),
                            static_cast<std::uint32_t>(random.below(kLengths.size())),
                            static_cast<int>(random.below(kWorldLags))};
        const bool taken = std::any_of(effects.begin(), effects.end(), [&](const Effect &other) {
            return other.type == effect.type && other.asset == effect.asset;
        });
        if (!taken)
            effects.push_back(effect);
    }
    return effects;
}

std::vector<ScanWeights> drawTypes(Random &random)
{
    const double unit = std::sqrt(1.0 - 0.95 * 0.95);
    const auto common = stats::simulateReturns(random, kWorldBars, {0.95, 0.0, 0.0, 0.0}).returns;
    std::vector<ScanWeights> types;
    for (std::size_t type = 0; type < kTypes; ++type) {
        // from 12 to 158 events, evenly in the root
        const double share = static_cast<double>(type) / static_cast<double>(kTypes - 1);
        const double root = std::sqrt(12.0) + (std::sqrt(158.0) - std::sqrt(12.0)) * share;
        const double usual = root * root / static_cast<double>(kWorldBars);
        std::vector<double> rates;
        for (const double level : common)
            rates.push_back(usual * std::exp(0.5 * unit * level - 0.125));
        ScanWeights series;
        series.bars = stats::simulateEvents(random, rates, {});
        std::erase_if(series.bars, [](std::uint32_t bar) {
            return bar + kLengths.back() + kWorldLags >= kWorldBars; // no window wraps
        });
        types.push_back(std::move(series));
    }
    return types;
}

/// Raises the windows of the events so that R is `size` deviations higher on average; a bar within several
/// windows is raised once.
void plant(std::vector<double> &returns, const ScanWeights &events, const Effect &effect, double size)
{
    const std::size_t window = kLengths[effect.length];
    const double each =
        size * stats::standardDeviation(circularResponses(returns, window)) / static_cast<double>(window);
    std::vector<std::uint8_t> raised(returns.size(), 0);
    for (const std::uint32_t event : events.bars)
        for (std::size_t j = 1; j <= window; ++j)
            raised[event + static_cast<std::size_t>(effect.lag) + j] = 1;
    for (std::size_t t = 0; t < returns.size(); ++t)
        returns[t] += raised[t] != 0 ? each : 0.0;
}

} // namespace

const std::vector<double> &CalibrationWorld::responsesOf(std::uint32_t asset, std::uint32_t length) const
{
    return responses[asset * kWorldLengths + length];
}

CalibrationWorld makeCalibrationWorld(Random &random, double size, std::size_t least)
{
    CalibrationWorld world;
    world.types = drawTypes(random);
    const std::vector<Effect> effects = size > 0.0 ? drawEffects(random) : std::vector<Effect>{};
    const std::vector<double> factor = stats::simulateReturns(random, kWorldBars, kWorldModel).returns;
    for (std::uint32_t asset = 0; asset < kWorldAssets; ++asset) {
        std::vector<double> returns = stats::simulateReturns(random, kWorldBars, kWorldModel).returns;
        for (std::size_t t = 0; t < kWorldBars; ++t)
            returns[t] = 0.7 * returns[t] + 0.7 * factor[t];
        for (const Effect &effect : effects)
            if (effect.asset == asset)
                plant(returns, world.types[effect.type], effect, size);
        for (const std::size_t length : kLengths)
            world.responses.push_back(circularResponses(returns, length));
    }
    for (std::uint32_t type = 0; type < kTypes; ++type)
        for (std::uint32_t asset = 0; asset < kWorldAssets; ++asset)
            for (std::uint32_t length = 0; length < kLengths.size(); ++length) {
                if (world.types[type].bars.size() < least)
                    continue;
                WorldPair pair{type, asset, length, -1, false};
                for (const Effect &effect : effects) {
                    if (effect.type != type || effect.asset != asset)
                        continue;
                    pair.touched = true;
                    pair.planted = effect.length == length ? effect.lag : -1;
                }
                world.pairs.push_back(pair);
            }
    return world;
}

Verdict judge(const CalibrationWorld &world, std::span<const std::uint8_t> found)
{
    double all = 0.0;
    double wrong = 0.0;
    double hits = 0.0;
    double planted = 0.0;
    for (std::size_t i = 0; i < world.pairs.size(); ++i) {
        const WorldPair &pair = world.pairs[i];
        for (std::size_t lag = 0; lag < kWorldLags; ++lag) {
            const double finding = found[i * kWorldLags + lag];
            const bool real = pair.planted == static_cast<int>(lag);
            planted += real ? 1.0 : 0.0;
            hits += real ? finding : 0.0;
            wrong += pair.touched ? 0.0 : finding;
            all += finding;
        }
    }
    return {wrong > 0.0 ? 1.0 : 0.0, all > 0.0 ? wrong / all : 0.0,
            planted > 0.0 ? hits / planted : std::numeric_limits<double>::quiet_NaN()};
}

ScanFamily scanFamilyOf(const CalibrationWorld &world)
{
    ScanFamily family;
    family.bars = kWorldBars;
    family.weights = world.types;
    family.assets = kWorldAssets;
    for (std::size_t length = 0; length < kLengths.size(); ++length)
        family.lengths.push_back({{0, 1, 2}, 0});
    for (const WorldPair &pair : world.pairs) {
        family.units.push_back({pair.length, static_cast<std::uint32_t>(family.terms.size()), 1});
        family.terms.push_back({pair.type, pair.asset});
    }
    family.returns = [&world](std::uint32_t asset, std::uint32_t length, std::span<double> out) {
        const std::vector<double> &responses = world.responsesOf(asset, length);
        std::copy(responses.begin(), responses.end(), out.begin());
        return out.size();
    };
    return family;
}

} // namespace core::discovery
