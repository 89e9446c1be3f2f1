// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/lives.h"
#include "core/workbench/ledgerview.h"
#include "core/workbench/samplemaker.h"
#include "core/workbench/studies.h"
#include "core/workbench/tearsheet.h"
#include "tests/support/check.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace core;
using workbench::Funnel;
using workbench::LedgerView;

namespace {

constexpr const char *kOutages = R"({
  "name": "Outages",
  "events": [{"filter": "event_type == refinery_outage"}],
  "assets": ["SIM-EN01", "SIM-EN02", "SIM-EN03"],
  "returns": {"model": "market_model", "benchmark": "SIM-INDEX"}, "windows": [[0, 0], [1, 1]]
})";

constexpr const char *kLaunches = R"({
  "name": "Launches",
  "events": [{"filter": "event_type == satellite_launch"}], "assets": ["SIM-INDEX"],
  "returns": {"benchmark": "SIM-INDEX"}, "windows": [[0, 0]]
})";

} // namespace

/// What the ledger shows of every family, and how far its questions came.
class TestLedgerView final : public QObject
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

    void saysThatNothingWasAsked()
    {
        const LedgerView view = seen();
        QVERIFY(view.families.empty());
        QCOMPARE(view.funnel, (Funnel{.byChance = 0}));
    }

    void listsFamiliesNewestFirst()
    {
        const discovery::RunReport outages = ran(kOutages);
        const discovery::RunReport launches = ran(kLaunches);
        QVERIFY(outages.significant > 0);
        const LedgerView view = seen();
        QCOMPARE(view.families.size(), std::size_t(2));
        QCOMPARE(view.families[0].study, QStringLiteral("Launches"));
        QCOMPARE(view.families[1].study, QStringLiteral("Outages"));
        QCOMPARE(view.families[1].run, outages.run);
        QCOMPARE(view.families[1].status, std::string("done"));
        QCOMPARE(view.families[1].record.m, std::uint64_t(6));
        QCOMPARE(view.families[1].record.mNew, std::uint64_t(6));
        QCOMPARE(view.families[1].funnel, (Funnel{.asked = 6,
                                                  .candidates = outages.significant + outages.candidates,
                                                  .significant = outages.significant,
                                                  .byChance = outages.expectedSignificant}));
        QCOMPARE(view.families[0].funnel.significant, launches.significant);
        QCOMPARE(view.funnel.asked, std::uint64_t(7));
        QCOMPARE(view.funnel.significant, outages.significant + launches.significant);
    }

    void countsAQuestionOnceHoweverOftenItRuns()
    {
        const LedgerView before = seen();
        ran(kOutages);
        const LedgerView after = seen();
        QCOMPARE(after.families.size(), before.families.size());
        QCOMPARE(after.funnel, before.funnel);
        QCOMPARE(after.families[1].run,
                 before.families[1].run); // the first that finished says what came of it
    }

    void countsWhatWasValidated()
    {
        const auto relationships = m_bench->ledger().relationships();
        VERIFY_OK(relationships);
        const store::RelationshipRecord &first = relationships->front();
        const base::Instant now = m_clock.now();
        store::ForwardStart start;
        start.hypothesis = first.hypothesis;
        start.from = start.recordedAt = now;
        VERIFY_OK(m_bench->ledger().lives().begin(start));
        store::ForwardStep step;
        step.hypothesis = first.hypothesis;
        step.number = 1;
        step.eventAt = step.firstAt = step.lastAt = step.recordedAt = now;
        step.e = 21;
        const store::LifeChange change{first.hypothesis, now, first.status, "validated", "twenty-one"};
        const auto added =
            m_bench->ledger().lives().add(first.hypothesis, std::span(&step, 1), std::span(&change, 1));
        VERIFY_OK(added);
        QVERIFY(*added);
        const LedgerView view = seen();
        QCOMPARE(view.funnel.validated, std::uint64_t(1));
        QCOMPARE(view.families[1].funnel.validated, std::uint64_t(1));
        QCOMPARE(view.families[0].funnel.validated, std::uint64_t(0));
        const auto run = m_bench->ledger().run(view.families[1].run);
        VERIFY_OK(run);
        const auto funnel = workbench::funnelOf(*m_bench, *run);
        VERIFY_OK(funnel);
        QCOMPARE(*funnel, view.families[1].funnel);
    }

    void tellsTheSheet()
    {
        const LedgerView view = seen();
        const auto relationships = m_bench->ledger().relationships();
        VERIFY_OK(relationships);
        const auto sheet = workbench::tearSheetOf(*m_bench, view.families[1].run, std::nullopt, {});
        VERIFY_OK(sheet);
        QCOMPARE(sheet->funnel, view.families[1].funnel);
        QVERIFY(!sheet->findings.empty());
        for (const workbench::SheetFinding &shown : sheet->findings) {
            QVERIFY(shown.life.has_value());
            const bool isFirst = shown.evidence.finding.hypothesis == relationships->front().hypothesis;
            QCOMPARE(shown.status, isFirst ? std::string("validated") : shown.life->record.status);
            QCOMPARE(shown.life->steps.size(), std::size_t(isFirst ? 1 : 0));
            QVERIFY(shown.trailing.empty()); // of three events on
        }
        const auto nothing = workbench::tearSheetOf(*m_bench, view.families[0].run, std::nullopt, {});
        VERIFY_OK(nothing);
        QVERIFY(nothing->findings.empty());
        QCOMPARE(nothing->funnel.asked, std::uint64_t(1));
    }

private:
    [[nodiscard]] LedgerView seen() const
    {
        auto view = workbench::ledgerView(*m_bench);
        if (!view)
            qFatal("%s", qPrintable(view.error().message));
        return std::move(*view);
    }

    discovery::RunReport ran(const char *study)
    {
        m_clock.advance(std::chrono::seconds(1));
        auto report = workbench::runStudyText(*m_bench, study, 1, {});
        if (!report)
            qFatal("%s", qPrintable(report.error().message));
        return std::move(*report);
    }

    QTemporaryDir m_folder;
    base::ManualClock m_clock{base::Instant(base::Date(std::chrono::year(2026) / 1 / 10))};
    std::unique_ptr<workbench::Workbench> m_bench;
};

QTEST_GUILESS_MAIN(TestLedgerView)
#include "tst_ledgerview.moc"
