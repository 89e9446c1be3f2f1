// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/collection.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/lease.h"
#include "core/workbench/collectservice.h"
#include "core/workbench/schedulewatch.h"
#include "core/workbench/session.h"
#include "core/workbench/starterdata.h"

#include <algorithm>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <thread>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using WorkbenchPtr = std::shared_ptr<const Workbench>;

namespace {

// how long the collecting thread pauses before it looks again
constexpr std::chrono::milliseconds kAtOnce{0};
constexpr std::chrono::seconds kOthers{3};     ///< another program may end: taken over within five seconds
constexpr std::chrono::seconds kNothingOn{15}; ///< a source may be switched on from the command line
constexpr std::chrono::seconds kFailed{60};

// how soon what is shown is read again, in milliseconds
constexpr int kBusyMs = 1'000;
constexpr int kCollectingMs = 5'000;
constexpr int kRestMs = 60'000; ///< only time passes: fresh becomes late
constexpr int kTellMs = 1'000;

constexpr base::Duration kPaceOf = std::chrono::minutes(2);
constexpr base::Duration kLeastPace = std::chrono::seconds(5); ///< less tells nothing

std::uint64_t waitingIn(const IngestStatus &queue)
{
    std::uint64_t waiting = 0;
    for (const store::IngestCounts &count : queue.queue)
        waiting += count.waiting + count.running;
    return waiting;
}

} // namespace

/// The thread that collects. It holds the workspace only while it works on it.
class Collection::Worker final
{
public:
    struct Orders {
        WorkbenchPtr bench;
        CollectJob job;
        CollectService service; ///< that collects there while nothing is open
    };

    explicit Worker(Collection &owner)
        : m_owner(owner)
        , m_thread([this](const std::stop_token &stop) { run(stop); })
    {}
    ~Worker()
    {
        want({});
        m_thread.request_stop();
    }

    /// Ends what runs and begins this, if anything.
    void want(std::optional<Orders> orders)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_orders = std::move(orders);
            m_cancel.cancel();
            m_hasNews = true;
        }
        m_woken.notify_all();
    }
    /// Ends a pause: something has been switched on.
    void look()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_hasNews = true;
        }
        m_woken.notify_all();
    }
    /// Whether sources are switched on is looked at again.
    void lookAnew()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_cancel.cancel();
            m_hasNews = true;
        }
        m_woken.notify_all();
    }

