// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/catalog.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/files.h"
#include "core/store/lease.h"

#include <sqlite3.h>
#include <sys/stat.h>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

// ---- WriteTransaction

Result<std::uint64_t> WriteTransaction::nextSeq(std::uint64_t count)
{
    auto advance = m_database->prepare("UPDATE commits SET seq = seq + ? RETURNING seq");
    if (!advance)
        return advance.error();
    const auto row = advance->bind(1, count).step();
    if (!row)
        return row.error();
    const auto last = static_cast<std::uint64_t>(advance->integer(0));
    return last - count + 1;
}

Result<void> WriteTransaction::commit()
{
    auto done = m_transaction.commit();
    m_lock.unlock();
    return done;
}

// ---- ReadConnection

ReadConnection::~ReadConnection()
{
    if (!m_database)
        return;
    const std::lock_guard lock(m_catalog->m_idleMutex);
    m_catalog->m_idle.push_back(std::move(m_database));
}

// ---- Catalog

Result<std::unique_ptr<Catalog>> Catalog::create(const std::filesystem::path &file, const base::Clock &clock)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” exists already: choose another folder.").arg(qs(file.string()))};
    std::unique_ptr<Catalog> catalog(new Catalog(file, clock));
    auto database = Database::open(file, Database::Access::Create);
    if (!database) {
        removeDatabase(file);
        return database.error();
    }
    ::chmod(file.c_str(), S_IRUSR | S_IWUSR); // SQLite gives -wal and -shm the mode of the file
    catalog->m_writer = std::move(*database);
    const auto outcome = migrate(*catalog->m_writer, migrations(), clock);
    if (!outcome) {
        catalog.reset();
        removeDatabase(file);
        return outcome.error();
    }
    catalog->m_outcome = *outcome;
    return catalog;
}

Result<std::unique_ptr<Catalog>> Catalog::open(const std::filesystem::path &file, const base::Clock &clock,
                                               std::span<const Migration> known)
{
    std::unique_ptr<Catalog> catalog(new Catalog(file, clock));
    auto database = Database::open(file, Database::Access::ReadWrite);
    if (!database)
        return database.error();
    catalog->m_writer = std::move(*database);
    const auto pending = pendingMigrations(*catalog->m_writer, known);
    if (!pending)
        return pending.error();
    if (pending->empty())
        return catalog;
    if (pending->size() == known.size())
        return sqliteError(SQLITE_NOTADB, file, {});
    // The lease keeps a second program from upgrading at the same time; other leases mean someone is at work.
    auto lease = Lease::take(*catalog, "migrate", "bringing the catalog up to date");
    if (!lease)
        return lease.error();
    const auto others = liveLeases(*catalog);
    if (!others)
        return others.error();
    for (const LeaseHolder &holder : *others) {
        if (holder.name != "migrate")
            return leaseHeldError(holder);
    }
    const std::lock_guard lock(catalog->m_writing); // the lease's heartbeat uses the same connection
    const auto outcome = migrate(*catalog->m_writer, known, clock);
    if (!outcome)
        return outcome.error();
    catalog->m_outcome = *outcome;
    return catalog;
}

Result<ReadConnection> Catalog::reader() const
{
    {
        const std::lock_guard lock(m_idleMutex);
        if (!m_idle.empty()) {
            ReadConnection connection(this, std::move(m_idle.back()));
            m_idle.pop_back();
            return connection;
        }
    }
    auto database = Database::open(m_path, Database::Access::ReadOnly);
    if (!database)
        return database.error();
    return ReadConnection(this, std::move(*database));
}

Result<WriteTransaction> Catalog::beginWrite()
{
    std::unique_lock lock(m_writing);
    auto transaction = Transaction::beginWrite(*m_writer);
    if (!transaction)
        return transaction.error();
    return WriteTransaction(std::move(lock), *m_writer, std::move(*transaction));
}

Result<std::uint64_t> Catalog::snapshot() const
{
    auto connection = reader();
    if (!connection)
        return connection.error();
    return snapshot(**connection, m_clock);
}

Result<std::uint64_t> Catalog::snapshot(Database &database, const base::Clock &clock)
{
    // A reservation of a dead or silent holder will never be committed: Lease::publish() would refuse it.
    auto query = database.prepare("SELECT min(seq, coalesce((SELECT min(reserved_seq) - 1 FROM leases "
                                  "WHERE abs(?1 - heartbeat_at) <= ?2), seq)) FROM commits");
    if (!query)
        return query.error();
    const auto row = query->bind(1, clock.now().micros()).bind(2, kLeaseStaleAfter.count()).step();
    if (!row)
        return row.error();
    return static_cast<std::uint64_t>(query->integer(0));
}

} // namespace core::store
