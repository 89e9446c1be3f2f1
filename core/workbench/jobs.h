// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Work that may take longer than the eye notices: run on threads of its own, with progress, time left, cancel
// and a log; the answer comes back to the thread that asked, if who asked is still there.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/workbench/workbench.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace core::workbench {

using JobId = std::uint64_t;

enum class JobState : std::uint8_t { Queued, Running, Done, Failed, Cancelled };

/// Task: what a person started and may watch (a run, an import); two at a time. Read: what a view needs to
/// draw (a page, a count); never waits behind tasks and is not listed.
enum class JobKind : std::uint8_t { Task, Read };

struct JobInfo {
    JobId id = 0;
    QString title;
    JobState state = JobState::Queued;
    std::uint64_t done = 0;
    std::uint64_t total = 0; ///< 0: not known
    QString what;            ///< the present step
    base::Instant startedAt; ///< missing while queued
    double seconds = 0;      ///< run so far, or in all
    double secondsLeft = -1; ///< < 0: not known
    QStringList log;         ///< its steps and its end, oldest first, at most 1,000 lines
    std::optional<base::Error> error;
};

/// Owns the threads. Lives on the GUI's (or test's) thread; all functions are called there, and all signals
/// and answers arrive there. The destructor cancels everything and waits for the threads.
class JobQueue final : public QObject
{
    Q_OBJECT

public:
    /// The clock must outlive the queue.
    explicit JobQueue(const base::Clock &clock, QObject *parent = nullptr);
    ~JobQueue() override;

    /// Runs `work` on another thread, then `answer` here with what it returned; `answer` is not called when
    /// `context` is gone by then. A cancelled job answers with ErrorCode::Cancelled. `work` must not touch
    /// QObjects of this thread.
    template <typename T>
    JobId start(JobKind kind, const QString &title, std::function<base::Result<T>(const Job &)> work,
                QObject *context, std::function<void(base::Result<T>)> answer)
    {
        auto box = std::make_shared<std::optional<base::Result<T>>>();
        return enqueue(
            kind, title,
            [box, work = std::move(work)](const Job &job) -> std::optional<base::Error> {
                box->emplace(job.cancel.isCancelled() ? base::Result<T>(cancelledError()) : work(job));
                return (*box)->ok() ? std::nullopt : std::optional(box->value().error());
            },
            context, [box, answer = std::move(answer)] { answer(std::move(**box)); });
    }

    /// Asks a job to stop; it answers soon after. Nothing happens when it has ended.
    void cancel(JobId id);
    void cancelAll();
    /// Tasks, newest first; ended ones are kept until there are more than 100.
    [[nodiscard]] std::vector<JobInfo> tasks() const;
    [[nodiscard]] std::optional<JobInfo> info(JobId id) const;
    /// Tasks that are queued or running.
    [[nodiscard]] std::size_t active() const;

Q_SIGNALS:
    void taskAdded(quint64 id);
    void taskChanged(quint64 id); ///< at most ten times a second each
    void taskEnded(quint64 id);

private:
    struct Entry;
    using Work = std::function<std::optional<base::Error>(const Job &)>;
    struct Lane;

    static base::Error cancelledError();
    JobId enqueue(JobKind kind, const QString &title, Work work, QObject *context,
                  std::function<void()> answer);
    void runLane(Lane &lane);
    void started(const std::shared_ptr<Entry> &entry);
    void progressed(const std::shared_ptr<Entry> &entry);
    void ended(const std::shared_ptr<Entry> &entry, const std::optional<base::Error> &error);

    const base::Clock &m_clock;
    std::unique_ptr<Lane> m_taskLane;
    std::unique_ptr<Lane> m_readLane;
    std::map<JobId, std::shared_ptr<Entry>> m_entries;
    JobId m_next = 1;
};

/// A place for one question at a time: a newer one cancels the older, whose answer is dropped.
class LatestJob final
{
public:
    explicit LatestJob(JobQueue &queue)
        : m_queue(&queue)
    {}
    ~LatestJob() { drop(); }
    LatestJob(const LatestJob &) = delete;
    LatestJob &operator=(const LatestJob &) = delete;

    template <typename T>
    JobId start(JobKind kind, const QString &title, std::function<base::Result<T>(const Job &)> work,
                QObject *context, std::function<void(base::Result<T>)> answer)
    {
        drop();
        const auto token = m_token = std::make_shared<bool>(true);
        m_id = m_queue->start<T>(kind, title, std::move(work), context,
                                 [token, answer = std::move(answer)](base::Result<T> result) {
                                     if (!*token)
                                         return;
                                     *token = false;
                                     answer(std::move(result));
                                 });
        return m_id;
    }
    /// Cancels what is under way and drops its answer.
    void drop()
    {
        if (isBusy() && m_queue)
            m_queue->cancel(m_id);
        if (m_token)
            *m_token = false;
    }
    /// Cancels what is under way; it still answers (with Cancelled).
    void cancel()
    {
        if (isBusy() && m_queue)
            m_queue->cancel(m_id);
    }
    [[nodiscard]] bool isBusy() const { return m_token && *m_token; }
    [[nodiscard]] JobId id() const { return m_id; }

private:
    QPointer<JobQueue> m_queue;
    JobId m_id = 0;
    std::shared_ptr<bool> m_token;
};

} // namespace core::workbench
