// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/desktop.h"
#include "widgets/jobs/jobsmodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QPlainTextEdit>
#include <QTableView>

#include <atomic>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using core::base::Error;
using core::base::ErrorCode;
using core::base::Result;
using core::workbench::Job;
using core::workbench::JobKind;
using tests::Desktop;
using widgets::JobsModel;

class tst_JobsPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModelFollowsTheQueue()
    {
        const core::base::SystemClock clock;
        core::workbench::JobQueue jobs(clock);
        JobsModel model(jobs);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 130; ++i) {
            jobs.start<int>(
                JobKind::Task, u"Job %1"_s.arg(i), [](const Job &) -> Result<int> { return 1; }, this,
                [](const Result<int> &) {});
        }
        QCOMPARE(model.rowCount(), 130);
        QCOMPARE(model.index(0, JobsModel::Task).data().toString(), u"Job 129"_s);
        QTRY_COMPARE(jobs.active(), 0U);
        QVERIFY(model.rowCount() <= 102); // ended ones are forgotten at last
        QCOMPARE(model.index(0, JobsModel::State).data().toString(), u"Done"_s);
    }

    void aFailureSaysWhy()
    {
        const core::base::SystemClock clock;
        core::workbench::JobQueue jobs(clock);
        JobsModel model(jobs);
        jobs.start<int>(
            JobKind::Task, u"Bad"_s,
            [](const Job &) -> Result<int> {
                return Error{ErrorCode::Storage, u"The disk is full."_s};
            },
            this, [](const Result<int> &) {});
        QTRY_COMPARE(jobs.active(), 0U);
        QCOMPARE(model.index(0, JobsModel::State).data().toString(), u"Failed"_s);
        QCOMPARE(model.index(0, JobsModel::Step).data().toString(), u"The disk is full."_s);
    }

    void deleteStopsTheSelectedJob()
    {
        Desktop desktop;
        desktop.openSample();
        desktop.session.jobs().start<int>(
            JobKind::Task, u"Long"_s,
            [](const Job &job) -> Result<int> {
                int done = 0;
                while (!job.cancel.isCancelled()) {
                    job.progress({static_cast<std::uint64_t>(++done % 100), 100, u"Working"_s});
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                }
                return Error{ErrorCode::Cancelled, u"Cancelled."_s};
            },
            this, [](const Result<int> &) {});
        desktop.window->docks().showPanel(u"jobs"_s);
        auto *table = desktop.window->findChild<QTableView *>(u"jobsTable"_s);
        table->selectRow(0);
        QTRY_COMPARE(table->model()->index(0, JobsModel::State).data().toString(), u"Running"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_COMPARE(table->model()->index(0, JobsModel::State).data().toString(), u"Cancelled"_s);
    }
};

QTEST_MAIN(tst_JobsPanel)
#include "tst_jobspanel.moc"
