// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventindex.h"

#include "core/base/tr.h"
#include "core/store/eventrow.h"

#include <algorithm>
#include <map>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::ProgressSink;
using base::Result;
using base::Tr;
using domain::Event;
using domain::EventQuery;

namespace {

constexpr std::uint32_t kHot = std::uint32_t{1} << 31U; ///< set in the number of a hot row
constexpr std::size_t kMostChanges = 5000;              ///< beyond it building anew is faster than changing
constexpr std::uint64_t kRowsPerLook = 16384;           ///< merged between two looks at the cancel token

Error indexCancelled()
{
    return Error{ErrorCode::Cancelled, ::core::base::Tr::tr("Cancelled.")};
}

bool isEverything(const EventQuery &query)
{
    return !query.filter || query.filter->root().kind == domain::FilterNode::Kind::All;
}

/// The hot rows of a scope that pass, with seq > `after`, ascending.
Result<std::vector<HotRow>> hotRowsOf(const EventStore &store, const EventScope &scope,
                                      const EventQuery &query, std::uint64_t after, const CancelToken &cancel)
{
    std::vector<HotRow> hot;
    if (scope.hot.isEmpty())
        return hot;
    const Result<DuckConnection> connection = store.connect();
    if (!connection)
        return connection.error();
    Parameters parameters;
    std::string sql = "SELECT timestamp, id, revision, place FROM (" +
                      hotSql(scope, {}, "place, " + std::string(kEventColumns), parameters) +
                      ") e WHERE seq > " + parameters.add(static_cast<std::int64_t>(after));
    if (query.filter)
        sql += " AND " + filterSql(*query.filter, parameters);
    Result<DuckResult> rows =
        connection->query(sql + " ORDER BY timestamp, id, revision", parameters.values(), &cancel);
    if (!rows)
        return rows.error();
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            return hot;
        for (std::size_t i = 0; i < rows->rows(); ++i)
            hot.push_back({{rows->instant(0, i), rows->uuid(1, i), rows->values<std::int32_t>(2)[i]},
                           static_cast<std::uint64_t>(rows->values<std::int64_t>(3)[i])});
    }
}

/// One bit for each row of a lake file.
using Bits = std::vector<bool>;

/// Goes through the keys of a row file whose bit is set.
class Cursor final
{
public:
    Cursor(const RowFile &rows, const Bits &bits, std::uint32_t first)
        : m_rows(rows)
        , m_bits(bits)
        , m_first(first)
    {}
    /// To the next row; false after the last.
    Result<bool> next()
    {
        for (;;) {
            if (++m_at >= m_places.size()) {
                if (m_block >= m_rows.blocks())
                    return false;
                const auto read = m_rows.readKeys(m_block++, m_places);
                if (!read)
                    return read.error();
                m_at = 0;
            }
            if (m_bits.empty() || m_bits[m_places[m_at].fileRow])
                return true;
        }
    }
    [[nodiscard]] const RowKey &key() const { return m_places[m_at].key; }
    /// The row's number in the index.
    [[nodiscard]] std::uint32_t number() const
    {
        return m_first + (m_block - 1) * kRowsPerBlock + static_cast<std::uint32_t>(m_at);
    }

private:
    const RowFile &m_rows;
    const Bits &m_bits; ///< empty: all
    std::uint32_t m_first = 0;
    std::uint32_t m_block = 0; ///< the next one to read
    std::size_t m_at = 0;
    std::vector<RowPlace> m_places;
};

} // namespace

/// The making of one index.
class IndexBuilder final
{
public:
    IndexBuilder(const EventStore &store, const EventQuery &query, const CancelToken &cancel,
                 const ProgressSink &progress)
        : m_store(store)
        , m_query(query)
        , m_cancel(cancel)
        , m_progress(progress)
        , m_index(std::make_shared<EventIndex>())
    {}