private:
    void run(const std::stop_token &stop)
    {
        std::optional<CollectService> taken; // from this service; it goes on when we end
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            if (!m_orders && taken) {
                lock.unlock();
                (void)std::exchange(taken, std::nullopt)->resume();
                lock.lock();
                continue;
            }
            if (!m_orders) {
                m_woken.wait(lock, stop, [this] { return m_orders.has_value(); });
                continue;
            }
            std::optional<Orders> orders = m_orders;
            m_cancel = base::CancelToken();
            m_hasNews = false;
            const base::CancelToken cancel = m_cancel;
            lock.unlock();
            if (taken && taken->unit() != orders->service.unit())
                (void)std::exchange(taken, std::nullopt)->resume();
            if (!taken) {
                taken = orders->service;
                (void)taken->pause(); // when it does not let go, the lease says who collects
            }
            const std::chrono::milliseconds pause = pass(*orders, cancel);
            orders.reset(); // the last hold of a workspace that was closed meanwhile
            lock.lock();
            m_woken.wait_for(lock, stop, pause, [this] { return m_hasNews; });
        }
        if (taken)
            (void)taken->resume();
    }

    /// Collects until it is cancelled, if it can; how long to pause then.
    std::chrono::milliseconds pass(const Orders &orders, const base::CancelToken &cancel)
    {
        const auto isOn = isAnySourceOn(*orders.bench);
        const auto leases = isOn && *isOn
                                ? store::liveLeases(orders.bench->workspace().catalog())
                                : Result<std::vector<store::LeaseHolder>>(std::vector<store::LeaseHolder>());
        if (!isOn || !leases) {
            report(CollectState::Failed, cancel, (isOn ? leases.error() : isOn.error()).message);
            return kFailed;
        }
        if (!*isOn) {
            report(CollectState::NothingOn, cancel);
            // scheduled studies run whether or not anything is collected; what fails is told by its turn
            (void)runDueStudies(*orders.bench, ranOf(cancel), {cancel, {}});
            return kNothingOn;
        }
        const auto holder = std::ranges::find(*leases, "ingest", &store::LeaseHolder::name);
        if (holder != leases->end()) {
            report(CollectState::Elsewhere, cancel, store::leaseHeldError(*holder).message);
            return kOthers;
        }
        CollectJob job = orders.job;
        job.began = [this, cancel] { report(CollectState::Collecting, cancel); };
        job.told = [this](const ingest::TransformReport &told) { hear(told); };
        job.ran = ranOf(cancel);
        const auto done = collect(*orders.bench, job, {cancel, {}});
        if (done || cancel.isCancelled())
            return kAtOnce;
        const bool isHeld = done.error().code == ErrorCode::LeaseHeld;
        report(isHeld ? CollectState::Elsewhere : CollectState::Failed, cancel, done.error().message);
        return isHeld ? kOthers : kFailed;
    }

    /// Dropped when other orders have come since.
    void report(CollectState state, const base::CancelToken &cancel, const QString &sentence = {})
    {
        QMetaObject::invokeMethod(
            &m_owner,
            [&owner = m_owner, state, cancel, sentence] {
                if (!cancel.isCancelled())
                    owner.show(state, sentence);
            },
            Qt::QueuedConnection);
    }

    /// Passed on to the thread of the window.
    std::function<void(const store::ScheduleTurn &)> ranOf(const base::CancelToken &cancel)
    {
        return [this, cancel](const store::ScheduleTurn &turn) {
            QMetaObject::invokeMethod(
                &m_owner,
                [&owner = m_owner, cancel, turn] {
                    if (!cancel.isCancelled())
                        owner.ran(turn);
                },
                Qt::QueuedConnection);
        };
    }

    /// From the collector's threads: passed on once for however many answers.
    void hear(const ingest::TransformReport &told)
    {
        const std::lock_guard lock(m_hearing);
        m_events += told.storedEvents;
        m_others += told.stored - told.storedEvents + told.instruments;
        if (m_isPassedOn)
            return;
        m_isPassedOn = true;
        QMetaObject::invokeMethod(
            &m_owner, [this] { passOn(); }, Qt::QueuedConnection);
    }
    void passOn()
    {
        std::uint64_t events = 0;
        std::uint64_t others = 0;
        {
            const std::lock_guard lock(m_hearing);
            events = std::exchange(m_events, 0);
            others = std::exchange(m_others, 0);
            m_isPassedOn = false;
        }
        m_owner.heard(events, others);
    }

    Collection &m_owner;
    std::mutex m_mutex; // guards the next three
    std::optional<Orders> m_orders;
    base::CancelToken m_cancel;
    bool m_hasNews = false;
    std::condition_variable_any m_woken;
    std::mutex m_hearing; // guards the next three
    std::uint64_t m_events = 0;
    std::uint64_t m_others = 0;
    bool m_isPassedOn = false;
    std::jthread m_thread; // last: it uses the others
};

Collection::Collection(Session &session)
    : m_session(session)
    , m_secretOf(secretOf(session.secrets()))
    , m_knownOf([secrets = session.secrets()](const std::string &source, const std::string &name) {
        return secrets->known(source, name); // looking at the sources must not ask for a password
    })
    , m_reading(session.jobs())
{
    for (QTimer *timer : {&m_soon, &m_telling})
        timer->setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Collection::refresh);
    connect(&m_telling, &QTimer::timeout, this, &Collection::tell);
    connect(&session, &Session::opened, this, &Collection::opened);
    connect(&session, &Session::closing, this, &Collection::closing);
    connect(&session, &Session::keysChanged, this, &Collection::restart);
}

Collection::~Collection() = default;

