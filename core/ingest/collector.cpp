// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/collector.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/uuid.h"
#include "core/ingest/asks.h"
#include "core/ingest/schedule.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace core::ingest {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using sources::FaultKind;
using sources::Provider;
using store::IngestJob;
using store::IngestStage;

namespace {

constexpr auto kLook = std::chrono::milliseconds(200); ///< how often an idle thread looks for work
constexpr auto kBeat = std::chrono::seconds(15);       ///< how often running jobs are renewed
constexpr base::Duration kKeepDone = std::chrono::hours(24 * 14);

/// Asking again may help.
bool isPassing(FaultKind kind)
{
    return kind == FaultKind::TooMany || kind == FaultKind::Unavailable || kind == FaultKind::NotData;
}

Result<void> noteSuccess(store::WriteTransaction &transaction, const std::string &source, Instant now)
{
    auto state = store::sourceState(transaction.database(), source);
    if (!state)
        return state.error();
    state->triedAt = state->succeededAt = now;
    state->failures = 0;
    state->fault.clear();
    return store::saveSourceState(transaction, *state);
}

/// How late a fact is seen measures the provider only when it was looked for shortly before in vain.
Result<void> noteSeen(store::WriteTransaction &transaction, const sources::ProviderInfo &info,
                      const TransformReport &report, Instant fetchedAt)
{
    const auto state = store::sourceState(transaction.database(), info.name);
    if (!state)
        return state.error();
    if (!state->succeededAt.isValid() || fetchedAt - state->succeededAt > 3 * info.cadence)
        return {};
    for (const auto &[type, counts] : report.seen) {
        if (auto added = store::addSeenLags(transaction, fetchedAt.utcDay(), {info.name, type, counts}); !added)
            return added;
    }
    return {};
}

const Provider *findIn(const CollectorOptions &options, const std::string &name)
{
    return options.book ? options.book->find(name) : sources::findProvider(name);
}

std::uint64_t saltOf(const IngestJob &job)
{
    return static_cast<std::uint64_t>(job.job) * 64 + static_cast<std::uint64_t>(job.attempts);
}

} // namespace

Result<std::unique_ptr<Collector>> Collector::open(store::Workspace &workspace, Fetcher &fetcher, SecretOf secretOf,
                                                   CollectorOptions options)
{
    for (const std::string &name : options.only) {
        if (!findIn(options, name))
            return Error{ErrorCode::BadInput,
                         Tr::tr("There is no source “%1”; “sources list” shows those there are.").arg(qs(name))};
    }
    auto lease = store::Lease::take(workspace.catalog(), "ingest", "collecting");
    if (!lease)
        return lease.error();
    std::unique_ptr<Collector> collector(
        new Collector(workspace, fetcher, std::move(secretOf), std::move(options), std::move(*lease)));
    auto recovered = collector->m_queue.recover(true); // whoever had the lease before us is gone
    if (!recovered)
        return recovered.error();
    if (auto cleaned = collector->m_queue.forgetDone(workspace.clock().now() - kKeepDone); !cleaned)
        return cleaned.error();
    return collector;
}

Collector::Collector(store::Workspace &workspace, Fetcher &fetcher, SecretOf secretOf, CollectorOptions options,
                     std::unique_ptr<store::Lease> lease)
    : m_workspace(workspace)
    , m_fetcher(fetcher)
    , m_secretOf(std::move(secretOf))
    , m_options(std::move(options))
    , m_lease(std::move(lease))
    , m_queue(workspace.catalog(), base::toText(base::freshUuid()))
    , m_tokens(fetcher, workspace.clock())
{
    if (m_options.once || !m_options.streamer)
        return;
    m_live = std::make_unique<LiveStreams>(LiveStreams::Home{
        .workspace = workspace,
        .fetcher = fetcher,
        .streamer = *m_options.streamer,
        .queue = m_queue,
        .contact = m_options.contact,
        .settingsOf = [this](const Provider &provider) { return settingsOf(provider); },
        .find = [this](const std::string &source) { return isWanted(source) ? find(source) : nullptr; },
    });
}

