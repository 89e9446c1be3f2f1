// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of evidence: what they count by hand, that threads do not change them, and the tests the program
// takes.
#include "core/discovery/calibration.h"
#include "core/discovery/calibrationruns.h"
#include "core/discovery/calibrationshifts.h"
#include "core/discovery/calibrationworlds.h"
#include "core/stats/permutation.h"
#include "tests/support/check.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace core;
using namespace core::discovery;

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

using Table = base::Result<CalibrationFigures> (*)(const CalibrationOptions &);

const std::vector<std::pair<const char *, Table>> kTables{
    {"sizes", calibrateSizes}, {"families", calibrateFamilies}, {"blocks", calibrateBlocks},
    {"tails", calibrateTails}, {"panels", calibratePanels},     {"days", calibrateDays},
    {"bets", calibrateBets}};

CalibrationOptions options(std::uint64_t runs, unsigned threads = 1)
{
    CalibrationOptions chosen;
    chosen.runs = runs;
    chosen.threads = threads;
    return chosen;
}

double figureOf(const CalibrationFigures &figures, const char *row, const char *column)
{
    for (const CalibrationFigure &figure : figures)
        if (figure.row == QLatin1String(row) && figure.column == QLatin1String(column))
            return figure.ours;
    return kMissing;
}

/// Three standard errors above 5 %.
double most(double runs)
{
    return 0.05 + 3 * std::sqrt(0.05 * 0.95 / runs);
}

} // namespace