    Result<EventIndex::Shared> run()
    {
        EventQuery plain;
        plain.filter = m_query.filter;
        plain.snapshot = m_query.snapshot;
        Result<EventScope> scope = m_store.scope(plain, m_cancel);
        if (!scope)
            return scope.error();
        m_index->m_snapshot = scope->snapshot;
        m_index->m_hotFloor = scope->hot.floor;
        for (const ManifestEntry &file : scope->files)
            m_total += file.rows;
        if (m_total >= kHot)
            return Error{ErrorCode::Storage,
                         Tr::tr("A table shows at most 2 billion rows: narrow the filter.")};
        m_bits.reserve(scope->files.size());
        for (const ManifestEntry &file : scope->files) {
            const auto looked = lookAt(*scope, file);
            if (!looked)
                return looked.error();
        }
        const auto hot = hotRowsOf(m_store, *scope, m_query, 0, m_cancel);
        if (!hot)
            return hot.error();
        const auto merged = merge(*hot);
        if (!merged)
            return merged.error();
        const auto swept = sweep();
        if (!swept)
            return swept.error();
        m_index->m_order.share();
        m_index->m_hot.share();
        return EventIndex::Shared(std::move(m_index));
    }

    /// run() failed because of a copy, not of the lake.
    [[nodiscard]] bool hasDamagedRows() const
    {
        return m_index && std::any_of(m_index->m_files.begin(), m_index->m_files.end(),
                                      [](const auto &file) { return file.rows && file.rows->isDamaged(); });
    }

private:
    void report(std::uint64_t done)
    {
        if (m_progress)
            m_progress({done, 2 * m_total, Tr::tr("Ordering the rows")});
    }

    /// Row files of files that were merged or set aside are of no use to anyone.
    Result<void> sweep()
    {
        const Result<ReadConnection> reader = m_store.catalog().reader();
        if (!reader)
            return reader.error();
        const auto files = readableFiles(**reader, "events");
        if (!files)
            return files.error();
        m_store.rowFiles().sweep(*files);
        return {};
    }

    /// Opens or makes the file's rows and finds out which of them pass.
    Result<void> lookAt(const EventScope &scope, const ManifestEntry &file)
    {
        if (m_cancel.isCancelled())
            return indexCancelled();
        const Result<DuckConnection> connection = m_store.connect();
        if (!connection)
            return connection.error();
        std::shared_ptr<const RowFile> rows = m_store.rowFiles().find(file);
        if (!rows) {
            auto made = m_store.rowFiles().make(m_store.catalog(), *connection, file, m_cancel);
            if (!made)
                return m_store.explained(made.error(), scope);
            rows = std::move(made).value();
        }
        Bits bits;
        bool isAny = true;
        if (!isEverything(m_query) || !isPlain(file, scope)) {
            bits.resize(file.rows, false);
            const Result<bool> asked = ask(*connection, scope, file, bits);
            if (!asked)
                return m_store.explained(asked.error(), scope);
            isAny = *asked;
        }
        m_index->m_files.push_back({file, isAny ? rows : nullptr, static_cast<std::uint32_t>(m_looked)});
        m_bits.push_back(std::move(bits));
        m_looked += file.rows;
        report(m_looked);
        return {};
    }

    Result<bool> ask(const DuckConnection &connection, const EventScope &scope, const ManifestEntry &file,
                     Bits &bits)
    {
        Parameters parameters;
        std::string sql = "SELECT CAST(file_row_number AS BIGINT) FROM (" +
                          fileRowsSql(scope, file, m_store.lake(), parameters) + ") e";
        if (m_query.filter)
            sql += " WHERE " + filterSql(*m_query.filter, parameters);
        Result<DuckResult> rows = connection.query(sql, parameters.values(), &m_cancel);
        if (!rows)
            return rows.error();
        bool isAny = false;
        for (;;) {
            const Result<bool> more = rows->next();
            if (!more)
                return more.error();
            if (!*more)
                return isAny;
            for (std::size_t i = 0; i < rows->rows(); ++i) {
                const auto row = static_cast<std::uint64_t>(rows->values<std::int64_t>(0)[i]);
                if (row >= bits.size())
                    return Error{ErrorCode::Corrupt, Tr::tr("A file has more rows than it should.")};
                bits[row] = true;
                isAny = true;
            }
        }
    }

