// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs answer on the asking thread, stop when they are asked to, and never answer those who are gone.
#include "core/workbench/jobs.h"
#include "tests/support/check.h"

#include <QSignalSpy>

#include <atomic>
#include <thread>

using namespace core;
using namespace core::workbench;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

/// Works until it is cancelled.
Result<int> untilCancelled(const Job &job)
{
    while (!job.cancel.isCancelled())
        std::this_thread::yield();
    return Error{ErrorCode::Cancelled, QStringLiteral("Cancelled.")};
}

} // namespace

class TestJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnTheAskingThread()
    {
        JobQueue queue(m_clock);
        std::optional<int> got;
        std::thread::id worker;
        std::thread::id answered;
        queue.start<int>(
            JobKind::Task, QStringLiteral("count"),
            [&worker](const Job &) -> Result<int> {
                worker = std::this_thread::get_id();
                return 7;
            },
            this, [&](Result<int> result) {
                answered = std::this_thread::get_id();
                got = *result;
            });
        QTRY_COMPARE(got.value_or(0), 7);
        QVERIFY(answered == std::this_thread::get_id());
        QVERIFY(worker != answered);
        QCOMPARE(queue.tasks().front().state, JobState::Done);
        QCOMPARE(queue.active(), std::size_t(0));
    }

    void cancelEndsWithCancelled()
    {
        JobQueue queue(m_clock);
        std::optional<ErrorCode> code;
        const JobId id = queue.start<int>(JobKind::Task, QStringLiteral("long"), untilCancelled, this,
                                          [&code](Result<int> result) { code = result.error().code; });
        QTRY_COMPARE(queue.info(id)->state, JobState::Running);
        queue.cancel(id);
        QTRY_VERIFY(code.has_value());
        QCOMPARE(*code, ErrorCode::Cancelled);
        QCOMPARE(queue.info(id)->state, JobState::Cancelled);
    }

    void aJobCancelledWhileItWaitsIsNotRun()
    {
        JobQueue queue(m_clock);
        std::vector<JobId> blocking;
        for (int i = 0; i < 2; ++i)
            blocking.push_back(
                queue.start<int>(JobKind::Task, QStringLiteral("long"), untilCancelled, this, [](auto) {}));
        std::atomic<bool> ran = false;
        bool answered = false;
        const JobId waiting = queue.start<int>(
            JobKind::Task, QStringLiteral("waits"),
            [&ran](const Job &) -> Result<int> {
                ran = true;
                return 1;
            },
            this, [&answered](Result<int> result) { answered = !result.ok(); });
        queue.cancel(waiting);
        for (const JobId id : blocking)
            queue.cancel(id);
        QTRY_VERIFY(answered);
        QVERIFY(!ran);
    }

    void readsDoNotWaitBehindTasks()
    {
        JobQueue queue(m_clock);
        for (int i = 0; i < 3; ++i)
            queue.start<int>(JobKind::Task, QStringLiteral("long"), untilCancelled, this, [](auto) {});
        bool got = false;
        queue.start<int>(JobKind::Read, {}, [](const Job &) -> Result<int> { return 1; }, this,
                         [&got](Result<int>) { got = true; });
        QTRY_VERIFY(got);
        QCOMPARE(queue.tasks().size(), std::size_t(3)); // reads are not listed
    }

    void noAnswerToThoseWhoAreGone()
    {
        JobQueue queue(m_clock);
        auto context = std::make_unique<QObject>();
        bool answered = false;
        const JobId id = queue.start<int>(JobKind::Task, QStringLiteral("long"), untilCancelled, context.get(),
                                          [&answered](auto) { answered = true; });
        context.reset();
        queue.cancel(id);
        QTRY_COMPARE(queue.info(id)->state, JobState::Cancelled);
        QVERIFY(!answered);
    }

    void theLatestQuestionWins()
    {
        JobQueue queue(m_clock);
        LatestJob latest(queue);
        QList<int> answers;
        latest.start<int>(JobKind::Read, {}, untilCancelled, this,
                          [&answers](auto) { answers.append(-1); });
        QVERIFY(latest.isBusy());
        latest.start<int>(JobKind::Read, {}, [](const Job &) -> Result<int> { return 2; }, this,
                          [&answers](Result<int> result) { answers.append(*result); });
        QTRY_COMPARE(answers, QList<int>{2});
        QVERIFY(!latest.isBusy());
    }

    void progressTellsTheTimeLeft()
    {
        JobQueue queue(m_clock);
        QSignalSpy changed(&queue, &JobQueue::taskChanged);
        std::atomic<bool> goOn = false;
        const JobId id = queue.start<int>(
            JobKind::Task, QStringLiteral("steps"),
            [&goOn](const Job &job) -> Result<int> {
                while (!goOn)
                    job.progress({25, 100, QStringLiteral("a step")});
                return 1;
            },
            this, [](auto) {});
        QTRY_VERIFY_WITH_TIMEOUT(queue.info(id)->secondsLeft > 0, 20000);
        const JobInfo info = *queue.info(id);
        QCOMPARE(info.done, std::uint64_t(25));
        // three times as long again as it has taken so far
        QVERIFY(std::abs(info.secondsLeft - 3 * info.seconds) < 1e-6);
        QCOMPARE(info.log, QStringList{QStringLiteral("a step")});
        goOn = true;
        QTRY_COMPARE(queue.info(id)->state, JobState::Done);
    }

    void aFailureIsKeptInWords()
    {
        JobQueue queue(m_clock);
        const JobId id = queue.start<int>(
            JobKind::Task, QStringLiteral("fails"),
            [](const Job &) -> Result<int> {
                return Error{ErrorCode::Storage, QStringLiteral("The disk is full.")};
            },
            this, [](auto) {});
        QTRY_COMPARE(queue.info(id)->state, JobState::Failed);
        QCOMPARE(queue.info(id)->log.back(), QStringLiteral("The disk is full."));
    }

    void theQueueEndsWithItsThreads()
    {
        for (int round = 0; round < 50; ++round) {
            JobQueue queue(m_clock);
            for (int i = 0; i < 4; ++i)
                queue.start<int>(i % 2 == 0 ? JobKind::Task : JobKind::Read, {}, untilCancelled, this,
                                 [](auto) { QFAIL("answered after its end"); });
        }
    }

private:
    base::ManualClock m_clock{base::Instant(0)};
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
