// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The null by shifts beside every measure of dependence: its level on series with memory, and planted lags
// found.
#include "core/stats/associations.h"
#include "core/stats/crosscorrelation.h"
#include "core/stats/distancecorrelation.h"
#include "core/stats/granger.h"
#include "core/stats/hayashiyoshida.h"
#include "core/stats/mutualinformation.h"
#include "core/stats/pcmci.h"
#include "core/stats/shiftnull.h"
#include "core/stats/simulation.h"
#include "core/stats/transferentropy.h"
#include "tests/support/check.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

using namespace core::stats;

namespace {

using Series = std::vector<double>;
using Measure = std::function<double(std::span<const double> x, const Series &y)>;

constexpr std::size_t kLag = 3;

double largest(const CrossCorrelation &c)
{
    double most = 0;
    for (const double r : c.correlation)
        most = std::max(most, std::fabs(r));
    return most;
}

/// x moved by kLag − 1 bars, so that what happened kLag bars ago stands one bar before.
Series closer(std::span<const double> x)
{
    Series moved(x.begin(), x.end());
    std::rotate(moved.begin(), moved.end() - (kLag - 1), moved.end());
    return moved;
}

/// x as it stood kLag bars ago beside y.
Series beside(std::span<const double> x)
{
    Series moved(x.begin(), x.end());
    std::rotate(moved.begin(), moved.end() - kLag, moved.end());
    return moved;
}

/// Prices of log returns at one tick a minute, from `start` seconds on.
struct Path {
    std::vector<std::int64_t> times;
    std::vector<double> prices{100};

    Path(std::span<const double> returns, std::int64_t start)
    {
        for (const double r : returns)
            prices.push_back(prices.back() * std::exp(0.001 * r));
        for (std::size_t i = 0; i < prices.size(); ++i)
            times.push_back(start + 60 * static_cast<std::int64_t>(i));
    }
};

/// The largest of the lead-lag curve up to five minutes; y is quoted between the minutes of x.
double leadLagPeak(std::span<const double> x, const Series &y)
{
    const Path a(x, 0);
    const Path b(y, 20);
    std::vector<std::int64_t> lags;
    for (std::int64_t lag = -300; lag <= 300; lag += 20)
        lags.push_back(lag);
    const LeadLag curve = leadLag({a.times, a.prices}, {b.times, b.prices}, lags);
    return std::fabs(curve.covariance[curve.best]);
}

/// The link from x to y at the planted lag.
double causalLink(std::span<const double> x, const Series &y)
{
    const std::vector<Series> columns{{x.begin(), x.end()}, y};
    const CausalLinks links = causalLinks(columns, {1, kLag, 0.2});
    return std::fabs(links.correlation[links.at(0, 1, kLag)]);
}

const std::vector<std::pair<const char *, Measure>> kMeasures{
    {"cross-correlation",
     [](std::span<const double> x, const Series &y) { return largest(crossCorrelation(x, y, 5)); }},
    {"prewhitened",
     [](std::span<const double> x, const Series &y) { return largest(prewhitenedCorrelation(x, y, 5)); }},
    {"Granger", [](std::span<const double> x, const Series &y) { return grangerCausality(x, y, kLag).f; }},
    {"transfer entropy",
     [](std::span<const double> x, const Series &y) {
         const std::vector<double> cuts{1.0 / 3, 2.0 / 3};
         return transferEntropy(quantileCodes(closer(x), cuts), quantileCodes(y, cuts), 3);
     }},
    {"mutual information",
     [](std::span<const double> x, const Series &y) { return mutualInformation(beside(x), y); }},
    {"distance correlation", [](std::span<const double> x,
                                const Series &y) { return distanceCorrelation(beside(x), y).biasCorrected; }},
    {"Pearson",
     [](std::span<const double> x, const Series &y) { return std::fabs(pearson(beside(x), y).value); }},
    {"Spearman",
     [](std::span<const double> x, const Series &y) { return std::fabs(spearman(beside(x), y).value); }},
    {"Hayashi-Yoshida", leadLagPeak},
    {"PCMCI", causalLink},
    {"Kendall",
     [](std::span<const double> x, const Series &y) { return std::fabs(kendall(beside(x), y).value); }},
};

void everyMeasure()
{
    QTest::addColumn<int>("measure");
    for (std::size_t i = 0; i < kMeasures.size(); ++i)
        QTest::newRow(kMeasures[i].first) << static_cast<int>(i);
}

/// The share of pairs of AR(1) series whose p is at most 5 %; y follows x by kLag bars to the given strength.
double rejected(const Measure &measure, int pairs, double strength)
{
    constexpr std::size_t kBars = 200;
    int small = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        Random random(81, RandomPurpose::Test, static_cast<std::uint64_t>(pair));
        const Series x = simulateReturns(random, kBars, {0.7, 0, 0, 0}).returns;
        Series y = simulateReturns(random, kBars, {0.7, 0, 0, 0}).returns;
        for (std::size_t t = kLag; t < kBars; ++t)
            y[t] += strength * x[t - kLag];
        const auto against = [&](std::span<const double> moved) { return measure(moved, y); };
        small += shiftNull(x, against, 60, static_cast<std::uint64_t>(pair)).p <= 0.05 ? 1 : 0;
    }
    return static_cast<double>(small) / pairs;
}

} // namespace

