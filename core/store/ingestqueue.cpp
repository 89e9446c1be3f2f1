// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ingestqueue.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <algorithm>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;

namespace {

constexpr std::string_view kTaskColumns =
    "job, source, stage, what, attempts, coalesce(batch, 0), due_at, ended_at, reason";

int number(IngestStage stage)
{
    return static_cast<int>(stage);
}

int number(IngestState state)
{
    return static_cast<int>(state);
}

IngestJob jobOf(const Statement &row)
{
    IngestJob job;
    job.job = row.integer(0);
    job.source = row.text(1);
    job.stage = static_cast<IngestStage>(row.integer(2));
    job.what = row.text(3);
    job.attempts = static_cast<int>(row.integer(4));
    job.batch = row.integer(5);
    job.dueAt = Instant(row.integer(6));
    if (!row.isNull(7))
        job.endedAt = Instant(row.integer(7));
    job.reason = row.text(8);
    return job;
}

Error lost(const IngestJob &job)
{
    return {ErrorCode::LeaseHeld,
            Tr::tr("Another program has taken over a job of the source %1; what this one did is dropped.")
                .arg(base::qs(job.source))};
}

} // namespace

IngestQueue::IngestQueue(Catalog &catalog, std::string token)
    : m_catalog(catalog)
    , m_token(std::move(token))
{}

Result<std::uint64_t> IngestQueue::add(WriteTransaction &transaction, std::span<const NewIngestJob> jobs,
                                       Instant freshFrom)
{
    auto insert = transaction.database().prepare(
        "INSERT INTO jobs (source, stage, what, state, due_at, attempts, batch, created_at) "
        "SELECT ?1, ?2, ?3, 0, ?4, 0, nullif(?5, 0), ?6 WHERE NOT EXISTS "
        "(SELECT 1 FROM jobs WHERE source = ?1 AND stage = ?2 AND what = ?3 AND state < 2) AND NOT EXISTS "
        "(SELECT 1 FROM jobs WHERE source = ?1 AND stage = ?2 AND what = ?3 AND state = 2 AND ended_at >= ?7)");
    if (!insert)
        return insert.error();
    const Instant fresh = freshFrom.isValid() ? freshFrom : Instant(std::numeric_limits<std::int64_t>::max());
    std::uint64_t added = 0;
    for (const NewIngestJob &job : jobs) {
        insert->bind(1, job.source).bind(2, number(job.stage)).bind(3, job.what).bind(4, job.dueAt.micros());
        insert->bind(5, job.batch).bind(6, m_catalog.clock().now().micros()).bind(7, fresh.micros());
        if (auto done = insert->run(); !done)
            return done.error();
        added += static_cast<std::uint64_t>(transaction.database().changes());
    }
    return added;
}

Result<std::optional<IngestJob>> IngestQueue::take(IngestStage stage, std::span<const std::string> skip)
{
    const std::lock_guard turn(m_turn);
    auto transaction = m_catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    Database &database = transaction->database();
    const Instant now = m_catalog.clock().now();
    // the sources that have something due, in turn from the one after the last
    auto due = database.prepare("SELECT DISTINCT source FROM jobs WHERE stage = ?1 AND state = 0 AND due_at <= ?2 "
                                "ORDER BY source <= ?3, source");
    if (!due)
        return due.error();
    std::string &last = m_lastSource[number(stage)];
    due->bind(1, number(stage)).bind(2, now.micros()).bind(3, last);
    std::string source;
    for (;;) {
        auto row = due->step();
        if (!row)
            return row.error();
        if (!*row)
            return std::optional<IngestJob>();
        source = due->text(0);
        if (std::ranges::find(skip, source) == skip.end())
            break;
    }
    due->reset();
    auto pick = database.prepare("SELECT " + std::string(kTaskColumns) +
                                 " FROM jobs WHERE stage = ?1 AND state = 0 AND source = ?2 AND due_at <= ?3 "
                                 "ORDER BY batch IS NOT NULL, due_at, job LIMIT 1");
    if (!pick)
        return pick.error();
    pick->bind(1, number(stage)).bind(2, source).bind(3, now.micros());
    auto row = pick->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<IngestJob>();
    IngestJob job = jobOf(*pick);
    ++job.attempts;
    pick->reset();
    auto mark = database.prepare("UPDATE jobs SET state = 1, attempts = ?2, token = ?3, leased_until = ?4 WHERE job = ?1");
    if (!mark)
        return mark.error();
    mark->bind(1, job.job).bind(2, job.attempts).bind(3, m_token).bind(4, (now + kIngestJobLease).micros());
    if (auto done = mark->run(); !done)
        return done.error();
    if (auto done = transaction->commit(); !done)
        return done.error();
    last = source;
    return std::optional(std::move(job));
}

