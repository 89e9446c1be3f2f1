// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Writing bars: rows are gathered in a DuckDB table and written as one sorted file. Rows that come in order
// and meet no stored bars, as from a first import, are written as they are; others are merged with what is
// stored.
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/barrow.h"
#include "core/store/barstore.h"
#include "core/store/vault.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <optional>
#include <unordered_map>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using domain::Bar;

namespace {

/// Rows of one file; 500 MB while they wait.
constexpr std::uint64_t kFileRows = 4'000'000;

constexpr const char *kBarStaging = "bars_staging";
constexpr const char *kKept = "bars_kept";
constexpr const char *kTableColumns = "(symbol VARCHAR, source VARCHAR, ts TIMESTAMP, ts_end TIMESTAMP, open "
                                      "DOUBLE, high DOUBLE, low DOUBLE, close DOUBLE, "
                                      "adj_close DOUBLE, volume DOUBLE, vwap DOUBLE, trades BIGINT, known_at "
                                      "TIMESTAMP, revision INTEGER, artifact INTEGER, seen_at TIMESTAMP)";

/// The bars of a series that are stored: from when to when, how many.
struct Span {
    std::int64_t tsMin = std::numeric_limits<std::int64_t>::max();
    std::int64_t tsMax = std::numeric_limits<std::int64_t>::min();
    std::uint64_t rows = 0;

    void extend(std::int64_t ts, bool isNewBar)
    {
        tsMin = std::min(tsMin, ts);
        tsMax = std::max(tsMax, ts);
        rows += isNewBar ? 1 : 0;
    }
    [[nodiscard]] bool meets(const Span &other) const { return tsMin <= other.tsMax && other.tsMin <= tsMax; }
};

struct SeriesKey {
    std::string symbol;
    std::string source;
    friend auto operator<=>(const SeriesKey &, const SeriesKey &) = default;
};

struct SeriesHash {
    std::size_t operator()(const SeriesKey &key) const
    {
        return std::hash<std::string>()(key.symbol) * 31 + std::hash<std::string>()(key.source);
    }
};

using Spans = std::unordered_map<SeriesKey, Span, SeriesHash>;

void setContent(DuckAppender &row, const BarContent &bar)
{
    row.set(3, bar.tsEnd);
    row.setDouble(4, bar.open);
    row.setDouble(5, bar.high);
    row.setDouble(6, bar.low);
    row.setDouble(7, bar.close);
    row.setDouble(8, bar.adjClose);
    row.setDouble(9, bar.volume);
    row.setDouble(10, bar.vwap);
    if (bar.trades < 0)
        row.setNull(11);
    else
        row.set(11, bar.trades);
}

/// Columns of the merge behind those of BarContent.
constexpr std::size_t kSeenColumn = 18;
constexpr std::size_t kRawColumn = 19;

/// Columns `first`… of a result row, in the order of kBarContentColumns.
BarContent contentAt(const DuckResult &rows, std::size_t first, std::size_t row)
{
    const auto number = [&](std::size_t column) {
        return rows.isNull(column, row) ? domain::kMissing : rows.values<double>(column)[row];
    };
    BarContent bar;
    bar.tsEnd = rows.values<std::int64_t>(first)[row];
    bar.open = number(first + 1);
    bar.high = number(first + 2);
    bar.low = number(first + 3);
    bar.close = number(first + 4);
    bar.adjClose = number(first + 5);
    bar.volume = number(first + 6);
    bar.vwap = number(first + 7);
    bar.trades = rows.isNull(first + 8, row) ? -1 : rows.values<std::int64_t>(first + 8)[row];
    return bar;
}

BarContent contentOf(const Bar &bar)
{
    return {bar.tsEnd.micros(), bar.open,   bar.high, bar.low,   bar.close,
            bar.adjClose,       bar.volume, bar.vwap, bar.trades};
}

/// A version of the bar that is being merged, stored or about to be.
struct BarVersion {
    std::int64_t knownAt = 0;
    BarContent content;
    base::Sha256 raw{};
    std::optional<std::int64_t> seenAt{}; ///< when that is known
};

/// The versions of one bar, in the order in which they are in force.
class BarHistory final
{
public:
    void clear() { m_versions.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_versions.empty(); }
    /// Behind those that became known at the same moment.
    void add(BarVersion version)
    {
        const auto place = std::ranges::upper_bound(m_versions, version.knownAt, {}, &BarVersion::knownAt);
        m_versions.insert(place, std::move(version));
    }
    /// The one in force at an instant; null before the first.
    [[nodiscard]] BarVersion *inForce(std::int64_t at)
    {
        const auto after = std::ranges::upper_bound(m_versions, at, {}, &BarVersion::knownAt);
        return after == m_versions.begin() ? nullptr : &*(after - 1);
    }

private:
    std::vector<BarVersion> m_versions;
};

base::Sha256 sha256At(const DuckResult &rows, std::size_t column, std::size_t row)
{
    base::Sha256 hash{};
    const std::string_view bytes = rows.text(column, row);
    std::memcpy(hash.data(), bytes.data(), std::min(bytes.size(), hash.size()));
    return hash;
}

Result<void> loadSpans(Database &database, std::string_view interval, Spans &spans)
{
    auto rows = database.prepare("SELECT symbol, source, min(ts_min), max(ts_max) FROM bar_sources WHERE "
                                 "interval = ? GROUP BY symbol, source");
    if (!rows)
        return rows.error();
    rows->bind(1, interval);
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        spans[{std::string(rows->text(0)), std::string(rows->text(1))}] = {rows->integer(2), rows->integer(3),
                                                                           0};
    }
}

} // namespace

