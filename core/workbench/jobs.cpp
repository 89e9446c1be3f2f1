// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/jobs.h"

#include "core/base/tr.h"

#include <algorithm>
#include <utility>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Tr;

namespace {

constexpr std::size_t kTaskThreads = 2;
constexpr std::size_t kReadThreads = 3; ///< one may be held by an index that is being made
constexpr std::size_t kEndedKept = 100;
constexpr qsizetype kLogLines = 1000;
constexpr double kReportEvery = 0.1; // seconds

} // namespace

/// One job. The worker reports under the mutex; everything else belongs to the queue's thread.
struct JobQueue::Entry {
    JobInfo info;
    JobKind kind = JobKind::Task;
    base::CancelToken cancel;
    Work work;
    QPointer<QObject> context;
    std::function<void()> answer;

    std::mutex reporting; ///< guards the members below
    base::Stopwatch watch;
    base::Progress latest;
    bool announced = false;
    double lastReport = -1;
};

/// Threads that take jobs in their order.
struct JobQueue::Lane {
    std::mutex mutex; ///< guards waiting and closing
    std::condition_variable wake;
    std::deque<std::shared_ptr<Entry>> waiting;
    bool closing = false;
    std::vector<std::thread> threads;
};

JobQueue::JobQueue(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_taskLane(std::make_unique<Lane>())
    , m_readLane(std::make_unique<Lane>())
{
    for (std::size_t i = 0; i < kTaskThreads; ++i)
        m_taskLane->threads.emplace_back([this] { runLane(*m_taskLane); });
    for (std::size_t i = 0; i < kReadThreads; ++i)
        m_readLane->threads.emplace_back([this] { runLane(*m_readLane); });
}

JobQueue::~JobQueue()
{
    cancelAll();
    for (Lane *lane : {m_taskLane.get(), m_readLane.get()}) {
        {
            const std::lock_guard lock(lane->mutex);
            lane->closing = true;
            lane->waiting.clear();
        }
        lane->wake.notify_all();
    }
    for (Lane *lane : {m_taskLane.get(), m_readLane.get()}) {
        for (std::thread &thread : lane->threads)
            thread.join();
    }
}

Error JobQueue::cancelledError()
{
    return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
}

JobId JobQueue::enqueue(JobKind kind, const QString &title, Work work, QObject *context,
                        std::function<void()> answer)
{
    auto entry = std::make_shared<Entry>();
    entry->info.id = m_next++;
    entry->info.title = title;
    entry->kind = kind;
    entry->work = std::move(work);
    entry->context = context;
    entry->answer = std::move(answer);
    const JobId id = entry->info.id;
    m_entries.emplace(id, entry);
    Lane &lane = kind == JobKind::Task ? *m_taskLane : *m_readLane;
    {
        const std::lock_guard lock(lane.mutex);
        lane.waiting.push_back(entry);
    }
    lane.wake.notify_one();
    if (kind == JobKind::Task)
        Q_EMIT taskAdded(id);
    return id;
}

void JobQueue::runLane(Lane &lane)
{
    for (;;) {
        std::shared_ptr<Entry> entry;
        {
            std::unique_lock lock(lane.mutex);
            lane.wake.wait(lock, [&lane] { return lane.closing || !lane.waiting.empty(); });
            if (lane.closing)
                return;
            entry = std::move(lane.waiting.front());
            lane.waiting.pop_front();
        }
        QMetaObject::invokeMethod(this, [this, entry] { started(entry); }, Qt::QueuedConnection);
        const Job job{entry->cancel, [this, entry](const base::Progress &progress) {
                          const std::lock_guard lock(entry->reporting);
                          entry->latest = progress;
                          const double now = entry->watch.seconds();
                          if (entry->announced || now - entry->lastReport < kReportEvery)
                              return;
                          entry->announced = true;
                          entry->lastReport = now;
                          QMetaObject::invokeMethod(
                              this, [this, entry] { progressed(entry); }, Qt::QueuedConnection);
                      }};
        const std::optional<Error> error = entry->work(job);
        entry->work = {}; // what it holds (a workspace) is let go here, not on the GUI thread
        QMetaObject::invokeMethod(this, [this, entry, error] { ended(entry, error); }, Qt::QueuedConnection);
    }
}

void JobQueue::started(const std::shared_ptr<Entry> &entry)
{
    entry->info.state = JobState::Running;
    entry->info.startedAt = m_clock.now();
    {
        const std::lock_guard lock(entry->reporting);
        entry->watch = base::Stopwatch();
    }
    if (entry->kind == JobKind::Task)
        Q_EMIT taskChanged(entry->info.id);
}

void JobQueue::progressed(const std::shared_ptr<Entry> &entry)
{
    JobInfo &info = entry->info;
    base::Progress latest;
    {
        const std::lock_guard lock(entry->reporting);
        latest = entry->latest;
        entry->announced = false;
    }
    if (!latest.what.isEmpty() && latest.what != info.what && info.log.size() < kLogLines)
        info.log.append(latest.what);
    info.done = latest.done;
    info.total = latest.total;
    info.what = latest.what;
    info.seconds = entry->watch.seconds();
    const bool tells = info.total > 0 && info.done > 0 && info.done <= info.total && info.seconds > 0.5;
    info.secondsLeft = tells ? info.seconds * static_cast<double>(info.total - info.done) /
                                   static_cast<double>(info.done)
                             : -1;
    if (entry->kind == JobKind::Task)
        Q_EMIT taskChanged(info.id);
}

void JobQueue::ended(const std::shared_ptr<Entry> &entry, const std::optional<Error> &error)
{
    JobInfo &info = entry->info;
    info.seconds = entry->watch.seconds();
    info.secondsLeft = -1;
    info.error = error;
    if (!error)
        info.state = JobState::Done;
    else
        info.state = error->code == ErrorCode::Cancelled ? JobState::Cancelled : JobState::Failed;
    if (error && info.log.size() <= kLogLines)
        info.log.append(error->message);
    if (entry->context)
        entry->answer();
    entry->answer = {};
    if (entry->kind == JobKind::Read) {
        m_entries.erase(info.id);
        return;
    }
    const JobId id = info.id;
    // the oldest ended ones go when there are too many
    auto count = static_cast<std::size_t>(std::count_if(m_entries.begin(), m_entries.end(), [](const auto &e) {
        return e.second->kind == JobKind::Task && e.second->info.state >= JobState::Done;
    }));
    for (auto it = m_entries.begin(); it != m_entries.end() && count > kEndedKept;) {
        const bool old = it->second->kind == JobKind::Task && it->second->info.state >= JobState::Done;
        it = old ? m_entries.erase(it) : std::next(it);
        count -= old ? 1 : 0;
    }
    Q_EMIT taskEnded(id);
}

void JobQueue::cancel(JobId id)
{
    const auto found = m_entries.find(id);
    if (found != m_entries.end())
        found->second->cancel.cancel();
}

void JobQueue::cancelAll()
{
    for (const auto &[id, entry] : m_entries)
        entry->cancel.cancel();
}

std::vector<JobInfo> JobQueue::tasks() const
{
    std::vector<JobInfo> all;
    for (auto it = m_entries.rbegin(); it != m_entries.rend(); ++it) {
        if (it->second->kind == JobKind::Task)
            all.push_back(it->second->info);
    }
    return all;
}

std::optional<JobInfo> JobQueue::info(JobId id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? std::nullopt : std::optional(found->second->info);
}

std::size_t JobQueue::active() const
{
    return static_cast<std::size_t>(std::count_if(m_entries.begin(), m_entries.end(), [](const auto &entry) {
        return entry.second->kind == JobKind::Task && entry.second->info.state < JobState::Done;
    }));
}

} // namespace core::workbench