    Result<void> merge(const std::vector<HotRow> &hot)
    {
        std::vector<std::unique_ptr<Cursor>> cursors;
        std::vector<Cursor *> heap;
        const auto isLater = [](const Cursor *a, const Cursor *b) { return b->key() < a->key(); };
        for (std::size_t i = 0; i < m_index->m_files.size(); ++i) {
            const EventIndex::File &file = m_index->m_files[i];
            if (!file.rows)
                continue;
            cursors.push_back(std::make_unique<Cursor>(*file.rows, m_bits[i], file.first));
            const Result<bool> first = cursors.back()->next();
            if (!first)
                return first.error();
            if (*first)
                heap.push_back(cursors.back().get());
        }
        std::make_heap(heap.begin(), heap.end(), isLater);
        std::uint64_t merged = 0;
        auto fresh = hot.begin();
        const auto addHot = [&] {
            m_index->m_order.append(kHot | static_cast<std::uint32_t>(m_index->m_hot.size()));
            m_index->m_hot.append(*fresh++);
        };
        while (!heap.empty()) {
            std::pop_heap(heap.begin(), heap.end(), isLater);
            Cursor &first = *heap.back();
            // as long as it stays first it need not go back
            for (;;) {
                while (fresh != hot.end() && fresh->key < first.key())
                    addHot();
                m_index->m_order.append(first.number());
                if (++merged % kRowsPerLook == 0) {
                    if (m_cancel.isCancelled())
                        return indexCancelled();
                    report(m_total + merged);
                }
                const Result<bool> more = first.next();
                if (!more)
                    return more.error();
                if (!*more) {
                    heap.pop_back();
                    break;
                }
                if (heap.size() > 1 && heap.front()->key() < first.key()) {
                    std::push_heap(heap.begin(), heap.end(), isLater);
                    break;
                }
            }
        }
        while (fresh != hot.end())
            addHot();
        report(2 * m_total);
        return {};
    }

    const EventStore &m_store;
    const EventQuery &m_query;
    const CancelToken &m_cancel;
    const ProgressSink &m_progress;
    std::shared_ptr<EventIndex> m_index;
    std::vector<Bits> m_bits; ///< by file
    std::uint64_t m_total = 0;
    std::uint64_t m_looked = 0;
};

Result<EventIndex::Shared> EventIndex::build(const EventStore &store, const EventQuery &query,
                                             const CancelToken &cancel, const ProgressSink &progress)
{
    IndexBuilder builder(store, query, cancel, progress);
    Result<Shared> index = builder.run();
    if (!index && builder.hasDamagedRows()) // they are made again
        return IndexBuilder(store, query, cancel, progress).run();
    return index;
}

/// Finds the key at a position; remembers the blocks it has read.
class EventIndex::KeyReader final
{
public:
    explicit KeyReader(const EventIndex &index)
        : m_index(index)
    {}
    Result<RowKey> at(std::uint64_t position)
    {
        const std::uint32_t row = m_index.m_order[position];
        if ((row & kHot) != 0)
            return m_index.m_hot[row - kHot].key;
        const std::size_t file = m_index.fileOf(row);
        const std::uint32_t within = row - m_index.m_files[file].first;
        const std::uint32_t block = within / kRowsPerBlock;
        if (m_blocks.size() > 2048)
            m_blocks.clear();
        const auto [known, isNew] = m_blocks.try_emplace({file, block});
        if (isNew) {
            const auto read = m_index.m_files[file].rows->readKeys(block, known->second);
            if (!read) {
                m_blocks.erase(known);
                return read.error();
            }
        }
        return known->second[within % kRowsPerBlock].key;
    }
    /// How many rows come before the key, looking from `low` on.
    Result<Found> find(const RowKey &key)
    {
        std::uint64_t low = 0;
        std::uint64_t high = m_index.rows();
        while (low < high) {
            const std::uint64_t middle = low + (high - low) / 2;
            const Result<RowKey> there = at(middle);
            if (!there)
                return there.error();
            if (*there < key)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == m_index.rows())
            return Found{low, false};
        const Result<RowKey> there = at(low);
        if (!there)
            return there.error();
        return Found{low, *there == key};
    }

private:
    const EventIndex &m_index;
    std::map<std::pair<std::size_t, std::uint32_t>, std::vector<RowPlace>> m_blocks;
};