struct BarImport::State {
    Catalog &catalog;
    const Lake &lake;
    Lease &lease;
    std::string interval;
    DuckConnection connection; ///< holds the rows as they come
    DuckConnection keeping;    ///< holds those a merge keeps, while `connection` streams it

    std::optional<DuckAppender> staging{};
    std::uint64_t waiting = 0; ///< rows in staging
    bool isAscending = true;   ///< they came strictly ascending by (symbol, source, ts)
    SeriesKey lastSeries{};
    base::Instant lastTs{};
    Span *lastSpan = nullptr; ///< in waitingSpans
    Spans waitingSpans{};
    Spans storedSpans{};                   ///< before this import, and by its files so far
    Spans addedSpans{};                    ///< by this import
    std::vector<base::Sha256> artifacts{}; ///< payloads the rows came from
    base::Instant seenAt{};                ///< of the rows that come now
    std::optional<std::uint64_t> seq{};
    std::vector<ManifestEntry> written{};
    BarImportReport report{};

    std::int32_t artifactIndex(const base::Sha256 &artifact);
    Result<void> openStaging();
    Result<void> flush(const base::CancelToken *cancel);
    Result<void> merge(const base::CancelToken *cancel);
    [[nodiscard]] Result<std::int64_t> knownFrom(BarHistory &history, const BarVersion &candidate) const;
    Result<void> writeFile(const DuckConnection &from, const char *table, const base::CancelToken *cancel);
    [[nodiscard]] bool meetsStoredBars() const;
    [[nodiscard]] Result<std::vector<std::string>> storedFiles() const;
};

Result<void> BarImport::State::openStaging()
{
    if (auto made =
            connection.run(std::string("CREATE OR REPLACE TEMP TABLE ") + kBarStaging + kTableColumns);
        !made)
        return made;
    auto appender = DuckAppender::open(connection, kBarStaging);
    if (!appender)
        return appender.error();
    staging.emplace(std::move(*appender));
    waiting = 0;
    isAscending = true;
    lastSpan = nullptr;
    waitingSpans.clear();
    return {};
}

std::int32_t BarImport::State::artifactIndex(const base::Sha256 &artifact)
{
    auto at = artifacts.empty() || artifacts.back() != artifact ? std::ranges::find(artifacts, artifact)
                                                                : artifacts.end() - 1;
    if (at == artifacts.end())
        at = artifacts.insert(at, artifact);
    return static_cast<std::int32_t>(at - artifacts.begin());
}

