// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Families of simulated returns and events without any effect, of several natures; what the honesty tests
// share.
#pragma once

#include "core/discovery/scan.h"
#include "core/stats/random.h"

#include <vector>

namespace honesty {

inline constexpr int kFamilies = 400; // of one seed
/// The seeds were written down before the first run, and every kind of data has the same: the first of them,
/// then the next, as many as the number of families needs. None is exchanged because of what it gave.
inline constexpr std::uint64_t kFirstSeed = 2026112901;

/// The most families with a false finding at a level of 5 %: two standard errors above.
double most(int families);

/// What a family looks like.
struct Nature {
    std::size_t bars = 1500;
    std::size_t assets = 20;
    std::size_t types = 10;
    double autoregression = 0.1;
    double weekday = 0;        ///< added to every return on the first bar of five
    bool mondayEvents = false; ///< most events on that bar
    double lateListings = 0;   ///< assets begin at random within this share of the sample
    bool growing = false;      ///< events are five times as frequent at the end as at the beginning
    bool surging = false;      ///< nearly thirty times
    bool stressEvents = false; ///< events come when volatility is high
    bool values = false;       ///< weights with the size of the volatility
};

struct World {
    std::vector<std::vector<double>> returns; ///< per asset, NaN before listing
    std::vector<core::discovery::ScanWeights> events;
};

World makeWorld(core::stats::Random &random, const Nature &nature);

/// Every series on every asset, windows of one bar (lags 0 to 4) and of five (lag 0). Looks at the world when
/// it is scanned.
core::discovery::ScanFamily familyOf(const World &world, std::size_t bars, std::size_t group);

/// How many families of each seed have any significant finding, the first seed first; the last seed may have
/// fewer families than kFamilies. Empty when a scan fails.
std::vector<int> falseFamilies(const Nature &nature, std::size_t group, int families);

bool anySignificant(const core::discovery::ScanResult &result);

} // namespace honesty
