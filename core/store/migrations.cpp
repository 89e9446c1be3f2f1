// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/files.h"

#include <algorithm>
#include <set>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

Result<std::set<std::int64_t>> appliedNumbers(Database &database)
{
    std::set<std::int64_t> numbers;
    const auto exists =
        database.queryInteger("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'");
    if (!exists)
        return exists.error();
    if (!*exists)
        return numbers;
    auto rows = database.prepare("SELECT number FROM migrations");
    if (!rows)
        return rows.error();
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            return numbers;
        numbers.insert(rows->integer(0));
    }
}

Result<void> apply(Database &database, const std::vector<Migration> &pending, const base::Clock &clock)
{
    auto transaction = Transaction::beginWrite(database);
    if (!transaction)
        return transaction.error();
    for (const Migration &step : pending) {
        if (auto done = database.execute(step.sql); !done)
            return done;
        auto note = database.prepare("INSERT INTO migrations (number, name, applied_at) VALUES (?, ?, ?)");
        if (!note)
            return note.error();
        if (auto done = note->bind(1, step.number).bind(2, step.name).bind(3, clock.now().micros()).run();
            !done)
            return done;
    }
    return transaction->commit();
}

} // namespace

std::string_view description(const Migration &migration)
{
    std::string_view line = migration.sql.substr(0, migration.sql.find('\n'));
    while (line.starts_with('-') || line.starts_with(' '))
        line.remove_prefix(1);
    return line;
}

Result<std::vector<Migration>> pendingMigrations(Database &database, std::span<const Migration> known)
{
    const auto applied = appliedNumbers(database);
    if (!applied)
        return applied.error();
    for (const std::int64_t number : *applied) {
        if (std::none_of(known.begin(), known.end(),
                         [number](const Migration &m) { return m.number == number; }))
            return Error{ErrorCode::Newer, Tr::tr("“%1” was written by a newer Foreshock (step %2): update "
                                                  "Foreshock to open it. Nothing was changed.")
                                               .arg(qs(database.path().string()))
                                               .arg(number)};
    }
    std::vector<Migration> pending;
    for (const Migration &step : known) {
        if (!applied->contains(step.number))
            pending.push_back(step);
    }
    return pending;
}

Result<MigrationOutcome> migrate(Database &database, std::span<const Migration> known,
                                 const base::Clock &clock)
{
    const auto pending = pendingMigrations(database, known);
    if (!pending)
        return pending.error();
    if (pending->empty())
        return MigrationOutcome::Current;
    const bool isNew = pending->size() == known.size();
    std::filesystem::path copy;
    if (!isNew) {
        copy = database.path();
        copy +=
            QStringLiteral(".before-%1").arg(pending->front().number, 4, 10, QLatin1Char('0')).toStdString();
        std::error_code ignored;
        std::filesystem::remove(copy, ignored);
        if (auto copied = database.copyTo(copy); !copied)
            return copied.error();
        if (auto synced = syncFile(copy); !synced)
            return synced.error();
    }
    if (auto done = apply(database, *pending, clock); !done) {
        if (isNew)
            return done.error();
        return Error{
            done.error().code,
            Tr::tr(
                "The catalog could not be brought up to date and was left as it was (a copy is in “%1”): %2")
                .arg(qs(copy.string()), done.error().message)};
    }
    return MigrationOutcome::Upgraded;
}

} // namespace core::store