bool BarImport::State::meetsStoredBars() const
{
    return std::ranges::any_of(waitingSpans, [this](const auto &series) {
        const auto stored = storedSpans.find(series.first);
        return stored != storedSpans.end() && stored->second.meets(series.second);
    });
}

/// Files that may hold bars with the keys of the waiting rows.
Result<std::vector<std::string>> BarImport::State::storedFiles() const
{
    auto reader = catalog.reader();
    if (!reader)
        return reader.error();
    auto entries = readableFiles(**reader, kBarKind);
    if (!entries)
        return entries.error();
    entries->insert(entries->end(), written.begin(), written.end());
    const auto [first, lastKey] =
        std::ranges::minmax_element(waitingSpans, {}, [](const auto &s) { return s.first.symbol; });
    std::vector<std::string> files;
    for (const ManifestEntry &entry : *entries) {
        if (entry.part == interval && entry.keyMin <= lastKey->first.symbol &&
            first->first.symbol <= entry.keyMax)
            files.push_back(lake.absolute(entry).string());
    }
    return files;
}

Result<void> BarImport::State::writeFile(const DuckConnection &from, const char *table,
                                         const base::CancelToken *cancel)
{
    if (!seq) {
        const auto first = lease.reserveSeq(1);
        if (!first)
            return first.error();
        seq = *first;
    }
    // All texts are ours but the interval, which is a literal.
    std::string payload;
    for (const base::Sha256 &artifact : artifacts)
        payload += (payload.empty() ? "unhex('" : ", unhex('") + base::toHex(artifact) + "')";
    if (artifacts.size() > 1)
        payload = "[" + payload + "][artifact + 1]";
    auto entry =
        lake.write(from,
                   barFile(interval, std::string("SELECT symbol, ") + sqlLiteral(interval) +
                                         " AS interval, source, ts, " + kBarContentColumns +
                                         ", known_at, revision, CAST(" + std::to_string(*seq) +
                                         " AS BIGINT) AS seq, " + payload + " AS raw_sha256 FROM " + table),
                   cancel);
    if (!entry)
        return entry.error();
    if (entry->rows > 0)
        written.push_back(std::move(*entry));
    return {};
}

/// When a version that says something new became known. A bar that is seen for the first time was known when
/// its source says; what corrects it, when it was seen. Not a correction is a bar that was seen before it
/// ended, nor the same payload read anew: these take the place of the version in force.
Result<std::int64_t> BarImport::State::knownFrom(BarHistory &history, const BarVersion &candidate) const
{
    const std::int64_t seen = std::max(candidate.knownAt, candidate.seenAt.value_or(candidate.knownAt));
    BarVersion *inForce = history.inForce(seen);
    if (!inForce)
        return candidate.knownAt;
    const std::int64_t inItsPlace = std::max(candidate.knownAt, inForce->knownAt);
    if (inForce->raw == candidate.raw)
        return inItsPlace;
    if (!inForce->seenAt) {
        const auto reader = catalog.reader();
        if (!reader)
            return reader.error();
        const auto fetched = fetchedAt(**reader, inForce->raw);
        if (!fetched)
            return fetched.error();
        inForce->seenAt = fetched->isValid() ? fetched->micros() : inForce->content.tsEnd;
    }
    const bool wasWhole = *inForce->seenAt >= inForce->content.tsEnd;
    return wasWhole && *inForce->seenAt < seen ? seen : inItsPlace;
}

