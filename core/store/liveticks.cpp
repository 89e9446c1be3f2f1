// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/liveticks.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/tickrow.h"
#include "core/store/tickstore.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>

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

constexpr const char *kFolding = "ticks_folding";

template <typename Number>
void addBytes(std::string &to, const Number &value)
{
    to.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void addText(std::string &to, const std::string &text)
{
    addBytes(to, text.size()); // the length keeps neighbours apart
    to += text;
}

/// Missing is one value, and so is zero, whatever its sign: as in the catalog's index.
void addNumber(std::string &to, double value)
{
    addBytes(to, value != value ? -1e308 : value == 0 ? 0.0 : value);
}

/// Equal for rows that are equal in everything but their symbol.
std::string keyOf(const Tick &row)
{
    std::string key;
    addBytes(key, row.ts.micros());
    addNumber(key, row.price);
    addNumber(key, row.size);
    addText(key, row.exchange);
    addText(key, row.condition);
    addBytes(key, row.flag);
    return key;
}

std::string keyOf(const Quote &row)
{
    std::string key;
    addBytes(key, row.ts.micros());
    for (const double value : {row.bid, row.bidSize, row.ask, row.askSize})
        addNumber(key, value);
    return key;
}

struct DayVersion {
    std::uint64_t seq = 0;
    std::string file;
    std::string source;
};

/// The version of a day in force.
Result<DayVersion> versionOf(Database &database, const char *kind, const std::string &symbol,
                             std::int64_t day)
{
    auto query =
        database.prepare("SELECT seq, file, source FROM tick_days WHERE kind = ? AND symbol = ? AND day = ? "
                         "AND file IN (SELECT file FROM manifest WHERE quarantined_at IS NULL) "
                         "ORDER BY seq DESC LIMIT 1");
    if (!query)
        return query.error();
    const auto row = query->bind(1, kind).bind(2, symbol).bind(3, day).step();
    if (!row)
        return row.error();
    if (!*row)
        return DayVersion{};
    return DayVersion{static_cast<std::uint64_t>(query->integer(0)), std::string(query->text(1)),
                      std::string(query->text(2))};
}

using KeyCounts = std::unordered_map<std::string, std::uint32_t>;

/// How many rows of the file are equal to each of the keys; those of [from, to] are looked at.
template <typename Row>
Result<void> countIn(const DuckConnection &connection, const std::string &file, Instant from, Instant to,
                     KeyCounts &counts, const CancelToken &cancel)
{
    auto rows =
        connection.query(std::string("SELECT symbol, ts, ") + TickLayout<Row>::kColumns +
                             " FROM read_parquet(?, hive_partitioning = false) WHERE ts >= ? AND ts <= ?",
                         {file, from, to}, &cancel);
    if (!rows)
        return rows.error();
    for (;;) {
        const auto more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        Row row;
        for (std::size_t i = 0; i < rows->rows(); ++i) {
            row.ts = rows->instant(1, i);
            TickLayout<Row>::get(*rows, i, row);
            if (const auto found = counts.find(keyOf(row)); found != counts.end())
                ++found->second;
        }
    }
}

template <typename Row>
Result<std::uint64_t> copyRows(const DuckConnection &connection, Statement &rows, const std::string &table,
                               const char *create)
{
    if (auto made = connection.run(std::string(create) + table + TickLayout<Row>::kTable +
                                   ", known_at TIMESTAMP, seq BIGINT, source VARCHAR, raw_sha256 BLOB)");
        !made)
        return made.error();
    auto out = DuckAppender::open(connection, table);
    if (!out)
        return out.error();
    constexpr std::size_t kAfter = 2 + TickLayout<Row>::kCount;
    constexpr int kFrom = 2 + TickLayout<Row>::kCount;
    std::uint64_t count = 0;
    Row row;
    for (;; ++count) {
        const auto more = rows.step();
        if (!more)
            return more.error();
        if (!*more)
            break;
        TickLayout<Row>::get(rows, 2, row);
        out->setText(0, rows.text(0));
        out->set(1, rows.integer(1));
        TickLayout<Row>::put(*out, row);
        out->set(kAfter, rows.integer(1)); // known when it happened
        out->set(kAfter + 1, rows.integer(kFrom));
        out->setText(kAfter + 2, rows.text(kFrom + 1));
        const auto hash = rows.blob(kFrom + 2);
        out->setText(kAfter + 3, {reinterpret_cast<const char *>(hash.data()), hash.size()});
        if (auto ended = out->endRow(); !ended)
            return ended.error();
    }
    if (auto closed = out->close(); !closed)
        return closed.error();
    return count;
}

template <typename Row>
std::string selectLive(const std::string &where)
{
    return std::string("SELECT symbol, ts, ") + TickLayout<Row>::kColumns +
           ", seq, source, raw_sha256 FROM " + TickLayout<Row>::kLive + " l WHERE " + where +
           " ORDER BY ts, place";
}

template <typename Row>
Result<std::uint64_t> copyInForce(const DuckConnection &connection, Database &database,
                                  const std::string &table)
{
    auto rows = database.prepare(
        selectLive<Row>("base >= coalesce((SELECT max(seq) FROM tick_days d WHERE d.kind = ? AND d.symbol = "
                        "l.symbol AND d.day = l.day "
                        "AND d.file IN (SELECT file FROM manifest WHERE quarantined_at IS NULL)), 0)"));
    if (!rows)
        return rows.error();
    rows->bind(1, TickLayout<Row>::kKind);
    return copyRows<Row>(connection, *rows, table, "CREATE TABLE ");
}

} // namespace