Result<void> IngestQueue::renew()
{
    auto transaction = m_catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    auto update = transaction->database().prepare("UPDATE jobs SET leased_until = ?2 WHERE state = 1 AND token = ?1");
    if (!update)
        return update.error();
    update->bind(1, m_token).bind(2, (m_catalog.clock().now() + kIngestJobLease).micros());
    if (auto done = update->run(); !done)
        return done;
    return transaction->commit();
}

Result<void> IngestQueue::done(WriteTransaction &transaction, const IngestJob &job)
{
    auto update = transaction.database().prepare(
        "UPDATE jobs SET state = 2, ended_at = ?3, token = NULL, leased_until = NULL, reason = NULL "
        "WHERE job = ?1 AND state = 1 AND token = ?2");
    if (!update)
        return update.error();
    update->bind(1, job.job).bind(2, m_token).bind(3, m_catalog.clock().now().micros());
    if (auto run = update->run(); !run)
        return run;
    if (transaction.database().changes() != 1)
        return lost(job);
    // the same was given up before and has come after all
    auto forget = transaction.database().prepare(
        "DELETE FROM jobs WHERE source = ?1 AND stage = ?2 AND what = ?3 AND state = 3");
    if (!forget)
        return forget.error();
    return forget->bind(1, job.source).bind(2, number(job.stage)).bind(3, job.what).run();
}

Result<void> IngestQueue::put(const IngestJob &job, IngestState state, Instant dueAt, std::string_view reason)
{
    auto transaction = m_catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    auto update = transaction->database().prepare(
        "UPDATE jobs SET state = ?3, due_at = ?4, reason = ?5, token = NULL, leased_until = NULL, "
        "ended_at = iif(?3 = 3, ?6, NULL) WHERE job = ?1 AND state = 1 AND token = ?2");
    if (!update)
        return update.error();
    update->bind(1, job.job).bind(2, m_token).bind(3, number(state)).bind(4, dueAt.micros()).bind(5, reason);
    update->bind(6, m_catalog.clock().now().micros());
    if (auto run = update->run(); !run)
        return run;
    if (transaction->database().changes() != 1)
        return lost(job);
    return transaction->commit();
}

Result<void> IngestQueue::again(const IngestJob &job, Instant dueAt, std::string_view reason)
{
    return put(job, IngestState::Waiting, dueAt, reason);
}

Result<void> IngestQueue::fail(const IngestJob &job, std::string_view reason)
{
    return put(job, IngestState::Failed, job.dueAt, reason);
}

Result<std::uint64_t> IngestQueue::recover(bool all)
{
    auto transaction = m_catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    auto update = transaction->database().prepare(
        "UPDATE jobs SET state = 0, token = NULL, leased_until = NULL "
        "WHERE state = 1 AND token <> ?1 AND (?2 OR leased_until < ?3)");
    if (!update)
        return update.error();
    update->bind(1, m_token).bind(2, all ? 1 : 0).bind(3, m_catalog.clock().now().micros());
    if (auto run = update->run(); !run)
        return run.error();
    const auto count = static_cast<std::uint64_t>(transaction->database().changes());
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return count;
}

Result<std::uint64_t> IngestQueue::retry(std::string_view source)
{
    auto transaction = m_catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    // the same may be waiting again already: then the failed one has had its second chance
    auto forget = transaction->database().prepare(
        "DELETE FROM jobs WHERE state = 3 AND (?1 = '' OR source = ?1) AND EXISTS (SELECT 1 FROM jobs AS other "
        "WHERE other.source = jobs.source AND other.stage = jobs.stage AND other.what = jobs.what AND "
        "(other.state < 2 OR (other.state = 3 AND other.job < jobs.job)))");
    if (!forget)
        return forget.error();
    if (auto run = forget->bind(1, source).run(); !run)
        return run.error();
    auto update = transaction->database().prepare("UPDATE jobs SET state = 0, attempts = 0, due_at = ?2, ended_at = NULL "
                                                  "WHERE state = 3 AND (?1 = '' OR source = ?1)");
    if (!update)
        return update.error();
    if (auto run = update->bind(1, source).bind(2, m_catalog.clock().now().micros()).run(); !run)
        return run.error();
    const auto count = static_cast<std::uint64_t>(transaction->database().changes());
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return count;
}

