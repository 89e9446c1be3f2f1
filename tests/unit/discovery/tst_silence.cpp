// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Honesty by simulation: families without any effect stay silent at the promised rate, whatever returns and
// events look like. FORESHOCK_FAMILIES=4000 with QTEST_FUNCTION_TIMEOUT=14400000 asks more families of each
// kind.
#include "tests/support/check.h"
#include "tests/unit/discovery/simulatedworlds.h"

#include <numeric>

using namespace honesty;

Q_DECLARE_METATYPE(Nature)

class tst_Silence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void familiesWithoutEffectsStaySilent_data()
    {
        QTest::addColumn<Nature>("nature");
        QTest::newRow("autoregressive GARCH returns, clustered events") << Nature{};
        QTest::newRow("events that come with volatility") << Nature{.stressEvents = true};
        QTest::newRow("values that follow volatility") << Nature{.stressEvents = true, .values = true};
        QTest::newRow("a weekday artefact, restricted to whole weeks")
            << Nature{.weekday = 0.4, .mondayEvents = true};
        QTest::newRow("events that become more frequent") << Nature{.growing = true};
    }

    void familiesWithoutEffectsStaySilent()
    {
        QFETCH(Nature, nature);
        const int families = countFromEnvironment("FORESHOCK_FAMILIES", 3 * kFamilies);
        const std::vector<int> found = falseFamilies(nature, nature.mondayEvents ? 5 : 1, families);
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
};

QTEST_APPLESS_MAIN(tst_Silence)
#include "tst_silence.moc"
