// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Honesty by simulation: families without any effect stay silent at the promised rate whatever returns and
// events look like, planted effects are found, and the shuffle that people would write first fails on the
// same data.
#include "core/discovery/nulls.h"
#include "core/discovery/scan.h"
#include "core/stats/permutation.h"
#include "core/stats/random.h"
#include "tests/support/check.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

using namespace core;
using namespace core::discovery;
using stats::Random;

namespace {

constexpr int kFamilies = 400; // of one seed
/// The seeds were written down before the first run, and every kind of data has the same: the first of them,
/// then the next, as many as the number of families needs. None is exchanged because of what it gave.
constexpr std::uint64_t kFirstSeed = 2026112901;
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// The most families with a false finding at a level of 5 %: two standard errors above.
double most(int families)
{
    return families * (0.05 + 2 * std::sqrt(0.05 * 0.95 / families));
}

/// A shock with the tails of t with six degrees of freedom, unit variance.
double shock(Random &random)
{
    const double product = (1 - random.uniform()) * (1 - random.uniform()) * (1 - random.uniform());
    return random.normal() / std::sqrt(-2 * std::log(product) / 6 * 1.5);
}

/// What a family looks like.
struct Nature {
    std::size_t bars = 1500;
    std::size_t assets = 20;
    std::size_t types = 10;
    double autoregression = 0.1;
    double weekday = 0;        ///< added to every return on the first bar of five
    bool mondayEvents = false; ///< most events on that bar
    bool lateListings = false; ///< assets begin at random
    bool growing = false;      ///< events are five times as frequent at the end as at the beginning
    bool stressEvents = false; ///< events come when volatility is high
    bool values = false;       ///< weights with the size of the volatility
};

struct World {
    std::vector<std::vector<double>> returns; ///< per asset, NaN before listing
    std::vector<ScanWeights> events;
};

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
        const std::size_t listed = nature.lateListings ? random.below(nature.bars * 6 / 10) : 0;
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
            double rate = usual;
            if (nature.growing)
                rate *= 0.4 + 1.6 * static_cast<double>(t) / static_cast<double>(nature.bars);
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

/// Every series on every asset, windows of one bar (lags 0 to 4) and of five (lag 0).
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

/// How many of one seed's families have any significant finding; −1 when a scan fails.
int falseFamilies(const Nature &nature, std::size_t group, std::uint64_t seed, int families)
{
    int count = 0;
    for (int i = 0; i < families; ++i) {
        Random random(seed, stats::RandomPurpose::Test, static_cast<std::uint64_t>(i));
        const World world = makeWorld(random, nature);
        const auto result = scan(familyOf(world, nature.bars, group), {});
        if (!result.ok())
            return -1;
        count += anySignificant(*result);
    }
    return count;
}

double tOf(const std::vector<std::uint32_t> &bars, const std::vector<double> &returns)
{
    double sum = 0;
    double squares = 0;
    for (const std::uint32_t bar : bars) {
        sum += returns[bar];
        squares += returns[bar] * returns[bar];
    }
    const auto n = static_cast<double>(bars.size());
    return sum / std::sqrt(n * (squares - sum * sum / n) / (n - 1));
}

/// t at every circular shift; the returns are centred first.
std::vector<double> allShifts(const std::vector<std::uint32_t> &bars, std::vector<double> returns)
{
    const double mean =
        std::accumulate(returns.begin(), returns.end(), 0.0) / static_cast<double>(returns.size());
    for (double &value : returns)
        value -= mean;
    std::vector<double> events(returns.size(), 0);
    for (const std::uint32_t bar : bars)
        events[bar] = 1;
    return stats::circularShiftAll(events, returns).t;
}

double kurtosisOf(const std::vector<double> &values)
{
    double squares = 0;
    double fourths = 0;
    for (const double value : values) {
        squares += value * value;
        fourths += value * value * value * value;
    }
    return fourths * static_cast<double>(values.size()) / (squares * squares);
}

} // namespace