template <typename Row>
Result<std::uint64_t> copyLiveDay(const DuckConnection &connection, Database &database, const LiveDay &day,
                                  const std::string &table)
{
    auto rows = database.prepare(selectLive<Row>("symbol = ? AND day = ? AND base = ? AND place <= ?"));
    if (!rows)
        return rows.error();
    rows->bind(1, day.symbol).bind(2, day.day).bind(3, day.base).bind(4, day.place);
    return copyRows<Row>(connection, *rows, table, "CREATE OR REPLACE TEMP TABLE ");
}

Result<std::uint64_t> copyLiveRows(const DuckConnection &connection, Database &database,
                                   const std::string &kind, const std::string &table)
{
    return kind == TickLayout<Tick>::kKind ? copyInForce<Tick>(connection, database, table)
                                           : copyInForce<Quote>(connection, database, table);
}

// ---- the live part of TickStore

template <typename Row>
Result<LiveRows<Row>> TickStore::compare(std::span<const Row> rows, const CancelToken &cancel) const
{
    struct OfDay {
        std::uint32_t place = 0; ///< in `days`
        Instant from, to;
        KeyCounts inLake;
    };
    LiveRows<Row> live;
    std::map<std::pair<std::string, std::int64_t>, OfDay> days;
    for (const Row &row : rows) {
        if (row.symbol.empty() || !row.ts.isValid())
            return Error{ErrorCode::BadInput,
                         Tr::tr("A tick of “%1” lacks its symbol or its time.").arg(qs(row.symbol))};
        const auto [day, isNew] = days.try_emplace({row.symbol, tickDayOf(row.ts)});
        OfDay &known = day->second;
        if (isNew) {
            known.place = static_cast<std::uint32_t>(live.days.size());
            known.from = known.to = row.ts;
            live.days.push_back({row.symbol, day->first.second, 0, {}});
        }
        known.from = std::min(known.from, row.ts);
        known.to = std::max(known.to, row.ts);
        known.inLake.try_emplace(keyOf(row), 0);
    }
    {
        auto reader = m_catalog.reader();
        if (!reader)
            return reader.error();
        for (auto &day : live.days) {
            const auto version = versionOf(**reader, TickLayout<Row>::kKind, day.symbol, day.day);
            if (!version)
                return version.error();
            day.seq = version->seq;
            day.file = version->file;
        }
    }
    if (std::ranges::any_of(live.days, [](const auto &day) { return day.seq > 0; })) {
        const auto connection = m_connect();
        if (!connection)
            return connection.error();
        for (auto &[name, known] : days) {
            ManifestEntry entry;
            entry.file = live.days[known.place].file;
            if (entry.file.empty())
                continue;
            if (auto counted = countIn<Row>(*connection, m_lake.absolute(entry).string(), known.from,
                                            known.to, known.inLake, cancel);
                !counted)
                return counted.error();
        }
    }
    std::map<std::uint32_t, KeyCounts> seen; // of this payload, by day
    for (const Row &row : rows) {
        const OfDay &known = days.at({row.symbol, tickDayOf(row.ts)});
        const std::string key = keyOf(row);
        const std::uint32_t nth = seen[known.place][key]++;
        if (nth < known.inLake.at(key)) {
            ++live.duplicate;
            continue;
        }
        live.rows.push_back(row);
        live.nth.push_back(nth);
        live.day.push_back(known.place);
    }
    return live;
}

