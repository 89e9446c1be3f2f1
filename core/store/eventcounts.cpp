// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventcounts.h"

#include "core/base/tr.h"
#include "core/store/eventrow.h"

#include <algorithm>

namespace core::store {

using base::CancelToken;
using base::Duration;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using domain::EventQuery;

namespace {

/// The first row of an aggregate over the rows of a scope, given to `take`.
template <typename Take>
Result<void> aggregate(const EventStore &store, const EventScope &scope, const EventQuery &query,
                       const TimeSlice &slice, const std::function<std::string(Parameters &)> &select,
                       const std::function<std::string(Parameters &)> &where, const std::string &rest,
                       const CancelToken &cancel, const Take &take)
{
    const Result<DuckConnection> connection = store.connect();
    if (!connection)
        return connection.error();
    Parameters parameters;
    std::string sql = "SELECT " + select(parameters) + " FROM (" +
                      relationSql(scope, slice, store.lake(), kEventColumns, parameters) + ") e WHERE " +
                      where(parameters);
    if (query.filter)
        sql += " AND " + filterSql(*query.filter, parameters);
    Result<DuckResult> rows = connection->query(sql + rest, parameters.values(), &cancel);
    if (!rows)
        return store.explained(rows.error(), scope);
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return store.explained(more.error(), scope);
        if (!*more)
            return {};
        for (std::size_t i = 0; i < rows->rows(); ++i)
            take(*rows, i);
    }
}

std::string always(Parameters &)
{
    return "true";
}

/// Rows before (sign "<") or after (">") a key.
std::string beyond(const RowKey &key, const std::string &sign, Parameters &parameters)
{
    const std::string timestamp = parameters.add(key.timestamp);
    const std::string id = parameters.add(key.id);
    const std::string revision = parameters.add(std::int64_t{key.revision});
    return "(timestamp " + sign + " " + timestamp + " OR (timestamp = " + timestamp + " AND (id " + sign +
           " " + id + " OR (id = " + id + " AND revision " + sign + " " + revision + "))))";
}

std::string boundsSql(const CountBounds &bounds, Parameters &parameters)
{
    std::string sql = "true";
    if (bounds.before)
        sql += " AND " + beyond(*bounds.before, "<", parameters);
    if (bounds.after)
        sql += " AND " + beyond(*bounds.after, ">", parameters);
    if (bounds.at)
        sql += " AND timestamp = " + parameters.add(bounds.at->timestamp) +
               " AND id = " + parameters.add(bounds.at->id) +
               " AND revision = " + parameters.add(std::int64_t{bounds.at->revision});
    if (bounds.newerSeq)
        sql += " AND seq > " + parameters.add(static_cast<std::int64_t>(*bounds.newerSeq));
    return sql;
}

} // namespace

Result<std::uint64_t> countRows(const EventStore &store, const EventQuery &query, const CountBounds &bounds,
                                const CancelToken &cancel)
{
    Result<EventScope> scope = store.scope(query, cancel);
    if (!scope)
        return scope.error();
    if (bounds.newerSeq)
        std::erase_if(scope->files,
                      [&](const ManifestEntry &file) { return file.seqMax <= *bounds.newerSeq; });
    TimeSlice slice;
    if (bounds.at) {
        slice = {bounds.at->timestamp, bounds.at->timestamp + Duration(1)};
    } else {
        if (bounds.after)
            slice.from = bounds.after->timestamp;
        if (bounds.before)
            slice.to = bounds.before->timestamp + Duration(1);
    }
    std::uint64_t count = 0;
    const auto done = aggregate(
        store, *scope, query, slice, [](Parameters &) { return std::string("count(*)"); },
        [&](Parameters &parameters) { return boundsSql(bounds, parameters); }, "", cancel,
        [&count](const DuckResult &rows, std::size_t i) {
            count = static_cast<std::uint64_t>(rows.values<std::int64_t>(0)[i]);
        });
    return done ? Result<std::uint64_t>(count) : Result<std::uint64_t>(done.error());
}

Result<std::vector<std::uint64_t>> countOverTime(const EventStore &store, const EventQuery &query,
                                                 Instant &from, Instant &to, std::size_t buckets,
                                                 const CancelToken &cancel)
{
    if (buckets == 0)
        return Error{ErrorCode::BadInput, Tr::tr("A histogram needs at least one bucket.")};
    const Result<EventScope> scope = store.scope(query, cancel);
    if (!scope)
        return scope.error();
    if (!from.isValid() || !to.isValid()) {
        Instant first;
        Instant last;
        const auto asked = aggregate(
            store, *scope, query, {}, [](Parameters &) { return "min(timestamp), max(timestamp)"; }, always,
            "", cancel,
            [&](const DuckResult &rows, std::size_t i) {
                first = rows.instant(0, i);
                last = rows.instant(1, i);
            });
        if (!asked)
            return asked.error();
        if (!first.isValid())
            return std::vector<std::uint64_t>();
        from = from.isValid() ? from : first;
        to = to.isValid() ? to : last;
    }
    std::vector<std::uint64_t> counts(buckets, 0);
    if (to < from)
        return counts;
    const auto select = [&](Parameters &parameters) {
        // whole numbers: a bucket's edge is never a matter of rounding
        return "CAST(least(" + parameters.add(static_cast<std::int64_t>(buckets)) +
               " - 1, (CAST(epoch_us(timestamp) AS HUGEINT) - " + parameters.add(from.micros()) + ") * " +
               parameters.add(static_cast<std::int64_t>(buckets)) + " // greatest(1, " +
               parameters.add(std::max<std::int64_t>(1, (to - from).count())) +
               ")) AS BIGINT) AS b, count(*)";
    };
    const auto counted = aggregate(store, *scope, query, {from, to + Duration(1)}, select, always,
                                   " GROUP BY ALL", cancel, [&counts](const DuckResult &rows, std::size_t i) {
                                       counts[static_cast<std::size_t>(rows.values<std::int64_t>(0)[i])] +=
                                           static_cast<std::uint64_t>(rows.values<std::int64_t>(1)[i]);
                                   });
    if (!counted)
        return counted.error();
    return counts;
}

Result<std::vector<std::string>> distinctTexts(const EventStore &store, std::string_view column,
                                               std::size_t limit, const CancelToken &cancel)
{
    if (column != "source" && column != "event_type" && column != "entity")
        return Error{ErrorCode::Internal, Tr::tr("Only sources, event types and entities are listed.")};
    const EventQuery query;
    const Result<EventScope> scope = store.scope(query, cancel);
    if (!scope)
        return scope.error();
    const std::string name(column);
    std::vector<std::string> texts;
    const auto listed = aggregate(
        store, *scope, query, {}, [&](Parameters &) { return name + " AS k, count(*) AS n"; },
        [&](Parameters &) { return name + " <> ''"; },
        " GROUP BY k ORDER BY n DESC, k LIMIT " + std::to_string(limit), cancel,
        [&texts](const DuckResult &rows, std::size_t i) { texts.emplace_back(rows.text(0, i)); });
    if (!listed)
        return listed.error();
    std::sort(texts.begin(), texts.end());
    return texts;
}

} // namespace core::store