Collector::~Collector() = default;

const Provider *Collector::find(const std::string &source) const
{
    return findIn(m_options, source);
}

bool Collector::isWanted(const std::string &source) const
{
    return m_options.only.empty() || std::ranges::find(m_options.only, source) != m_options.only.end();
}

Result<sources::SourceSettings> Collector::settingsOf(const Provider &provider) const
{
    auto reader = m_workspace.catalog().reader();
    if (!reader)
        return reader.error();
    const auto state = store::sourceState(**reader, provider.info().name);
    if (!state)
        return state.error();
    auto settings = parseSettings(state->settings);
    if (!settings)
        return settings;
    settings->contact = m_options.contact;
    for (const std::string &name : provider.info().secrets) {
        std::string secret = m_secretOf ? m_secretOf(provider.info().name, name) : std::string();
        if (!secret.empty())
            settings->secrets.emplace(name, std::move(secret));
    }
    return settings;
}

Result<void> Collector::noteFault(const Provider &provider, const QString &sentence)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_report.faults;
    }
    const Instant now = m_workspace.clock().now();
    auto transaction = m_workspace.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    auto state = store::sourceState(transaction->database(), provider.info().name);
    if (!state)
        return state.error();
    state->triedAt = now;
    state->fault = base::utf8(sentence);
    ++state->failures;
    state->nextAt = std::max(state->nextAt, nextFetch(provider.info(), now, state->failures, state->failures));
    if (auto saved = store::saveSourceState(*transaction, *state); !saved)
        return saved;
    return transaction->commit();
}

/// An answer that holds no data.
Result<void> Collector::faulted(const IngestJob &job, const Provider &provider, const sources::AnswerFault &fault,
                                base::Duration retryAfter)
{
    if (auto noted = noteFault(provider, fault.sentence); !noted)
        return noted;
    const std::string reason = base::utf8(fault.sentence);
    if (isPassing(fault.kind) && job.attempts < kAttempts) {
        const Instant due = m_workspace.clock().now() + retryDelay(job.attempts, retryAfter, saltOf(job));
        return m_queue.again(job, due, reason);
    }
    return giveUp(job, reason);
}

/// Bytes that hold no data say the same when they are read again: what was asked for is asked for again.
Result<void> Collector::askAgain(const IngestJob &job, const Provider &provider, const sources::Ask &ask,
                                 const sources::AnswerFault &fault)
{
    if (auto noted = noteFault(provider, fault.sentence); !noted)
        return noted;
    {
        // else "unchanged" would be said of bytes that hold nothing, and taken for success
        auto transaction = m_workspace.catalog().beginWrite();
        if (!transaction)
            return transaction.error();
        if (auto forgot = store::saveValidators(*transaction, job.source, toText(ask), {}); !forgot)
            return forgot;
        if (auto done = transaction->commit(); !done)
            return done;
    }
    int failures = 0; // of the source: the job that asks again is a new one
    {
        auto reader = m_workspace.catalog().reader();
        if (!reader)
            return reader.error();
        const auto state = store::sourceState(**reader, job.source);
        if (!state)
            return state.error();
        failures = static_cast<int>(std::min<std::uint32_t>(state->failures, kAttempts + 1));
    }
    if (!isPassing(fault.kind) || failures > kAttempts)
        return giveUp(job, base::utf8(fault.sentence));
    auto transaction = m_workspace.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    const Instant due = m_workspace.clock().now() + retryDelay(failures, {}, saltOf(job));
    const store::NewIngestJob again{job.source, IngestStage::Fetch, toText(ask), due, job.batch};
    if (auto added = m_queue.add(*transaction, std::span(&again, 1)); !added)
        return added.error();
    if (auto done = m_queue.done(*transaction, job); !done)
        return done;
    return transaction->commit();
}

Result<void> Collector::giveUp(const IngestJob &job, const std::string &reason)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_report.failed;
    }
    return m_queue.fail(job, reason);
}

