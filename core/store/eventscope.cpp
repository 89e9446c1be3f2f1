// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventscope.h"

#include "core/store/eventrow.h"

#include <algorithm>
#include <map>

namespace core::store {

using base::Instant;
using base::Result;

namespace {

/// The source is a column of the file; the folder's name is only for people.
constexpr const char *kParquet = ", hive_partitioning = false) e";

/// Rows of a file that the scope never shows: younger than the snapshot, or history of versions all replaced
/// by then.
bool isNeedless(const ManifestEntry &file, const EventScope &scope)
{
    if (file.seqMin > scope.snapshot)
        return true;
    return file.history && !scope.asOf.isValid() && scope.snapshot >= file.supersededSeq;
}

int yearOf(Instant at)
{
    return int(std::chrono::year_month_day(at.utcDay()).year());
}

Instant startOf(int year)
{
    using namespace std::chrono;
    return Instant(base::Date(std::chrono::year(year) / January / 1));
}

/// The conditions that a row is part of the snapshot, known, and in force.
std::string inForceSql(const EventScope &scope, Parameters &parameters)
{
    const std::string snapshot = parameters.add(static_cast<std::int64_t>(scope.snapshot));
    const std::string asOf = scope.asOf.isValid() ? parameters.add(scope.asOf) : std::string();
    std::string sql = "e.seq <= " + snapshot;
    if (!asOf.empty())
        sql += " AND e.known_at <= " + asOf;
    sql += " AND NOT EXISTS (SELECT 1 FROM superseded s WHERE s.id = e.id AND s.revision = e.revision AND "
           "s.row <= " +
           parameters.add(scope.hot.supersededRow) + " AND s.seq <= " + snapshot;
    if (!asOf.empty())
        sql += " AND s.superseded_at <= " + asOf;
    return sql + ")";
}

std::string sliceSql(const TimeSlice &slice, Parameters &parameters)
{
    std::string sql = "true";
    if (slice.from.isValid())
        sql += " AND e.timestamp >= " + parameters.add(slice.from);
    if (slice.to.isValid())
        sql += " AND e.timestamp < " + parameters.add(slice.to);
    return sql;
}

bool touches(const ManifestEntry &file, const TimeSlice &slice)
{
    return !(slice.from.isValid() && file.tsMax < slice.from) &&
           !(slice.to.isValid() && file.tsMin >= slice.to);
}

} // namespace

bool isPlain(const ManifestEntry &file, const EventScope &scope)
{
    return file.superseded == 0 && file.seqMax <= scope.snapshot &&
           (!scope.asOf.isValid() || file.knownMax <= scope.asOf);
}

Result<EventScope> takeScope(const Catalog &catalog, EventMirror &mirror, const domain::EventQuery &query)
{
    const Result<ReadConnection> reader = catalog.reader();
    if (!reader)
        return reader.error();
    Database &database = **reader;
    Result<HotReading> reading = mirror.begin(database);
    if (!reading)
        return reading.error();
    const auto counter = database.queryInteger("SELECT seq FROM commits");
    if (!counter)
        return counter.error();
    Result<std::vector<ManifestEntry>> files = readableFiles(database, "events");
    if (!files)
        return files.error();
    EventScope scope;
    scope.hot = std::move(reading->view);
    scope.asOf = query.asOf;
    const auto newest = static_cast<std::uint64_t>(counter->value_or(0));
    scope.isLatest = !query.snapshot || *query.snapshot >= newest;
    scope.snapshot = scope.isLatest ? newest : *query.snapshot;
    const FilterBounds bounds = boundsOf(query.filter.get());
    const auto isWanted = [&](const ManifestEntry &file) {
        return !isNeedless(file, scope) &&
               bounds.admits(file.part, file.keyMin, file.keyMax, file.tsMin, file.tsMax);
    };
    if (query.verified) {
        if (const auto whole = refuseMissing(database, "events", isWanted); !whole)
            return whole.error();
    }
    for (ManifestEntry &file : *files) {
        if (isWanted(file))
            scope.files.push_back(std::move(file));
    }
    return scope;
}

std::vector<TimeSlice> slicesOf(const EventScope &scope, Instant hotFrom, Instant hotTo,
                                std::uint64_t rowsPerSlice)
{
    std::map<int, std::uint64_t> rowsOf; // by the year a file begins in
    for (const ManifestEntry &file : scope.files)
        rowsOf[yearOf(file.tsMin)] += file.rows;
    if (hotFrom.isValid()) {
        rowsOf.try_emplace(yearOf(hotFrom), 0);
        rowsOf.try_emplace(yearOf(hotTo), 0);
    }
    std::vector<TimeSlice> slices{TimeSlice{}};
    std::uint64_t rows = 0;
    for (const auto &[year, count] : rowsOf) {
        if (rows > 0 && rows + count > rowsPerSlice) {
            slices.back().to = startOf(year);
            slices.push_back({startOf(year), {}});
            rows = 0;
        }
        rows += count;
    }
    return slices;
}

std::string hotSql(const EventScope &scope, const TimeSlice &slice, const std::string &columns,
                   Parameters &parameters)
{
    const std::string select = "SELECT " + columns + " FROM hot e WHERE ";
    if (scope.hot.isEmpty())
        return select + "false";
    std::string sql = select + "e.place >= " + parameters.add(static_cast<std::int64_t>(scope.hot.floor)) +
                      " AND e.place < " + parameters.add(static_cast<std::int64_t>(scope.hot.ceiling)) +
                      " AND " + sliceSql(slice, parameters);
    if (!scope.isLatest || scope.asOf.isValid() || scope.hot.supersededHot > 0)
        sql += " AND " + inForceSql(scope, parameters);
    return sql;
}

std::string fileRowsSql(const EventScope &scope, const ManifestEntry &file, const Lake &lake,
                        Parameters &parameters)
{
    std::string sql = "SELECT * FROM read_parquet(" + parameters.add(lake.absolute(file).string()) +
                      ", file_row_number = true" + kParquet;
    if (!isPlain(file, scope))
        sql += " WHERE " + inForceSql(scope, parameters);
    return sql;
}

std::string relationSql(const EventScope &scope, const TimeSlice &slice, const Lake &lake,
                        const std::string &columns, Parameters &parameters)
{
    std::vector<std::string> plain;
    std::vector<std::string> checked;
    for (const ManifestEntry &file : scope.files) {
        if (touches(file, slice))
            (isPlain(file, scope) ? plain : checked).push_back(lake.absolute(file).string());
    }
    // a parameter that no part of the statement uses is refused
    const std::string inSlice =
        plain.empty() && checked.empty() ? std::string() : sliceSql(slice, parameters);
    std::string sql;
    const auto add = [&sql](const std::string &branch) {
        sql += (sql.empty() ? "" : " UNION ALL ") + branch;
    };
    const std::string select = "SELECT " + columns + " FROM ";
    if (!plain.empty())
        add(select + "read_parquet(" + parameters.add(std::move(plain)) + kParquet + " WHERE " + inSlice);
    if (!checked.empty())
        add(select + "read_parquet(" + parameters.add(std::move(checked)) + kParquet + " WHERE " + inSlice +
            " AND " + inForceSql(scope, parameters));
    if (!scope.hot.isEmpty() || sql.empty())
        add(hotSql(scope, slice, columns, parameters));
    return sql;
}

std::string versionsSql(const EventScope &scope, const TimeSlice &slice, const Lake &lake,
                        const std::string &columns, Parameters &parameters)
{
    const std::string snapshot = parameters.add(static_cast<std::int64_t>(scope.snapshot));
    const std::string ends =
        "WITH ends AS (SELECT id, revision, min(superseded_at) AS until FROM superseded WHERE row <= " +
        parameters.add(scope.hot.supersededRow) + " AND seq <= " + snapshot + " GROUP BY id, revision) ";
    const std::string matched =
        " LEFT JOIN ends ON ends.id = e.id AND ends.revision = e.revision WHERE e.seq <= " + snapshot;
    std::string named; // both sides of the join have an id and a revision
    for (std::size_t from = 0; from < columns.size();) {
        const std::size_t end = std::min(columns.find(", ", from), columns.size());
        named += (named.empty() ? "e." : ", e.") + columns.substr(from, end - from);
        from = end + 2;
    }
    std::vector<std::string> files;
    for (const ManifestEntry &file : scope.files) {
        if (touches(file, slice))
            files.push_back(lake.absolute(file).string());
    }
    const std::string inSlice = " AND " + sliceSql(slice, parameters);
    std::string rows;
    if (!files.empty())
        rows = "SELECT " + named + ", ends.until FROM read_parquet(" + parameters.add(std::move(files)) +
               kParquet + matched + inSlice;
    if (!scope.hot.isEmpty() || rows.empty())
        rows += (rows.empty() ? "" : " UNION ALL ") + ("SELECT " + named) + ", ends.until FROM hot e" +
                matched + " AND e.place >= " + parameters.add(static_cast<std::int64_t>(scope.hot.floor)) +
                " AND e.place < " + parameters.add(static_cast<std::int64_t>(scope.hot.ceiling)) + inSlice;
    return ends + rows;
}

} // namespace core::store
