// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/evidence.h"
#include "tests/support/check.h"
#include "tests/support/series.h"
#include "tests/support/studyledger.h"

#include <cmath>

using namespace core;
using namespace core::discovery;
using base::Instant;

namespace {

constexpr std::size_t kDays = 1'200;

/// Returns of some assets; events are added by the test before prices are made of them.
struct World {
    support::StudyLedger bench;
    std::vector<base::Date> days = support::workdays(base::Date(std::chrono::year(2015) / 1 / 5), kDays);
    std::map<std::string, std::vector<double>> returns;

    explicit World(const std::vector<std::string> &assets)
    {
        unsigned seed = 1;
        for (const std::string &asset : assets)
            returns[asset] = support::normalReturns(kDays, 0.01, seed++);
    }

    void event(const char *type, std::size_t day, const char *entity = "US")
    {
        bench.events.add(type, Instant(days[day]) + std::chrono::hours(15), 1, entity);
    }

    Evidence evidence(const std::string &study)
    {
        for (const auto &[asset, r] : returns)
            support::addPrices(bench.bars, asset, days, r);
        const auto report = bench.run(study);
        if (!report.ok())
            qFatal("%s", qPrintable(report.error().message));
        const auto found = evidenceOf(report->run, report->findings.front().hypothesis, bench.context());
        if (!found.ok())
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
};

const char *const kOne = "{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': [[1,1]], "
                         "'returns': {'benchmark': 'SPY'}}";

} // namespace

class tst_Robustness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void controlsStaySilentWhenTheAssetAloneReacts()
    {
        World world({"A", "B", "C", "SPY"});
        std::mt19937 random(5);
        for (int i = 0; i < 40; ++i) {
            const std::size_t t = 30 + random() % (kDays - 60);
            world.event("shock", t);
            world.returns["A"][t + 1] += 0.03;
        }
        const Robustness checks = world.evidence(kOne).robustness;
        QCOMPARE(checks.controls.size(), std::size_t{2}); // neither the asset nor the benchmark
        for (const ControlAsset &control : checks.controls) {
            QVERIFY(control.asset == "B" || control.asset == "C");
            QVERIFY2(std::abs(control.t) < 3, qPrintable(QString::number(control.t)));
            QVERIFY(std::abs(control.correlation) < 0.2);
            QVERIFY(control.n >= 35);
        }
        QVERIFY(std::abs(checks.past.t) < 3);
        QVERIFY(checks.panel.empty());
    }

    void aControlThatReactsIsSeen()
    {
        World world({"A", "B", "SPY"});
        std::mt19937 random(5);
        for (int i = 0; i < 40; ++i) {
            const std::size_t t = 30 + random() % (kDays - 60);
            world.event("shock", t);
            for (const char *asset : {"A", "B"})
                world.returns[asset][t + 1] += 0.03;
        }
        const Robustness checks = world.evidence(kOne).robustness;
        QCOMPARE(checks.controls.size(), std::size_t{1});
        QVERIFY2(checks.controls[0].t > 5, qPrintable(QString::number(checks.controls[0].t)));
        QVERIFY(checks.controls[0].effect > 200);
    }

    /// Events that come after five good days of an asset whose returns go on: what the days foretell is most of
    /// the effect.
    void anAssetThatMovesTheEventsIsTold()
    {
        World world({"A", "SPY"});
        std::vector<double> &r = world.returns["A"];
        for (std::size_t t = 5; t < kDays; ++t) {
            double past = 0;
            for (std::size_t k = 1; k <= 5; ++k)
                past += r[t - k];
            r[t] += 0.15 * past;
        }
        for (std::size_t t = 20; t + 20 < kDays; ++t) {
            double past = 0;
            for (std::size_t k = 1; k <= 5; ++k)
                past += r[t - k];
            if (past > 0.045)
                world.event("shock", t);
        }
        const Evidence evidence = world.evidence("{'events': [{'filter': 'event_type == shock'}], 'assets': "
                                                 "['A'], 'windows': [[0,0]], 'returns': {'benchmark': 'SPY'}}");
        const PastReaction &past = evidence.robustness.past;
        QVERIFY2(past.t > 8, qPrintable(QString::number(past.t)));
        const double effect = evidence.finding.effect - evidence.finding.base;
        QVERIFY(effect > 50);
        QVERIFY2(std::abs(past.adjusted - evidence.finding.base) < effect / 2,
                 qPrintable(QString::number(past.adjusted)));
    }

    void aPoolShowsTheTestsOfThePanel()
    {
        World world({"A", "B", "C", "SPY"});
        std::mt19937 random(6);
        for (const char *asset : {"A", "B", "C"}) {
            for (int i = 0; i < 30; ++i) {
                const std::size_t t = 200 + random() % (kDays - 230);
                world.event("own", t, asset);
                world.returns[asset][t + 1] += 0.02;
            }
        }
        const Robustness checks =
            world
                .evidence("{'events': [{'filter': 'event_type == own'}], 'assets': ['A', 'B', 'C'], 'pair': "
                          "'entity', 'pool': 'assets', 'windows': [[1,1]], 'returns': {'benchmark': 'SPY'}}")
                .robustness;
        QCOMPARE(checks.panel.size(), std::size_t{3});
        for (const PanelTest &test : checks.panel) {
            QVERIFY2(test.statistic > 4, test.name.c_str());
            QVERIFY(test.p < 1e-4);
        }
        QVERIFY(checks.panelEvents > 80);
        QVERIFY(std::abs(checks.clustering) < 0.2);
    }

    void nothingIsSaidOfAWindowBeforeTheEvent()
    {
        World world({"A", "SPY"});
        std::mt19937 random(5);
        for (int i = 0; i < 40; ++i)
            world.event("shock", 30 + random() % (kDays - 60));
        const Robustness checks =
            world
                .evidence("{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], 'windows': "
                          "[[-3,-1]], 'returns': {'benchmark': 'SPY'}}")
                .robustness;
        QVERIFY(std::isnan(checks.past.t));
    }
};

QTEST_GUILESS_MAIN(tst_Robustness)
#include "tst_robustness.moc"
