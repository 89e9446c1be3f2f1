// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `bench calibration`: its figures, its verdicts and its text.
#include "core/workbench/benchcalibration.h"
#include "tests/support/check.h"

#include <QJsonArray>

#include <cmath>

using namespace core;
using workbench::BenchOptions;

namespace {

BenchOptions options(std::vector<std::string> tables, std::uint64_t size)
{
    BenchOptions chosen;
    chosen.arguments = std::move(tables);
    chosen.size = size;
    chosen.threads = 2;
    return chosen;
}

} // namespace

class tst_BenchCalibration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheTablesNamedInTheirProportion()
    {
        const auto result = workbench::benchCalibration(options({"E6", "E5"}, 40));
        VERIFY_OK(result);
        const QJsonArray tables = (*result)[QLatin1String("tables")].toArray();
        QCOMPARE(tables.size(), 2);
        QCOMPARE(tables[0].toObject()[QLatin1String("table")].toString(), QStringLiteral("E6"));
        QCOMPARE(tables[0].toObject()[QLatin1String("replications")].toInt(), 40);
        QCOMPARE(tables[1].toObject()[QLatin1String("replications")].toInt(), 6); // 600 of 4,000
    }

    void everyVerdictFollowsFromItsFigures()
    {
        const auto result = workbench::benchCalibration(options({"E5", "E6"}, 400));
        VERIFY_OK(result);
        int judged = 0;
        for (const QJsonValue &table : (*result)[QLatin1String("tables")].toArray())
            for (const QJsonValue &value : table.toObject()[QLatin1String("figures")].toArray()) {
                const QJsonObject figure = value.toObject();
                if (!figure.contains(QLatin1String("published")))
                    continue;
                const double difference =
                    figure[QLatin1String("ours")].toDouble() - figure[QLatin1String("published")].toDouble();
                const bool lessIsSafe = figure[QLatin1String("kind")] == QLatin1String("size");
                const QString verdict = figure[QLatin1String("verdict")].toString();
                if (verdict == QLatin1String("safer"))
                    QVERIFY((difference < 0) == lessIsSafe);
                else if (verdict == QLatin1String("outside"))
                    QVERIFY((difference < 0) != lessIsSafe);
                else
                    QCOMPARE(verdict, QStringLiteral("inside"));
                if (verdict != QLatin1String("inside")) // beyond two errors of ours alone at least
                    QVERIFY(std::fabs(difference) > 2 * figure[QLatin1String("error")].toDouble());
                ++judged;
            }
        QCOMPARE(judged, 18);
    }

    void theTextHoldsEveryRow()
    {
        const auto result = workbench::benchCalibration(options({"E5"}, 20));
        VERIFY_OK(result);
        const QString text = (*result)[QLatin1String("text")].toString();
        QVERIFY(text.startsWith(QLatin1String("### E5")));
        for (const char *row : {"BH each day, union", "LORD++ on weekly re-tests", "e-process"})
            QVERIFY2(text.contains(QLatin1String(row)), row);
    }

    void anUnknownTableIsRefused()
    {
        VERIFY_ERROR(workbench::benchCalibration(options({"E7"}, 20)), base::ErrorCode::BadInput);
    }
};

QTEST_APPLESS_MAIN(tst_BenchCalibration)
#include "tst_benchcalibration.moc"
