// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/bootstrap.h"
#include "core/stats/random.h"
#include "core/stats/regression.h"
#include "tests/support/check.h"

#include <cmath>
#include <vector>

using namespace core::stats;

class tst_Regression : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineWorkedByHand() // (0,1) (1,2) (2,6): slope 5/2, level 3 − 5/2, residuals ½, −1, ½
    {
        const std::vector<double> x{0, 1, 2};
        const std::vector<double> y{1, 2, 6};
        const Line line = fitLine(y, x);
        QCOMPARE(line.beta, 2.5);
        QCOMPARE(line.alpha, 0.5);
        QCOMPARE(line.residualVariance, 1.5);
        QCOMPARE(line.betaError, std::sqrt(1.5 / 2));
    }

    void aConstantOrShortSeriesHasNoLine()
    {
        const std::vector<double> flat{2, 2, 2, 2};
        const std::vector<double> y{1, 2, 3, 4};
        QVERIFY(std::isnan(fitLine(y, flat).beta));
        QVERIFY(std::isnan(fitLine(std::span(y).first(2), std::span(y).first(2)).beta));
        const std::vector<std::uint8_t> usable(4, 1);
        QVERIFY(std::isnan(rollingLine(y, flat, usable, 3, 3).beta[3]));
    }

    void rollingMatchesAFreshFitOfTheBarsBefore()
    {
        constexpr std::size_t kBars = 700;
        constexpr std::size_t kWindow = 50;
        Random random(3, RandomPurpose::Test, 0);
        std::vector<double> x(kBars);
        std::vector<double> y(kBars);
        std::vector<std::uint8_t> usable(kBars, 1);
        for (std::size_t t = 0; t < kBars; ++t) {
            x[t] = 0.01 * random.normal();
            y[t] = 0.002 + 1.3 * x[t] + 0.01 * random.normal();
            usable[t] = random.uniform() < 0.1 ? 0 : 1;
            if (usable[t] == 0)
                y[t] = std::nan("");
        }
        const RollingLine rolling = rollingLine(y, x, usable, kWindow, 40);
        std::size_t fitted = 0;
        for (std::size_t t = 0; t < kBars; ++t) {
            std::vector<double> near;
            std::vector<double> market;
            for (std::size_t i = t > kWindow ? t - kWindow : 0; i < t; ++i)
                if (usable[i] != 0) {
                    near.push_back(y[i]);
                    market.push_back(x[i]);
                }
            if (near.size() < 40) {
                QVERIFY(std::isnan(rolling.beta[t]));
                continue;
            }
            const Line line = fitLine(near, market);
            QVERIFY(std::fabs(rolling.beta[t] - line.beta) < 1e-11);
            QVERIFY(std::fabs(rolling.alpha[t] - line.alpha) < 1e-13);
            ++fitted;
        }
        QVERIFY(fitted > 600);
    }

    void rollingNeverSeesTheBarItself()
    {
        std::vector<double> x{1, 2, 3, 4, 5, 6};
        std::vector<double> y{2, 4, 6, 8, 10, 12};
        const std::vector<std::uint8_t> usable(6, 1);
        const double before = rollingLine(y, x, usable, 4, 3).beta[5];
        y[5] = 1000;
        QCOMPARE(rollingLine(y, x, usable, 4, 3).beta[5], before);
        QCOMPARE(before, 2.0);
    }

    void bootstrapCoversTheMean() // AR(.3) series of mean 0: a 90 % interval misses about one time in ten
    {
        int misses = 0;
        constexpr int kSeries = 400;
        for (int i = 0; i < kSeries; ++i) {
            Random random(9, RandomPurpose::Test, static_cast<std::uint64_t>(i));
            std::vector<double> x(200);
            double last = 0;
            for (double &value : x)
                value = last = 0.3 * last + random.normal();
            const double block = optimalBlockLength(x).stationary;
            const Interval interval = bootstrapMean(x, block, 300, 0.9, static_cast<std::uint64_t>(i));
            misses += interval.low > 0 || interval.high < 0 ? 1 : 0;
        }
        QVERIFY2(misses > 20 && misses < 88, qPrintable(QString::number(misses)));
    }

    void bootstrapCoversTheCorrelation() // and never leaves [−1, 1], however close to its end
    {
        int misses = 0;
        constexpr int kSamples = 400;
        for (int i = 0; i < kSamples; ++i) {
            Random random(10, RandomPurpose::Test, static_cast<std::uint64_t>(i));
            std::vector<double> x(100), y(100);
            for (std::size_t k = 0; k < x.size(); ++k) {
                x[k] = random.normal();
                y[k] = 0.9 * x[k] + std::sqrt(1 - 0.81) * random.normal();
            }
            const Interval interval =
                bootstrapCorrelation(x, y, 1, 300, 0.9, static_cast<std::uint64_t>(i));
            QVERIFY(interval.low > 0 && interval.high < 1);
            misses += interval.low > 0.9 || interval.high < 0.9 ? 1 : 0;
        }
        QVERIFY2(misses > 20 && misses < 88, qPrintable(QString::number(misses)));
    }

    void bootstrapIsRepeatable()
    {
        const std::vector<double> x{1, 2, 3, 4, 5};
        const Interval a = bootstrapMean(x, 2, 100, 0.95, 1);
        const Interval b = bootstrapMean(x, 2, 100, 0.95, 1);
        QCOMPARE(a.low, b.low);
        QCOMPARE(a.high, b.high);
        QVERIFY(a.low >= 1 && a.high <= 5 && a.low < 3 && a.high > 3);
        QVERIFY(std::isnan(bootstrapMean(std::span(x).first(1), 2, 100, 0.95, 1).low));
    }

    void aShortOrConstantSeriesHasBlocksOfOne()
    {
        const std::vector<double> flat(50, 1.0);
        QCOMPARE(optimalBlockLength(flat).stationary, 1.0);
        QCOMPARE(optimalBlockLength(std::span(flat).first(3)).circular, 1.0);
    }
};

QTEST_APPLESS_MAIN(tst_Regression)
#include "tst_regression.moc"
