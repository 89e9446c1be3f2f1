// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace's SQLite file: one writing connection per process, pooled reading ones, and the commit
// counter.
#pragma once

#include "core/base/clock.h"
#include "core/store/migrations.h"
#include "core/store/sqlite.h"

#include <memory>
#include <mutex>
#include <vector>

namespace core::store {

class Catalog;

/// The process's writing connection, inside BEGIN IMMEDIATE, for as long as this lives. Keep it under 200 ms:
/// other threads wait for it, other processes up to 10 seconds.
class WriteTransaction final
{
public:
    WriteTransaction(WriteTransaction &&) noexcept = default;

    [[nodiscard]] Database &database() const { return *m_database; }
    /// The first of `count` new numbers of the commit counter, for rows stored in this very transaction. Rows
    /// that are written outside the catalog first take theirs from Lease::reserveSeq().
    base::Result<std::uint64_t> nextSeq(std::uint64_t count = 1);
    /// Makes it last. After a failure nothing of it is stored. Either way the transaction is over.
    base::Result<void> commit();

private:
    friend class Catalog;
    WriteTransaction(std::unique_lock<std::mutex> lock, Database &database, Transaction transaction)
        : m_lock(std::move(lock))
        , m_database(&database)
        , m_transaction(std::move(transaction))
    {}

    std::unique_lock<std::mutex> m_lock; // first in, last out: the transaction ends before the lock
    Database *m_database;
    Transaction m_transaction;
};

/// A reading connection, handed back to the pool when it goes.
class ReadConnection final
{
public:
    ReadConnection(ReadConnection &&) noexcept = default;
    ReadConnection &operator=(ReadConnection &&) = delete;
    ~ReadConnection();

    Database &operator*() const { return *m_database; }
    Database *operator->() const { return m_database.get(); }

private:
    friend class Catalog;
    ReadConnection(const Catalog *catalog, std::unique_ptr<Database> database)
        : m_catalog(catalog)
        , m_database(std::move(database))
    {}

    const Catalog *m_catalog;
    std::unique_ptr<Database> m_database;
};

class Catalog final
{
public:
    /// Makes a new catalog at the latest schema. Fails when there is a file already.
    static base::Result<std::unique_ptr<Catalog>> create(const std::filesystem::path &file,
                                                         const base::Clock &clock);
    /// Opens a catalog and brings it up to date; while another program works on it (holds any lease) that is
    /// refused. Fails with Newer when a newer program wrote it, Corrupt when it is damaged. `known` is for
    /// tests.
    static base::Result<std::unique_ptr<Catalog>> open(const std::filesystem::path &file,
                                                       const base::Clock &clock,
                                                       std::span<const Migration> known = migrations());

    /// A connection that reads. Any thread.
    base::Result<ReadConnection> reader() const;
    /// Waits for the writing connection and begins. Any thread; never twice in one thread.
    base::Result<WriteTransaction> beginWrite();

    /// The newest snapshot: every row with seq ≤ it is stored and will not become more. Any thread.
    base::Result<std::uint64_t> snapshot() const;
    /// The same within a transaction that is already open.
    static base::Result<std::uint64_t> snapshot(Database &database, const base::Clock &clock);

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] MigrationOutcome migrationOutcome() const { return m_outcome; }

private:
    friend class ReadConnection;
    Catalog(std::filesystem::path file, const base::Clock &clock)
        : m_path(std::move(file))
        , m_clock(clock)
    {}

    std::filesystem::path m_path;
    const base::Clock &m_clock;
    MigrationOutcome m_outcome = MigrationOutcome::Current;
    std::unique_ptr<Database> m_writer;
    std::mutex m_writing;           ///< guards m_writer
    mutable std::mutex m_idleMutex; ///< guards m_idle
    mutable std::vector<std::unique_ptr<Database>> m_idle;
};

} // namespace core::store
