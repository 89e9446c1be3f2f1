// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/samplemarket.h"

#include "core/market/dayrules.h"

#include <algorithm>
#include <cmath>

namespace core::sources {

using base::Instant;
using base::Result;
using market::Session;
using market::TradingCalendar;
using stats::Random;

namespace {

constexpr SampleSector kSectors[] = {
    {"Energy", "EN", 10, 0.0070, 0.0125},     {"Industrials", "IN", 10, 0.0045, 0.0120},
    {"Technology", "TE", 10, 0.0060, 0.0150}, {"Utilities", "UT", 10, 0.0035, 0.0060},
    {"Health", "HE", 10, 0.0045, 0.0130},     {"Materials", "MA", 9, 0.0055, 0.0130},
};

constexpr double kMarketDeviation = 0.0095;
constexpr double kMarketDrift = 0.0003;

/// Persistence of the variance: the share of yesterday's squared shock, and of yesterday's variance.
struct Garch {
    double shock;
    double memory;
};
constexpr Garch kFactorGarch{0.08, 0.90};
constexpr Garch kOwnGarch{0.06, 0.91};

/// One path of the given unconditional standard deviation.
std::vector<double> garchPath(Random &random, std::size_t length, double deviation, Garch garch)
{
    const double variance = deviation * deviation;
    const double floor = variance * (1 - garch.shock - garch.memory);
    std::vector<double> path(length);
    double now = variance;
    for (double &value : path) {
        value = std::sqrt(now) * sampleShock(random);
        now = floor + garch.shock * value * value + garch.memory * now;
    }
    return path;
}

std::vector<SampleCompany> makeCompanies(std::uint64_t seed)
{
    Random random = sampleRandom(seed, SampleStream::Companies);
    std::vector<SampleCompany> all{{"SIM-INDEX", "Simulated market index", {}, 1, 0, 1000}};
    for (const SampleSector &sector : kSectors) {
        for (std::size_t i = 1; i <= sector.companies; ++i) {
            const std::string number = (i < 10 ? "0" : "") + std::to_string(i);
            SampleCompany company;
            company.symbol = "SIM-" + std::string(sector.prefix) + number;
            company.name = "Simulated " + std::string(sector.name) + " company " + number;
            company.sector = sector.name;
            company.beta = 0.7 + 0.6 * random.uniform();
            company.ownDeviation = sector.ownDeviation * (0.8 + 0.4 * random.uniform());
            company.firstPrice = std::round(100 * (20 + 130 * random.uniform())) / 100;
            all.push_back(std::move(company));
        }
    }
    return all;
}

} // namespace

std::span<const SampleSector> sampleSectors()
{
    return kSectors;
}

Random sampleRandom(std::uint64_t seed, SampleStream stream, std::size_t item)
{
    return {seed, stats::RandomPurpose::Sample, static_cast<std::uint64_t>(stream) << 32 | item};
}

double sampleShock(Random &random)
{
    // chi-squared of six degrees of freedom is twice a sum of three exponentials; the variance of t is 6/4
    const double product = (1 - random.uniform()) * (1 - random.uniform()) * (1 - random.uniform());
    const double chiSquared = -2 * std::log(product);
    return random.normal() / std::sqrt(chiSquared / 6 * 1.5);
}

std::size_t SampleMarket::barOf(Instant at) const
{
    const auto it =
        std::lower_bound(sessions.begin(), sessions.end(), at,
                         [](const Session &session, Instant value) { return session.close < value; });
    return static_cast<std::size_t>(it - sessions.begin());
}

std::vector<std::size_t> SampleMarket::inSector(std::string_view sector) const
{
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < companies.size(); ++i) {
        if (companies[i].sector == sector)
            positions.push_back(i);
    }
    return positions;
}

Result<SampleMarket> simulateMarket(std::uint64_t seed)
{
    Result<TradingCalendar> exchange = TradingCalendar::find("XNYS");
    if (!exchange.ok())
        return exchange.error();
    const auto sessions =
        exchange->sessions(market::date(kSampleFirstYear, 1, 1), market::date(kSampleLastYear, 12, 31));
    if (!sessions.ok())
        return sessions.error();
    SampleMarket result{*sessions, *exchange, makeCompanies(seed), {}};
    const std::size_t length = sessions->size();
    Random marketDraws = sampleRandom(seed, SampleStream::Factors);
    std::vector<double> market = garchPath(marketDraws, length, kMarketDeviation, kFactorGarch);
    for (double &value : market)
        value += kMarketDrift;
    result.returns.push_back(market);
    std::size_t company = 1;
    for (std::size_t sector = 0; sector < std::size(kSectors); ++sector) {
        Random sectorDraws = sampleRandom(seed, SampleStream::Factors, sector + 1);
        const std::vector<double> factor =
            garchPath(sectorDraws, length, kSectors[sector].deviation, kFactorGarch);
        for (std::size_t i = 0; i < kSectors[sector].companies; ++i, ++company) {
            const SampleCompany &who = result.companies[company];
            Random ownDraws = sampleRandom(seed, SampleStream::Own, company);
            std::vector<double> path = garchPath(ownDraws, length, who.ownDeviation, kOwnGarch);
            for (std::size_t t = 0; t < length; ++t)
                path[t] += who.beta * market[t] + factor[t];
            result.returns.push_back(std::move(path));
        }
    }
    return result;
}

} // namespace core::sources
