// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventstore.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/eventrow.h"
#include "core/store/files.h"

#include <algorithm>
#include <map>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using domain::Event;
using domain::EventGroup;
using domain::EventQuery;

namespace {

constexpr std::uint64_t kRowsPerPageSlice =
    300000; ///< a first page stops after the newest slice that fills it

/// What a group's key is made of, and how the key is printed.
struct Grouping {
    std::string sql;
    std::string (*print)(const DuckResult &rows, std::size_t row);
};

std::string printText(const DuckResult &rows, std::size_t row)
{
    return std::string(rows.text(0, row));
}

std::string printDay(const DuckResult &rows, std::size_t row)
{
    return base::toIso(base::Date(std::chrono::days(rows.values<std::int32_t>(0)[row])));
}

std::string printMonth(const DuckResult &rows, std::size_t row)
{
    return printDay(rows, row).substr(0, 7);
}

std::string printYear(const DuckResult &rows, std::size_t row)
{
    return printDay(rows, row).substr(0, 4);
}

Result<Grouping> groupingOf(std::string_view by)
{
    if (by.empty())
        return Grouping{"''", &printText};
    if (by == "source" || by == "event_type" || by == "entity")
        return Grouping{std::string(by), &printText};
    if (by == "day")
        return Grouping{"CAST(timestamp AS DATE)", &printDay};
    if (by == "month")
        return Grouping{"CAST(date_trunc('month', timestamp) AS DATE)", &printMonth};
    if (by == "year")
        return Grouping{"CAST(date_trunc('year', timestamp) AS DATE)", &printYear};
    return Error{ErrorCode::BadInput,
                 Tr::tr("Events are not counted by “%1”: use source, event_type, entity, day, month or year.")
                     .arg(base::qs(by))};
}

std::string filterCondition(const EventQuery &query, Parameters &parameters)
{
    return query.filter ? filterSql(*query.filter, parameters) : std::string("true");
}

} // namespace

/// DuckDB, opened when it is first needed.
struct EventStore::Engine {
    DuckDatabase duck;
    std::unique_ptr<EventMirror> mirror;
};

/// What inserts need; lives as long as the store, because the ids of the hot tier are kept in it.
struct EventStore::Writer {
    DuckConnection duck;
    ColdIds cold;
    HotEvents hot;

    Writer(DuckConnection connection, const Lake &lake)
        : duck(std::move(connection))
        , cold(lake, duck)
    {}
};

EventStore::EventStore(const std::filesystem::path &workspace, Catalog &catalog)
    : m_lake(workspace, catalog.clock())
    , m_rowFiles(workspace, m_lake)
    , m_catalog(catalog)
{}

EventStore::~EventStore() = default;

Result<EventStore::Engine *> EventStore::engine() const
{
    const std::lock_guard lock(m_opening);
    if (m_engine)
        return m_engine.get();
    const auto made = makeFolder(m_lake.spillFolder());
    DuckOptions options;
    if (made) // a folder that cannot be written can still be read
        options.tempFolder = m_lake.spillFolder();
    Result<DuckDatabase> duck = DuckDatabase::open(options);
    if (!duck)
        return duck.error();
    const Result<DuckConnection> connection = duck->connect();
    if (!connection)
        return connection.error();
    const auto registered = registerFilterFunctions(*connection);
    if (!registered)
        return registered.error();
    Result<std::unique_ptr<EventMirror>> mirror = EventMirror::create(*duck);
    if (!mirror)
        return mirror.error();
    m_engine = std::make_unique<Engine>(Engine{std::move(duck).value(), std::move(mirror).value()});
    return m_engine.get();
}

Result<DuckConnection> EventStore::connect() const
{
    const Result<Engine *> opened = engine();
    if (!opened)
        return opened.error();
    return opened.value()->duck.connect();
}