Result<void> Collector::fetchOne(const IngestJob &job, const CancelToken &cancel)
{
    const Provider *provider = find(job.source);
    const auto ask = parseAsk(job.what);
    if (!provider || !ask)
        return m_queue.fail(job, provider ? base::utf8(ask.error().message) : "this version has no such source");
    auto settings = settingsOf(*provider);
    if (!settings)
        return settings.error();
    const auto noToken = m_tokens.give(*provider, *settings, cancel);
    if (!noToken && noToken.error().code == ErrorCode::Cancelled)
        return m_queue.again(job, job.dueAt, {});
    if (!noToken)
        return faulted(job, *provider, {FaultKind::Unavailable, noToken.error().message}, {});
    if (*noToken)
        return faulted(job, *provider, **noToken, {});
    auto order = orderOf(*provider, *ask, *settings);
    if (!order)
        return faulted(job, *provider, {FaultKind::NoAccess, order.error().message}, {});
    {
        auto reader = m_workspace.catalog().reader();
        if (!reader)
            return reader.error();
        auto validators = store::validatorsOf(**reader, job.source, job.what);
        if (!validators)
            return validators.error();
        order->validators = std::move(*validators);
    }
    auto answer = m_fetcher.fetch(*order, cancel);
    if (!answer && answer.error().code == ErrorCode::Cancelled)
        return m_queue.again(job, job.dueAt, {});
    if (!answer)
        return faulted(job, *provider, {FaultKind::Unavailable, answer.error().message}, {});
    if (answer->status == 401 && settings->secrets.contains("access_token")) {
        m_tokens.forget(job.source);
        if (job.attempts == 1) // a token may end early; the next one decides
            return m_queue.again(job, m_workspace.clock().now(), {});
    }
    return keep(job, *provider, *ask, std::move(*answer));
}

/// Raw first: the answer goes into the vault, then its transform into the queue.
Result<void> Collector::keep(const IngestJob &job, const Provider &provider, const sources::Ask &ask, Fetched answer)
{
    if (answer.status >= 400) {
        if (const auto fault = refusalIn(provider, ask, answer))
            return faulted(job, provider, *fault, answer.retryAfter);
        // some say with an error that there are no more pages: the source is well, and nothing is to be kept
        answer.isUnchanged = true;
        answer.validators = {};
    }
    std::string what;
    bool isNew = false;
    if (!answer.isUnchanged) {
        auto artifact = m_workspace.vault().put(provider.info().name, answer.origin, answer.bytes);
        if (!artifact)
            return artifact.error();
        // the same bytes in answer to something else may lead on to other pages
        what = base::toHex(artifact->sha256) + ' ' + toText(ask);
        auto reader = m_workspace.catalog().reader();
        if (!reader)
            return reader.error();
        const auto isDone = store::wasDone(**reader, provider.info().name, IngestStage::Transform, what);
        if (!isDone)
            return isDone.error();
        isNew = artifact->parser.empty() || !*isDone;
    }
    const Instant now = m_workspace.clock().now();
    auto transaction = m_workspace.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    if (isNew) {
        const store::NewIngestJob next{.source = provider.info().name, .stage = IngestStage::Transform,
                                       .what = what, .dueAt = now, .batch = job.batch};
        if (auto added = m_queue.add(*transaction, std::span(&next, 1)); !added)
            return added.error();
    } else {
        // what it says is known already: the source is well, and has nothing new
        if (auto noted = noteSuccess(*transaction, provider.info().name, now); !noted)
            return noted;
    }
    const store::SourceDay day{.day = now.utcDay(), .requests = 1, .bytes = answer.bytes.size()};
    if (auto added = store::addSourceDay(*transaction, provider.info().name, day); !added)
        return added;
    if (!answer.validators.etag.empty() || !answer.validators.lastModified.empty()) {
        if (auto saved = store::saveValidators(*transaction, job.source, job.what, answer.validators); !saved)
            return saved;
    }
    if (auto done = m_queue.done(*transaction, job); !done)
        return done;
    if (auto done = transaction->commit(); !done)
        return done;
    const std::lock_guard lock(m_mutex);
    ++m_report.fetched;
    m_report.unchanged += isNew ? 0 : 1;
    return {};
}

