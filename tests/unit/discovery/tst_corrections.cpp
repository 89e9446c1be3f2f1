// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/corrections.h"
#include "tests/support/check.h"
#include "tests/support/series.h"
#include "tests/support/studyledger.h"

#include <cmath>
#include <random>

using namespace core;
using namespace core::discovery;
using base::ErrorCode;

class tst_Corrections : public QObject
{
    Q_OBJECT

private:
    static std::string study(const std::string &correction, const char *method = "circular_shift")
    {
        return "{'events': [{'name': 'shock', 'filter': 'event_type == shock'}, {'name': 'noise', 'filter': 'event_type == noise'}], 'assets': "
               "['A', 'B'], 'windows': [[0,0],[1,1],[2,2]], 'null': {'method': '" +
               std::string(method) + "'}, 'correction': {" + correction + "}, 'returns': {'benchmark': 'SPY'}}";
    }

    static base::Result<RunReport> run(const std::string &text)
    {
        support::StudyLedger bench;
        support::plant(bench);
        return bench.run(text);
    }

private Q_SLOTS:
    void everyCorrectionFindsThePlantAndNothingElse_data()
    {
        QTest::addColumn<QString>("correction");
        for (const char *word : {"maxT", "stepdown", "bonferroni", "holm", "hochberg", "hommel"})
            QTest::newRow(word) << QStringLiteral("'significant': '%1', 'candidate': 'none'")
                                       .arg(QLatin1String(word));
    }
    void everyCorrectionFindsThePlantAndNothingElse()
    {
        QFETCH(const QString, correction);
        const auto report = run(study(correction.toStdString()));
        VERIFY_OK(report);
        QCOMPARE(report->significant, std::uint64_t{1});
        QCOMPARE(report->candidates, std::uint64_t{0});
        const Finding &best = report->findings.front();
        QCOMPARE(best.event, std::string("shock"));
        QCOMPARE(best.asset, std::string("A"));
        QVERIFY((best.window == domain::Window{1, 1}));
        QVERIFY(best.pAdjusted <= 0.05 && best.pAdjusted >= best.p);
    }

    void bonferroniIsTheOwnPTimesTheQuestions()
    {
        const auto report = run(study("'significant': 'bonferroni'"));
        VERIFY_OK(report);
        QCOMPARE(report->findings.size(), std::size_t{12});
        for (const Finding &finding : report->findings)
            QVERIFY(std::abs(finding.pAdjusted - std::min(1.0, 12 * finding.p)) < 1e-6);
    }

    void stepDownIsNeverWeakerThanMaxT()
    {
        const auto single = run(study("'significant': 'maxT'"));
        const auto stepped = run(study("'significant': 'stepdown'"));
        VERIFY_OK(single);
        VERIFY_OK(stepped);
        for (const Finding &finding : stepped->findings) {
            const auto same = std::find_if(
                single->findings.begin(), single->findings.end(),
                [&](const Finding &other) { return other.hypothesis == finding.hypothesis; });
            QVERIFY(same != single->findings.end());
            QVERIFY(finding.pAdjusted <= same->pAdjusted + 1e-6);
        }
        QVERIFY(std::abs(stepped->findings.front().pAdjusted - single->findings.front().pAdjusted) < 1e-6);
    }

    void ratesOfOwnPMakeCandidates_data()
    {
        QTest::addColumn<QString>("word");
        for (const char *word : {"bh", "by", "storey"})
            QTest::newRow(word) << QString::fromLatin1(word);
    }
    void ratesOfOwnPMakeCandidates()
    {
        QFETCH(const QString, word);
        // shifts inside blocks resolve p well enough for a rate
        const auto report =
            run(study("'significant': 'none', 'candidate': '" + word.toStdString() + "'", "block_shift"));
        VERIFY_OK(report);
        QCOMPARE(report->significant, std::uint64_t{0});
        QVERIFY(report->candidates >= 1 && report->candidates <= 2);
        QCOMPARE(report->findings.front().tier, std::string("candidate"));
        QCOMPARE(report->findings.front().event, std::string("shock"));
    }