class tst_Honesty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void familiesWithoutEffectsStaySilent_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("autoregressive GARCH returns, clustered events") << 0;
        QTest::newRow("events that come with volatility") << 1;
        QTest::newRow("late listings") << 2;
        QTest::newRow("values that follow volatility") << 3;
        QTest::newRow("a weekday artefact, restricted to whole weeks") << 4;
        QTest::newRow("events that become more frequent") << 5;
        QTest::newRow("late listings and events that become more frequent") << 6;
    }

    void familiesWithoutEffectsStaySilent()
    {
        QFETCH(int, which);
        Nature nature;
        nature.stressEvents = which == 1 || which == 3;
        nature.lateListings = which == 2 || which == 6;
        nature.growing = which == 5 || which == 6;
        nature.values = which == 3;
        nature.mondayEvents = which == 4;
        nature.weekday = which == 4 ? 0.4 : 0;
        const int families = countFromEnvironment("FORESHOCK_FAMILIES", 3 * kFamilies);
        int found = 0;
        QStringList each;
        for (int done = 0; done < families; done += kFamilies) {
            const int some = falseFamilies(nature, which == 4 ? 5 : 1, kFirstSeed + done / kFamilies,
                                           std::min(kFamilies, families - done));
            QVERIFY(some >= 0);
            found += some;
            each.append(QString::number(some));
        }
        qInfo("%s: %s, together %d of %d families (%.4f)", QTest::currentDataTag(), qPrintable(each.join(QLatin1Char(' '))),
              found, families, static_cast<double>(found) / families);
        QVERIFY(found <= most(families));
    }

    void withoutTheRestrictionAWeekdayArtefactLooksReal()
    {
        // Pair by pair: in a family the shifts that put Mondays on Mondays raise the joint threshold as well.
        constexpr int kPairs = 1000;
        int unrestricted = 0;
        int restricted = 0;
        for (int i = 0; i < kPairs; ++i) {
            Random random(600, stats::RandomPurpose::Test, static_cast<std::uint64_t>(i));
            Nature nature;
            nature.assets = 1;
            nature.types = 1;
            nature.weekday = 0.4;
            nature.mondayEvents = true;
            const World world = makeWorld(random, nature);
            if (world.events.empty())
                continue;
            const std::vector<double> x = allShifts(world.events[0].bars, world.returns[0]);
            unrestricted += stats::shiftP(x, stats::Side::Two) <= 0.05;
            restricted += stats::shiftP(x, stats::Side::Two, 5) <= 0.05;
        }
        qInfo("of %d pairs: all shifts find %d, shifts by whole weeks %d", kPairs, unrestricted, restricted);
        QVERIFY(restricted <= most(kPairs));
        QVERIFY(unrestricted > 2 * most(kPairs));
    }

    void aPlantedEffectIsFoundAtTheStatedPower()
    {
        // 80 %: .84 standard errors above the threshold, where the error of the t of an effect of λ errors is
        // √(1 + λ²(κ − 1)/4n): the deviation it is divided by is estimated, and worse so with fat tails κ.
        // Scale and threshold are taken with the effect in the data, where a study run takes them: the effect
        // widens both.
        int found = 0;
        for (int i = 0; i < kFamilies; ++i) {
            Random random(200, stats::RandomPurpose::Test, static_cast<std::uint64_t>(i));
            const Nature nature;
            World world = makeWorld(random, nature);
            const ScanFamily family = familyOf(world, nature.bars, 1);
            const std::vector<double> path = world.returns[0];
            const std::vector<std::uint32_t> &bars = world.events[0].bars;
            const double error = std::sqrt(std::inner_product(path.begin(), path.end(), path.begin(), 0.0) /
                                           static_cast<double>(path.size() * bars.size()));
            const double kurtosis = kurtosisOf(path);
            double lambda = 5;
            for (int round = 0; round < 3; ++round) {
                const auto result = scan(family, {});
                VERIFY_OK(result);
                const double threshold = significantThreshold(nullDistribution(result->maxima), 0.05);
                const auto sigma = static_cast<double>(result->sigmas[0]);
                if (round == 2)
                    found += result->y(result->hypothesis(0, 0)) >= threshold;
                for (int step = 0; step < 20; ++step)
                    lambda =
                        (threshold + 0.8416 * std::sqrt(1 + lambda * lambda * (kurtosis - 1) /
                                                                (4 * static_cast<double>(bars.size())))) *
                        sigma;
                world.returns[0] = path;
                for (const std::uint32_t bar : bars)
                    world.returns[0][bar] += lambda * error;
            }
        }
        qInfo("found %d of %d", found, kFamilies);
        QVERIFY(found >= kFamilies * 0.76); // two standard errors
        QVERIFY(found <= kFamilies * 0.84);
    }

    void oneEffectInAFamilyBecomesCandidate_data()
    {
        QTest::addColumn<int>("types");
        QTest::addColumn<int>("assets");
        QTest::addColumn<double>("strength"); // expected t
        QTest::addColumn<int>("families");
        QTest::newRow("1,200 hypotheses") << 10 << 20 << 7.0 << 1000;
        QTest::newRow("120,000 hypotheses") << 50 << 400 << 9.5 << 60;
    }

    void oneEffectInAFamilyBecomesCandidate()
    {
        QFETCH(int, types);
        QFETCH(int, assets);
        QFETCH(double, strength);
        QFETCH(int, families);
        Nature nature;
        nature.bars = 1000;
        nature.types = static_cast<std::size_t>(types);
        nature.assets = static_cast<std::size_t>(assets);
        int found = 0;
        double falseShare = 0;
        double squares = 0;
        std::uint64_t hypotheses = 0;
        for (int i = 0; i < families; ++i) {
            Random random(300 + nature.types, stats::RandomPurpose::Test, static_cast<std::uint64_t>(i));
            World world = makeWorld(random, nature);
            const auto largest =
                std::max_element(world.events.begin(), world.events.end(),
                                 [](const auto &a, const auto &b) { return a.bars.size() < b.bars.size(); });
            std::swap(world.events.front(), *largest);
            const std::vector<std::uint32_t> &bars = world.events.front().bars;
            std::vector<double> &path = world.returns[0];
            const double variance = std::inner_product(path.begin(), path.end(), path.begin(), 0.0) /
                                    static_cast<double>(path.size());
            for (const std::uint32_t bar : bars)
                path[bar] += strength * std::sqrt(variance / static_cast<double>(bars.size()));
            const auto result = scan(familyOf(world, nature.bars, 1), {});
            VERIFY_OK(result);
            hypotheses = result->hypotheses();
            const ScanCount &at = candidateThreshold(result->counts, 0.05);
            if (at.chance > 0.05 * std::max(1.0, static_cast<double>(at.observed)))
                continue;
            int candidates = 0;
            int wrong = 0;
            for (std::uint64_t h = 0; h < hypotheses; ++h) {
                if (result->y(h) < at.threshold)
                    continue;
                ++candidates;
                wrong += h >= result->firstHypothesis[2]; // the first two units are the planted pair
            }
            found += result->y(0) >= at.threshold;
            const double share = candidates == 0 ? 0 : static_cast<double>(wrong) / candidates;
            falseShare += share;
            squares += share * share;
        }
        const double fdr = falseShare / families;
        const double error = std::sqrt(std::max(0.0, squares / families - fdr * fdr) / families);
        qInfo("%llu hypotheses: candidate in %d of %d, FDR %.3f (s.e. %.3f)",
              static_cast<unsigned long long>(hypotheses), found, families, fdr, error);
        QVERIFY(found >= families * 9 / 10);
        QVERIFY(fdr <= 0.05 + 2 * error);
    }

    void theLabelShuffleFailsWhereTheShiftHolds()
    {
        constexpr int kPairs = 1000;
        constexpr int kShuffles = 199;
        constexpr std::size_t kBars = 1500;
        int shuffled = 0;
        int shifted = 0;
        for (int i = 0; i < kPairs; ++i) {
            Random random(400, stats::RandomPurpose::Test, static_cast<std::uint64_t>(i));
            Nature nature;
            nature.assets = 1;
            nature.types = 1;
            World world = makeWorld(random, nature);
            if (world.events.empty())
                continue;
            const std::vector<std::uint32_t> &bars = world.events[0].bars;
            std::vector<double> sums(kBars, 0); // of five bars, wrapped, centred
            for (std::size_t t = 0; t < kBars; ++t) {
                for (std::size_t j = 0; j < 5; ++j)
                    sums[t] += world.returns[0][(t + j) % kBars];
            }
            const double mean = std::accumulate(sums.begin(), sums.end(), 0.0) / static_cast<double>(kBars);
            for (double &value : sums)
                value -= mean;
            const double observed = std::abs(tOf(bars, sums));
            int reached = 1;
            std::vector<std::uint32_t> drawn(kBars);
            std::iota(drawn.begin(), drawn.end(), 0U);
            for (int shuffle = 0; shuffle < kShuffles; ++shuffle) {
                for (std::size_t k = 0; k < bars.size(); ++k)
                    std::swap(drawn[k], drawn[k + random.below(kBars - k)]);
                reached +=
                    std::abs(tOf({drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(bars.size())},
                                 sums)) >= observed;
            }
            shuffled += reached <= (kShuffles + 1) / 20;
            shifted += stats::shiftP(allShifts(bars, sums), stats::Side::Two) <= 0.05;
        }
        qInfo("of %d pairs without effect: label shuffle finds %d, circular shift %d", kPairs, shuffled,
              shifted);
        QVERIFY(shifted <= most(kPairs));
        QVERIFY(shuffled > kPairs / 10);
    }

    void datesBoundToTheCalendarStaySilentToo()
    {
        // First Fridays, third Fridays and first Wednesdays on returns whose Fridays are strong
        constexpr std::size_t kDays = 1500;
        constexpr std::int64_t kMonday = 16'440; // 2015-01-05
        MatchedDays matching;
        World world;
        world.events.resize(3);
        unsigned lastMonth = 0;
        int fridays = 0;
        int wednesdays = 0;
        for (std::size_t t = 0; t < kDays; ++t) {
            const std::int64_t day = kMonday + static_cast<std::int64_t>(t / 5 * 7 + t % 5);
            matching.strata.push_back(monthWeekdayStratum(day, 0, 1));
            const auto date = std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(day)));
            if (unsigned(date.month()) != lastMonth) {
                lastMonth = unsigned(date.month());
                fridays = 0;
                wednesdays = 0;
            }
            fridays += t % 5 == 4;
            wednesdays += t % 5 == 2;
            const auto bar = static_cast<std::uint32_t>(t);
            if (t % 5 == 4 && fridays == 1)
                world.events[0].bars.push_back(bar);
            if (t % 5 == 4 && fridays == 3)
                world.events[1].bars.push_back(bar);
            if (t % 5 == 2 && wednesdays == 1)
                world.events[2].bars.push_back(bar);
        }
        int found = 0;
        int naive = 0;
        for (int i = 0; i < kFamilies; ++i) {
            Random random(500, stats::RandomPurpose::Test, static_cast<std::uint64_t>(i));
            Nature nature;
            nature.types = 0;
            nature.assets = 10;
            world.returns = makeWorld(random, nature).returns;
            for (std::vector<double> &path : world.returns) {
                for (std::size_t t = 4; t < kDays; t += 5)
                    path[t] += 0.4;
            }
            NullFamily family;
            family.bars = kDays;
            family.weights = world.events;
            for (std::uint32_t series = 0; series < 3; ++series) {
                for (std::uint32_t asset = 0; asset < 10; ++asset) {
                    family.units.push_back({static_cast<std::uint32_t>(family.terms.size()), 1, 0, 0});
                    family.terms.push_back({series, asset});
                }
            }
            family.returns = [&world](std::uint32_t asset, std::uint32_t, std::span<double> out) {
                std::copy(world.returns[asset].begin(), world.returns[asset].end(), out.begin());
            };
            NullOptions options;
            options.seed = static_cast<std::uint64_t>(i);
            options.draws = 2001;
            const auto result = matchedDays(family, matching, options);
            VERIFY_OK(result);
            found += std::any_of(result->outcomes.begin(), result->outcomes.end(),
                                 [](const NullOutcome &each) { return each.pAdjusted <= 0.05; });
            naive += std::abs(tOf(world.events[0].bars, world.returns[0])) > 3;
        }
        qInfo("matched days: %d of %d families; t beyond 3 on the first pair alone: %d", found, kFamilies,
              naive);
        QVERIFY(found <= most(kFamilies));
        QVERIFY(naive > kFamilies / 3);
    }
};

QTEST_APPLESS_MAIN(tst_Honesty)
#include "tst_honesty.moc"
