// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reading bars: DuckDB finds the rows of the symbols; which version and which source counts is decided here,
// row by row, because the rows of a bar come together.
#include "core/store/barstore.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/barrow.h"
#include "core/store/instruments.h"
#include "core/store/sqlite.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <unordered_map>

namespace core::store {

using base::Instant;
using base::Result;
using domain::BarQuery;
using domain::BarSeries;

namespace {

/// What is read of one symbol: every version from every source that the query allows.
struct Gathered {
    BarSeries bars;
    std::vector<std::int64_t> knownAt;
    std::vector<std::int64_t> seq;
    std::vector<std::int32_t> revision;
    std::vector<std::uint32_t> source; ///< index into `sources`
    std::vector<std::string> sources;
};

struct Plan {
    std::vector<ManifestEntry> files;
    std::unordered_map<std::string, std::string>
        preferred; ///< source by symbol; only for symbols that have several
};

/// Files and preferred sources in one state of the catalog. `only`: one symbol, or empty for all.
Result<Plan> planFor(const Catalog &catalog, std::string_view keyMin, std::string_view keyMax,
                     const BarQuery &query)
{
    auto reader = catalog.reader();
    if (!reader)
        return reader.error();
    Database &database = **reader;
    auto view = Transaction::beginRead(database);
    if (!view)
        return view.error();
    auto entries = readableFiles(database, kBarKind);
    if (!entries)
        return entries.error();
    const auto isWanted = [&](const ManifestEntry &entry) {
        return entry.part == query.interval && entry.keyMin <= keyMax && keyMin <= entry.keyMax &&
               (!query.snapshot || entry.seqMin <= *query.snapshot) &&
               (!query.from.isValid() || entry.tsMax >= query.from) &&
               (!query.to.isValid() || entry.tsMin <= query.to);
    };
    if (query.verified) {
        if (auto whole = refuseMissing(database, kBarKind, isWanted); !whole)
            return whole.error();
    }
    Plan plan;
    for (ManifestEntry &entry : *entries) {
        if (isWanted(entry))
            plan.files.push_back(std::move(entry));
    }
    auto rows = database.prepare(
        "SELECT symbol, source, sum(rows) AS bars, min(seq) AS since FROM bar_sources WHERE interval = ?1 "
        "AND symbol BETWEEN ?2 AND ?3 AND seq <= ?4 GROUP BY symbol, source ORDER BY symbol, bars, since");
    if (!rows)
        return rows.error();
    rows->bind(1, query.interval).bind(2, keyMin).bind(3, keyMax);
    rows->bind(4, query.snapshot ? static_cast<std::int64_t>(*query.snapshot) : kEver);
    std::string last;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            return plan;
        if (rows->text(0) == last)
            plan.preferred[last] = rows->text(1); // ascending by rank: the last one stands
        last = rows->text(0);
    }
}

/// Appends rows [begin, end) of the chunk, all of one symbol.
void gather(Gathered &into, const DuckResult &rows, std::size_t begin, std::size_t end)
{
    const auto instants = [&](std::size_t column, std::vector<Instant> &out) {
        const auto *values = rows.values<std::int64_t>(column);
        for (std::size_t i = begin; i < end; ++i)
            out.emplace_back(values[i]);
    };
    const auto numbers = [&](std::size_t column, std::vector<double> &out) {
        const auto *values = rows.values<double>(column);
        for (std::size_t i = begin; i < end; ++i)
            out.push_back(rows.isNull(column, i) ? domain::kMissing : values[i]);
    };
    instants(2, into.bars.ts);
    instants(3, into.bars.tsEnd);
    numbers(4, into.bars.open);
    numbers(5, into.bars.high);
    numbers(6, into.bars.low);
    numbers(7, into.bars.close);
    numbers(8, into.bars.adjClose);
    numbers(9, into.bars.volume);
    into.knownAt.insert(into.knownAt.end(), rows.values<std::int64_t>(10) + begin,
                        rows.values<std::int64_t>(10) + end);
    into.seq.insert(into.seq.end(), rows.values<std::int64_t>(11) + begin,
                    rows.values<std::int64_t>(11) + end);
    into.revision.insert(into.revision.end(), rows.values<std::int32_t>(12) + begin,
                         rows.values<std::int32_t>(12) + end);
    for (std::size_t i = begin; i < end; ++i) {
        const std::string_view source = rows.text(1, i);
        if (into.sources.empty() || into.sources[into.source.back()] != source) {
            auto known = std::ranges::find(into.sources, source);
            if (known == into.sources.end())
                known = into.sources.insert(known, std::string(source));
            into.source.push_back(static_cast<std::uint32_t>(known - into.sources.begin()));
        } else {
            into.source.push_back(into.source.back());
        }
    }
}

template <typename T>
void keep(std::vector<T> &column, const std::vector<std::size_t> &rows)
{
    std::vector<T> kept;
    kept.reserve(rows.size());
    for (const std::size_t row : rows)
        kept.push_back(column[row]);
    column = std::move(kept);
}

void keepRows(BarSeries &bars, const std::vector<std::size_t> &rows)
{
    keep(bars.ts, rows);
    keep(bars.tsEnd, rows);
    for (std::vector<double> *column :
         {&bars.open, &bars.high, &bars.low, &bars.close, &bars.adjClose, &bars.volume})
        keep(*column, rows);
}

/// The source that is read; none when only others have rows: they alone would be a series with a break in it.
std::optional<std::uint32_t> sourceOf(const Gathered &all, const std::string *preferred)
{
    const auto wanted = preferred ? std::ranges::find(all.sources, *preferred) : all.sources.begin();
    if (wanted == all.sources.end())
        return {};
    return static_cast<std::uint32_t>(wanted - all.sources.begin());
}

/// The rows of one source, ascending by bar and version.
std::vector<std::size_t> inOrder(const Gathered &all, std::uint32_t source)
{
    std::vector<std::size_t> order;
    order.reserve(all.bars.size());
    for (std::size_t i = 0; i < all.bars.size(); ++i) {
        if (all.source[i] == source)
            order.push_back(i);
    }
    const auto rank = [&](std::size_t i) {
        return std::tuple(all.bars.ts[i], all.knownAt[i], all.seq[i], all.revision[i]);
    };
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

/// The bars of the preferred source, each in its last version, ascending by ts.
BarSeries resolve(Gathered &&all, const std::string *preferred)
{
    BarSeries &bars = all.bars;
    const auto source = sourceOf(all, preferred);
    if (!source)
        return {};
    const bool isPlain =
        all.sources.size() == 1 &&
        std::ranges::adjacent_find(bars.ts, [](Instant a, Instant b) { return !(a < b); }) == bars.ts.end();
    if (isPlain)
        return std::move(bars);
    const std::vector<std::size_t> order = inOrder(all, *source);
    std::vector<std::size_t> rows;
    rows.reserve(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i + 1 == order.size() || bars.ts[order[i + 1]] != bars.ts[order[i]])
            rows.push_back(order[i]);
    }
    keepRows(bars, rows);
    return std::move(bars);
}

/// The bars of the preferred source in every version.
domain::BarVersions everyVersion(Gathered &&all, const std::string *preferred)
{
    domain::BarVersions out;
    const auto source = sourceOf(all, preferred);
    if (!source)
        return out;
    const std::vector<std::size_t> rows = inOrder(all, *source);
    keepRows(all.bars, rows);
    keep(all.knownAt, rows);
    out.bars = std::move(all.bars);
    out.known.reserve(rows.size());
    for (const std::int64_t at : all.knownAt)
        out.known.emplace_back(at);
    return out;
}

} // namespace