Result<void> Collector::transformOne(const IngestJob &job, const CancelToken &cancel,
                                     const std::function<void(const TransformReport &)> &told)
{
    const Provider *provider = find(job.source);
    const std::size_t blank = std::min(job.what.find(' '), job.what.size());
    const auto hash = base::parseSha256(std::string_view(job.what).substr(0, blank));
    auto ask = parseAsk(std::string_view(job.what).substr(std::min(blank + 1, job.what.size())));
    if (!provider || !hash || !ask)
        return m_queue.fail(job, "this version has no such source");
    const auto artifact = m_workspace.vault().find(*hash);
    if (!artifact)
        return artifact.error();
    auto bytes = m_workspace.vault().get(*hash);
    if (!*artifact || !bytes)
        return m_queue.fail(job, bytes ? "its payload is gone" : base::utf8(bytes.error().message));
    const sources::Payload payload{.bytes = *bytes, .ask = std::move(*ask), .origin = (*artifact)->origin,
                                   .fetchedAt = (*artifact)->fetchedAt, .sha256 = *hash};
    const bool isStream = !payload.ask.endpoint.empty() && payload.ask.endpoint == provider->info().stream;
    const auto also = [&](store::WriteTransaction &transaction, const TransformReport &report) -> Result<void> {
        const Instant now = m_workspace.clock().now();
        if (isStream) // says nothing of how the asking fares
            return m_queue.done(transaction, job);
        std::vector<store::NewIngestJob> jobs;
        for (const sources::Ask &page : report.next)
            jobs.push_back({.source = job.source, .stage = IngestStage::Fetch, .what = toText(page), .dueAt = now,
                            .batch = job.batch});
        if (auto added = m_queue.add(transaction, jobs, now - provider->info().cadence / 2); !added)
            return added.error();
        if (job.batch == 0) {
            if (auto noted = noteSeen(transaction, provider->info(), report, payload.fetchedAt); !noted)
                return noted;
        }
        if (auto noted = noteSuccess(transaction, job.source, now); !noted)
            return noted;
        return m_queue.done(transaction, job);
    };
    auto report = transform(m_workspace, *provider, payload, also, cancel);
    if (!report) {
        const bool isBusy = report.error().code == ErrorCode::LeaseHeld;
        if (isBusy || report.error().code == ErrorCode::Cancelled)
            return m_queue.again(job, isBusy ? m_workspace.clock().now() + std::chrono::seconds(5) : job.dueAt,
                                 base::utf8(report.error().message));
        return report.error();
    }
    if (report->fault) {
        if (told)
            told(*report);
        if (isStream)
            return streamRefused(job, *report->fault);
        return askAgain(job, *provider, payload.ask, *report->fault);
    }
    if (report->notice && m_live)
        m_live->refused(job.source, *report->notice);
    {
        const std::lock_guard lock(m_mutex);
        ++m_report.transformed;
        m_report.stored += report->stored;
        m_report.duplicate += report->duplicate;
        m_report.refused += report->refused;
    }
    if (told)
        told(*report);
    return {};
}

/// Frames that hold no data are not asked for again: the stream goes on, or rests.
Result<void> Collector::streamRefused(const IngestJob &job, const sources::AnswerFault &fault)
{
    if (m_live)
        m_live->refused(job.source, fault);
    {
        const std::lock_guard lock(m_mutex);
        ++m_report.faults;
    }
    auto transaction = m_workspace.catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    if (auto done = m_queue.done(*transaction, job); !done)
        return done;
    return transaction->commit();
}

void Collector::stop(const Error &error)
{
    const std::lock_guard lock(m_mutex);
    if (!m_failure)
        m_failure = error;
    m_changed.notify_all();
    m_idle.notify_one();
}