Result<std::uint64_t> IngestQueue::hurry(std::string_view source)
{
    auto transaction = m_catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    auto update =
        transaction->database().prepare("UPDATE jobs SET due_at = ?2 WHERE state = 0 AND source = ?1 AND due_at > ?2");
    if (!update)
        return update.error();
    if (auto run = update->bind(1, source).bind(2, m_catalog.clock().now().micros()).run(); !run)
        return run.error();
    const auto count = static_cast<std::uint64_t>(transaction->database().changes());
    // what was fetched a moment ago does not stand in the way of fetching it again
    auto forget = transaction->database().prepare(
        "DELETE FROM jobs WHERE source = ?1 AND stage = 0 AND state = 2 AND batch IS NULL");
    if (!forget)
        return forget.error();
    if (auto run = forget->bind(1, source).run(); !run)
        return run.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return count;
}

Result<std::int64_t> IngestQueue::addBackfill(WriteTransaction &transaction, std::string_view source, Instant from,
                                              Instant to)
{
    auto insert = transaction.database().prepare(
        "INSERT INTO backfills (source, from_at, to_at, created_at) VALUES (?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(1, source).bind(2, from.micros()).bind(3, to.micros()).bind(4, m_catalog.clock().now().micros());
    if (auto run = insert->run(); !run)
        return run.error();
    return transaction.database().lastInsertId();
}

Result<void> IngestQueue::forgetDone(Instant before)
{
    auto transaction = m_catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    auto remove =
        transaction->database().prepare("DELETE FROM jobs WHERE state = 2 AND ended_at < ?1 AND batch IS NULL");
    if (!remove)
        return remove.error();
    if (auto run = remove->bind(1, before.micros()).run(); !run)
        return run;
    return transaction->commit();
}

Result<std::vector<IngestCounts>> ingestCounts(Database &database)
{
    auto query = database.prepare("SELECT source, stage, sum(state = 0), sum(state = 1), sum(state = 3) FROM jobs "
                                  "WHERE state <> 2 GROUP BY source, stage ORDER BY source, stage");
    if (!query)
        return query.error();
    std::vector<IngestCounts> counts;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return counts;
        counts.push_back({std::string(query->text(0)), static_cast<IngestStage>(query->integer(1)),
                          static_cast<std::uint64_t>(query->integer(2)), static_cast<std::uint64_t>(query->integer(3)),
                          static_cast<std::uint64_t>(query->integer(4))});
    }
}

Result<std::vector<IngestJob>> failedJobs(Database &database, std::size_t limit)
{
    auto query = database.prepare("SELECT " + std::string(kTaskColumns) +
                                  " FROM jobs WHERE state = 3 ORDER BY ended_at DESC, job DESC LIMIT ?");
    if (!query)
        return query.error();
    query->bind(1, limit);
    std::vector<IngestJob> jobs;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return jobs;
        jobs.push_back(jobOf(*query));
    }
}

Result<bool> wasDone(Database &database, std::string_view source, IngestStage stage, std::string_view what)
{
    auto query = database.prepare("SELECT 1 FROM jobs WHERE source = ? AND stage = ? AND what = ? AND state = 2 LIMIT 1");
    if (!query)
        return query.error();
    return query->bind(1, source).bind(2, number(stage)).bind(3, what).step();
}

Result<Instant> nextDue(Database &database, IngestStage stage)
{
    auto query = database.prepare("SELECT min(due_at) FROM jobs WHERE stage = ? AND state = 0");
    if (!query)
        return query.error();
    auto row = query->bind(1, number(stage)).step();
    if (!row)
        return row.error();
    return query->isNull(0) ? Instant() : Instant(query->integer(0));
}

Result<std::vector<Backfill>> backfills(Database &database)
{
    auto query = database.prepare(
        "SELECT b.batch, b.source, b.from_at, b.to_at, b.created_at, sum(j.state < 2), sum(j.state = 2), "
        "sum(j.state = 3) FROM backfills b LEFT JOIN jobs j ON j.batch = b.batch GROUP BY b.batch ORDER BY b.batch DESC");
    if (!query)
        return query.error();
    std::vector<Backfill> list;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return list;
        list.push_back({query->integer(0), std::string(query->text(1)), Instant(query->integer(2)),
                        Instant(query->integer(3)), Instant(query->integer(4)),
                        static_cast<std::uint64_t>(query->integer(5)), static_cast<std::uint64_t>(query->integer(6)),
                        static_cast<std::uint64_t>(query->integer(7))});
    }
}

} // namespace core::store
