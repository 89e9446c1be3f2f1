// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tickstore.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/liveticks.h"
#include "core/store/tickrow.h"

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using domain::Quote;
using domain::Tick;

namespace {

constexpr const char *kTickStaging = "ticks_staging";
constexpr const char *kSorted = "ticks_sorted";

/// A day of a symbol: rows [first, last] of the sorted table.
struct DayRows {
    std::string symbol;
    std::int64_t day = 0;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    base::Sha256 digest{};
};

void digest(base::Sha256Stream &into, const DuckResult &rows, std::size_t row)
{
    for (std::size_t column = 1; column < rows.columns(); ++column) {
        const bool isNull = rows.isNull(column, row);
        const char *bytes = nullptr;
        std::uint64_t size = 0;
        if (!isNull && rows.type(column) == DUCKDB_TYPE_VARCHAR) {
            bytes = rows.text(column, row).data();
            size = rows.text(column, row).size();
        } else if (!isNull) {
            size = rows.type(column) == DUCKDB_TYPE_INTEGER ? 4 : 8;
            bytes = rows.values<char>(column) + row * size;
        }
        // the length before the bytes keeps neighbours apart; a missing value is not an empty one
        const std::uint64_t length = isNull ? std::numeric_limits<std::uint64_t>::max() : size;
        into.add({reinterpret_cast<const char *>(&length), sizeof length});
        into.add({bytes, size});
    }
}

/// The days of the sorted table, in order, with their digests.
Result<std::vector<DayRows>> daysOf(const DuckConnection &connection, const char *columns,
                                    const CancelToken &cancel)
{
    auto rows = connection.query(
        std::string("SELECT symbol, ts, ") + columns + " FROM " + kSorted + " ORDER BY rowid", {}, &cancel);
    if (!rows)
        return rows.error();
    std::vector<DayRows> days;
    base::Sha256Stream stream;
    std::uint64_t place = 0;
    for (;;) {
        const auto more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        for (std::size_t i = 0; i < rows->rows(); ++i, ++place) {
            const std::int64_t day = tickDayOf(rows->instant(1, i));
            if (days.empty() || days.back().day != day || days.back().symbol != rows->text(0, i)) {
                if (!days.empty())
                    days.back().digest = std::exchange(stream, base::Sha256Stream()).finish();
                days.push_back({std::string(rows->text(0, i)), day, place, place, {}});
            }
            days.back().last = place;
            digest(stream, *rows, i);
        }
    }
    if (!days.empty())
        days.back().digest = stream.finish();
    return days;
}

/// Whether the version of the day that is in force, and can be read, has these very rows.
Result<bool> isStored(Database &database, const char *kind, const DayRows &day)
{
    auto query = database.prepare("SELECT digest FROM tick_days WHERE kind = ? AND symbol = ? AND day = ? "
                                  "AND file IN (SELECT file FROM "
                                  "manifest WHERE quarantined_at IS NULL) ORDER BY seq DESC LIMIT 1");
    if (!query)
        return query.error();
    const auto row = query->bind(1, kind).bind(2, day.symbol).bind(3, day.day).step();
    if (!row)
        return row.error();
    return *row && std::ranges::equal(query->blob(0), day.digest);
}

/// Where the rows of a day are: its version in force, and what came live since. Both ascending by ts.
template <typename Row>
struct DaySource {
    std::string file; ///< empty: only live rows
    std::int64_t seq = 0;
    std::vector<Row> live;
};

/// The live rows of the query, each to its day.
template <typename Row>
Result<void> addLiveRows(Database &database, const TickQuery &query, std::int64_t snapshot,
                         std::map<std::int64_t, DaySource<Row>> &days)
{
    auto rows =
        database.prepare(std::string("SELECT day, base, ts, ") + TickLayout<Row>::kColumns + " FROM " +
                         TickLayout<Row>::kLive +
                         " WHERE symbol = ? AND day >= ? AND day <= ? AND ts >= ? AND ts < ? AND seq <= ? "
                         "ORDER BY ts, place");
    if (!rows)
        return rows.error();
    rows->bind(1, query.symbol)
        .bind(2, query.from.isValid() ? tickDayOf(query.from) : -kEver)
        .bind(3, query.to.isValid() ? tickDayOf(query.to) : kEver)
        .bind(4, query.from.isValid() ? query.from.micros() : -kEver)
        .bind(5, query.to.isValid() ? query.to.micros() : kEver)
        .bind(6, snapshot);
    for (;;) {
        const auto more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        DaySource<Row> &day = days[rows->integer(0)];
        if (rows->integer(1) < day.seq)
            continue; // the day was replaced as a whole since
        Row &row = day.live.emplace_back();
        row.symbol = query.symbol;
        row.ts = Instant(rows->integer(2));
        TickLayout<Row>::get(*rows, 3, row);
    }
}

/// False: `row` wants no more.
template <typename Row>
Result<bool> readDay(const DuckConnection &connection, const TickQuery &query, std::int64_t snapshot,
                     const DaySource<Row> &day, const std::function<bool(const Row &)> &row,
                     const CancelToken &cancel)
{
    std::size_t next = 0; // of the live rows
    if (!day.file.empty()) {
        // a folded day keeps the seq of each of its rows
        auto rows =
            connection.query(std::string("SELECT symbol, ts, ") + TickLayout<Row>::kColumns +
                                 " FROM read_parquet(?, hive_partitioning = false, file_row_number = true) "
                                 "WHERE ts >= coalesce(?, ts) AND ts < coalesce(?, ts + INTERVAL 1 second) "
                                 "AND seq <= ? ORDER BY file_row_number",
                             {day.file, query.from, query.to, snapshot}, &cancel);
        if (!rows)
            return rows.error();
        Row out;
        out.symbol = query.symbol;
        for (;;) {
            const auto more = rows->next();
            if (!more)
                return more.error();
            if (!*more)
                break;
            for (std::size_t i = 0; i < rows->rows(); ++i) {
                out.ts = rows->instant(1, i);
                for (; next < day.live.size() && day.live[next].ts < out.ts; ++next) {
                    if (!row(day.live[next]))
                        return false;
                }
                TickLayout<Row>::get(*rows, i, out);
                if (!row(out))
                    return false;
            }
        }
    }
    for (; next < day.live.size(); ++next) {
        if (!row(day.live[next]))
            return false;
    }
    return true;
}

} // namespace

