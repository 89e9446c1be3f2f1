// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Honesty by simulation for assets that are listed late: families without any effect stay silent at the
// promised rate, and an effect is found. FORESHOCK_FAMILIES=4000 with QTEST_FUNCTION_TIMEOUT=14400000 asks
// more families of each kind.
#include "core/discovery/scan.h"
#include "tests/support/check.h"
#include "tests/unit/discovery/simulatedworlds.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace core::discovery;
using namespace honesty;

Q_DECLARE_METATYPE(Nature)

class tst_LateListings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void familiesWithoutEffectsStaySilent_data()
    {
        QTest::addColumn<Nature>("nature");
        QTest::newRow("late listings") << Nature{.lateListings = 0.6};
        QTest::newRow("late listings and events that become more frequent")
            << Nature{.lateListings = 0.6, .growing = true};
        QTest::newRow("later listings and events that become much more frequent")
            << Nature{.lateListings = 0.8, .surging = true};
        QTest::newRow("values that follow volatility, late listings, more frequent events")
            << Nature{.lateListings = 0.6, .growing = true, .stressEvents = true, .values = true};
    }

    void familiesWithoutEffectsStaySilent()
    {
        QFETCH(Nature, nature);
        const int families = countFromEnvironment("FORESHOCK_FAMILIES", 3 * kFamilies);
        const std::vector<int> found = falseFamilies(nature, 1, families);
        QVERIFY(!found.empty());
        const int together = std::accumulate(found.begin(), found.end(), 0);
        QStringList each;
        for (const int count : found)
            each.append(QString::number(count));
        qInfo("%s: %s, together %d of %d families (%.4f)", QTest::currentDataTag(),
              qPrintable(each.join(QLatin1Char(' '))), together, families,
              static_cast<double>(together) / families);
        QVERIFY(together <= most(families));
    }

    void aPlantedEffectOnALateAssetIsFound()
    {
        // As strong on the asset that was listed last as on any other: an effect of 5.5 standard errors
        Nature nature;
        nature.lateListings = 0.6;
        nature.growing = true;
        int planted = 0;
        int found = 0;
        for (int i = 0; i < kFamilies; ++i) {
            core::stats::Random random(kFirstSeed, core::stats::RandomPurpose::Test,
                                       static_cast<std::uint64_t>(i));
            World world = makeWorld(random, nature);
            const std::vector<std::uint32_t> &bars = world.events[0].bars;
            std::uint32_t last = 0;
            std::size_t listed = 0;
            double events = 0;
            for (std::uint32_t asset = 0; asset < world.returns.size(); ++asset) {
                const std::vector<double> &path = world.returns[asset];
                const auto from = static_cast<std::size_t>(
                    std::find_if(path.begin(), path.end(), [](double r) { return !std::isnan(r); }) -
                    path.begin());
                const auto met = bars.end() - std::lower_bound(bars.begin(), bars.end(), from);
                if (met < 20 || from <= listed)
                    continue;
                last = asset;
                listed = from;
                events = static_cast<double>(met);
            }
            if (listed == 0)
                continue;
            std::vector<double> &path = world.returns[last];
            const auto begin = path.begin() + static_cast<std::ptrdiff_t>(listed);
            const double variance =
                std::inner_product(begin, path.end(), begin, 0.0) / static_cast<double>(path.end() - begin);
            for (const std::uint32_t bar : bars)
                path[bar] += 5.5 * std::sqrt(variance / events);
            const ScanFamily family = familyOf(world, nature.bars, 1);
            std::size_t unit = 0; // the window of one bar comes first
            while (family.terms[unit].weights != 0 || family.terms[unit].asset != last)
                ++unit;
            const auto result = scan(family, {});
            VERIFY_OK(result);
            ++planted;
            found += result->y(result->hypothesis(unit, 0)) >=
                     significantThreshold(nullDistribution(result->maxima), 0.05);
        }
        qInfo("found %d of %d", found, planted);
        QVERIFY(planted > kFamilies * 9 / 10);
        QVERIFY(found >= planted * 7 / 10);
    }
};

QTEST_APPLESS_MAIN(tst_LateListings)
#include "tst_latelistings.moc"