void Collection::setAllowed(bool isAllowed)
{
    if (m_isAllowed == isAllowed)
        return;
    m_isAllowed = isAllowed;
    steer();
}

void Collection::setContact(const QString &contact)
{
    m_contact = base::utf8(contact.trimmed());
}

void Collection::setSecretOf(ingest::SecretOf secretOf)
{
    m_secretOf = m_knownOf = std::move(secretOf);
}

void Collection::setFetcher(std::shared_ptr<ingest::Fetcher> fetcher)
{
    m_fetcher = std::move(fetcher);
}

void Collection::restart()
{
    steer();
    refresh();
}

const SourceStatus *Collection::source(const QString &name) const
{
    const auto found = std::ranges::find(m_sources, base::utf8(name), &SourceStatus::name);
    return found == m_sources.end() ? nullptr : &*found;
}

double Collection::answersPerMinute() const
{
    const bool isWorked = m_state == CollectState::Collecting || m_state == CollectState::Elsewhere;
    if (!isWorked || m_pace.size() < 2 || m_pace.back().at - m_pace.front().at < kLeastPace)
        return std::numeric_limits<double>::quiet_NaN();
    const double minutes = static_cast<double>((m_pace.back().at - m_pace.front().at).count()) / 6e7;
    return static_cast<double>(m_pace.back().answers - m_pace.front().answers) / minutes;
}

double Collection::secondsLeft() const
{
    const double pace = answersPerMinute();
    const std::uint64_t waiting = waitingIn(m_queue);
    return pace > 0 && waiting > 0 ? 60 * static_cast<double>(waiting) / pace : -1;
}

void Collection::opened()
{
    m_pace.clear();
    steer();
    refresh();
}

void Collection::closing()
{
    m_reading.drop();
    m_soon.stop();
    m_telling.stop();
    m_hasEvents = m_hasOthers = false;
    m_sources.clear();
    m_queue = {};
    m_pace.clear();
    if (m_worker)
        m_worker->want({});
    show(CollectState::NoWorkspace);
    Q_EMIT changed();
}

/// What is open and what is allowed have changed: the worker gets its orders.
void Collection::steer()
{
    const WorkbenchPtr &bench = m_session.bench();
    const CollectState why = !bench                     ? CollectState::NoWorkspace
                             : bench->identity().sample ? CollectState::Sample
                             : !m_isAllowed             ? CollectState::Disallowed
                                                        : CollectState::NothingOn;
    if (why != CollectState::NothingOn) {
        if (m_worker)
            m_worker->want({});
        show(why);
        return;
    }
    if (!m_worker)
        m_worker = std::make_unique<Worker>(*this);
    CollectJob job;
    job.contact = m_contact;
    job.secretOf = m_secretOf;
    job.fetcher = m_fetcher;
    m_worker->want(
        Worker::Orders{bench, std::move(job), CollectService(bench->folder(), m_session.worker())});
    if (m_state != CollectState::Collecting)
        show(CollectState::NothingOn); // until the worker has looked
}

void Collection::show(CollectState state, const QString &sentence)
{
    if (m_state == state && m_sentence == sentence)
        return;
    m_state = state;
    m_sentence = sentence;
    Q_EMIT stateChanged();
    if (state == CollectState::Collecting)
        readSoon(kBusyMs);
}

void Collection::refresh()
{
    const WorkbenchPtr bench = m_session.bench();
    if (!bench)
        return;
    m_soon.stop();
    m_reading.start<Read>(
        JobKind::Read, Tr::tr("Reading the sources"),
        [bench, secretOf = m_knownOf](const Job &) -> Result<Read> {
            auto sources = sourceStatuses(*bench, secretOf);
            if (!sources)
                return sources.error();
            auto queue = ingestStatus(*bench);
            if (!queue)
                return queue.error();
            return Read{std::move(*sources), std::move(*queue)};
        },
        this,
        [this](Result<Read> read) {
            if (read)
                show(std::move(*read));
            else
                Q_EMIT failed(read.error());
        });
}