void Collector::work(IngestStage stage, const CancelToken &cancel,
                     const std::function<void(const TransformReport &)> &told)
{
    while (!cancel.isCancelled()) {
        // counted before the queue is asked, so that nobody takes an empty queue for the end while a job is taken
        ++m_running;
        bool isHeldBack = false;
        if (stage == IngestStage::Fetch) {
            auto reader = m_workspace.catalog().reader();
            const auto counts = reader ? store::ingestCounts(**reader) : reader.error();
            std::uint64_t waiting = 0;
            if (counts) {
                for (const store::IngestCounts &count : *counts)
                    waiting += count.stage == IngestStage::Transform ? count.waiting : 0;
            }
            isHeldBack = waiting >= m_options.mostWaiting;
        }
        auto reader = m_workspace.catalog().reader();
        const auto due = reader ? store::nextDue(**reader, stage) : Result<Instant>(reader.error());
        const bool isDue = due && due->isValid() && *due <= m_workspace.clock().now();
        Result<std::optional<IngestJob>> job = std::optional<IngestJob>();
        if (isDue && !isHeldBack)
            job = m_queue.take(stage);
        if (!job)
            stop(job.error());
        const bool hasJob = job && *job;
        if (hasJob) {
            const auto done = stage == IngestStage::Fetch ? fetchOne(**job, cancel) : transformOne(**job, cancel, told);
            if (!done)
                stop(done.error());
        }
        std::unique_lock lock(m_mutex);
        if (--m_running == 0 && m_options.once)
            m_idle.notify_one();
        if (m_failure)
            return;
        if (hasJob)
            m_changed.notify_all();
        else if (!cancel.isCancelled())
            m_changed.wait_for(lock, kLook);
    }
}

Result<CollectorReport> Collector::run(const CancelToken &cancel, const std::function<void(const TransformReport &)> &told)
{
    const CancelToken ended; // ours, so that `once` ends the threads without cancelling the caller's
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < m_options.fetchers; ++i)
            threads.emplace_back([this, ended, told] { work(IngestStage::Fetch, ended, told); });
        for (int i = 0; i < m_options.transformers; ++i)
            threads.emplace_back([this, ended, told] { work(IngestStage::Transform, ended, told); });
        base::Stopwatch sinceBeat;
        bool isPlanned = false;
        while (!cancel.isCancelled()) {
            if (!isPlanned || !m_options.once) {
                if (auto planned = plan(); !planned)
                    stop(planned.error());
                isPlanned = true;
                m_changed.notify_all(); // there may be something to do
            }
            if (sinceBeat.seconds() > std::chrono::duration<double>(kBeat).count()) {
                if (auto renewed = m_queue.renew(); !renewed)
                    stop(renewed.error());
                if (m_lease->isLost())
                    stop(Error{ErrorCode::LeaseHeld, Tr::tr("Another program has taken over collecting while this one "
                                                            "was silent; it goes on there.")});
                sinceBeat = {};
            }
            if (m_live) {
                if (auto tended = m_live->tend(); !tended)
                    stop(tended.error());
            }
            std::unique_lock lock(m_mutex);
            if (m_failure)
                break;
            m_idle.wait_for(lock, kLook);
            lock.unlock();
            if (!m_options.once || m_running != 0)
                continue;
            auto reader = m_workspace.catalog().reader();
            bool isIdle = bool(reader);
            for (const IngestStage stage : {IngestStage::Fetch, IngestStage::Transform}) {
                const auto due = isIdle ? store::nextDue(**reader, stage) : Result<Instant>(Instant());
                isIdle = isIdle && due && (!due->isValid() || *due > m_workspace.clock().now());
            }
            if (isIdle && m_running == 0)
                break;
        }
        if (m_live) {
            if (auto stopped = m_live->stop(); !stopped)
                stop(stopped.error());
        }
        const std::lock_guard lock(m_mutex); // no thread is between its look at the token and its wait
        ended.cancel();
        m_changed.notify_all();
    }
    const std::lock_guard lock(m_mutex);
    if (m_failure)
        return *m_failure;
    return m_report;
}

} // namespace core::ingest
