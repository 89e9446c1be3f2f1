// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sample's promise over 200 seeds: its effects are found, its traps and nulls are not. The screen is run
// on the simulated arrays directly, with a market model of its own, so that a fault in a study run cannot
// hide one here.
#include "core/discovery/scan.h"
#include "core/market/dayrules.h"
#include "core/sources/sampleevents.h"
#include "core/stats/regression.h"
#include "tests/support/check.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace core;
using namespace core::sources;
using discovery::ScanFamily;
using discovery::ScanResult;
using domain::Event;

namespace {

constexpr int kSeeds = 200;
constexpr std::size_t kBars = 3000; // prime factors 2, 3 and 5

using Companies = std::set<std::size_t>;
using Findings = std::map<std::string, Companies>; ///< significant companies per event type

/// One sample as arrays: residuals of a market model over the 250 bars before, on the bars before the
/// hold-out.
struct Prepared {
    SampleMarket market;
    std::vector<Event> events;
    std::vector<Event> earnings;
    std::size_t first = 0;
    std::vector<std::vector<double>> residuals; ///< kBars each; the benchmark as it is
};

Prepared prepare(std::uint64_t seed)
{
    Prepared all{*simulateMarket(seed), {}, {}, 0, {}};
    all.events = simulateEvents(seed, all.market);
    all.earnings = simulateEarnings(seed, all.market);
    all.first = all.market.barOf(base::Instant(market::date(2023, 1, 1))) - kBars;
    const std::vector<double> &index = all.market.returns.front();
    const std::vector<std::uint8_t> usable(index.size(), 1);
    for (std::size_t company = 0; company < all.market.companies.size(); ++company) {
        const std::vector<double> &own = all.market.returns[company];
        const stats::RollingLine line = stats::rollingLine(own, index, usable, 250, 200);
        std::vector<double> residual(kBars);
        for (std::size_t t = 0; t < kBars; ++t) {
            const std::size_t bar = all.first + t;
            residual[t] = company == 0 ? own[bar] : own[bar] - line.alpha[bar] - line.beta[bar] * index[bar];
        }
        all.residuals.push_back(std::move(residual));
    }
    return all;
}

/// The bar an instant falls on, if every window fits.
std::optional<std::uint32_t> barOf(const Prepared &all, base::Instant at)
{
    const std::size_t bar = all.market.barOf(at);
    if (bar < all.first || bar + 6 >= all.first + kBars)
        return std::nullopt;
    return static_cast<std::uint32_t>(bar - all.first);
}

/// Window sums of one company, centred.
void fillReturns(std::span<const double> residual, std::size_t length, bool absolute, std::span<double> out)
{
    for (std::size_t t = 0; t < out.size(); ++t) {
        out[t] = 0;
        for (std::size_t j = t; j < std::min(t + length, out.size()); ++j)
            out[t] += absolute ? std::abs(residual[j]) : residual[j];
    }
    const double mean = std::accumulate(out.begin(), out.end(), 0.0) / static_cast<double>(out.size());
    for (double &value : out)
        value -= mean;
}

struct Question {
    std::vector<std::string> types;
    bool absolute = false;
    bool byTimestamp =
        false; ///< the naive mistake: when it is said to have happened instead of when it was known
};

/// Every type against every company, windows [0,0], [1,1] and [1,5].
Findings ask(const Prepared &all, const Question &question)
{
    ScanFamily family;
    family.bars = kBars;
    std::vector<std::string> names;
    for (const std::string &type : question.types) {
        std::set<std::uint32_t> bars;
        for (const Event &event : all.events) {
            if (event.eventType != type)
                continue;
            if (const auto bar = barOf(all, question.byTimestamp ? event.timestamp : event.knownAt))
                bars.insert(*bar);
        }
        if (bars.size() < 15)
            continue;
        family.weights.push_back({{bars.begin(), bars.end()}, {}});
        names.push_back(type);
    }
    family.lengths = {{{0, 1}}, {{1}}};
    constexpr std::size_t kLengths[] = {1, 5};
    family.assets = static_cast<std::uint32_t>(all.residuals.size());
    for (std::uint32_t series = 0; series < family.weights.size(); ++series) {
        for (std::uint32_t asset = 0; asset < family.assets; ++asset) {
            for (const std::uint32_t length : {0U, 1U}) {
                family.units.push_back({length, static_cast<std::uint32_t>(family.terms.size()), 1});
                family.terms.push_back({series, asset});
            }
        }
    }
    family.returns = [&](std::uint32_t asset, std::uint32_t length, std::span<double> out) {
        fillReturns(all.residuals[asset], kLengths[length], question.absolute, out);
        return kBars;
    };
    const base::Result<ScanResult> result = discovery::scan(family, {});
    Findings found;
    if (!result.ok())
        return found;
    const double threshold =
        discovery::significantThreshold(discovery::nullDistribution(result->maxima), 0.05);
    for (std::size_t unit = 0; unit < family.units.size(); ++unit) {
        for (std::uint64_t h = result->firstHypothesis[unit]; h < result->firstHypothesis[unit + 1]; ++h) {
            const discovery::ScanTerm &term = family.terms[family.units[unit].firstTerm];
            if (result->y(h) >= threshold)
                found[names[term.weights]].insert(term.asset);
        }
    }
    return found;
}

/// Whether a finding is one the truth tells of.
bool isTrue(const Prepared &all, const std::string &type, std::size_t company,
            std::initializer_list<SamplePlant> plants)
{
    return std::any_of(plants.begin(), plants.end(), [&](SamplePlant plant) {
        const SampleEventType &truth = sampleEventType(plant);
        return truth.name == type && truth.sector == all.market.companies[company].sector;
    });
}

bool anyFalse(const Prepared &all, const Findings &found, std::initializer_list<SamplePlant> plants)
{
    for (const auto &[type, companies] : found) {
        for (const std::size_t company : companies) {
            if (!isTrue(all, type, company, plants))
                return true;
        }
    }
    return false;
}

bool isFound(const Prepared &all, const Findings &found, SamplePlant plant)
{
    const std::string type(sampleEventType(plant).name);
    const auto it = found.find(type);
    return it != found.end() && std::any_of(it->second.begin(), it->second.end(), [&](std::size_t company) {
               return isTrue(all, type, company, {plant});
           });
}

struct Quintiles {
    double means[5] = {};
    double adjustedP = 1; ///< of the top
};

/// The day after each report, pooled over companies, by fifth of the surprise.
Quintiles quintiles(const Prepared &all)
{
    std::vector<double> values;
    for (const Event &event : all.earnings)
        values.push_back(event.value);
    std::sort(values.begin(), values.end());
    std::map<std::string, std::uint32_t> companyOf;
    for (std::uint32_t i = 0; i < all.market.companies.size(); ++i)
        companyOf[all.market.companies[i].symbol] = i;
    std::map<std::pair<int, std::uint32_t>, std::set<std::uint32_t>> bars;
    Quintiles result;
    double counts[5] = {};
    for (const Event &event : all.earnings) {
        const auto rank = std::lower_bound(values.begin(), values.end(), event.value) - values.begin();
        const int fifth = static_cast<int>(5 * rank / static_cast<std::ptrdiff_t>(values.size()));
        const std::uint32_t company = companyOf.at(event.entity);
        if (const auto bar = barOf(all, event.knownAt)) {
            bars[{fifth, company}].insert(*bar);
            result.means[fifth] += all.residuals[company][*bar];
            ++counts[fifth];
        }
    }
    ScanFamily family;
    family.bars = kBars;
    family.lengths = {{{0}}};
    family.assets = static_cast<std::uint32_t>(all.residuals.size());
    for (int fifth = 0; fifth < 5; ++fifth) {
        result.means[fifth] /= counts[fifth];
        const auto from = static_cast<std::uint32_t>(family.terms.size());
        for (const auto &[key, at] : bars) {
            if (key.first != fifth)
                continue;
            family.terms.push_back({static_cast<std::uint32_t>(family.weights.size()), key.second});
            family.weights.push_back({{at.begin(), at.end()}, {}});
        }
        family.units.push_back({0, from, static_cast<std::uint32_t>(family.terms.size()) - from});
    }
    family.returns = [&](std::uint32_t asset, std::uint32_t, std::span<double> out) {
        fillReturns(all.residuals[asset], 1, false, out);
        return kBars;
    };
    const base::Result<ScanResult> scanned = discovery::scan(family, {});
    if (scanned.ok())
        result.adjustedP = discovery::adjustedP(discovery::nullDistribution(scanned->maxima),
                                                scanned->y(scanned->firstHypothesis[4]));
    return result;
}

/// The t statistic of an event type's bars against zero, which knows nothing of weekdays: the largest over a
/// sector.
double naiveT(const Prepared &all, SamplePlant plant)
{
    const SampleEventType &type = sampleEventType(plant);
    double largest = 0;
    for (const std::size_t company : all.market.inSector(type.sector)) {
        double n = 0, sum = 0, squares = 0;
        for (const Event &event : all.events) {
            const auto bar = barOf(all, event.timestamp);
            if (event.eventType != type.name || !bar)
                continue;
            const double value = all.residuals[company][*bar];
            ++n;
            sum += value;
            squares += value * value;
        }
        const double deviation = std::sqrt((squares - sum * sum / n) / (n - 1));
        largest = std::max(largest, std::abs(sum / n) / deviation * std::sqrt(n));
    }
    return largest;
}

} // namespace