template <typename Row>
Result<TickImportReport> TickStore::append(WriteTransaction &transaction, const LiveRows<Row> &rows,
                                           std::string_view source, const base::Sha256 &rawSha256)
{
    Database &database = transaction.database();
    TickImportReport report{.stored = 0, .duplicate = rows.duplicate};
    for (const auto &day : rows.days) {
        const auto version = versionOf(database, TickLayout<Row>::kKind, day.symbol, day.day);
        if (!version)
            return version.error();
        if (version->seq != day.seq || version->file != day.file)
            return Error{ErrorCode::LeaseHeld,
                         Tr::tr("The ticks of “%1” were just written anew: they are compared again.")
                             .arg(qs(day.symbol))};
    }
    if (rows.rows.empty())
        return report;
    const auto seq = transaction.nextSeq();
    if (!seq)
        return seq.error();
    std::string sql = std::string("INSERT OR IGNORE INTO ") + TickLayout<Row>::kLive +
                      " (symbol, day, base, ts, nth, seq, source, raw_sha256, " + TickLayout<Row>::kColumns +
                      ") VALUES (?, ?, ?, ?, ?, ?, ?, ?";
    for (int i = 0; i < TickLayout<Row>::kCount; ++i)
        sql += ", ?";
    auto insert = database.prepare(sql + ')');
    if (!insert)
        return insert.error();
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        const auto &day = rows.days[rows.day[i]];
        insert->bind(1, day.symbol).bind(2, day.day).bind(3, day.seq).bind(4, rows.rows[i].ts.micros());
        insert->bind(5, rows.nth[i]).bind(6, *seq).bind(7, source);
        insert->bind(8, std::span<const unsigned char>(rawSha256));
        TickLayout<Row>::bind(*insert, 9, rows.rows[i]);
        if (auto done = insert->run(); !done)
            return done.error();
        (database.changes() > 0 ? report.stored : report.duplicate) += 1;
    }
    return report;
}

