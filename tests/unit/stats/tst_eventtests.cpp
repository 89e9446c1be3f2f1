// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The battery of the pooled event study: the published vectors, missing bars, and what each test is robust
// to.
#include "core/stats/descriptive.h"
#include "core/stats/eventranks.h"
#include "core/stats/eventtests.h"
#include "core/stats/ranks.h"
#include "core/stats/simulation.h"
#include "tests/support/check.h"
#include "tests/support/vectors.h"

#include <cmath>
#include <functional>
#include <limits>

using namespace core::stats;
using support::Vectors;

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

EventPanel panelOf(const Vectors &v)
{
    EventPanel panel;
    panel.events = static_cast<std::size_t>(v.input("n_events").toInt());
    panel.estimation = static_cast<std::size_t>(v.input("estimation_len").toInt());
    panel.window = static_cast<std::size_t>(v.input("event_len").toInt());
    panel.returns = v.inputs("asset_returns_rows_are_events");
    panel.market = v.inputs("market_returns_rows_are_events");
    return panel;
}

/// What `of` says of every fitted event.
std::vector<double> eachFit(const EventStudy &study, const std::function<double(const EventFit &)> &of)
{
    std::vector<double> values;
    for (const EventFit &fit : study.fits)
        values.push_back(of(fit));
    return values;
}

/// The statistic of every bar of the event window.
std::vector<double> eachDay(const EventStudy &study, const std::function<double(std::size_t)> &of)
{
    std::vector<double> values;
    for (std::size_t t = 0; t < study.window; ++t)
        values.push_back(of(t));
    return values;
}

std::vector<double> day(const EventStudy &study, std::size_t t)
{
    return cumulated(study, {t, t});
}

/// How a simulated panel differs from independent normal returns.
struct World {
    std::size_t events = 40;
    double louder = 1;   ///< the deviation on the event window, beside that of the estimation bars
    double together = 0; ///< correlation of all events' residuals: they happen on the same day
    double effect = 0;   ///< added to every return of the event window
    double missing = 0;  ///< share of returns that are missing
};

EventPanel simulate(Random &random, const World &world)
{
    EventPanel panel{world.events, 100, 5, {}, {}};
    const std::size_t bars = panel.estimation + panel.window;
    std::vector<double> common(bars);
    for (double &value : common)
        value = random.normal();
    for (std::size_t t = 0; t < bars; ++t)
        panel.market.push_back(0.01 * random.normal());
    for (std::size_t event = 0; event < panel.events; ++event)
        for (std::size_t t = 0; t < bars; ++t) {
            const bool inside = t >= panel.estimation;
            const double own =
                std::sqrt(1 - world.together) * random.normal() + std::sqrt(world.together) * common[t];
            const double size = 0.005 * static_cast<double>(1 + event % 4) * (inside ? world.louder : 1);
            const double value = panel.market[t] + size * own + (inside ? world.effect : 0);
            panel.returns.push_back(random.uniform() < world.missing ? kMissing : value);
        }
    return panel;
}

using Test = std::function<EventTest(const EventPanel &, const EventStudy &)>;
constexpr EventSpan kAll{0, 4};

/// The share of 300 panels that a test finds significant at 5 %.
double rejected(const World &world, const Test &test)
{
    constexpr int kPanels = 300;
    int count = 0;
    for (int i = 0; i < kPanels; ++i) {
        Random random(21, RandomPurpose::Test, static_cast<std::uint64_t>(i));
        const EventPanel panel = simulate(random, world);
        count += test(panel, fitMarketModels(panel)).p <= 0.05 ? 1 : 0;
    }
    return static_cast<double>(count) / kPanels;
}

constexpr double kMost = 0.05 + 3 * 0.0126; // three standard errors of 300 panels

