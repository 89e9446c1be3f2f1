// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/samplemaker.h"
#include "core/workbench/studies.h"
#include "core/workbench/upkeep.h"
#include "tests/support/check.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace core;
using workbench::Workbench;

/// The sample workspace over the days: what compacting may and may not change.
class TestUpkeep final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameResultBeforeAndAfterCompacting();
    void compactsOnceADay();
    void saysWhyCompactingFails();
    void stopsAStudyWhenCancelled();
    void leavesNothingOfACancelledSample();

private:
    [[nodiscard]] std::filesystem::path path(const char *name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    QTemporaryDir m_folder;
    base::ManualClock m_clock{base::Instant(base::Date(std::chrono::year(2026) / 1 / 10))};
};

void TestUpkeep::givesTheSameResultBeforeAndAfterCompacting()
{
    const auto bench = workbench::createSample(path("sample"), 7, {}, m_clock, {});
    VERIFY_OK(bench);
    const auto before = workbench::runStudy(**bench, "sample", 2, {});
    VERIFY_OK(before);
    const auto snapshot = (*bench)->workspace().catalog().snapshot();
    VERIFY_OK(snapshot);
    const auto young = workbench::compactWorkspace(**bench, 7, {});
    VERIFY_OK(young);
    QCOMPARE(young->sealedRows, std::uint64_t(0));

    m_clock.advance(std::chrono::days(9));
    const auto report = workbench::compactWorkspace(**bench, 7, {});
    VERIFY_OK(report);
    QVERIFY(report->sealedRows > 5000);
    const auto after = (*bench)->workspace().catalog().snapshot();
    VERIFY_OK(after);
    QCOMPARE(*after, *snapshot);
    const auto again = workbench::verifyRun(**bench, before->run, 1, {});
    VERIFY_OK(again);
    QVERIFY(again->same());
    QCOMPARE(again->found, before->resultHash);
}

void TestUpkeep::compactsOnceADay()
{
    const auto bench = workbench::createSample(path("daily"), 7, {}, m_clock, {});
    VERIFY_OK(bench);
    const auto compacted = [&bench] {
        const auto done = workbench::compactDaily(**bench, {});
        return done && *done;
    };
    const auto hotRows = [&bench] {
        return **(*(*bench)->workspace().catalog().reader())->queryInteger("SELECT count(*) FROM events");
    };
    QVERIFY(compacted()); // it never was
    QVERIFY(!compacted());
    QVERIFY(hotRows() > 5000); // all of today
    m_clock.advance(std::chrono::days(9));
    {
        const auto other = store::Lease::take((*bench)->workspace().catalog(), "compact", "a test");
        VERIFY_OK(other);
        const auto done = workbench::compactDaily(**bench, {});
        VERIFY_OK(done);
        QVERIFY(!*done);
    }
    QVERIFY(compacted()); // at the next look
    QCOMPARE(hotRows(), std::int64_t{0});
    QVERIFY(!compacted());
    m_clock.advance(-std::chrono::days(30)); // a clock that was set back
    QVERIFY(compacted());
}

void TestUpkeep::saysWhyCompactingFails()
{
    const auto bench = workbench::createSample(path("failing"), 7, {}, m_clock, {});
    VERIFY_OK(bench);
    QVERIFY(!workbench::lastCompacting(**bench)->at.isValid());
    m_clock.advance(std::chrono::days(9));
    VERIFY_OK(workbench::compactWorkspace(**bench, 7, {})); // events of 2010 are in files of the lake now
    const std::filesystem::path archive = path("in the way");
    std::ofstream(archive) << "no folder";
    VERIFY_OK(workbench::keepYears(**bench, {"simulated", 15, archive}));
    m_clock.advance(std::chrono::days(1));
    const auto failed = workbench::compactDaily(**bench, {});
    VERIFY_ERROR(failed, base::ErrorCode::Storage);
    QVERIFY(workbench::lastCompacting(**bench)->fault.contains(QStringLiteral("in the way")));
    const auto soon = workbench::compactDaily(**bench, {}); // not twice a minute
    VERIFY_OK(soon);
    QVERIFY(!*soon);
    VERIFY_OK(workbench::keepForever(**bench, "simulated"));
    m_clock.advance(std::chrono::hours(1));
    const auto mended = workbench::compactDaily(**bench, {});
    VERIFY_OK(mended);
    QVERIFY(*mended);
    QCOMPARE(workbench::lastCompacting(**bench)->fault, QString());
}

void TestUpkeep::stopsAStudyWhenCancelled()
{
    const auto bench = workbench::createSample(path("cancelled"), 7, {}, m_clock, {});
    VERIFY_OK(bench);
    workbench::Job job;
    job.cancel.cancel();
    VERIFY_ERROR(workbench::runStudy(**bench, "sample", 2, job), base::ErrorCode::Cancelled);
}

void TestUpkeep::leavesNothingOfACancelledSample()
{
    workbench::Job job;
    job.cancel.cancel();
    VERIFY_ERROR(workbench::createSample(path("never"), 7, {}, m_clock, job), base::ErrorCode::Cancelled);
    QVERIFY(!std::filesystem::exists(path("never")));
    const auto taken = workbench::createSample(m_folder.path().toStdString(), 7, {}, m_clock, {});
    VERIFY_ERROR(taken, base::ErrorCode::BadInput);
}

QTEST_GUILESS_MAIN(TestUpkeep)
#include "tst_upkeep.moc"