Result<void> BarImport::State::merge(const base::CancelToken *cancel)
{
    const auto files = storedFiles();
    if (!files)
        return files.error();
    if (auto made = keeping.run(std::string("CREATE OR REPLACE TEMP TABLE ") + kKept + kTableColumns); !made)
        return made;
    auto kept = DuckAppender::open(keeping, kKept);
    if (!kept)
        return kept.error();
    std::string select = std::string("SELECT symbol, source, ts, known_at, true AS fresh, CAST(0 AS BIGINT) "
                                     "AS seq, revision, artifact, rowid AS place, ") +
                         kBarContentColumns + ", seen_at, CAST(NULL AS BLOB) AS raw FROM " + kBarStaging;
    std::vector<DuckValue> values;
    if (!files->empty()) {
        select +=
            std::string(" UNION ALL SELECT symbol, source, ts, known_at, false, seq, revision, 0, 0, ") +
            kBarContentColumns +
            ", NULL, raw_sha256 FROM read_parquet(?, hive_partitioning = false) WHERE symbol IN (SELECT "
            "DISTINCT symbol FROM " +
            kBarStaging + ") AND ts BETWEEN (SELECT min(ts) FROM " + kBarStaging +
            ") AND (SELECT max(ts) FROM " + kBarStaging + ")";
        values.emplace_back(*files);
    }
    auto rows = connection.query(
        select + " ORDER BY symbol, source, ts, fresh, known_at, seq, revision, place", values, cancel);
    if (!rows)
        return rows.error();
    Span *added = nullptr;
    std::string symbol;
    std::string source;
    std::int64_t ts = 0;
    BarHistory history;
    std::int32_t nextRevision = 0;
    for (;;) {
        const auto more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        for (std::size_t i = 0; i < rows->rows(); ++i) {
            const std::int64_t rowTs = rows->values<std::int64_t>(2)[i];
            if (rowTs != ts || rows->text(0, i) != symbol || rows->text(1, i) != source) {
                symbol = rows->text(0, i);
                source = rows->text(1, i);
                ts = rowTs;
                history.clear();
                nextRevision = 0;
                added = nullptr;
            }
            BarVersion bar{rows->values<std::int64_t>(3)[i], contentAt(*rows, 9, i)};
            if (!rows->values<bool>(4)[i]) { // the stored ones come first
                nextRevision = std::max(nextRevision, rows->values<std::int32_t>(6)[i] + 1);
                bar.raw = sha256At(*rows, kRawColumn, i);
                history.add(std::move(bar));
                continue;
            }
            bar.seenAt =
                rows->isNull(kSeenColumn, i) ? bar.knownAt : rows->values<std::int64_t>(kSeenColumn)[i];
            bar.raw = artifacts[static_cast<std::size_t>(rows->values<std::int32_t>(7)[i])];
            const BarVersion *inForce = history.inForce(std::max(bar.knownAt, *bar.seenAt));
            if (inForce && bar.content == inForce->content) {
                ++report.duplicate;
                continue;
            }
            const auto known = knownFrom(history, bar);
            if (!known)
                return known.error();
            bar.knownAt = *known;
            if (!added)
                added = &addedSpans[{symbol, source}];
            added->extend(ts, nextRevision == 0);
            ++report.stored;
            report.versions += nextRevision > 0 ? 1 : 0;
            kept->setText(0, symbol);
            kept->setText(1, source);
            kept->set(2, ts);
            setContent(*kept, bar.content);
            kept->set(12, bar.knownAt);
            kept->set(13, nextRevision++);
            kept->set(14, rows->values<std::int32_t>(7)[i]);
            kept->setNull(15);
            if (auto ended = kept->endRow(); !ended)
                return ended;
            history.add(std::move(bar));
        }
    }
    if (auto closed = kept->close(); !closed)
        return closed;
    return writeFile(keeping, kKept, cancel);
}

Result<void> BarImport::State::flush(const base::CancelToken *cancel)
{
    if (waiting == 0)
        return {};
    if (auto closed = staging->close(); !closed)
        return closed;
    staging.reset();
    if (isAscending && !meetsStoredBars()) {
        report.stored += waiting;
        if (auto done = writeFile(connection, kBarStaging, cancel); !done)
            return done;
        for (const auto &[series, span] : waitingSpans) {
            Span &added = addedSpans[series];
            added = {std::min(added.tsMin, span.tsMin), std::max(added.tsMax, span.tsMax),
                     added.rows + span.rows};
        }
    } else if (auto done = merge(cancel); !done) {
        return done;
    }
    for (const auto &[series, span] : waitingSpans) {
        Span &stored = storedSpans[series];
        stored = {std::min(stored.tsMin, span.tsMin), std::max(stored.tsMax, span.tsMax), 0};
    }
    waiting = 0;
    return {};
}

