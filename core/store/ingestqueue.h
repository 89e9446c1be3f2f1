// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The durable queue of collecting: what is to be fetched and transformed, who is at it, what failed for good.
#pragma once

#include "core/store/catalog.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

enum class IngestStage : std::uint8_t { Fetch, Transform };
enum class IngestState : std::uint8_t { Waiting, Running, Done, Failed };

/// How long a job is somebody's before it may be taken over, unless it is renewed.
inline constexpr base::Duration kIngestJobLease = std::chrono::seconds(60);

struct IngestJob {
    std::int64_t job = 0;
    std::string source;
    IngestStage stage = IngestStage::Fetch;
    std::string what;   ///< canonical JSON of the request; before it the hex hash of the payload to transform
    int attempts = 0;   ///< begun so far, this one included
    std::int64_t batch = 0; ///< the backfill it belongs to; 0: none
    base::Instant dueAt;
    base::Instant endedAt;
    std::string reason; ///< why it waits again or failed
};

struct NewIngestJob {
    std::string source;
    IngestStage stage = IngestStage::Fetch;
    std::string what;
    base::Instant dueAt;
    std::int64_t batch = 0;
};

struct IngestCounts {
    std::string source;
    IngestStage stage = IngestStage::Fetch;
    std::uint64_t waiting = 0;
    std::uint64_t running = 0;
    std::uint64_t failed = 0;
};

/// A range of days asked for at once, and how far it is.
struct Backfill {
    std::int64_t batch = 0;
    std::string source;
    base::Instant from;
    base::Instant to;
    base::Instant createdAt;
    std::uint64_t open = 0; ///< jobs waiting or running
    std::uint64_t done = 0;
    std::uint64_t failed = 0;
};

/// Any thread, any number of programs; one commit a call unless a transaction is given.
class IngestQueue final
{
public:
    /// `token` names whoever takes jobs: one for each program. The catalog must outlive the queue.
    IngestQueue(Catalog &catalog, std::string token);

    /// Adds jobs, except those that are waiting or running already, and those that were done at or after
    /// `freshFrom` (missing: never). How many were added.
    base::Result<std::uint64_t> add(WriteTransaction &transaction, std::span<const NewIngestJob> jobs,
                                    base::Instant freshFrom = {});
    /// The next job that is due, which is then ours for kIngestJobLease. Sources take turns; within one, what
    /// is new comes before backfills. Sources in `skip` are passed over.
    base::Result<std::optional<IngestJob>> take(IngestStage stage, std::span<const std::string> skip = {});
    /// Our running jobs stay ours for another kIngestJobLease.
    base::Result<void> renew();

    /// Ends a job in the transaction that stores what came of it; the same job given up earlier is forgotten. Fails with LeaseHeld when it is no longer
    /// ours: then nothing of the transaction may be kept.
    base::Result<void> done(WriteTransaction &transaction, const IngestJob &job);
    /// It waits again, until `dueAt`.
    base::Result<void> again(const IngestJob &job, base::Instant dueAt, std::string_view reason);
    /// It failed for good and waits for a person.
    base::Result<void> fail(const IngestJob &job, std::string_view reason);

    /// Jobs that nobody renewed wait again; with `all`, every running job that is not ours: for a program
    /// that holds the lease "ingest". How many.
    base::Result<std::uint64_t> recover(bool all = false);
    /// Failed jobs wait again: of one source, or of all. How many.
    base::Result<std::uint64_t> retry(std::string_view source = {});
    /// What waits for a later time is due now, and what was fetched lately may be fetched again. How many waited.
    base::Result<std::uint64_t> hurry(std::string_view source);

    base::Result<std::int64_t> addBackfill(WriteTransaction &transaction, std::string_view source,
                                           base::Instant from, base::Instant to);
    /// Removes what is done and older than `before`: the queue does not grow for ever.
    base::Result<void> forgetDone(base::Instant before);

private:
    base::Result<void> put(const IngestJob &job, IngestState state, base::Instant dueAt,
                           std::string_view reason);

    Catalog &m_catalog;
    std::string m_token;
    std::mutex m_turn;        ///< guards m_lastSource
    std::string m_lastSource[2]; ///< per stage, whose turn it was
};

/// By source and stage, ascending; those with nothing are left out.
base::Result<std::vector<IngestCounts>> ingestCounts(Database &database);
/// The newest first.
base::Result<std::vector<IngestJob>> failedJobs(Database &database, std::size_t limit);
/// Whether such a job was done, as far back as the queue remembers.
base::Result<bool> wasDone(Database &database, std::string_view source, IngestStage stage, std::string_view what);
/// When the next waiting job is due; missing: there is none.
base::Result<base::Instant> nextDue(Database &database, IngestStage stage);
/// The newest first.
base::Result<std::vector<Backfill>> backfills(Database &database);

} // namespace core::store
