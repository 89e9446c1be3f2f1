// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventmirror.h"

#include "core/store/eventrow.h"

#include <algorithm>
#include <cstring>

namespace core::store {

using base::Result;

Result<std::unique_ptr<EventMirror>> EventMirror::create(const DuckDatabase &duck)
{
    Result<DuckConnection> connection = duck.connect();
    if (!connection)
        return connection.error();
    for (const std::string &sql : {"CREATE TABLE hot(place BIGINT, " + std::string(kEventTable) + ")",
                                   std::string("CREATE TABLE superseded(row BIGINT, id UUID, revision "
                                               "INTEGER, superseded_at TIMESTAMP, seq BIGINT)")}) {
        const auto done = connection->run(sql);
        if (!done)
            return done.error();
    }
    return std::unique_ptr<EventMirror>(new EventMirror(std::move(connection).value()));
}

EventMirror::EventMirror(DuckConnection connection)
    : m_connection(std::move(connection))
{}

Result<HotReading> EventMirror::begin(Database &database)
{
    const std::lock_guard lock(m_feeding);
    Result<Transaction> transaction = Transaction::beginRead(database);
    if (!transaction)
        return transaction.error();
    Result<HotView> view = feed(database);
    if (!view)
        return view.error();
    return HotReading{std::move(transaction).value(), std::move(view).value()};
}

Result<HotView> EventMirror::catchUp(Database &database)
{
    const std::lock_guard lock(m_feeding);
    return feed(database);
}

Result<HotView> EventMirror::feed(Database &database)
{
    HotView view;
    Result<Statement> bounds =
        database.prepare("SELECT (SELECT min(place) FROM events), (SELECT max(place) FROM events), "
                         "(SELECT count(*) FROM superseded WHERE file IS NULL), "
                         "(SELECT coalesce(max(rowid), 0) FROM superseded)");
    if (!bounds)
        return bounds.error();
    const Result<bool> row = bounds->step();
    if (!row)
        return row.error();
    if (!bounds->isNull(0)) {
        view.floor = static_cast<std::uint64_t>(bounds->integer(0));
        view.ceiling = static_cast<std::uint64_t>(bounds->integer(1)) + 1;
    }
    view.supersededHot = static_cast<std::uint64_t>(bounds->integer(2));
    view.supersededRow = bounds->integer(3);
    auto fed = view.ceiling > m_ceiling ? copyRows(database, view.floor) : Result<void>();
    if (fed && view.supersededRow > m_supersededRow)
        fed = copySuperseded(database);
    if (!fed) {
        // nothing half-copied may stay; should even this fail, the next reader meets the same trouble and
        // says so
        (void)m_connection.run("DELETE FROM hot WHERE place >= $1", {static_cast<std::int64_t>(m_ceiling)});
        (void)m_connection.run("DELETE FROM superseded WHERE row > $1", {m_supersededRow});
        return fed.error();
    }
    m_ceiling = std::max(m_ceiling, view.ceiling);
    const std::uint64_t gone = view.isEmpty() ? m_ceiling : view.floor;
    if (gone > m_floor) {
        const std::unique_lock alone(m_inUse, std::try_to_lock);
        if (alone.owns_lock()) {
            const auto dropped =
                m_connection.run("DELETE FROM hot WHERE place < $1", {static_cast<std::int64_t>(gone)});
            if (!dropped)
                return dropped.error();
            m_floor = gone;
        }
    }
    view.keep = std::shared_lock(m_inUse);
    return view;
}

Result<void> EventMirror::copyRows(Database &database, std::uint64_t floor)
{
    Result<Statement> rows = database.prepare("SELECT " + std::string(kHotColumns) +
                                              " FROM events WHERE place >= ? ORDER BY place");
    if (!rows)
        return rows.error();
    rows->bind(1, std::max(floor, m_ceiling));
    Result<DuckAppender> appender = DuckAppender::open(m_connection, "hot");
    if (!appender)
        return appender.error();
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return appender->close();
        appender->set(0, rows->integer(0));
        setEvent(*appender, 1, hotEventAt(*rows));
        const auto ended = appender->endRow();
        if (!ended)
            return ended;
    }
}

Result<void> EventMirror::copySuperseded(Database &database)
{
    Result<Statement> rows = database.prepare(
        "SELECT rowid, id, revision, superseded_at, seq FROM superseded WHERE rowid > ? ORDER BY rowid");
    if (!rows)
        return rows.error();
    rows->bind(1, m_supersededRow);
    Result<DuckAppender> appender = DuckAppender::open(m_connection, "superseded");
    if (!appender)
        return appender.error();
    std::int64_t last = m_supersededRow;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        last = rows->integer(0);
        appender->set(0, last);
        base::Uuid id;
        const auto bytes = rows->blob(1);
        std::memcpy(id.bytes.data(), bytes.data(), std::min(bytes.size(), id.bytes.size()));
        appender->setUuid(1, id);
        appender->set(2, static_cast<std::int32_t>(rows->integer(2)));
        appender->setInstant(3, base::Instant(rows->integer(3)));
        appender->set(4, rows->integer(4));
        const auto ended = appender->endRow();
        if (!ended)
            return ended;
    }
    const auto closed = appender->close();
    if (closed)
        m_supersededRow = last;
    return closed;
}

} // namespace core::store