BarImport::BarImport(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}
BarImport::~BarImport() = default;
BarImport::BarImport(BarImport &&) noexcept = default;

Result<BarImport> BarStore::beginImport(Lease &lease, std::string_view interval)
{
    auto connection = m_connect();
    if (!connection)
        return connection.error();
    auto keeping = m_connect();
    if (!keeping)
        return keeping.error();
    auto reader = m_catalog.reader();
    if (!reader)
        return reader.error();
    std::unique_ptr<BarImport::State> state(new BarImport::State{
        m_catalog, m_lake, lease, std::string(interval), std::move(*connection), std::move(*keeping)});
    if (auto loaded = loadSpans(**reader, interval, state->storedSpans); !loaded)
        return loaded.error();
    return BarImport(std::move(state));
}

void BarImport::seenAt(Instant at)
{
    m_state->seenAt = at;
}

Result<void> BarImport::add(const Bar &bar)
{
    State &s = *m_state;
    if (bar.interval != s.interval || bar.symbol.empty() || bar.source.empty() || !bar.ts.isValid() ||
        bar.tsEnd < bar.ts || !bar.knownAt.isValid())
        return Error{ErrorCode::BadInput,
                     Tr::tr("The bar of “%1” at %2 lacks its symbol, source, interval or one of its times.")
                         .arg(qs(bar.symbol), qs(base::toIso(bar.ts)))};
    if (!s.staging) {
        if (auto opened = s.openStaging(); !opened)
            return opened;
    }
    DuckAppender &row = *s.staging;
    row.setText(0, bar.symbol);
    row.setText(1, bar.source);
    row.set(2, bar.ts.micros());
    setContent(row, contentOf(bar));
    row.set(12, bar.knownAt.micros());
    row.set(13, std::int32_t{0});
    row.set(14, s.artifactIndex(bar.rawSha256));
    row.setInstant(15, s.seenAt);
    if (auto ended = row.endRow(); !ended)
        return ended;
    if (s.lastSpan && s.lastSeries.symbol == bar.symbol && s.lastSeries.source == bar.source) {
        s.isAscending = s.isAscending && s.lastTs < bar.ts;
    } else {
        SeriesKey series{bar.symbol, bar.source};
        s.isAscending = s.isAscending && (!s.lastSpan || s.lastSeries < series);
        s.lastSpan = &s.waitingSpans[series];
        s.lastSeries = std::move(series);
    }
    s.lastTs = bar.ts;
    s.lastSpan->extend(bar.ts.micros(), true);
    if (++s.waiting == kFileRows)
        return s.flush(nullptr);
    return {};
}

Result<BarImportReport> BarImport::finish(const base::CancelToken &cancel)
{
    State &s = *m_state;
    if (auto flushed = s.flush(&cancel); !flushed)
        return flushed.error();
    if (s.written.empty())
        return s.report;
    auto transaction = s.catalog.beginWrite();
    if (!transaction)
        return transaction.error();
    Database &database = transaction->database();
    if (auto held = s.lease.publish(*transaction); !held)
        return held.error();
    for (const ManifestEntry &entry : s.written) {
        if (auto added = addToManifest(database, entry); !added)
            return added.error();
    }
    auto insert = database.prepare("INSERT INTO bar_sources (interval, symbol, source, seq, rows, ts_min, "
                                   "ts_max) VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    for (const auto &[series, span] : s.addedSpans) {
        insert->bind(1, s.interval).bind(2, series.symbol).bind(3, series.source).bind(4, *s.seq);
        if (auto done = insert->bind(5, span.rows).bind(6, span.tsMin).bind(7, span.tsMax).run(); !done)
            return done.error();
    }
    if (auto done = transaction->commit(); !done)
        return done.error();
    return s.report;
}

} // namespace core::store