std::size_t EventIndex::fileOf(std::uint32_t row) const
{
    const auto after = std::upper_bound(m_files.begin(), m_files.end(), row,
                                        [](std::uint32_t value, const File &f) { return value < f.first; });
    return static_cast<std::size_t>(after - m_files.begin()) - 1;
}

std::size_t EventIndex::memoryBytes() const
{
    std::size_t bytes = m_order.memoryBytes() + m_hot.memoryBytes();
    for (const File &file : m_files)
        bytes += sizeof file + (file.rows ? file.rows->memoryBytes() : 0);
    return bytes;
}

Result<EventIndex::Found> EventIndex::find(const RowKey &key) const
{
    return KeyReader(*this).find(key);
}

Result<std::vector<Event>> EventIndex::read(const EventStore &store, std::uint64_t first, std::uint32_t count,
                                            const CancelToken &cancel) const
{
    const std::uint64_t end = std::min<std::uint64_t>(rows(), first + count);
    if (first >= end)
        return std::vector<Event>();
    std::vector<Event> events(end - first);
    std::vector<std::pair<std::uint32_t, std::size_t>> cold; // row and where it goes
    std::vector<std::uint64_t> places;
    std::vector<std::size_t> fresh;
    for (std::uint64_t at = first; at < end; ++at) {
        const std::uint32_t row = m_order[at];
        if ((row & kHot) != 0) {
            places.push_back(m_hot[row - kHot].place);
            fresh.push_back(at - first);
        } else {
            cold.emplace_back(row, at - first);
        }
    }
    std::sort(cold.begin(), cold.end());
    std::vector<std::uint32_t> positions;
    for (std::size_t begin = 0, next = 0; begin < cold.size(); begin = next) {
        if (cancel.isCancelled())
            return indexCancelled();
        const File &file = m_files[fileOf(cold[begin].first)];
        const std::uint32_t block = (cold[begin].first - file.first) / kRowsPerBlock;
        const std::uint64_t blockEnd =
            std::min<std::uint64_t>(std::uint64_t{file.first} + file.entry.rows,
                                    std::uint64_t{file.first} + (std::uint64_t{block} + 1) * kRowsPerBlock);
        positions.clear();
        for (next = begin; next < cold.size() && cold[next].first < blockEnd; ++next)
            positions.push_back((cold[next].first - file.first) % kRowsPerBlock);
        Result<std::vector<Event>> read = file.rows->readEvents(block, positions);
        if (!read)
            return read.error();
        for (std::size_t i = begin; i < next; ++i)
            events[cold[i].second] = std::move((*read)[i - begin]);
    }
    if (!places.empty()) {
        Result<std::vector<Event>> read = store.hotRows(places, cancel);
        if (!read)
            return read.error();
        for (std::size_t i = 0; i < fresh.size(); ++i)
            events[fresh[i]] = std::move((*read)[i]);
    }
    return events;
}

