// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/lease.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/uuid.h"
#include "core/store/files.h"

#include <QSysInfo>

#include <signal.h>
#include <unistd.h>

#include <cerrno>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

/// Tells one running system from another: the boot, and the space its process ids count in (a container has
/// its own).
std::string bootId()
{
    const auto boot = readSmallFile("/proc/sys/kernel/random/boot_id");
    std::error_code ignored;
    const std::string space = std::filesystem::read_symlink("/proc/self/ns/pid", ignored).string();
    std::string id = boot ? boot->substr(0, boot->find('\n')) : QSysInfo::bootUniqueId().toStdString();
    return id + ' ' + space;
}

struct LeaseRow {
    LeaseHolder holder;
    std::string bootId;
    base::Instant heartbeatAt;
};

bool isAlive(const LeaseRow &row, base::Instant now, const std::string &ourBoot)
{
    if (row.bootId == ourBoot && ::kill(static_cast<pid_t>(row.holder.pid), 0) != 0 && errno == ESRCH)
        return false;
    const base::Duration silence = now - row.heartbeatAt; // negative when the clock was set back
    return silence <= kLeaseStaleAfter && silence >= -kLeaseStaleAfter;
}

Result<std::vector<LeaseRow>> readRows(Database &database)
{
    auto query = database.prepare(
        "SELECT name, purpose, host, pid, taken_at, boot_id, heartbeat_at FROM leases ORDER BY name");
    if (!query)
        return query.error();
    std::vector<LeaseRow> rows;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return rows;
        rows.push_back({{std::string(query->text(0)), std::string(query->text(1)),
                         std::string(query->text(2)), query->integer(3), base::Instant(query->integer(4))},
                        std::string(query->text(5)),
                        base::Instant(query->integer(6))});
    }
}

Error lostError(const std::string &name)
{
    return {ErrorCode::LeaseHeld, Tr::tr("The lease “%1” was taken over because this program was silent for "
                                         "30 seconds: nothing was stored, run it again.")
                                      .arg(qs(name))};
}

} // namespace

Error leaseHeldError(const LeaseHolder &holder)
{
    return {ErrorCode::LeaseHeld, Tr::tr("Another program is at work on this workspace (%1: %2; process %3 "
                                         "on %4, since %5): wait until it is done, or end it.")
                                      .arg(qs(holder.name), qs(holder.purpose), QString::number(holder.pid),
                                           qs(holder.host), qs(base::toIso(holder.takenAt)))};
}

Result<std::unique_ptr<Lease>> Lease::take(Catalog &catalog, std::string_view name, std::string_view purpose)
{
    const std::string boot = bootId();
    const base::Instant now = catalog.clock().now();
    auto transaction = catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    Database &database = transaction->database();
    const auto rows = readRows(database);
    if (!rows)
        return rows.error();
    for (const LeaseRow &row : *rows) {
        if (row.holder.name == name && isAlive(row, now, boot))
            return leaseHeldError(row.holder);
    }
    std::string token = base::toText(base::freshUuid());
    auto insert = database.prepare(
        "INSERT OR REPLACE INTO leases (name, token, purpose, host, pid, boot_id, taken_at, heartbeat_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(1, name).bind(2, token).bind(3, purpose).bind(4, base::utf8(QSysInfo::machineHostName()));
    insert->bind(5, static_cast<std::int64_t>(::getpid()))
        .bind(6, boot)
        .bind(7, now.micros())
        .bind(8, now.micros());
    if (auto done = insert->run(); !done)
        return done.error();
    if (auto done = transaction->commit(); !done)
        return done.error();
    return std::unique_ptr<Lease>(new Lease(catalog, std::string(name), std::move(token)));
}

Lease::Lease(Catalog &catalog, std::string name, std::string token)
    : m_catalog(catalog)
    , m_name(std::move(name))
    , m_token(std::move(token))
    , m_heartbeat([this](const std::stop_token &stop) {
        std::unique_lock lock(m_mutex);
        while (!m_wake.wait_for(lock, stop, kLeaseHeartbeat, [&stop] { return stop.stop_requested(); }))
            renew();
    })
{}

Lease::~Lease()
{
    m_heartbeat.request_stop();
    m_heartbeat.join();
    auto transaction = m_catalog.beginWrite();
    if (!transaction)
        return; // the row goes stale by itself
    auto remove = transaction->database().prepare("DELETE FROM leases WHERE name = ? AND token = ?");
    if (remove && remove->bind(1, m_name).bind(2, m_token).run().ok())
        static_cast<void>(transaction->commit());
}

void Lease::renew()
{
    // A beat that fails (disk full, busy) is tried again in five seconds.
    if (auto transaction = m_catalog.beginWrite()) {
        const auto beaten = beat(transaction->database(), "reserved_seq");
        if (beaten && *beaten)
            static_cast<void>(transaction->commit());
        else if (beaten)
            m_isLost = true;
    }
}

Result<bool> Lease::beat(Database &database, std::string_view reserved, std::optional<std::uint64_t> seq)
{
    // After a silence of 30 seconds (a suspended machine) a lease that no one took over lives on, unless it
    // had reserved numbers: a snapshot may have passed them meanwhile.
    auto update =
        database.prepare("UPDATE leases SET heartbeat_at = ?1, reserved_seq = " + std::string(reserved) +
                         " WHERE name = ?2 AND token = ?3 "
                         "AND (reserved_seq IS NULL OR abs(?1 - heartbeat_at) <= ?4)");
    if (!update)
        return update.error();
    update->bind(1, m_catalog.clock().now().micros()).bind(2, m_name).bind(3, m_token);
    update->bind(4, kLeaseStaleAfter.count());
    if (seq)
        update->bind(5, *seq);
    if (auto done = update->run(); !done)
        return done.error();
    return database.changes() == 1;
}

Result<std::uint64_t> Lease::reserveSeq(std::uint64_t count)
{
    auto transaction = m_catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    const auto first = transaction->nextSeq(count);
    if (!first)
        return first;
    const auto held = beat(transaction->database(), "coalesce(reserved_seq, ?5)", *first);
    if (!held)
        return held.error();
    if (!*held)
        return lostError(m_name);
    if (auto done = transaction->commit(); !done)
        return done.error();
    return first;
}

Result<void> Lease::publish(WriteTransaction &transaction)
{
    const auto beaten = beat(transaction.database(), "NULL");
    if (!beaten)
        return beaten.error();
    if (!*beaten)
        return lostError(m_name);
    return {};
}

Result<std::vector<LeaseHolder>> liveLeases(const Catalog &catalog)
{
    auto connection = catalog.reader();
    if (!connection)
        return connection.error();
    const auto rows = readRows(**connection);
    if (!rows)
        return rows.error();
    const std::string boot = bootId();
    const base::Instant now = catalog.clock().now();
    std::vector<LeaseHolder> holders;
    for (const LeaseRow &row : *rows) {
        if (isAlive(row, now, boot))
            holders.push_back(row.holder);
    }
    return holders;
}

} // namespace core::store
