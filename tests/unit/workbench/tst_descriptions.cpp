// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/chartseries.h"
#include "core/workbench/evidence.h"
#include "core/workbench/samplemaker.h"
#include "core/workbench/sentences.h"
#include "core/workbench/studies.h"
#include "tests/support/check.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>
#include <sstream>

using namespace core;
using discovery::Finding;
using workbench::NumberStyle;

namespace {

Finding finished()
{
    Finding finding;
    finding.event = "fomc";
    finding.asset = "SPY";
    finding.window = {1, 5};
    finding.n = 1'234;
    finding.effect = -31.45;
    finding.base = 0.5;
    finding.unit = "bp";
    finding.ciLow = -50;
    finding.ciHigh = -12.31;
    finding.pAdjusted = 0.012;
    finding.tier = "significant";
    finding.baseRate = 0.48;
    finding.familySize = 41'210;
    finding.tradable = true;
    finding.knownBasis = "published";
    return finding;
}

} // namespace

/// What the façade tells about the sample workspace, and the words for it.
class TestDescriptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto made = workbench::createSample(m_folder.filePath(QStringLiteral("sample")).toStdString(), 7, {},
                                            m_clock, {});
        VERIFY_OK(made);
        m_bench = std::move(*made);
    }

    void preflightEqualsTheRun()
    {
        const std::string text = study();
        const auto before = workbench::preflight(*m_bench, text, {});
        VERIFY_OK(before);
        const auto report = workbench::runStudyText(*m_bench, text, 2, {});
        VERIFY_OK(report);
        QCOMPARE(before->hypotheses, report->hypotheses);
        QCOMPARE(before->newHypotheses, report->newHypotheses);
        std::vector<double> told;
        for (const Finding &finding : report->findings) {
            const auto series =
                std::find_if(before->series.begin(), before->series.end(),
                             [&finding](const auto &one) { return one.name == finding.event; });
            QVERIFY(series != before->series.end());
            QVERIFY(series->barsFewest <= finding.n && finding.n <= series->barsMost);
            told.push_back(finding.mde);
        }
        QVERIFY(before->mde > 0 && before->smallestP > 0);
        QVERIFY(before->sampleTo < before->sealedFrom || before->sampleTo == before->sealedFrom);
        QVERIFY2(before->estimatedSeconds < 30, qPrintable(QString::number(before->estimatedSeconds)));
        qInfo("mde %.1f %s, about %.2f s, took %.2f s", before->mde, before->mdeUnit.c_str(),
              before->estimatedSeconds, static_cast<double>(report->elapsedMs) / 1e3);
        const auto after = workbench::preflight(*m_bench, text, {});
        VERIFY_OK(after);
        QCOMPARE(after->newHypotheses, std::uint64_t{0});
        // a file and its text are the same study
        const auto file = workbench::runStudy(*m_bench, "sample", 2, {});
        VERIFY_OK(file);
        QCOMPARE(file->resultHash, report->resultHash);
    }

    void evidenceAgreesWithEveryFinding()
    {
        const auto report = workbench::runStudyText(*m_bench, study(), 2, {});
        VERIFY_OK(report);
        int described = 0;
        for (const Finding &finding : report->findings) {
            if (finding.tier == "none" && ++described > 3)
                break;
            const auto found = workbench::evidenceOf(*m_bench, report->run, finding.hypothesis, 2, {});
            VERIFY_OK(found);
            QCOMPARE(discovery::detailJson(found->finding), discovery::detailJson(finding));
            const auto own = std::find_if(found->lagProfile.begin(), found->lagProfile.end(),
                                          [&](const auto &lag) { return lag.lag == finding.window.first; });
            QVERIFY(own != found->lagProfile.end());
            QVERIFY(std::abs(own->effect - finding.effect) < 1e-9 * std::max(1.0, std::abs(finding.effect)));
            QVERIFY(workbench::missingOf(found->finding).empty());
        }
    }

    void tellsBaseRatesAndMarks()
    {
        const auto marks = workbench::marksOf(*m_bench, "", {}, {}, 50, {});
        VERIFY_OK(marks);
        QCOMPARE(marks->size(), std::size_t{50});
        QVERIFY(std::is_sorted(marks->begin(), marks->end(),
                               [](const auto &a, const auto &b) { return a.at < b.at; }));
        const workbench::EventMark &mark = (*marks)[20];
        const std::string filter = "event_type == \"" + mark.eventType + "\"";
        const auto same = workbench::marksOf(*m_bench, filter, mark.at, mark.at, 10'000, {});
        VERIFY_OK(same);
        QVERIFY(!same->empty());
        for (const workbench::EventMark &one : *same) {
            QCOMPARE(one.eventType, mark.eventType);
            QVERIFY(one.at == mark.at);
        }
        VERIFY_ERROR(workbench::marksOf(*m_bench, "event_type = ", {}, {}, 10, {}),
                     base::ErrorCode::BadInput);
        const auto symbols = m_bench->bars().symbols("1d");
        VERIFY_OK(symbols);
        const auto card = workbench::baseRate(*m_bench, filter, symbols->front(), {1, 5}, {});
        VERIFY_OK(card);
        QVERIFY(card->n >= 3 && card->lowerQuartile <= card->median && card->median <= card->upperQuartile);
        QVERIFY(card->hitLow <= card->hitRate && card->hitRate <= card->hitHigh);
    }

    void saysAFindingInOneSentence()
    {
        const Finding finding = finished();
        QCOMPARE(
            workbench::sentenceOf(finding, NumberStyle::Ascii),
            QStringLiteral("Significant: fomc, SPY, bars [1,5]: -31.4 bp against +0.50 on all bars (95 % "
                           "interval -50.0 to -12.3; n 1,234; adjusted p 0.0120 in a family of 41,210); "
                           "not yet tried on later data."));
        const QString typeset = workbench::sentenceOf(finding, NumberStyle::Typeset, "validated");
        QVERIFY2(typeset.contains(QStringLiteral("[+1, +5]: \u221231.4 bp")), qPrintable(typeset));
        QVERIFY(typeset.endsWith(QStringLiteral("; still holding: later data agree.")));
        QVERIFY(!typeset.contains(QLatin1Char('-')));
        Finding late = finding;
        late.tradable = false;
        late.tier = "none";
        QVERIFY(workbench::sentenceOf(late).startsWith(QStringLiteral("Not established: ")));
        QVERIFY(workbench::sentenceOf(late).contains(QStringLiteral("not tradable")));
        Finding matched = finding;
        matched.nullMethod = "matched_days";
        QVERIFY(workbench::sentenceOf(matched).contains(
            QStringLiteral("on the same weekdays of the same months (95 % interval")));
        Finding ahead = finding;
        ahead.lookAhead = "failed";
        QVERIFY(workbench::sentenceOf(ahead).contains(
            QStringLiteral("; failed the look-ahead test, it rests on what was not known then;")));
    }

    void saysWhatWouldHelpWhenNothingWasFound()
    {
        discovery::RunReport report;
        report.hypotheses = 41'210;
        report.findings = {finished(), finished()};
        report.findings[0].mde = 1'262;
        report.findings[1].mde = 62;
        const QString text = workbench::verdictOf(report);
        QVERIFY(text.startsWith(QStringLiteral("0 of 41,210 significant")));
        QVERIFY2(text.contains(QStringLiteral("80 % of the time: 62.00 bp")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("What would help")));
        report.significant = 1;
        QVERIFY(!workbench::verdictOf(report).contains(QStringLiteral("would help")));
    }

    void namesWhatAFindingLacks()
    {
        QVERIFY(workbench::missingOf(finished()).empty());
        QCOMPARE(workbench::missingOf(Finding()).size(), std::size_t{7}); // tier and sample have a default
        Finding finding = finished();
        finding.ciLow = std::nan("");
        QCOMPARE(workbench::missingOf(finding), std::vector<QString>{QStringLiteral("95 % interval")});
    }

    void styleOfNumbers()
    {
        QCOMPARE(workbench::fixed(-1234567.891, 2, NumberStyle::Ascii), QStringLiteral("-1234567.89"));
        QCOMPARE(workbench::fixed(-1234567.891, 2, NumberStyle::Typeset),
                 QStringLiteral("\u22121,234,567.89"));
        QCOMPARE(workbench::fixed(-123, 0, NumberStyle::Typeset), QStringLiteral("\u2212123"));
        QCOMPARE(workbench::fixed(std::nan(""), 2, NumberStyle::Typeset), QStringLiteral("\u2013"));
        QCOMPARE(workbench::signedNumber(0.05, NumberStyle::Ascii), QStringLiteral("+0.0500"));
        QCOMPARE(workbench::probability(1.2e-6, NumberStyle::Ascii), QStringLiteral("1.2e-06"));
        QCOMPARE(workbench::probability(1.2e-6, NumberStyle::Typeset), QStringLiteral("1.2e\u221206"));
        QCOMPARE(workbench::grouped(999), QStringLiteral("999"));
        QCOMPARE(workbench::grouped(1'000), QStringLiteral("1,000"));
    }

    void typesetsInTheLanguageOfTheWindow()
    {
        const QLocale before;
        const auto back = qScopeGuard([&before] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(workbench::fixed(-1045.6, 1, NumberStyle::Typeset), QStringLiteral("\u22121.045,6"));
        QCOMPARE(workbench::signedNumber(1045.6, NumberStyle::Typeset), QStringLiteral("+1.045,6"));
        QCOMPARE(workbench::probability(0.0012, NumberStyle::Typeset), QStringLiteral("0,0012"));
        QCOMPARE(workbench::probability(1.2e-6, NumberStyle::Typeset), QStringLiteral("1,2e\u221206"));
        QCOMPARE(workbench::grouped(41'210), QStringLiteral("41.210"));
        const QString sentence = workbench::sentenceOf(finished());
        QVERIFY2(sentence.contains(QStringLiteral("n 1.234; adjusted p 0,0120 in a family of 41.210")),
                 qPrintable(sentence));
        // what goes to terminals and files is the same everywhere
        QCOMPARE(workbench::fixed(-1045.6, 1, NumberStyle::Ascii), QStringLiteral("-1045.6"));
        QCOMPARE(workbench::probability(1.2e-6, NumberStyle::Ascii), QStringLiteral("1.2e-06"));
        QCOMPARE(workbench::grouped(41'210, NumberStyle::Ascii), QStringLiteral("41,210"));
        const QString plain = workbench::sentenceOf(finished(), NumberStyle::Ascii);
        QVERIFY2(plain.contains(QStringLiteral("n 1,234; adjusted p 0.0120 in a family of 41,210")),
                 qPrintable(plain));
    }

private:
    [[nodiscard]] std::string study() const
    {
        std::ifstream file(m_bench->folder() / "studies" / "sample.json");
        std::stringstream text;
        text << file.rdbuf();
        return text.str();
    }

    QTemporaryDir m_folder;
    base::ManualClock m_clock{base::Instant(base::Date(std::chrono::year(2026) / 1 / 10))};
    std::unique_ptr<workbench::Workbench> m_bench;
};

QTEST_GUILESS_MAIN(TestDescriptions)
#include "tst_descriptions.moc"