namespace {

/// What is folded at once.
struct Folding {
    LiveDay day;
    std::int64_t leastSeq = 0;
    std::string source; ///< of the first row
};

template <typename Row>
Result<std::vector<Folding>> foldings(Database &database, const FoldOptions &options)
{
    auto query =
        database.prepare(std::string("SELECT symbol, day, base, max(place), min(seq), min(source) FROM ") +
                         TickLayout<Row>::kLive +
                         " GROUP BY symbol, day, base HAVING day < ? OR count(*) > ? ORDER BY day, symbol");
    if (!query)
        return query.error();
    query->bind(1, options.before.time_since_epoch().count()).bind(2, options.mostRows);
    std::vector<Folding> list;
    for (;;) {
        const auto more = query->step();
        if (!more)
            return more.error();
        if (!*more)
            return list;
        list.push_back(
            {{std::string(query->text(0)), query->integer(1), query->integer(2), query->integer(3)},
             query->integer(4),
             std::string(query->text(5))});
    }
}

/// The version of that number, as long as it can be read; without a file: there is none.
Result<DayVersion> versionAt(Database &database, const char *kind, const LiveDay &day)
{
    auto query =
        database.prepare("SELECT file, source FROM tick_days WHERE kind = ? AND symbol = ? AND day = ? AND "
                         "seq = ? AND file IN (SELECT file FROM manifest WHERE quarantined_at IS NULL)");
    if (!query)
        return query.error();
    const auto row = query->bind(1, kind).bind(2, day.symbol).bind(3, day.day).bind(4, day.base).step();
    if (!row)
        return row.error();
    DayVersion version;
    version.seq = static_cast<std::uint64_t>(day.base);
    if (*row) {
        version.file = query->text(0);
        version.source = query->text(1);
    }
    return version;
}

/// Takes the rows that are in the file now out of the catalog; false: they are not all there any more, since
/// another program folded them meanwhile.
template <typename Row>
Result<bool> takeOut(Database &database, const LiveDay &day, std::uint64_t rows)
{
    auto gone = database.prepare(std::string("DELETE FROM ") + TickLayout<Row>::kLive +
                                 " WHERE symbol = ? AND day = ? AND base = ? AND place <= ?");
    if (!gone)
        return gone.error();
    if (auto done = gone->bind(1, day.symbol).bind(2, day.day).bind(3, day.base).bind(4, day.place).run();
        !done)
        return done.error();
    return static_cast<std::uint64_t>(database.changes()) == rows;
}

/// Puts the new file in the place of the old one; what came meanwhile adds to it.
template <typename Row>
Result<void> publishFold(WriteTransaction &transaction, const Folding &what, const DayVersion &version,
                         const ManifestEntry &file, Instant now)
{
    Database &database = transaction.database();
    if (auto added = addToManifest(database, file); !added)
        return added;
    const bool isNew = version.file.empty();
    const std::int64_t seq = isNew ? what.leastSeq : what.day.base;
    // the digest stays that of what was imported as a whole: its import again is still known
    auto place =
        database.prepare(isNew ? "INSERT INTO tick_days (file, rows, kind, symbol, day, seq, source, digest) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, x'')"
                               : "UPDATE tick_days SET file = ?, rows = ? WHERE kind = ? AND symbol = ? AND "
                                 "day = ? AND seq = ?");
    if (!place)
        return place.error();
    place->bind(1, file.file).bind(2, file.rows).bind(3, TickLayout<Row>::kKind).bind(4, what.day.symbol);
    place->bind(5, what.day.day).bind(6, seq);
    if (isNew)
        place->bind(7, what.source);
    if (auto done = place->run(); !done)
        return done;
    if (!isNew) {
        if (auto marked = markReplaced(database, version.file, now); !marked)
            return marked;
    }
    auto moved = database.prepare(std::string("UPDATE ") + TickLayout<Row>::kLive +
                                  " SET base = ? WHERE symbol = ? AND day = ? AND base = ?");
    if (!moved)
        return moved.error();
    moved->bind(1, seq).bind(2, what.day.symbol).bind(3, what.day.day).bind(4, what.day.base);
    return moved->run();
}

} // namespace