class tst_Calibration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFigureIsTheMeanOfTheRunsThatCount() // 1, 0, missing, 1: two of three
    {
        Replications runs(4, 1);
        runs.of(0)[0] = 1;
        runs.of(1)[0] = 0;
        runs.of(2)[0] = kMissing;
        runs.of(3)[0] = 1;
        const CalibrationFigure figure = runs.figure(0);
        QCOMPARE(figure.runs, std::uint64_t{3});
        QCOMPARE(figure.ours, 2.0 / 3);
        QVERIFY(std::fabs(figure.error - std::sqrt(0.6 * 0.4 / 3)) < 1e-12); // 3 of 5 with the two added
    }

    void noFindingIsNotCertain()
    {
        Replications runs(100, 1);
        QCOMPARE(runs.figure(0).ours, 0.0);
        QVERIFY(runs.figure(0).error > 0.005);
    }

    void findingsAreJudgedByHand()
    {
        CalibrationWorld world;
        world.pairs = {{0, 0, 0, 1, true}, {0, 0, 1, -1, true}, {0, 1, 0, -1, false}};
        //                               pair 0   pair 1   pair 2
        const std::vector<std::uint8_t> found{0, 1, 1, 0, 0, 0, 0, 0, 1};
        const Verdict verdict = judge(world, found);
        QCOMPARE(verdict.any, 1.0);
        QCOMPARE(verdict.rate, 1.0 / 3); // the neighbour of the planted lag is not false
        QCOMPARE(verdict.power, 1.0);
        const Verdict silent = judge(world, std::vector<std::uint8_t>(9, 0));
        QCOMPARE(silent.rate, 0.0);
        QCOMPARE(silent.power, 0.0);
        world.pairs.erase(world.pairs.begin());
        QVERIFY(std::isnan(judge(world, std::vector<std::uint8_t>(6, 0)).power));
    }

    void theFastShiftsAreThoseOfTheVectors() // shiftFamily against circularShiftAll, which the vectors test
    {
        stats::Random random(5, stats::RandomPurpose::Test, 0);
        CalibrationWorld world = makeCalibrationWorld(random, 0.6, 15);
        world.pairs = {world.pairs.back()};
        const WorldPair pair = world.pairs[0];
        std::vector<double> presence(kWorldBars, 0.0);
        for (const std::uint32_t bar : world.types[pair.type].bars)
            presence[bar] = 1;
        const auto scanned = stats::circularShiftAll(presence, world.responsesOf(pair.asset, pair.length));
        const ShiftedFamily family = shiftFamily(world, false);
        double largest = 0;
        for (const double t : scanned.t)
            largest = std::max(largest, std::fabs(t));
        for (std::size_t lag = 0; lag < kWorldLags; ++lag)
            QVERIFY(std::fabs(family.t[lag] - scanned.t[lag]) < 1e-9);
        QVERIFY(std::fabs(family.p[0] - stats::shiftP(scanned.t, stats::Side::Two)) < 1e-9);
        const float most = *std::max_element(family.raw.maxima.begin(), family.raw.maxima.end());
        QVERIFY(std::fabs(static_cast<double>(most) - largest) < 1e-5);
    }

    void threadsDoNotChangeTheFigures_data()
    {
        QTest::addColumn<int>("table");
        for (std::size_t i = 0; i < kTables.size(); ++i)
            QTest::newRow(kTables[i].first) << static_cast<int>(i);
    }
    void threadsDoNotChangeTheFigures()
    {
        QFETCH(const int, table);
        const Table run = kTables[static_cast<std::size_t>(table)].second;
        const auto one = run(options(4));
        const auto three = run(options(4, 3));
        VERIFY_OK(one);
        VERIFY_OK(three);
        QCOMPARE(one->size(), three->size());
        QVERIFY(!one->empty());
        for (std::size_t i = 0; i < one->size(); ++i) {
            const CalibrationFigure &first = (*one)[i];
            const CalibrationFigure &second = (*three)[i];
            QVERIFY(first.ours == second.ours || (std::isnan(first.ours) && std::isnan(second.ours)));
            QVERIFY(std::isnan(first.ours) || (first.ours >= 0 && first.ours <= 1));
        }
    }

    void cancellingKeepsNothing()
    {
        CalibrationOptions stopped = options(1000);
        stopped.cancel.cancel();
        VERIFY_ERROR(calibrateSizes(stopped), base::ErrorCode::Cancelled);
    }

    void shiftsKeepTheirLevelWhereTheNaiveTestsDoNot()
    {
        constexpr std::uint64_t kRuns = 200;
        const auto figures = calibrateSizes(options(kRuns));
        VERIFY_OK(figures);
        for (const char *row : {"iid returns, Poisson events", "iid returns, Hawkes", "AR(.3), Hawkes",
                                "GARCH, Hawkes", "GARCH, volatility-triggered Hawkes",
                                "event rate x5 up, vol doubles", "events after 5-day losses, AR(.1)+GARCH"})
            QVERIFY2(figureOf(*figures, row, "circular shift, t") <= most(kRuns), row);
        for (const char *row : {"AR(.3), Hawkes", "common trends in drift and rate"})
            QVERIFY2(figureOf(*figures, row, "t-test") > most(kRuns), row);
        QVERIFY(figureOf(*figures, "GARCH, volatility-triggered Hawkes", "circular shift, mean") >
                most(kRuns));
        const char *weekday = "weekday effect, Monday events, h=1";
        QVERIFY(figureOf(*figures, weekday, "circular shift, t") > most(kRuns));
        QVERIFY(figureOf(*figures, weekday, "circular shift by weeks, t") <= most(kRuns));
    }

    void theScreenKeepsItsLevelAndFindsWhatWasPlanted()
    {
        constexpr std::uint64_t kRuns = 60;
        const auto figures = calibrateFamilies(options(kRuns));
        VERIFY_OK(figures);
        for (const char *row : {"the screen: maxT, RMS scale", "the screen: candidates"}) {
            QVERIFY2(figureOf(*figures, row, "null: any") <= most(kRuns), row);
            QVERIFY2(figureOf(*figures, row, "1.2 sd: FDR") <= most(kRuns), row);
            QVERIFY2(figureOf(*figures, row, "1.2 sd: power") > 0.5, row);
        }
        QVERIFY(figureOf(*figures, "Bonferroni on t-test", "null: any") > most(kRuns));
    }

    void lookingEveryDayIsPaidFor()
    {
        const auto figures = calibrateDays(options(100));
        VERIFY_OK(figures);
        const char *any = "any false, all null";
        QVERIFY(figureOf(*figures, "BH each day, union", any) > most(100));
        QVERIFY(figureOf(*figures, "e-process (normal mixture) + e-BH, union", any) <= 0.05);
        QVERIFY(figureOf(*figures, "LORD++ on weekly re-tests", any) <= most(100));
    }
};

QTEST_APPLESS_MAIN(tst_Calibration)
#include "tst_calibration.moc"
