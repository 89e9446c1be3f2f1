// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/preflight.h"

#include "core/stats/descriptive.h"
#include "tests/support/check.h"
#include "tests/support/studyledger.h"

#include <cmath>

using namespace core;
using namespace core::discovery;
using base::ErrorCode;
using base::Instant;

/// What a study would ask, before it asks.
class tst_Preflight : public QObject
{
    Q_OBJECT

private:
    support::StudyLedger m_bench;

    base::Result<Preflight> ask(const std::string &text)
    {
        const auto study = m_bench.study(text);
        return study.ok() ? preflight(*study, m_bench.context()) : study.error();
    }

private Q_SLOTS:
    void initTestCase()
    {
        support::plant(m_bench);
        for (int i = 0; i < 8; ++i)
            m_bench.events.add("rare", *base::parseInstant("2016-03-01T15:00:00Z") +
                                           std::chrono::hours(24 * 30 * (i / 2))); // pairs share a bar
    }

    void countsWhatTheRunThenReports()
    {
        const std::string text = "{'events': [{'name': 'shock', 'filter': 'event_type == shock'}, {'name': "
                                 "'noise', 'filter': 'event_type == noise'}], 'assets': ['A', 'B', 'SPY'], "
                                 "'windows': [[0,0],[1,1],[1,5]]}";
        const auto before = ask(text);
        VERIFY_OK(before);
        QVERIFY(m_bench.ledger().runs()->empty()); // nothing is registered
        const auto report = m_bench.run(text);
        VERIFY_OK(report);
        QCOMPARE(before->hypotheses, report->hypotheses);
        QCOMPARE(before->newHypotheses, report->newHypotheses);
        QCOMPARE(before->assets, std::size_t{3});
        QCOMPARE(before->benchmark, std::string("SPY"));
        QCOMPARE(before->series.size(), std::size_t{2});
        for (const Finding &finding : report->findings) {
            const PreflightSeries &series = before->series[finding.event == "shock" ? 0 : 1];
            QCOMPARE(series.name, finding.event);
            QVERIFY(series.barsFewest <= finding.n && finding.n <= series.barsMost);
            QVERIFY(!series.tooFew && series.events == 40);
        }
        QVERIFY(near(before->smallestP, 1.0 / static_cast<double>(before->bars)));
        QVERIFY(before->sampleFrom < before->sampleTo);
        QVERIFY(before->estimatedSeconds > 0 && before->estimatedSeconds < 60);
        const auto after = ask(text);
        VERIFY_OK(after);
        QCOMPARE(after->newHypotheses, std::uint64_t{0});
    }

    /// One hypothesis, alpha .05: (1.96 + .84 …) deviations over √n, and a little for the deviation itself.
    void tellsTheSmallestEffectFromSpreadAndNumber()
    {
        const auto one = ask("{'events': [{'filter': 'event_type == noise'}], 'assets': ['B'], 'windows': "
                             "[[1,1]]}");
        VERIFY_OK(one);
        QCOMPARE(one->mdeUnit, std::string("bp"));
        const double n = static_cast<double>(one->series.front().barsMost);
        QVERIFY(std::abs(one->mde / (2.8 * 100 / std::sqrt(n)) - 1) < 0.06); // deviation 1 % a bar
        const auto longer = ask("{'events': [{'filter': 'event_type == noise'}], 'assets': ['B'], "
                                "'windows': [[1,4]]}");
        VERIFY_OK(longer);
        QVERIFY(std::abs(longer->mde / one->mde / 2 - 1) < 0.15); // √4
        const auto slope = ask("{'events': [{'filter': 'event_type == shock', 'weight': 'value'}], "
                               "'assets': ['A'], 'windows': [[1,1]]}");
        VERIFY_OK(slope);
        QCOMPARE(slope->mdeUnit, std::string("r"));
        QVERIFY(slope->mde > 0.4 && slope->mde < 0.7);
    }

    void comesNearWhatTheRunSays()
    {
        const std::string text = "{'events': [{'filter': 'event_type == shock'}, {'filter': 'event_type == "
                                 "noise'}], 'assets': ['B', 'SPY'], 'windows': [[0,0],[1,1],[1,5]]}";
        const auto before = ask(text);
        VERIFY_OK(before);
        const auto report = m_bench.run(text);
        VERIFY_OK(report);
        std::vector<double> told;
        for (const Finding &finding : report->findings)
            told.push_back(finding.mde);
        const double ratio = before->mde / stats::median(told);
        QVERIFY2(ratio > 0.8 && ratio < 1.25, qPrintable(QString::number(ratio)));
    }

    /// The same responses on other bars: what follows the events is another, what could be seen is not.
    void neverLooksAtAnEffect()
    {
        const std::string text = "{'events': [{'filter': 'event_type == shock'}], 'assets': ['A'], "
                                 "'windows': [[1,1]], 'returns': {'benchmark': 'SPY'}, 'trim': false}";
        const auto planted = ask(text);
        VERIFY_OK(planted);
        const domain::BarSeries kept = m_bench.bars.series["A"];
        domain::BarSeries &bars = m_bench.bars.series["A"];
        for (std::size_t t = 0; t < bars.close.size(); ++t) // backwards, so that every return is 1/r
            bars.close[t] = 1e4 / kept.close[kept.close.size() - 1 - t];
        const auto moved = ask(text);
        bars = kept;
        VERIFY_OK(moved);
        QVERIFY(near(moved->mde, planted->mde));
    }

    void namesSeriesWithTooFewEvents()
    {
        const auto some = ask("{'events': [{'name': 'rare', 'filter': 'event_type == rare', 'min_events': "
                              "5}, {'name': 'noise', 'filter': 'event_type == noise'}], 'assets': ['A'], "
                              "'windows': [[1,1]]}");
        VERIFY_OK(some);
        QCOMPARE(some->hypotheses, std::uint64_t{1});
        QCOMPARE(some->series.size(), std::size_t{2});
        QVERIFY(some->series[0].tooFew && !some->series[1].tooFew);
        QCOMPARE(some->series[0].events, std::uint64_t{8});
        QCOMPARE(some->series[0].barsMost, std::size_t{4});
    }

    void failsAsTheRunWould()
    {
        VERIFY_ERROR(ask("{'events': [{'filter': 'event_type == rare'}], 'assets': ['A']}"),
                     ErrorCode::BadInput);
        VERIFY_ERROR(ask("{'events': [{'filter': 'event_type == noise'}], 'assets': ['Z']}"),
                     ErrorCode::BadInput);
        VERIFY_ERROR(ask("{'events': [{'filter': 'event_type == noise', 'weight': 'presence'}], 'assets': "
                         "['A'], 'null': {'method': 'mark_shift'}}"),
                     ErrorCode::BadInput);
        const auto study = m_bench.study("{'events': [{'filter': 'event_type == noise'}], 'assets': ['A']}");
        VERIFY_OK(study);
        RunContext stopped = m_bench.context();
        stopped.cancel.cancel();
        VERIFY_ERROR(preflight(*study, stopped), ErrorCode::Cancelled);
    }

private:
    static bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::abs(b); }
};

QTEST_GUILESS_MAIN(tst_Preflight)
#include "tst_preflight.moc"