Result<EventIndex::Shared> EventIndex::extended(const EventStore &store, const EventQuery &query,
                                                const CancelToken &cancel) const
{
    EventQuery newest;
    newest.filter = query.filter;
    const Result<EventScope> scope = store.scope(newest, cancel);
    if (!scope)
        return scope.error();
    // the same files, each with nothing but rows that were there
    const bool isSameLake = std::equal(m_files.begin(), m_files.end(), scope->files.begin(),
                                       scope->files.end(), [this](const File &a, const ManifestEntry &b) {
                                           return a.entry.file == b.file && b.seqMax <= m_snapshot &&
                                                  !(a.rows && a.rows->isDamaged());
                                       });
    const bool isSameHot = m_hot.size() == 0 || scope->hot.floor <= m_hotFloor;
    if (!isSameLake || !isSameHot)
        return Shared();
    auto next = std::make_shared<EventIndex>(*this);
    next->m_snapshot = scope->snapshot;
    if (m_hot.size() == 0)
        next->m_hotFloor = scope->hot.floor;
    if (scope->snapshot == m_snapshot)
        return Shared(std::move(next));

    const Result<DuckConnection> connection = store.connect();
    if (!connection)
        return connection.error();
    Result<DuckResult> rows =
        connection->query("SELECT id, revision FROM superseded WHERE row <= $1 AND seq > $2 AND seq <= $3",
                          {scope->hot.supersededRow, static_cast<std::int64_t>(m_snapshot),
                           static_cast<std::int64_t>(scope->snapshot)},
                          &cancel);
    if (!rows)
        return rows.error();
    std::vector<std::pair<base::Uuid, std::int32_t>> replaced;
    for (;;) {
        const Result<bool> more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        for (std::size_t i = 0; i < rows->rows(); ++i)
            replaced.emplace_back(rows->uuid(0, i), rows->values<std::int32_t>(1)[i]);
    }
    if (replaced.size() > kMostChanges)
        return Shared();
    if (!replaced.empty()) {
        std::sort(replaced.begin(), replaced.end());
        const auto removed = next->remove(replaced, scope->files, cancel);
        if (!removed)
            return removed.error();
    }
    const auto hot = hotRowsOf(store, *scope, newest, m_snapshot, cancel);
    if (!hot)
        return hot.error();
    const Result<bool> added = next->addHot(*hot, cancel);
    if (!added)
        return added.error();
    if (!*added)
        return Shared();
    next->m_order.share();
    next->m_hot.share();
    return Shared(std::move(next));
}

/// Takes versions out that are no longer in force; those that are not in the index do not matter.
Result<void> EventIndex::remove(const std::vector<std::pair<base::Uuid, std::int32_t>> &versions,
                                const std::vector<ManifestEntry> &files, const CancelToken &cancel)
{
    const auto isGone = [&versions](const RowKey &key) {
        return std::binary_search(versions.begin(), versions.end(), std::pair(key.id, key.revision));
    };
    std::vector<RowKey> keys;
    for (std::uint64_t i = 0; i < m_hot.size(); ++i) {
        if (isGone(m_hot[i].key))
            keys.push_back(m_hot[i].key);
    }
    std::vector<RowPlace> places;
    for (std::size_t i = 0; i < files.size(); ++i) {
        // files are the same as ours, in the same order
        if (!m_files[i].rows || files[i].superseded == 0 || files[i].supersededSeq == 0)
            continue;
        m_files[i].entry = files[i];
        for (std::uint32_t block = 0; block < m_files[i].rows->blocks(); ++block) {
            if (block % 256 == 0 && cancel.isCancelled())
                return indexCancelled();
            const auto read = m_files[i].rows->readKeys(block, places);
            if (!read)
                return read.error();
            for (const RowPlace &place : places) {
                if (isGone(place.key))
                    keys.push_back(place.key);
            }
        }
    }
    for (const RowKey &key : keys) {
        if (cancel.isCancelled())
            return indexCancelled();
        const Result<Found> found = find(key);
        if (!found)
            return found.error();
        if (found->isThere)
            m_order.erase(found->position);
    }
    return {};
}

/// Adds hot rows, ascending; false when so many are late that building anew is faster.
Result<bool> EventIndex::addHot(const std::vector<HotRow> &added, const CancelToken &cancel)
{
    std::size_t late = 0;
    if (rows() > 0) {
        const Result<RowKey> last = KeyReader(*this).at(rows() - 1);
        if (!last)
            return last.error();
        while (late < added.size() && added[late].key < *last)
            ++late;
    }
    if (late > kMostChanges)
        return false;
    std::vector<std::uint64_t> where; // before anything moves
    KeyReader reader(*this);
    for (std::size_t i = 0; i < late; ++i) {
        if (cancel.isCancelled())
            return indexCancelled();
        const Result<Found> found = reader.find(added[i].key);
        if (!found)
            return found.error();
        where.push_back(found->position + i); // those before it are in by then
    }
    for (std::size_t i = 0; i < added.size(); ++i) {
        const std::uint32_t row = kHot | static_cast<std::uint32_t>(m_hot.size());
        m_hot.append(added[i]);
        if (i < late)
            m_order.insert(where[i], row);
        else
            m_order.append(row);
    }
    return true;
}

} // namespace core::store
