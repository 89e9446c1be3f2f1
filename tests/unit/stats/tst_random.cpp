// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/descriptive.h"
#include "core/stats/random.h"
#include "tests/support/check.h"

#include <cmath>
#include <vector>

using namespace core::stats;

class tst_Random : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void philoxMatchesItsAuthors() // Random123's known answers
    {
        using Words = std::array<std::uint32_t, 4>;
        QCOMPARE(philox({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        const std::uint32_t all = 0xffffffff;
        QCOMPARE(philox({all, all, all, all}, {all, all}),
                 (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QCOMPARE(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
                 (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }

    void streamsCanBeReopenedAndAreApart()
    {
        Random first(7, RandomPurpose::Test, 3);
        const std::uint64_t a = first.bits();
        const std::uint64_t b = first.bits();
        Random again(7, RandomPurpose::Test, 3);
        QCOMPARE(again.bits(), a);
        QCOMPARE(again.bits(), b);
        QVERIFY(Random(8, RandomPurpose::Test, 3).bits() != a);
        QVERIFY(Random(7, RandomPurpose::Sample, 3).bits() != a);
        QVERIFY(Random(7, RandomPurpose::Test, 4).bits() != a);
        QVERIFY(Random(7, RandomPurpose::Test, (1ULL << 40) + 3).bits() != a);
    }

    void theMapsNeverChange() // stored results depend on them
    {
        Random random(1, RandomPurpose::Test, 0);
        QCOMPARE(random.bits(), kFirstBits);
        QCOMPARE(random.uniform(), kSecondUniform);
        QCOMPARE(random.below(1000), kThirdBelow);
        QCOMPARE(random.normal(), kFourthNormal);
    }

    void belowIsUniform()
    {
        Random random(5, RandomPurpose::Test, 0);
        std::vector<int> counts(7, 0);
        constexpr int kDraws = 70000;
        for (int i = 0; i < kDraws; ++i)
            ++counts[random.below(7)];
        double chi = 0;
        for (const int count : counts)
            chi += std::pow(count - kDraws / 7.0, 2) / (kDraws / 7.0);
        QVERIFY2(chi < 22.5, qPrintable(QString::number(chi))); // .999 quantile with 6 degrees of freedom
        QCOMPARE(random.below(1), 0ULL);
    }

    void normalsHaveTheirMoments()
    {
        Random random(5, RandomPurpose::Test, 1);
        std::vector<double> x(100000);
        int beyond = 0;
        for (double &value : x) {
            value = random.normal();
            beyond += std::fabs(value) > 1.959964 ? 1 : 0;
        }
        QVERIFY(std::fabs(mean(x)) < 0.012);
        QVERIFY(std::fabs(variance(x) - 1) < 0.02);
        QVERIFY(std::abs(beyond - 5000) < 280);
    }

private:
    static constexpr std::uint64_t kFirstBits = 13377165552203778760ULL;
    static constexpr double kSecondUniform = 0.13370390823636058;
    static constexpr std::uint64_t kThirdBelow = 348ULL;
    static constexpr double kFourthNormal = -1.0896393946353775;
};

QTEST_APPLESS_MAIN(tst_Random)
#include "tst_random.moc"