    void storeyFindsNothingWhereNoPIsSmall()
    {
        // few p, none near 1: the bootstrap takes no hypothesis for null, and every p would pass
        int found = 0;
        for (unsigned seed = 0; seed < 20; ++seed) {
            support::StudyLedger bench;
            const auto days = support::workdays(base::Date(std::chrono::year(2015) / 1 / 5), 400);
            std::mt19937 random(seed);
            for (int i = 0; i < 20; ++i)
                bench.events.add("noise", base::Instant(days[30 + random() % 340]) + std::chrono::hours(15));
            support::addPrices(bench.bars, "A", days, support::normalReturns(400, 0.01, 100 + seed));
            support::addPrices(bench.bars, "SPY", days, support::normalReturns(400, 0.01, 200 + seed));
            const auto report = bench.run(
                "{'events': [{'filter': 'event_type == noise'}], 'assets': ['A', 'SPY'], 'windows': "
                "[[0,0],[1,1],[2,2]], 'null': {'method': 'circular_shift'}, 'correction': {'significant': "
                "'none', 'candidate': 'storey'}, 'returns': {'benchmark': 'SPY'}}");
            VERIFY_OK(report);
            found += report->candidates > 0 ? 1 : 0;
        }
        QVERIFY2(found <= 3, qPrintable(QString::number(found))); // of 20 at 5 %: P(more) = .016
    }

    void anotherCorrectionIsAnotherRunAndTheFirstVerdictStays()
    {
        support::StudyLedger bench;
        support::plant(bench);
        const auto first = bench.run(study("'significant': 'maxT'"));
        VERIFY_OK(first);
        const auto second = bench.run(study("'significant': 'holm', 'candidate': 'none'"));
        VERIFY_OK(second);
        QVERIFY(first->family != second->family);
        QCOMPARE(second->newHypotheses, std::uint64_t{0});
        for (const Finding &finding : second->findings)
            QVERIFY(finding.askedBefore);
    }

    /// Chance adds up over the methods of a family: what is rare in the small part alone is not rare in all.
    void candidatesAreCountedOverAllParts()
    {
        const auto part = [](std::vector<double> chance, std::vector<std::uint64_t> observed) {
            TestedPart out;
            for (std::size_t i = 0; i < chance.size(); ++i)
                out.counts.push_back({3.0 + static_cast<double>(i), chance[i], 0, observed[i]});
            return out;
        };
        const TestedPart small = part({0.04, 0.01, 0}, {1, 0, 0});
        const TestedPart large = part({0.5, 0.2, 0.03}, {0, 0, 0});
        QCOMPARE(candidateFrom(std::vector{small}), 3.0);
        QCOMPARE(candidateFrom(std::vector{small, large}), 5.0);
        // what the large part finds counts for the small one too
        QCOMPARE(candidateFrom(std::vector{small, part({0.5, 0.2, 0.03}, {9, 5, 5})}), 4.0);
        // another correction counts nothing
        QVERIFY(std::isinf(candidateFrom(std::vector{TestedPart{}})));
        QVERIFY(std::isinf(candidateFrom({})));
        QVERIFY(std::isinf(candidateFrom(std::vector{part({0.5}, {1})})));
    }

    void aFamilyThatIsTooLargeIsRefusedInOneSentence()
    {
        const auto report = run("{'events': [{'filter': 'event_type == shock'}], 'assets': ['A', 'B', 'SPY'], "
                                "'windows': {'lengths': [1,2,3,4,5,6,7,8], 'lags': [-50,50]}, 'null': {'method': "
                                "'circular_shift'}, 'correction': {'significant': 'stepdown'}}");
        QVERIFY(!report.ok());
        QCOMPARE(report.error().code, ErrorCode::BadInput);
        QVERIFY2(report.error().message.contains(QLatin1String("2000")), qPrintable(report.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_Corrections)
#include "tst_corrections.moc"
