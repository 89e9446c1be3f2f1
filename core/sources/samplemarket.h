// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated market of the sample workspace as plain arrays: who is in it, when it trades, how it moves.
#pragma once

#include "core/market/tradingcalendar.h"
#include "core/stats/random.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

/// Every part of the simulation draws from streams of its own, so that a change in one leaves the others
/// alone.
enum class SampleStream : std::uint32_t { Companies = 1, Factors, Own, Bars, Events, Dependent, Earnings };
stats::Random sampleRandom(std::uint64_t seed, SampleStream stream, std::size_t item = 0);

/// A Student t of six degrees of freedom scaled to unit variance.
double sampleShock(stats::Random &random);

struct SampleSector {
    std::string_view name;
    std::string_view prefix; ///< of the symbols of its companies
    std::size_t companies;
    double deviation;    ///< daily standard deviation of the sector's factor
    double ownDeviation; ///< the same of what is a typical company's own
};
std::span<const SampleSector> sampleSectors();

struct SampleCompany {
    std::string symbol;
    std::string name;
    std::string_view sector; ///< empty for the benchmark
    double beta = 1;
    double ownDeviation = 0;
    double firstPrice = 100;
};

inline constexpr int kSampleFirstYear = 2010;
inline constexpr int kSampleLastYear = 2024;

struct SampleMarket {
    std::span<const market::Session> sessions; ///< of XNYS; valid as long as `exchange`
    market::TradingCalendar exchange;
    std::vector<SampleCompany> companies;     ///< the benchmark first, then sector by sector
    std::vector<std::vector<double>> returns; ///< log return per company and session

    /// The position of the first session that closes at or after an instant; their number when there is none.
    [[nodiscard]] std::size_t barOf(base::Instant at) const;
    /// Positions in `companies` of those of a sector.
    [[nodiscard]] std::vector<std::size_t> inSector(std::string_view sector) const;
};

/// A benchmark and 59 companies over fifteen years without any event: a market factor, six sector factors and
/// one shock of each company's own, each a GARCH(1,1) (Bollerslev 1986) with t shocks. Fails only when the
/// system has no time zone data. A pure function of the seed.
base::Result<SampleMarket> simulateMarket(std::uint64_t seed);

} // namespace core::sources
