// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/streamstates.h"

#include <algorithm>

namespace core::store {

using base::Instant;
using base::Result;

Result<std::vector<StreamRow>> streamRows(Database &database)
{
    auto query =
        database.prepare("SELECT source, state, since, sentence, heard_at FROM streams ORDER BY source");
    if (!query)
        return query.error();
    std::vector<StreamRow> rows;
    for (;;) {
        const auto more = query->step();
        if (!more)
            return more.error();
        if (!*more)
            return rows;
        rows.push_back({std::string(query->text(0)), std::string(query->text(1)), Instant(query->integer(2)),
                        std::string(query->text(3)),
                        query->isNull(4) ? Instant() : Instant(query->integer(4))});
    }
}

Result<std::optional<StreamRow>> findStream(Database &database, std::string_view source)
{
    const auto rows = streamRows(database);
    if (!rows)
        return rows.error();
    const auto row = std::ranges::find(*rows, source, &StreamRow::source);
    return row == rows->end() ? std::optional<StreamRow>() : std::optional(*row);
}

Result<void> saveStream(WriteTransaction &transaction, const StreamRow &row)
{
    auto insert = transaction.database().prepare(
        "INSERT OR REPLACE INTO streams (source, state, since, sentence, heard_at) VALUES (?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(1, row.source).bind(2, row.state).bind(3, row.since.micros()).bind(4, row.sentence);
    if (row.heardAt.isValid())
        insert->bind(5, row.heardAt.micros());
    else
        insert->bindNull(5);
    return insert->run();
}

Result<void> noteHeard(WriteTransaction &transaction, std::string_view source, Instant heardAt)
{
    auto update = transaction.database().prepare("UPDATE streams SET heard_at = ? WHERE source = ?");
    if (!update)
        return update.error();
    return update->bind(1, heardAt.micros()).bind(2, source).run();
}

Result<void> forgetStream(WriteTransaction &transaction, std::string_view source)
{
    auto gone = transaction.database().prepare("DELETE FROM streams WHERE source = ?");
    if (!gone)
        return gone.error();
    return gone->bind(1, source).run();
}

} // namespace core::store