Result<InsertSummary> EventStore::insert(std::span<const Event> events, const Also &also)
{
    const std::lock_guard lock(m_writing);
    if (!m_writer) {
        Result<DuckConnection> connection = connect();
        if (!connection)
            return connection.error();
        m_writer = std::make_unique<Writer>(std::move(connection).value(), m_lake);
    }
    for (;;) { // a damaged file of the lake must not stop what comes after it
        auto summary = insertOnce(events, also);
        if (summary || !m_writer->cold.setAsideDamaged(m_catalog))
            return summary;
    }
}

Result<InsertSummary> EventStore::insertOnce(std::span<const Event> events, const Also &also)
{
    Result<WriteTransaction> transaction = m_catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    auto caughtUp = m_writer->hot.catchUp(transaction->database());
    if (caughtUp)
        caughtUp = m_writer->cold.catchUp(transaction->database());
    if (!caughtUp)
        return caughtUp.error();
    Result<InsertSummary> summary = m_writer->hot.insert(*transaction, events, m_writer->cold);
    auto done = summary ? Result<void>() : Result<void>(summary.error());
    if (done && also)
        done = also(*transaction, *summary);
    if (done)
        done = transaction->commit();
    if (!done) {
        m_writer->hot.forget();
        return done.error();
    }
    return summary;
}

Result<EventScope> EventStore::scope(const EventQuery &query, const CancelToken &cancel) const
{
    const Result<Engine *> opened = engine();
    if (!opened)
        return opened.error();
    Result<EventScope> scope = takeScope(m_catalog, *opened.value()->mirror, query);
    if (!scope || !query.verified)
        return scope;
    const auto verified = m_lake.verify(m_catalog, scope->files, cancel);
    if (!verified)
        return verified.error();
    return scope;
}

Result<EventScope> EventStore::everything() const
{
    const Result<Engine *> opened = engine();
    if (!opened)
        return opened.error();
    EventQuery query;
    query.asOf = Instant(std::numeric_limits<std::int64_t>::max()); // history too
    return takeScope(m_catalog, *opened.value()->mirror, query);
}

Error EventStore::explained(const Error &error, const EventScope &scope) const
{
    if (error.code == ErrorCode::Cancelled)
        return error;
    const auto verified = m_lake.verify(m_catalog, scope.files);
    return verified ? error : verified.error();
}

Result<std::vector<Event>> EventStore::hotRows(std::span<const std::uint64_t> places,
                                               const CancelToken &cancel) const
{
    const Result<Engine *> opened = engine();
    if (!opened)
        return opened.error();
    const Result<ReadConnection> reader = m_catalog.reader();
    if (!reader)
        return reader.error();
    const Result<HotReading> reading = opened.value()->mirror->begin(**reader); // while it lives they stay
    if (!reading)
        return reading.error();
    const Result<DuckConnection> connection = connect();
    if (!connection)
        return connection.error();
    std::map<std::uint64_t, std::size_t> at;
    Parameters parameters;
    std::string list;
    for (const std::uint64_t place : places) {
        if (at.try_emplace(place, at.size()).second)
            list += (list.empty() ? "" : ", ") + parameters.add(static_cast<std::int64_t>(place));
    }
    if (at.empty())
        return std::vector<Event>();
    // the range prunes; DuckDB does not see it in the list
    const std::string sql =
        "SELECT " + std::string(kEventColumns) +
        ", place FROM hot WHERE place >= " + parameters.add(static_cast<std::int64_t>(at.begin()->first)) +
        " AND place <= " + parameters.add(static_cast<std::int64_t>(at.rbegin()->first)) + " AND place IN (" +
        list + ")";
    Result<DuckResult> rows = connection->query(sql, parameters.values(), &cancel);
    if (!rows)
        return rows.error();
    std::map<std::uint64_t, Event> events;
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        for (std::size_t i = 0; i < rows->rows(); ++i)
            events.emplace(static_cast<std::uint64_t>(rows->values<std::int64_t>(kEventColumnCount)[i]),
                           eventAt(*rows, i));
    }
    std::vector<Event> ordered;
    ordered.reserve(places.size());
    for (const std::uint64_t place : places) {
        const auto event = events.find(place);
        if (event == events.end())
            return Error{ErrorCode::NotFound, Tr::tr("Fresh rows have moved to the lake: refresh.")};
        ordered.push_back(event->second);
    }
    return ordered;
}

