// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every version of events, for those who look at the past from many instants: read once, told as of any.
#include "core/store/eventrow.h"
#include "core/store/eventstore.h"

namespace core::store {

using base::CancelToken;
using base::Instant;
using base::Result;
using domain::Event;
using domain::EventQuery;

Result<void> EventStore::readVersions(const EventQuery &query,
                                      const std::function<bool(const Event &, Instant)> &row,
                                      const CancelToken &cancel) const
{
    EventQuery all;
    all.filter = query.filter;
    all.snapshot = query.snapshot;
    all.verified = query.verified;
    all.asOf = Instant(std::numeric_limits<std::int64_t>::max()); // history too
    const Result<EventScope> scope = this->scope(all, cancel);
    if (!scope)
        return scope.error();
    const Result<DuckConnection> connection = connect();
    if (!connection)
        return connection.error();
    const Result<std::vector<TimeSlice>> slices = this->slices(*connection, *scope, kRowsPerSlice);
    if (!slices)
        return slices.error();
    for (const TimeSlice &slice : *slices) {
        Parameters parameters;
        std::string sql =
            "SELECT * FROM (" + versionsSql(*scope, slice, m_lake, kEventColumns, parameters) + ") e WHERE ";
        sql += query.filter ? filterSql(*query.filter, parameters) : std::string("true");
        sql += " ORDER BY timestamp, id, revision";
        Result<DuckResult> rows = connection->query(sql, parameters.values(), &cancel);
        if (!rows)
            return explained(rows.error(), *scope);
        for (;;) {
            const Result<bool> more = rows->next();
            if (!more)
                return explained(more.error(), *scope);
            if (!*more)
                break;
            for (std::size_t i = 0; i < rows->rows(); ++i) {
                if (!row(eventAt(*rows, i), rows->instant(kEventColumnCount, i)))
                    return {};
            }
        }
    }
    return {};
}

} // namespace core::store