class tst_SampleTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void effectsAreFoundAndNothingElseOver200Seeds()
    {
        int stable = 0, fading = 0, volatility = 0, monotone = 0, spread = 0, falseReturns = 0,
            falseVolatility = 0;
        for (int seed = 1; seed <= kSeeds; ++seed) {
            const Prepared all = prepare(static_cast<std::uint64_t>(seed));
            const Findings returns =
                ask(all, {{"refinery_outage", "activist_stake", "supply_chain_leak", "tariff_threat",
                           "port_strike", "wildfire_alert", "storm_warning", "data_centre_fault",
                           "satellite_launch", "market_stress_note", "sell_off_comment", "comet_sighting"}});
            stable += isFound(all, returns, SamplePlant::Stable);
            fading += isFound(all, returns, SamplePlant::Fading);
            falseReturns += anyFalse(all, returns, {SamplePlant::Stable, SamplePlant::Fading});
            const Findings moves = ask(all, {{"tariff_threat", "port_strike", "wildfire_alert",
                                              "data_centre_fault", "satellite_launch"},
                                             true});
            volatility += isFound(all, moves, SamplePlant::Volatility);
            falseVolatility += anyFalse(all, moves, {SamplePlant::Volatility});
            const Quintiles fifths = quintiles(all);
            monotone += std::is_sorted(std::begin(fifths.means), std::end(fifths.means));
            spread += fifths.adjustedP <= 0.05;
        }
        qInfo("of %d seeds: stable %d, fading %d, volatility %d, quintiles monotone %d and significant %d; "
              "any false finding: returns %d, volatility %d",
              kSeeds, stable, fading, volatility, monotone, spread, falseReturns, falseVolatility);
        const int enough = kSeeds * 9 / 10;
        QVERIFY(stable >= enough);
        QVERIFY(fading >= enough);
        QVERIFY(volatility >= enough);
        QVERIFY(monotone >= enough);
        QVERIFY(spread >= enough);
        const double most = kSeeds * (0.05 + 2 * std::sqrt(0.05 * 0.95 / kSeeds));
        QVERIFY(falseReturns <= most);
        QVERIFY(falseVolatility <= most);
    }

    void trapsCatchTheNaive()
    {
        for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
            const Prepared all = prepare(seed);
            const std::string leak(sampleEventType(SamplePlant::AfterTheFact).name);
            QVERIFY(
                ask(all, {{leak, "port_strike"}, false, true}).contains(leak)); // by the time stamped on it
            QVERIFY(!ask(all, {{leak, "port_strike"}, false, false}).contains(leak));
            QVERIFY(naiveT(all, SamplePlant::Weekday) > 4);
        }
    }

    void theFadedEffectIsGoneInTheSecondHalf()
    {
        double before = 0, after = 0, nBefore = 0, nAfter = 0;
        for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}) {
            const Prepared all = prepare(seed);
            for (const Event &event : all.events) {
                const auto bar = barOf(all, event.knownAt);
                if (event.eventType != sampleEventType(SamplePlant::Fading).name || !bar)
                    continue;
                const bool early =
                    all.market.sessions[all.first + *bar].day < market::date(kFadesFromYear, 7, 1);
                for (const std::size_t company : all.market.inSector("Industrials")) {
                    (early ? before : after) += all.residuals[company][*bar];
                    ++(early ? nBefore : nAfter);
                }
            }
        }
        QVERIFY(std::abs(before / nBefore - kFadingEffect) < 0.0015);
        QVERIFY(std::abs(after / nAfter) < 0.0015);
    }
};

QTEST_APPLESS_MAIN(tst_SampleTruth)
#include "tst_sampletruth.moc"