BarStore::BarStore(Catalog &catalog, const Lake &lake, DuckConnector connect)
    : m_catalog(catalog)
    , m_lake(lake)
    , m_connect(std::move(connect))
{}

Result<BarSeries> BarStore::read(const BarQuery &query) const
{
    auto many = readMany({query.symbol}, query);
    if (!many)
        return many.error();
    if (auto found = many->find(query.symbol); found != many->end())
        return std::move(found->second);
    BarSeries none;
    none.symbol = query.symbol;
    none.interval = query.interval;
    return none;
}

namespace {

/// Calls `take` with the rows of each symbol and its preferred source (null: it has one only), ascending by
/// symbol.
Result<void> gatherMany(Catalog &catalog, const Lake &lake, const DuckConnector &connect,
                        const std::vector<std::string> &symbols, const BarQuery &query, const auto &take)
{
    if (symbols.empty())
        return {};
    const auto [keyMin, keyMax] = std::ranges::minmax(symbols);
    const auto plan = planFor(catalog, keyMin, keyMax, query);
    if (!plan)
        return plan.error();
    if (plan->files.empty())
        return {};
    if (query.verified) {
        if (auto verified = lake.verify(catalog, plan->files); !verified)
            return verified.error();
    }
    std::vector<std::string> files;
    for (const ManifestEntry &entry : plan->files)
        files.push_back(lake.absolute(entry).string());
    std::string sql = "SELECT symbol, source, ts, ts_end, open, high, low, close, adj_close, volume, "
                      "known_at, seq, revision "
                      "FROM read_parquet(?, hive_partitioning = false) WHERE ";
    std::vector<DuckValue> values{files};
    if (symbols.size() == 1) {
        sql += "symbol = ?";
        values.emplace_back(symbols.front());
    } else {
        sql += "symbol IN (SELECT unnest(?))";
        values.emplace_back(symbols);
    }
    const auto bound = [&](const char *condition, DuckValue value) {
        sql += condition;
        values.push_back(std::move(value));
    };
    if (query.from.isValid())
        bound(" AND ts >= ?", query.from);
    if (query.to.isValid())
        bound(" AND ts_end <= ?", query.to);
    if (query.asOf.isValid())
        bound(" AND known_at <= ?", query.asOf);
    if (query.snapshot)
        bound(" AND seq <= ?", static_cast<std::int64_t>(*query.snapshot));
    const auto connection = connect();
    if (!connection)
        return connection.error();
    auto rows = connection->query(sql, values);
    if (!rows)
        return rows.error();
    std::map<std::string, Gathered, std::less<>> gathered;
    for (;;) {
        const auto more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        for (std::size_t begin = 0; begin < rows->rows();) {
            const std::string_view symbol = rows->text(0, begin);
            std::size_t end = begin + 1;
            while (end < rows->rows() && rows->text(0, end) == symbol)
                ++end;
            auto one = gathered.find(symbol);
            if (one == gathered.end())
                one = gathered.emplace(std::string(symbol), Gathered{}).first;
            gather(one->second, *rows, begin, end);
            begin = end;
        }
    }
    while (!gathered.empty()) { // each is freed as soon as it is resolved
        auto one = gathered.extract(gathered.begin());
        const auto preferred = plan->preferred.find(one.key());
        take(one.key(), std::move(one.mapped()),
             preferred == plan->preferred.end() ? nullptr : &preferred->second);
    }
    return {};
}

} // namespace

