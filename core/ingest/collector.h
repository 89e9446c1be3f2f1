// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Collects by itself: asks every source when it is due, keeps each answer raw, then makes rows of it. Everything it
// has begun survives the program.
#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/ingest/fetcher.h"
#include "core/ingest/livestreams.h"
#include "core/ingest/streamer.h"
#include "core/ingest/tokens.h"
#include "core/ingest/transform.h"
#include "core/sources/sourcebook.h"
#include "core/store/ingestqueue.h"
#include "core/store/lease.h"
#include "core/store/workspace.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace core::ingest {

/// Where the keys of a source come from ("api_key" of "fred"); empty: there is none. Any thread.
using SecretOf = std::function<std::string(const std::string &source, const std::string &name)>;

struct CollectorOptions {
    std::vector<std::string> only{}; ///< these sources; empty: all that are switched on
    bool once = false;               ///< ends when nothing is due any more
    int fetchers = 4;              ///< threads that wait for answers
    int transformers = 2;          ///< threads that parse
    std::size_t mostWaiting = 64;  ///< payloads not transformed yet; above it nothing more is fetched
    std::string contact{};         ///< for the User-Agent
    Streamer *streamer =
        nullptr; ///< for live streams, not with `once`; null: there are none; it must outlive us
    std::shared_ptr<const sources::SourceBook> book{}; ///< the sources there are; null: those of the program
};

/// What a run did, in all.
struct CollectorReport {
    std::uint64_t fetched = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t transformed = 0;
    std::uint64_t stored = 0;
    std::uint64_t duplicate = 0;
    std::uint64_t refused = 0;
    std::uint64_t faults = 0; ///< answers without data, attempts without answers
    std::uint64_t failed = 0; ///< jobs given up
};

class Collector final
{
public:
    /// Takes the lease "ingest": fails with LeaseHeld and the sentence that names who has it. Workspace and fetcher
    /// must outlive the collector.
    static base::Result<std::unique_ptr<Collector>> open(store::Workspace &workspace, Fetcher &fetcher,
                                                         SecretOf secretOf, CollectorOptions options);
    ~Collector();

    /// Works until it is cancelled, or nothing is due with `once`. Fails with Storage when the workspace cannot be
    /// written; a source that fails is its own matter. `told` hears of every payload that was transformed, from
    /// any of the threads.
    base::Result<CollectorReport> run(const base::CancelToken &cancel,
                                      const std::function<void(const TransformReport &)> &told = {});

private:
    Collector(store::Workspace &workspace, Fetcher &fetcher, SecretOf secretOf, CollectorOptions options,
              std::unique_ptr<store::Lease> lease);

    base::Result<void> plan();
    base::Result<void> planSource(const sources::Provider &provider, store::SourceState state);
    void work(store::IngestStage stage, const base::CancelToken &cancel,
              const std::function<void(const TransformReport &)> &told);
    base::Result<void> fetchOne(const store::IngestJob &job, const base::CancelToken &cancel);
    base::Result<void> transformOne(const store::IngestJob &job, const base::CancelToken &cancel,
                                    const std::function<void(const TransformReport &)> &told);
    base::Result<void> streamRefused(const store::IngestJob &job, const sources::AnswerFault &fault);
    base::Result<void> keep(const store::IngestJob &job, const sources::Provider &provider, const sources::Ask &ask,
                            Fetched answer);
    base::Result<void> faulted(const store::IngestJob &job, const sources::Provider &provider,
                               const sources::AnswerFault &fault, base::Duration retryAfter);
    base::Result<void> askAgain(const store::IngestJob &job, const sources::Provider &provider,
                                const sources::Ask &ask, const sources::AnswerFault &fault);
    base::Result<void> giveUp(const store::IngestJob &job, const std::string &reason);
    base::Result<void> noteFault(const sources::Provider &provider, const QString &sentence);
    base::Result<sources::SourceSettings> settingsOf(const sources::Provider &provider) const;
    [[nodiscard]] const sources::Provider *find(const std::string &source) const;
    [[nodiscard]] bool isWanted(const std::string &source) const;
    void stop(const base::Error &error);

    store::Workspace &m_workspace;
    Fetcher &m_fetcher;
    const SecretOf m_secretOf;
    const CollectorOptions m_options;
    std::unique_ptr<store::Lease> m_lease;
    store::IngestQueue m_queue;
    Tokens m_tokens;
    std::unique_ptr<LiveStreams> m_live; ///< null: there are none
    CollectorReport m_report;
    std::atomic<int> m_running{0};
    std::mutex m_mutex; ///< guards m_report and m_failure
    std::condition_variable m_changed; ///< there may be work for a thread
    std::condition_variable m_idle;    ///< no thread has work just now, or one failed
    std::optional<base::Error> m_failure;
};

/// Adds the jobs of a range of days of one source to the queue; a collector works on them, now or after the next
/// start. How many jobs. Fails with BadInput when the source cannot be asked for the past.
base::Result<std::uint64_t> startBackfill(store::Workspace &workspace, const sources::Provider &provider,
                                          const sources::SourceSettings &settings, const sources::Window &days);

} // namespace core::ingest
