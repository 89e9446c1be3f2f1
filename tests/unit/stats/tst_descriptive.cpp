// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"
#include "core/stats/sum.h"
#include "tests/support/check.h"

#include <cmath>
#include <vector>

using namespace core::stats;

class tst_Descriptive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumsKeepWhatPlainAdditionLoses()
    {
        const std::vector<double> x{1.0, 1e100, 1.0, -1e100}; // Neumaier's own example
        QCOMPARE(sum(x), 2.0);
        QCOMPARE(sum({}), 0.0);
    }

    void sumsDoNotDependOnTheAddress()
    {
        std::vector<double> x(1001);
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = std::sin(static_cast<double>(i)) * 1e3;
        const double expected = sum(std::span(x).first(1000));
        std::vector<double> moved(1001);
        std::copy_n(x.begin(), 1000, moved.begin() + 1);
        QVERIFY(sum(std::span(moved).subspan(1)) == expected); // the same bits, not nearly
    }

    void infinityStaysInfinity()
    {
        const std::vector<double> x{1.0, std::numeric_limits<double>::infinity(), 2.0};
        QVERIFY(std::isinf(sum(x)));
    }

    void agreesWithNumPy()
    {
        const std::vector<double> x{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
        QCOMPARE(mean(x), 4.0);
        QCOMPARE(variance(x), 5.6);
        QCOMPARE(median(x), 4.0);
        const double p[] = {0, 0.1, 0.25, 0.5, 0.9, 1};
        const double expected[] = {1, 1, 2.5, 4, 6, 9};
        for (std::size_t i = 0; i < 6; ++i)
            QCOMPARE(quantile(x, p[i]), expected[i]);
    }

    void tooFewValuesAreMissing()
    {
        QVERIFY(std::isnan(mean({})));
        QVERIFY(std::isnan(median({})));
        const std::vector<double> one{2.0};
        QVERIFY(std::isnan(variance(one)));
        QCOMPARE(quantile(one, 0.3), 2.0);
    }

    void wilsonAgreesWithItsFormula() // 7 of 20, evaluated in SciPy
    {
        const Interval interval = wilson(7, 20, 0.95);
        QCOMPARE(interval.low, 0.1811918241010821);
        QCOMPARE(interval.high, 0.5671457233147638);
        QCOMPARE(wilson(0, 0, 0.95).high, 1.0);
        QCOMPARE(wilson(0, 10, 0.95).low, 0.0);
        QCOMPARE(wilson(10, 10, 0.95).high, 1.0);
    }

    void distributionsAgreeWithSciPy()
    {
        QCOMPARE(normalQuantile(0.975), 1.959963984540054);
        QCOMPARE(normalCdf(1.959963984540054), 0.975);
        QCOMPARE(studentTwoSided(2.5, 10), 0.031446844236608776);
        QCOMPARE(studentQuantile(0.975, 7), 2.364624251592785); // R; SciPy 1.10 is off in the tenth digit
        QCOMPARE(studentCdf(studentQuantile(0.3, 4.5), 4.5), 0.3);
        QVERIFY(std::fabs(normalTwoSided(-10) / 1.523970604832094e-23 - 1) < 1e-12);
        QVERIFY(std::fabs(studentTwoSided(30, 5) / 7.718648620496047e-07 - 1) < 1e-12);
        QVERIFY(std::isnan(studentTwoSided(1, -1))); // no exception
        QVERIFY(!std::isfinite(normalQuantile(1.0)));
    }
};

QTEST_APPLESS_MAIN(tst_Descriptive)
#include "tst_descriptive.moc"