Result<std::map<std::string, BarSeries>> BarStore::readMany(const std::vector<std::string> &symbols,
                                                            const BarQuery &query) const
{
    std::map<std::string, BarSeries> series;
    const auto read =
        gatherMany(m_catalog, m_lake, m_connect, symbols, query,
                   [&](const std::string &symbol, Gathered &&rows, const std::string *preferred) {
                       BarSeries bars = resolve(std::move(rows), preferred);
                       bars.symbol = symbol;
                       bars.interval = query.interval;
                       series.emplace_hint(series.end(), symbol, std::move(bars));
                   });
    if (!read)
        return read.error();
    return series;
}

Result<std::map<std::string, domain::BarVersions>>
BarStore::readVersions(const std::vector<std::string> &symbols, const BarQuery &query) const
{
    BarQuery all;
    all.interval = query.interval;
    all.snapshot = query.snapshot;
    all.verified = query.verified;
    std::map<std::string, domain::BarVersions> out;
    const auto read =
        gatherMany(m_catalog, m_lake, m_connect, symbols, all,
                   [&](const std::string &symbol, Gathered &&rows, const std::string *preferred) {
                       domain::BarVersions versions = everyVersion(std::move(rows), preferred);
                       versions.bars.symbol = symbol;
                       versions.bars.interval = query.interval;
                       out.emplace_hint(out.end(), symbol, std::move(versions));
                   });
    if (!read)
        return read.error();
    return out;
}