Result<std::vector<TimeSlice>> EventStore::slices(const DuckConnection &connection, const EventScope &scope,
                                                  std::uint64_t rowsPerSlice) const
{
    Instant from;
    Instant to;
    if (!scope.hot.isEmpty()) {
        Result<DuckResult> range = connection.query(
            "SELECT min(timestamp), max(timestamp) FROM hot WHERE place >= $1 AND place < $2",
            {static_cast<std::int64_t>(scope.hot.floor), static_cast<std::int64_t>(scope.hot.ceiling)});
        if (!range)
            return range.error();
        const Result<bool> more = range->next();
        if (!more)
            return more.error();
        from = range->instant(0, 0);
        to = range->instant(1, 0);
    }
    return slicesOf(scope, from, to, rowsPerSlice);
}

Result<void> EventStore::read(const EventQuery &query, const std::function<bool(const Event &)> &row,
                              const CancelToken &cancel) const
{
    const Result<EventScope> scope = this->scope(query, cancel);
    if (!scope)
        return scope.error();
    const Result<DuckConnection> connection = connect();
    if (!connection)
        return connection.error();
    Result<std::vector<TimeSlice>> slices =
        this->slices(*connection, *scope, query.limit ? kRowsPerPageSlice : kRowsPerSlice);
    if (!slices)
        return slices.error();
    const bool descending = query.order == domain::Order::Descending;
    if (descending)
        std::reverse(slices->begin(), slices->end());
    const std::string direction = descending ? " DESC" : "";
    std::uint64_t skip = query.offset;
    std::uint64_t wanted = query.limit.value_or(std::numeric_limits<std::uint64_t>::max());
    // a page that the first slice does not fill is looked for in ever larger stretches
    std::size_t stretch = 1;
    for (std::size_t at = 0; at < slices->size() && wanted > 0;) {
        TimeSlice slice = (*slices)[at];
        const std::size_t last = std::min(slices->size(), at + stretch) - 1;
        if (descending)
            slice.from = (*slices)[last].from;
        else
            slice.to = (*slices)[last].to;
        at = last + 1;
        if (query.limit)
            stretch *= 4;
        Parameters parameters;
        std::string sql = "SELECT * FROM (" + relationSql(*scope, slice, m_lake, kEventColumns, parameters) +
                          ") e WHERE " + filterCondition(query, parameters) + " ORDER BY timestamp" +
                          direction + ", id" + direction + ", revision" + direction;
        if (query.limit)
            sql += " LIMIT " + std::to_string(skip + wanted);
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
                if (skip > 0) {
                    --skip;
                    continue;
                }
                if (wanted == 0 || !row(eventAt(*rows, i)))
                    return {};
                --wanted;
            }
        }
    }
    return {};
}

Result<std::vector<EventGroup>> EventStore::count(const EventQuery &query, std::string_view by) const
{
    const Result<Grouping> grouping = groupingOf(by);
    if (!grouping)
        return grouping.error();
    const Result<EventScope> scope = this->scope(query, {});
    if (!scope)
        return scope.error();
    const Result<DuckConnection> connection = connect();
    if (!connection)
        return connection.error();
    Parameters parameters;
    const std::string relation = relationSql(*scope, {}, m_lake, kEventColumns, parameters);
    Result<DuckResult> rows =
        connection->query("SELECT " + grouping->sql + " AS k, count(*) FROM (" + relation + ") e WHERE " +
                              filterCondition(query, parameters) + " GROUP BY ALL ORDER BY k",
                          parameters.values());
    if (!rows)
        return explained(rows.error(), *scope);
    std::vector<EventGroup> groups;
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return explained(more.error(), *scope);
        if (!*more)
            break;
        for (std::size_t i = 0; i < rows->rows(); ++i)
            groups.push_back(
                {grouping->print(*rows, i), static_cast<std::uint64_t>(rows->values<std::int64_t>(1)[i])});
    }
    if (by.empty() && groups.empty())
        groups.push_back({});
    return groups;
}

} // namespace core::store