const std::vector<std::pair<const char *, Test>> kTests{
    {"cross-sectional", [](const auto &, const auto &s) { return crossSectional(cumulated(s, kAll)); }},
    {"brown-warner", [](const auto &, const auto &s) { return brownWarner(s, kAll); }},
    {"patell", [](const auto &, const auto &s) { return patell(s, kAll); }},
    {"patell day", [](const auto &, const auto &s) { return patellDay(s, 2); }},
    {"boehmer", [](const auto &, const auto &s) { return boehmer(s, kAll); }},
    {"kolari-pynnonen",
     [](const auto &, const auto &s) { return kolariPynnonen(s, kAll, meanResidualCorrelation(s)); }},
    {"skewness-adjusted",
     [](const auto &p, const auto &s) {
         return skewnessAdjusted(buyAndHold(p, s, kAll, HoldBenchmark::Model));
     }},
    {"corrado", [](const auto &, const auto &s) { return corradoRank(s, kAll); }},
    {"grank-t", [](const auto &, const auto &s) { return generalizedRank(s, kAll).t; }},
    {"grank-z", [](const auto &, const auto &s) { return generalizedRank(s, kAll).z; }},
    {"sign", [](const auto &, const auto &s) { return signTest(cumulated(s, kAll)); }},
    {"generalized sign",
     [](const auto &, const auto &s) { return generalizedSign(cumulated(s, kAll), positiveShare(s)); }},
};

Test named(const char *name)
{
    for (const auto &[known, test] : kTests)
        if (qstrcmp(known, name) == 0)
            return test;
    return {};
}

void everyTest()
{
    QTest::addColumn<int>("test");
    for (std::size_t i = 0; i < kTests.size(); ++i)
        QTest::newRow(kTests[i].first) << static_cast<int>(i);
}

} // namespace