void Collection::show(Read read)
{
    const base::Instant now = m_session.clock().now();
    std::uint64_t answers = 0;
    bool isAnyOn = false;
    for (const SourceStatus &source : read.sources) {
        answers += source.requestsToday;
        isAnyOn = isAnyOn || source.isEnabled;
    }
    if (!m_pace.empty() && answers < m_pace.back().answers)
        m_pace.clear(); // another day
    m_pace.push_back({now, answers});
    while (m_pace.size() > 2 && now - m_pace.front().at > kPaceOf)
        m_pace.pop_front();
    m_sources = std::move(read.sources);
    m_queue = std::move(read.queue);
    if (m_worker && !isAnyOn && m_state == CollectState::Collecting)
        m_worker->lookAnew(); // the last one was switched off: let go of the lease
    const bool isBusy = std::ranges::any_of(
        m_queue.queue, [](const store::IngestCounts &count) { return count.running > 0; });
    if (m_state == CollectState::Collecting || m_state == CollectState::Elsewhere)
        readSoon(isBusy ? kBusyMs : kCollectingMs);
    else if (isAnyOn)
        readSoon(kRestMs);
    Q_EMIT changed();
}

void Collection::readSoon(int ms)
{
    if (!m_session.bench() || m_reading.isBusy())
        return; // it is under way
    if (!m_soon.isActive() || m_soon.remainingTime() > ms)
        m_soon.start(ms);
}

void Collection::heard(std::uint64_t events, std::uint64_t others)
{
    if (!m_session.bench() || m_state != CollectState::Collecting)
        return;
    m_hasEvents = m_hasEvents || events > 0;
    m_hasOthers = m_hasOthers || others > 0;
    readSoon(kBusyMs);
    if (!m_telling.isActive())
        tell();
}

void Collection::ran(const store::ScheduleTurn &turn)
{
    if (m_session.bench())
        Q_EMIT scheduleRan(base::qs(turn.run));
}

/// The first news at once, those that follow once a second: each makes every panel read.
void Collection::tell()
{
    if (!m_hasEvents && !m_hasOthers)
        return;
    m_telling.start(kTellMs);
    if (std::exchange(m_hasEvents, false))
        m_session.tellEventsStored();
    if (std::exchange(m_hasOthers, false))
        m_session.tellBarsStored();
}

void Collection::order(const QString &title, Order work)
{
    const WorkbenchPtr bench = m_session.bench();
    if (!bench)
        return;
    if (bench->identity().sample) {
        Q_EMIT failed(
            Error{ErrorCode::BadInput,
                  Tr::tr("The sample workspace is simulated and never asks the network; make or open "
                         "another workspace to collect.")});
        return;
    }
    ++m_orders;
    m_session.jobs().start<int>(
        JobKind::Read, title,
        [bench, work = std::move(work)](const Job &) -> Result<int> {
            const auto done = work(*bench);
            return done ? Result<int>(0) : Result<int>(done.error());
        },
        this,
        [this](const Result<int> &done) {
            --m_orders;
            if (!done && done.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(done.error());
            if (m_worker)
                m_worker->look();
            refresh();
        });
}

void Collection::switchSource(const QString &name, bool isOn)
{
    order(Tr::tr("Switching a source"),
          [name = base::utf8(name), isOn](const Workbench &bench) { return setSource(bench, name, isOn); });
}

void Collection::askNow(const QString &name)
{
    order(Tr::tr("Asking a source"),
          [name = base::utf8(name)](const Workbench &bench) { return workbench::askNow(bench, name); });
}

void Collection::retryFailed(const QString &name)
{
    order(Tr::tr("Retrying failed jobs"), [name = base::utf8(name)](const Workbench &bench) -> Result<void> {
        const auto retried = workbench::retryFailed(bench, name);
        return retried ? Result<void>() : Result<void>(retried.error());
    });
}

void Collection::startStarterData(const std::vector<std::string> &names)
{
    order(Tr::tr("Starting the starter data"), [names](const Workbench &bench) -> Result<void> {
        const auto started = workbench::startStarterData(bench, names);
        return started ? Result<void>() : Result<void>(started.error());
    });
}

} // namespace core::workbench
