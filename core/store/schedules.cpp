// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schedules.h"

#include "core/store/ledgerrows.h"

namespace core::store {

using base::Instant;
using base::Result;

namespace {

constexpr std::string_view kTurnColumns =
    "SELECT name, due_at, began_at, ended_at, outcome, run, snapshot, reason FROM schedule_runs ";

ScheduleTurn turnOf(const Statement &row)
{
    ScheduleTurn out;
    out.name = row.text(0);
    out.dueAt = instantOf(row, 1);
    out.beganAt = Instant(row.integer(2));
    out.endedAt = Instant(row.integer(3));
    out.outcome = row.text(4);
    out.run = row.text(5);
    out.snapshot = static_cast<std::uint64_t>(row.integer(6));
    out.reason = row.text(7);
    return out;
}

Result<std::vector<ScheduleTurn>> readTurns(Database &database, std::string_view condition, const auto &bind)
{
    auto select = database.prepare(std::string(kTurnColumns) + std::string(condition));
    if (!select)
        return select.error();
    bind(*select);
    std::vector<ScheduleTurn> out;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        out.push_back(turnOf(*select));
    }
}

/// The one number a query gives.
Result<std::int64_t> number(Statement &select)
{
    const auto row = select.step();
    if (!row)
        return row.error();
    return *row ? select.integer(0) : 0;
}

} // namespace

Result<std::vector<Schedule>> schedules(Database &database)
{
    auto select = database.prepare("SELECT name, study, rule, added_at FROM schedules ORDER BY name");
    if (!select)
        return select.error();
    std::vector<Schedule> out;
    for (;;) {
        const auto row = select->step();
        if (!row)
            return row.error();
        if (!*row)
            return out;
        out.push_back({std::string(select->text(0)), std::string(select->text(1)),
                       std::string(select->text(2)), Instant(select->integer(3))});
    }
}

Result<void> saveSchedule(WriteTransaction &transaction, const Schedule &schedule)
{
    auto insert = transaction.database().prepare(
        "INSERT OR REPLACE INTO schedules (name, study, rule, added_at) VALUES (?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(1, schedule.name).bind(2, schedule.study).bind(3, schedule.rule);
    return insert->bind(4, schedule.addedAt.micros()).run();
}

Result<bool> removeSchedule(WriteTransaction &transaction, std::string_view name)
{
    auto remove = transaction.database().prepare("DELETE FROM schedules WHERE name = ?");
    if (!remove)
        return remove.error();
    if (auto done = remove->bind(1, name).run(); !done)
        return done.error();
    return transaction.database().changes() > 0;
}

Result<void> addTurn(WriteTransaction &transaction, const ScheduleTurn &turn)
{
    Database &database = transaction.database();
    if (turn.outcome == "same") {
        auto repeated = database.prepare(
            "DELETE FROM schedule_runs WHERE outcome = 'same' AND position = (SELECT max(position) FROM "
            "schedule_runs WHERE name = ?)");
        if (!repeated)
            return repeated.error();
        if (auto done = repeated->bind(1, turn.name).run(); !done)
            return done;
    }
    auto insert =
        database.prepare("INSERT INTO schedule_runs (name, due_at, began_at, ended_at, outcome, run, "
                         "snapshot, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(1, turn.name);
    bindInstant(*insert, 2, turn.dueAt);
    insert->bind(3, turn.beganAt.micros()).bind(4, turn.endedAt.micros()).bind(5, turn.outcome);
    return insert->bind(6, turn.run).bind(7, turn.snapshot).bind(8, turn.reason).run();
}

Result<std::optional<ScheduleTurn>> lastTurn(Database &database, std::string_view name)
{
    auto turns =
        readTurns(database, "WHERE name = ? AND outcome <> 'cancelled' ORDER BY position DESC LIMIT 1",
                  [name](Statement &select) { select.bind(1, name); });
    if (!turns)
        return turns.error();
    return turns->empty() ? std::optional<ScheduleTurn>() : std::optional<ScheduleTurn>(turns->front());
}

Result<std::uint64_t> lastLook(Database &database, std::string_view name)
{
    auto select =
        database.prepare("SELECT coalesce(max(snapshot), 0) FROM schedule_runs WHERE name = ? AND outcome "
                         "IN ('done', 'same')");
    if (!select)
        return select.error();
    const auto found = number(select->bind(1, name));
    if (!found)
        return found.error();
    return static_cast<std::uint64_t>(*found);
}

Result<std::vector<ScheduleTurn>> turnsSince(Database &database, Instant since)
{
    return readTurns(database, "WHERE ?1 IS NULL OR ended_at > ?1 ORDER BY position",
                     [since](Statement &select) { bindInstant(select, 1, since); });
}

Result<bool> hasNewerBars(Database &database, std::string_view interval, std::string_view symbol,
                          std::uint64_t snapshot, Instant before)
{
    auto select = database.prepare(
        "SELECT EXISTS (SELECT 1 FROM bar_sources WHERE interval = ?1 AND symbol = ?2 AND seq > ?3 AND "
        "(?4 IS NULL OR ts_min < ?4)) OR EXISTS (SELECT 1 FROM actions WHERE symbol = ?2 AND seq > "
        "?3 AND (?4 IS NULL OR known_at <= ?4))");
    if (!select)
        return select.error();
    select->bind(1, interval).bind(2, symbol).bind(3, snapshot);
    bindInstant(*select, 4, before);
    const auto found = number(*select);
    if (!found)
        return found.error();
    return *found != 0;
}

Result<std::optional<std::string>> setting(Database &database, std::string_view name)
{
    auto select = database.prepare("SELECT value FROM settings WHERE name = ?");
    if (!select)
        return select.error();
    const auto row = select->bind(1, name).step();
    if (!row)
        return row.error();
    return *row ? std::optional<std::string>(select->text(0)) : std::optional<std::string>();
}

Result<void> saveSetting(WriteTransaction &transaction, std::string_view name, std::string_view value)
{
    auto insert =
        transaction.database().prepare("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)");
    if (!insert)
        return insert.error();
    return insert->bind(1, name).bind(2, value).run();
}

} // namespace core::store