class tst_EventTests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marketModelVectors_data()
    {
        QTest::addColumn<QString>("which");
        QTest::newRow("a") << QStringLiteral("a");
        QTest::newRow("b") << QStringLiteral("b");
    }
    void marketModelVectors()
    {
        QFETCH(const QString, which);
        SHARED_DATA_OR_SKIP(path,
                            QStringLiteral("vectors/event_study__market_model_tests__%1.json").arg(which));
        const Vectors v(path);
        const EventPanel panel = panelOf(v);
        const EventStudy study = fitMarketModels(panel);
        VERIFY_VECTOR(v, "alpha", eachFit(study, [](const EventFit &fit) { return fit.alpha; }));
        VERIFY_VECTOR(v, "beta", eachFit(study, [](const EventFit &fit) { return fit.beta; }));
        VERIFY_VECTOR(v, "sigma_n_minus_2",
                      eachFit(study, [](const EventFit &fit) { return fit.deviation; }));
        VERIFY_VECTOR(v, "M",
                      eachFit(study, [](const EventFit &fit) { return static_cast<double>(fit.bars); }));
        VERIFY_VECTOR(v, "AR_event", study.abnormal);
        VERIFY_VECTOR(v, "SAR_event", study.standardized);
        VERIFY_VECTOR(v, "AAR", averageAbnormal(study));
        const double rbar = meanResidualCorrelation(study);
        VERIFY_VECTOR(v, "rbar", rbar);
        VERIFY_VECTOR(v, "t_cross_sectional_AAR",
                      eachDay(study, [&](std::size_t t) { return crossSectional(day(study, t)).statistic; }));
        VERIFY_VECTOR(v, "patell_z_AAR",
                      eachDay(study, [&](std::size_t t) { return patellDay(study, t).statistic; }));
        VERIFY_VECTOR(v, "bmp_t_AAR", eachDay(study, [&](std::size_t t) {
                          return boehmer(study, {t, t}).statistic;
                      }));
        VERIFY_VECTOR(v, "kp_adj_bmp_t_AAR", eachDay(study, [&](std::size_t t) {
                          return kolariPynnonen(study, {t, t}, rbar).statistic;
                      }));
        VERIFY_VECTOR(v, "brown_warner_1985_AAR", eachDay(study, [&](std::size_t t) {
                          return brownWarner(study, {t, t}).statistic;
                      }));
        VERIFY_VECTOR(v, "corrado_rank_z", eachDay(study, [&](std::size_t t) {
                          return corradoRank(study, {t, t}).statistic;
                      }));
        VERIFY_VECTOR(v, "sign_z",
                      eachDay(study, [&](std::size_t t) { return signTest(day(study, t)).statistic; }));
        const double share = positiveShare(study);
        VERIFY_VECTOR(v, "gsign_phat", share);
        VERIFY_VECTOR(v, "generalized_sign_z", eachDay(study, [&](std::size_t t) {
                          return generalizedSign(day(study, t), share).statistic;
                      }));
        VERIFY_VECTOR(v, "variants/estudy2/car/m1p1/bw85", brownWarner(study, {4, 6}).statistic);
    }

    void windowVectors_data()
    {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("window");
        for (const char *which : {"a", "b"})
            for (const char *window : {"day0", "m1p1", "p0_end"})
                QTest::addRow("%s %s", which, window)
                    << QString::fromLatin1(which) << QString::fromLatin1(window);
    }
    void windowVectors()
    {
        QFETCH(const QString, which);
        QFETCH(const QString, window);
        SHARED_DATA_OR_SKIP(path,
                            QStringLiteral("vectors/event_study__market_model_tests__%1.json").arg(which));
        const Vectors v(path);
        const EventPanel panel = panelOf(v);
        const EventStudy study = fitMarketModels(panel);
        const auto check = [&](const char *key, const std::vector<double> &got) {
            return v.compare(qPrintable(QStringLiteral("windows/%1/%2").arg(window, QLatin1String(key))),
                             got);
        };
        const std::vector<double> ends =
            v.expected(qPrintable(QStringLiteral("windows/%1/window_index").arg(window)));
        const EventSpan span{static_cast<std::size_t>(ends.at(0)), static_cast<std::size_t>(ends.at(1))};
        const std::vector<double> car = cumulated(study, span);
        const std::vector<double> held = buyAndHold(panel, study, span, HoldBenchmark::Model);
        const GeneralizedRank rank = generalizedRank(study, span);
        const double rbar = meanResidualCorrelation(study);
        const std::vector<std::pair<const char *, std::vector<double>>> got{
            {"CAR", car},
            {"CAAR", {mean(car)}},
            {"t_cross_sectional_CAAR", {crossSectional(car).statistic}},
            {"patell_z_CAAR", {patell(study, span).statistic}},
            {"SCAR", standardizedCumulated(study, span)},
            {"bmp_t_CAAR", {boehmer(study, span).statistic}},
            {"kp_adj_bmp_t_CAAR", {kolariPynnonen(study, span, rbar).statistic}},
            {"BHAR_vs_market_model", held},
            {"BHAR_vs_market_index", buyAndHold(panel, study, span, HoldBenchmark::Market)},
            {"t_BHAR", {crossSectional(held).statistic}},
            {"skew_adj_t_BHAR", {skewnessAdjusted(held).statistic}},
            {"grank_Ubar0", {rank.mean}},
            {"grank_Z_raw", {rank.ratio}},
            {"grank_t", {rank.t.statistic}},
            {"grank_t_df", {rank.t.degrees}},
            {"grank_z", {rank.z.statistic}},
            {"corrado_rank_z_CAAR", {corradoRank(study, span).statistic}},
        };
        for (const auto &[key, values] : got) {
            const QString difference = check(key, values);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
    }

    void ranksShareTies()
    {
        QCOMPARE(ranks(std::vector<double>{3, 1, 3, 2, 3}), (std::vector<double>{4, 1, 4, 2, 4}));
        QCOMPARE(ranks(std::vector<double>{}), std::vector<double>{});
    }

    void missingEstimationBarsAreAsIfTheyWereNotThere()
    {
        Random random(5, RandomPurpose::Test, 0);
        EventPanel panel = simulate(random, {1, 1, 0, 0, 0});
        EventPanel shorter{1, 60, 5, {}, {}};
        for (std::size_t t = 0; t < panel.market.size(); ++t) {
            if (t >= 60 && t < 100) {
                (t % 2 == 0 ? panel.returns : panel.market)[t] = kMissing;
                continue;
            }
            shorter.returns.push_back(panel.returns[t]);
            shorter.market.push_back(panel.market[t]);
        }
        const EventStudy with = fitMarketModels(panel);
        const EventStudy without = fitMarketModels(shorter);
        QCOMPARE(with.fits[0].bars, std::size_t{60});
        QCOMPARE(with.fits[0].beta, without.fits[0].beta);
        QCOMPARE(with.standardized, without.standardized);
        QCOMPARE(standardizedCumulated(with, kAll), standardizedCumulated(without, kAll));
        QVERIFY(std::isnan(fitMarketModels(shorter, 61).abnormal[0])); // too few
    }

    void aSpanAddsUpTheBarsThereAre()
    {
        Random random(6, RandomPurpose::Test, 0);
        EventPanel panel = simulate(random, {2, 1, 0, 0, 0});
        panel.returns[102] = kMissing;                               // one bar of the first event
        std::fill_n(panel.returns.begin() + 105 + 100, 5, kMissing); // the second event's whole window
        const EventStudy study = fitMarketModels(panel);
        const std::vector<double> car = cumulated(study, kAll);
        const auto &ar = study.abnormal;
        QVERIFY(std::fabs(car[0] - (ar[0] + ar[1] + ar[3] + ar[4])) < 1e-15);
        QVERIFY(std::isnan(car[1]));
        QVERIFY(std::isnan(standardizedCumulated(study, kAll)[1]));
        QVERIFY(std::isnan(buyAndHold(panel, study, kAll, HoldBenchmark::Market)[1]));
        QCOMPARE(patell(study, kAll).n, std::size_t{1});
    }

    void theResidualsOfEventsOnOneDayCorrelate()
    {
        Random random(7, RandomPurpose::Test, 0);
        QVERIFY(std::fabs(meanResidualCorrelation(fitMarketModels(simulate(random, {40, 1, 0.3, 0, 0}))) -
                          0.3) < 0.1);
        const EventPanel holes = simulate(random, {40, 1, 0.3, 0, 0.05});
        QVERIFY(std::fabs(meanResidualCorrelation(fitMarketModels(holes)) - 0.3) < 0.1);
        QVERIFY(std::fabs(meanResidualCorrelation(fitMarketModels(simulate(random, {40, 1, 0, 0, 0})))) <
                0.02);
        QCOMPARE(meanResidualCorrelation(fitMarketModels(simulate(random, {1, 1, 0, 0, 0}))), 0.0);
    }

    void oneEventIsNoSample()
    {
        Random random(8, RandomPurpose::Test, 0);
        const EventStudy study = fitMarketModels(simulate(random, {1, 1, 0, 0, 0}));
        QVERIFY(!(boehmer(study, kAll).p <= 1));
        QVERIFY(!(generalizedRank(study, kAll).t.p <= 1));
        const EventStudy none = fitMarketModels(simulate(random, {0, 1, 0, 0, 0}));
        QVERIFY(!(patell(none, kAll).p <= 1));
        QVERIFY(!(corradoRank(none, kAll).p <= 1));
    }

    void keepsItsLevel_data() { everyTest(); }
    void keepsItsLevel()
    {
        QFETCH(const int, test);
        const double share = rejected({}, kTests[static_cast<std::size_t>(test)].second);
        QVERIFY2(share <= kMost, qPrintable(QString::number(share)));
    }

    void keepsItsLevelWithHoles_data() { everyTest(); }
    void keepsItsLevelWithHoles()
    {
        QFETCH(const int, test);
        const double share = rejected({40, 1, 0, 0, 0.1}, kTests[static_cast<std::size_t>(test)].second);
        QVERIFY2(share <= kMost, qPrintable(QString::number(share)));
    }

    void findsAPlantedEffect_data() { everyTest(); }
    void findsAPlantedEffect()
    {
        QFETCH(const int, test);
        const double share = rejected({40, 1, 0, 0.004, 0}, kTests[static_cast<std::size_t>(test)].second);
        QVERIFY2(share > 0.5, qPrintable(QString::number(share)));
    }

    void whatAllowsForLouderEventsKeepsItsLevelThere()
    {
        const World louder{40, 2, 0, 0, 0};
        for (const char *name :
             {"cross-sectional", "boehmer", "kolari-pynnonen", "grank-t", "grank-z", "sign"})
            QVERIFY2(rejected(louder, named(name)) <= kMost, name);
        for (const char *name : {"patell", "brown-warner"}) // as the literature says of them
            QVERIFY2(rejected(louder, named(name)) > 0.2, name);
    }

    void whatAllowsForEventsOnOneDayKeepsItsLevelThere()
    {
        const World together{40, 1, 0.2, 0, 0};
        for (const char *name : {"kolari-pynnonen", "grank-t", "brown-warner", "corrado"})
            QVERIFY2(rejected(together, named(name)) <= kMost, name);
        for (const char *name : {"cross-sectional", "patell", "boehmer", "grank-z", "sign"})
            QVERIFY2(rejected(together, named(name)) > 0.2, name);
    }
};

QTEST_APPLESS_MAIN(tst_EventTests)
#include "tst_eventtests.moc"