template <typename Row>
struct TickImport<Row>::State {
    Catalog &catalog;
    const Lake &lake;
    Lease &lease;
    std::string source;
    base::Sha256 rawSha256;
    DuckConnection connection;
    DuckAppender staging;

    Result<ManifestEntry> writeDay(const DayRows &day, std::uint64_t seq, const CancelToken &cancel) const;
    Result<void> commit(const std::vector<DayRows> &days, const std::vector<ManifestEntry> &files,
                        std::uint64_t seq);
};

template <typename Row>
TickImport<Row>::TickImport(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
template <typename Row>
TickImport<Row>::~TickImport() = default;
template <typename Row>
TickImport<Row>::TickImport(TickImport &&) noexcept = default;

template <typename Row>
Result<void> TickImport<Row>::add(const Row &row)
{
    if (row.symbol.empty() || !row.ts.isValid())
        return Error{ErrorCode::BadInput,
                     Tr::tr("A tick of “%1” lacks its symbol or its time.").arg(qs(row.symbol))};
    DuckAppender &out = m_state->staging;
    out.setText(0, row.symbol);
    out.set(1, row.ts.micros());
    TickLayout<Row>::put(out, row);
    return out.endRow();
}

template <typename Row>
Result<ManifestEntry> TickImport<Row>::State::writeDay(const DayRows &day, std::uint64_t seq,
                                                       const CancelToken &cancel) const
{
    LakeWrite what;
    what.kind = TickLayout<Row>::kKind;
    what.folder = "symbol=" + fileNamePart(day.symbol);
    what.part = source;
    what.keyColumn = "symbol";
    what.timeColumn = "ts";
    what.select = std::string("SELECT symbol, ts, ") + TickLayout<Row>::kColumns + ", ts AS known_at, CAST(" +
                  std::to_string(seq) + " AS BIGINT) AS seq, " + sqlLiteral(source) + " AS source, unhex('" +
                  base::toHex(rawSha256) + "') AS raw_sha256 FROM " + kSorted +
                  " WHERE rowid BETWEEN ? AND ? ORDER BY rowid";
    what.values = {static_cast<std::int64_t>(day.first), static_cast<std::int64_t>(day.last)};
    return lake.write(connection, what, &cancel);
}

template <typename Row>
Result<void> TickImport<Row>::State::commit(const std::vector<DayRows> &days,
                                            const std::vector<ManifestEntry> &files, std::uint64_t seq)
{
    auto transaction = catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    Database &database = transaction->database();
    if (auto held = lease.publish(*transaction); !held)
        return held;
    auto insert = database.prepare("INSERT INTO tick_days (kind, symbol, day, seq, source, rows, digest, "
                                   "file) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (auto added = addToManifest(database, files[i]); !added)
            return added;
        insert->bind(1, TickLayout<Row>::kKind)
            .bind(2, days[i].symbol)
            .bind(3, days[i].day)
            .bind(4, seq)
            .bind(5, source);
        insert->bind(6, files[i].rows)
            .bind(7, std::span<const unsigned char>(days[i].digest))
            .bind(8, files[i].file);
        if (auto done = insert->run(); !done)
            return done;
    }
    return transaction->commit();
}

template <typename Row>
Result<TickImportReport> TickImport<Row>::finish(const CancelToken &cancel)
{
    State &s = *m_state;
    if (auto closed = s.staging.close(); !closed)
        return closed.error();
    if (auto sorted =
            s.connection.run(std::string("CREATE OR REPLACE TEMP TABLE ") + kSorted + " AS SELECT * FROM " +
                                 kTickStaging + " ORDER BY symbol, ts, rowid",
                             {}, &cancel);
        !sorted)
        return sorted.error();
    const auto days = daysOf(s.connection, TickLayout<Row>::kColumns, cancel);
    if (!days)
        return days.error();
    TickImportReport report;
    std::vector<DayRows> fresh;
    {
        auto reader = s.catalog.reader();
        if (!reader)
            return reader.error();
        for (const DayRows &day : *days) {
            const auto stored = isStored(**reader, TickLayout<Row>::kKind, day);
            if (!stored)
                return stored.error();
            (*stored ? report.duplicate : report.stored) += day.last - day.first + 1;
            if (!*stored)
                fresh.push_back(day);
        }
    }
    if (fresh.empty())
        return report;
    const auto seq = s.lease.reserveSeq(1);
    if (!seq)
        return seq.error();
    std::vector<ManifestEntry> files;
    for (const DayRows &day : fresh) {
        auto file = s.writeDay(day, *seq, cancel);
        if (!file)
            return file.error();
        files.push_back(std::move(*file));
    }
    if (auto done = s.commit(fresh, files, *seq); !done)
        return done.error();
    return report;
}

// ---- TickStore

TickStore::TickStore(Catalog &catalog, const Lake &lake, DuckConnector connect)
    : m_catalog(catalog)
    , m_lake(lake)
    , m_connect(std::move(connect))
{}

template <typename Row>
Result<TickImport<Row>> TickStore::beginImport(Lease &lease, std::string_view source,
                                               const base::Sha256 &rawSha256)
{
    auto connection = m_connect();
    if (!connection)
        return connection.error();
    if (auto made = connection->run(std::string("CREATE OR REPLACE TEMP TABLE ") + kTickStaging +
                                    TickLayout<Row>::kTable + ")");
        !made)
        return made.error();
    auto staging = DuckAppender::open(*connection, kTickStaging);
    if (!staging)
        return staging.error();
    return TickImport<Row>(std::unique_ptr<typename TickImport<Row>::State>(
        new typename TickImport<Row>::State{m_catalog, m_lake, lease, std::string(source), rawSha256,
                                            std::move(*connection), std::move(*staging)}));
}

template <typename Row>
Result<void> TickStore::read(const TickQuery &query, const std::function<bool(const Row &)> &row,
                             const CancelToken &cancel) const
{
    const std::int64_t snapshot = query.snapshot ? static_cast<std::int64_t>(*query.snapshot) : kEver;
    std::map<std::int64_t, DaySource<Row>> days;
    {
        auto reader = m_catalog.reader();
        if (!reader)
            return reader.error();
        // one state of the catalog, so that what is folded meanwhile is seen once
        auto transaction = Transaction::beginRead(**reader);
        if (!transaction)
            return transaction.error();
        auto versions = (*reader)->prepare(
            "SELECT day, file, max(seq) FROM tick_days WHERE kind = ? AND symbol = ? AND day >= ? AND day <= "
            "? "
            "AND seq <= ? "
            "AND file IN (SELECT file FROM manifest WHERE quarantined_at IS NULL) GROUP BY day");
        if (!versions)
            return versions.error();
        versions->bind(1, TickLayout<Row>::kKind).bind(2, query.symbol);
        versions->bind(3, query.from.isValid() ? tickDayOf(query.from) : -kEver)
            .bind(4, query.to.isValid() ? tickDayOf(query.to) : kEver)
            .bind(5, snapshot);
        for (;;) {
            const auto more = versions->step();
            if (!more)
                return more.error();
            if (!*more)
                break;
            ManifestEntry entry;
            entry.file = versions->text(1);
            DaySource<Row> &day = days[versions->integer(0)];
            day.file = m_lake.absolute(entry).string();
            day.seq = versions->integer(2);
        }
        if (auto added = addLiveRows(**reader, query, snapshot, days); !added)
            return added;
    }
    const auto connection = m_connect();
    if (!connection)
        return connection.error();
    for (const auto &[number, day] : days) {
        auto more = readDay(*connection, query, snapshot, day, row, cancel);
        if (!more)
            return more.error();
        if (!*more)
            return {};
    }
    return {};
}

template class TickImport<Tick>;
template class TickImport<Quote>;
template Result<TickImport<Tick>> TickStore::beginImport<Tick>(Lease &, std::string_view,
                                                               const base::Sha256 &);
template Result<TickImport<Quote>> TickStore::beginImport<Quote>(Lease &, std::string_view,
                                                                 const base::Sha256 &);
template Result<void> TickStore::read<Tick>(const TickQuery &, const std::function<bool(const Tick &)> &,
                                            const CancelToken &) const;
template Result<void> TickStore::read<Quote>(const TickQuery &, const std::function<bool(const Quote &)> &,
                                             const CancelToken &) const;

} // namespace core::store