template <typename Row>
Result<std::uint64_t> TickStore::foldKind(Lease &lease, const FoldOptions &options, const CancelToken &cancel)
{
    std::vector<Folding> list;
    std::vector<ManifestEntry> known;
    {
        auto reader = m_catalog.reader();
        if (!reader)
            return reader.error();
        auto found = foldings<Row>(**reader, options);
        if (!found)
            return found.error();
        list = std::move(*found);
        auto files = list.empty() ? Result<std::vector<ManifestEntry>>(known)
                                  : readableFiles(**reader, TickLayout<Row>::kKind);
        if (!files)
            return files.error();
        known = std::move(*files);
    }
    std::uint64_t moved = 0;
    for (const Folding &what : list) {
        const auto connection = m_connect();
        if (!connection)
            return connection.error();
        DayVersion version;
        std::uint64_t live = 0;
        std::uint64_t rows = 0;
        {
            auto reader = m_catalog.reader();
            if (!reader)
                return reader.error();
            auto found = versionAt(**reader, TickLayout<Row>::kKind, what.day);
            if (!found)
                return found.error();
            version = std::move(*found);
            const auto copied = copyLiveDay<Row>(*connection, **reader, what.day, kFolding);
            if (!copied)
                return copied.error();
            rows = live = *copied;
        }
        if (live == 0)
            continue; // another program folded them since we looked
        const std::string columns =
            std::string("symbol, ts, ") + TickLayout<Row>::kColumns + ", known_at, seq, source, raw_sha256";
        std::string from = "SELECT " + columns + ", 1 AS live, rowid AS place FROM " + kFolding;
        LakeWrite write;
        if (const auto base = std::ranges::find(known, version.file, &ManifestEntry::file);
            base != known.end()) {
            // a damaged file must not be blessed with a new hash
            if (auto verified = m_lake.verify(m_catalog, {*base}, cancel, {}, Check::Always); !verified)
                return verified.error();
            from = "SELECT " + columns +
                   ", 0 AS live, file_row_number AS place FROM read_parquet(?, hive_partitioning = false, "
                   "file_row_number = true) UNION ALL " +
                   from;
            write.values = {m_lake.absolute(*base).string()};
            rows += base->rows;
        } else if (!version.file.empty()) {
            continue; // it came since we looked: the next time
        }
        write.kind = TickLayout<Row>::kKind;
        write.folder = "symbol=" + fileNamePart(what.day.symbol);
        write.part = version.file.empty() ? what.source : version.source;
        write.keyColumn = "symbol";
        write.timeColumn = "ts";
        write.select = "SELECT " + columns + " FROM (" + from + ") ORDER BY ts, live, place";
        const auto file = m_lake.write(*connection, write, &cancel);
        if (!file)
            return file.error();
        auto transaction = m_catalog.beginWrite();
        if (!transaction)
            return transaction.error();
        if (auto held = lease.publish(*transaction); !held)
            return held.error();
        const auto now = versionAt(transaction->database(), TickLayout<Row>::kKind, what.day);
        if (!now)
            return now.error();
        if (now->file != version.file)
            continue; // set aside or folded meanwhile: the file just written is an orphan
        if (file->rows != rows)
            return Error{ErrorCode::Internal, Tr::tr("Folding live ticks lost rows: nothing was changed.")};
        const auto taken = takeOut<Row>(transaction->database(), what.day, live);
        if (!taken)
            return taken.error();
        if (!*taken)
            continue;
        if (auto published = publishFold<Row>(*transaction, what, version, *file, m_catalog.clock().now());
            !published)
            return published.error();
        if (auto done = transaction->commit(); !done)
            return done.error();
        moved += live;
    }
    return moved;
}

Result<std::uint64_t> TickStore::fold(Lease &lease, const FoldOptions &options, const CancelToken &cancel)
{
    const auto ticks = foldKind<Tick>(lease, options, cancel);
    if (!ticks)
        return ticks;
    const auto quotes = foldKind<Quote>(lease, options, cancel);
    return quotes ? Result<std::uint64_t>(*ticks + *quotes) : quotes;
}

template Result<LiveRows<Tick>> TickStore::compare<Tick>(std::span<const Tick>, const CancelToken &) const;
template Result<LiveRows<Quote>> TickStore::compare<Quote>(std::span<const Quote>, const CancelToken &) const;
template Result<TickImportReport> TickStore::append<Tick>(WriteTransaction &, const LiveRows<Tick> &,
                                                          std::string_view, const base::Sha256 &);
template Result<TickImportReport> TickStore::append<Quote>(WriteTransaction &, const LiveRows<Quote> &,
                                                           std::string_view, const base::Sha256 &);

} // namespace core::store
