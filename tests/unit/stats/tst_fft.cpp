// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/fft.h"
#include "core/stats/random.h"
#include "tests/support/check.h"

#include <cmath>
#include <thread>
#include <vector>

using namespace core::stats;

namespace {

std::vector<double> noise(std::size_t n, std::uint64_t index)
{
    Random random(11, RandomPurpose::Test, index);
    std::vector<double> x(n);
    for (double &value : x)
        value = random.normal();
    return x;
}

} // namespace

class tst_Fft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smoothMeansPrimeFactorsUpToThirteen()
    {
        for (const std::size_t n : {1U, 2U, 13U, 4096U, 4224U, 5500U, 2U * 3 * 5 * 7 * 11 * 13})
            QVERIFY(isSmooth(n));
        for (const std::size_t n : {0U, 17U, 5536U, 2U * 17})
            QVERIFY(!isSmooth(n));
        QCOMPARE(previousSmooth(5536), std::size_t{5500}); // the example of the design: 2⁵·173
        QCOMPARE(nextSmooth(17), std::size_t{18});
        QCOMPARE(previousSmooth(0), std::size_t{0});
    }

    void correlationMatchesTheSum_data()
    {
        QTest::addColumn<int>("bars");
        for (const int bars : {1, 2, 5, 60, 97, 210, 503})
            QTest::newRow(qPrintable(QString::number(bars))) << bars;
    }
    void correlationMatchesTheSum()
    {
        QFETCH(const int, bars);
        const auto n = static_cast<std::size_t>(bars);
        const std::vector<double> w = noise(n, 1);
        const std::vector<double> r = noise(n, 2);
        const std::vector<double> got = circularCorrelation(w, r);
        QCOMPARE(got.size(), n);
        for (std::size_t s = 0; s < n; ++s) {
            double expected = 0;
            for (std::size_t t = 0; t < n; ++t)
                expected += w[t] * r[(t + s) % n];
            QVERIFY(std::fabs(got[s] - expected) < 1e-11);
        }
    }

    void aWaveHasOneFrequency() // x[t] = cos(2πt·3/16): X[3] = 8, nothing else
    {
        const auto &fft = Fft<float>::ofLength(16);
        const auto x = makeFftBuffer<float>(16);
        const auto spectrum = makeFftBuffer<std::complex<float>>(9);
        for (std::size_t t = 0; t < 16; ++t)
            x[t] = static_cast<float>(std::cos(2 * 3.14159265358979323846 * 3 * static_cast<double>(t) / 16));
        fft.forward(x.get(), spectrum.get());
        for (std::size_t k = 0; k < 9; ++k)
            QVERIFY(std::fabs(std::abs(spectrum[k]) - (k == 3 ? 8.0F : 0.0F)) < 1e-5F);
    }

    void plansAreSharedAndSafeForThreads()
    {
        const std::vector<double> w = noise(1000, 3);
        const std::vector<double> r = noise(1000, 4);
        const std::vector<double> expected = circularCorrelation(w, r);
        std::vector<std::vector<double>> got(4);
        {
            std::vector<std::jthread> threads;
            for (auto &one : got)
                threads.emplace_back([&] {
                    for (const std::size_t n : {990U, 991U, 1000U}) // new plans while others run
                        one = circularCorrelation(std::span(w).first(n), std::span(r).first(n));
                });
        }
        for (const auto &one : got)
            QVERIFY(one == expected);
    }
};

QTEST_APPLESS_MAIN(tst_Fft)
#include "tst_fft.moc"