Result<std::vector<std::string>> BarStore::symbols(std::string_view interval) const
{
    auto reader = m_catalog.reader();
    if (!reader)
        return reader.error();
    auto rows =
        (*reader)->prepare("SELECT DISTINCT symbol FROM bar_sources WHERE interval = ? ORDER BY symbol");
    if (!rows)
        return rows.error();
    rows->bind(1, interval);
    std::vector<std::string> symbols;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            return symbols;
        symbols.emplace_back(rows->text(0));
    }
}

Result<std::optional<domain::Instrument>> BarStore::instrument(std::string_view symbol) const
{
    auto reader = m_catalog.reader();
    if (!reader)
        return reader.error();
    return findInstrument(**reader, symbol);
}

Result<std::vector<domain::Instrument>> BarStore::instruments() const
{
    auto reader = m_catalog.reader();
    if (!reader)
        return reader.error();
    return allInstruments(**reader);
}

Result<std::vector<domain::Action>> BarStore::actions(std::string_view symbol, Instant asOf,
                                                      std::optional<std::uint64_t> snapshot) const
{
    auto reader = m_catalog.reader();
    if (!reader)
        return reader.error();
    return actionsOf(**reader, symbol, asOf, snapshot);
}

Result<std::uint64_t> BarStore::compact(Lease &lease, std::size_t limit, const base::CancelToken &cancel)
{
    std::map<std::string, std::vector<ManifestEntry>> byInterval;
    {
        auto reader = m_catalog.reader();
        if (!reader)
            return reader.error();
        auto entries = readableFiles(**reader, kBarKind);
        if (!entries)
            return entries.error();
        for (ManifestEntry &entry : *entries)
            byInterval[entry.part].push_back(std::move(entry));
    }
    std::uint64_t merged = 0;
    for (auto &[interval, files] : byInterval) {
        if (files.size() <= limit)
            continue;
        // A damaged file must not be blessed with a new hash.
        if (auto verified = m_lake.verify(m_catalog, files, cancel, {}, Check::Always); !verified)
            return verified.error();
        const auto connection = m_connect();
        if (!connection)
            return connection.error();
        // Neighbours by key, in batches that DuckDB can sort without much spilling.
        std::ranges::sort(files, {}, [](const ManifestEntry &e) { return std::tie(e.keyMin, e.file); });
        constexpr std::uint64_t kBatchRows = 4'000'000;
        for (std::size_t begin = 0; begin < files.size();) {
            std::vector<std::string> batch;
            std::uint64_t rows = 0;
            std::size_t end = begin;
            for (; end < files.size() && (end == begin || rows + files[end].rows <= kBatchRows); ++end) {
                batch.push_back(m_lake.absolute(files[end]).string());
                rows += files[end].rows;
            }
            if (batch.size() > 1) {
                LakeWrite what = barFile(
                    interval,
                    std::string("SELECT * FROM read_parquet(?, hive_partitioning = false) ORDER BY ") +
                        kBarOrder);
                what.values.emplace_back(batch);
                auto entry = m_lake.write(*connection, what, &cancel);
                if (!entry)
                    return entry.error();
                auto transaction = m_catalog.beginWrite();
                if (!transaction)
                    return transaction.error();
                if (auto held = lease.publish(*transaction); !held)
                    return held.error();
                const auto readable = readableFiles(transaction->database(), kBarKind);
                if (!readable)
                    return readable.error();
                const auto inputs = std::span(files).subspan(begin, end - begin);
                const bool areReadable = std::ranges::all_of(inputs, [&readable](const ManifestEntry &input) {
                    return std::ranges::find(*readable, input.file, &ManifestEntry::file) != readable->end();
                });
                if (!areReadable) // one was set aside meanwhile: the file just written is an orphan
                    return merged;
                if (entry->rows != rows)
                    return base::Error{base::ErrorCode::Internal,
                                       base::Tr::tr("Merging bar files lost rows: nothing was changed.")};
                if (auto added = addToManifest(transaction->database(), *entry); !added)
                    return added.error();
                for (std::size_t i = begin; i < end; ++i) {
                    if (auto marked =
                            markReplaced(transaction->database(), files[i].file, m_catalog.clock().now());
                        !marked)
                        return marked.error();
                }
                if (auto done = transaction->commit(); !done)
                    return done.error();
                merged += end - begin;
            }
            begin = end;
        }
    }
    return merged;
}

} // namespace core::store