class tst_ShiftNull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsEveryShiftOfAShortSeries() // the statistic is the first value; 2 of 3 others reach it
    {
        const Series x{2, 1, 3, 2};
        const ShiftNull null = shiftNull(
            x, [](std::span<const double> moved) { return moved[0]; }, 100, 1);
        QCOMPARE(null.observed, 2.0);
        QCOMPARE(null.shifts, std::size_t{4});
        QCOMPARE(null.p, 3.0 / 4);
        QCOMPARE(null.mean, 2.0);
    }

    void neverCostsMoreThanAsked()
    {
        Series x(500);
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<double>(i);
        std::vector<double> seen;
        const auto statistic = [&](std::span<const double> moved) {
            seen.push_back(moved[0]);
            return moved[0] == 0 ? 1000.0 : moved[0];
        };
        const ShiftNull null = shiftNull(x, statistic, 40, 7);
        QCOMPARE(seen.size(), std::size_t{40});
        QCOMPARE(null.shifts, std::size_t{40});
        QCOMPARE(null.p, 1.0 / 40);
        std::sort(seen.begin(), seen.end());
        QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end()); // all different
        const std::vector<double> first = seen;
        seen.clear();
        (void)shiftNull(x, statistic, 40, 7);
        std::sort(seen.begin(), seen.end());
        QCOMPARE(seen, first); // a seed is a set of shifts
        seen.clear();
        (void)shiftNull(x, statistic, 40, 8);
        std::sort(seen.begin(), seen.end());
        QVERIFY(seen != first);
    }

    void nothingObservedIsNoFinding()
    {
        const auto missing = [](std::span<const double>) { return std::numeric_limits<double>::quiet_NaN(); };
        QCOMPARE(shiftNull(Series{1, 2, 3}, missing, 10, 1).p, 1.0);
        QCOMPARE(shiftNull(
                     Series{}, [](std::span<const double>) { return 1.0; }, 10, 1)
                     .p,
                 1.0);
    }

    void keepsItsLevelOnSeriesWithMemory_data() { everyMeasure(); }
    void keepsItsLevelOnSeriesWithMemory()
    {
        QFETCH(const int, measure);
        const double share = rejected(kMeasures[static_cast<std::size_t>(measure)].second, 200, 0);
        QVERIFY2(share <= 0.05 + 3 * 0.0154, qPrintable(QString::number(share)));
    }

    void findsAPlantedLag_data() { everyMeasure(); }
    void findsAPlantedLag()
    {
        QFETCH(const int, measure);
        const double share = rejected(kMeasures[static_cast<std::size_t>(measure)].second, 40, 1.2);
        QVERIFY2(share >= 0.8, qPrintable(QString::number(share)));
    }

    void theUsualPIsWrongThere() // which is why the shifts are needed
    {
        int small = 0;
        for (int pair = 0; pair < 300; ++pair) {
            Random random(81, RandomPurpose::Test, static_cast<std::uint64_t>(pair));
            const Series x = simulateReturns(random, 200, {0.7, 0, 0, 0}).returns;
            const Series y = simulateReturns(random, 200, {0.7, 0, 0, 0}).returns;
            small += pearson(x, y).p <= 0.05 ? 1 : 0;
        }
        QVERIFY2(small > 45, qPrintable(QString::number(small)));
    }
};

QTEST_APPLESS_MAIN(tst_ShiftNull)
#include "tst_shiftnull.moc"
