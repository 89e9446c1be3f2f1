// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/tr.h"
#include "core/store/eventindex.h"
#include "core/store/eventrow.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace core::store {

using base::CancelToken;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using domain::Event;
using domain::EventQuery;

namespace {

constexpr std::uint64_t kMostRead = 40000;        ///< rows looked at: some 50 ms; then columns are faster
constexpr std::uint64_t kMostSuperseded = 100000; ///< versions kept in memory to leave them out

/// Goes through the whole events of a row file from one of its ends.
class EdgeCursor final
{
public:
    EdgeCursor(std::shared_ptr<const RowFile> rows, bool isPlain, bool isDescending)
        : m_rows(std::move(rows))
        , m_isPlain(isPlain)
        , m_isDescending(isDescending)
    {}
    Result<bool> next()
    {
        if (++m_at < m_events.size())
            return true;
        if (m_done == m_rows->blocks())
            return false;
        const std::uint32_t block = m_isDescending ? m_rows->blocks() - 1 - m_done : m_done;
        ++m_done;
        const std::uint64_t rows =
            std::min<std::uint64_t>(kRowsPerBlock, m_rows->rows() - std::uint64_t{block} * kRowsPerBlock);
        std::vector<std::uint32_t> positions(rows);
        std::iota(positions.begin(), positions.end(), 0U);
        if (m_isDescending)
            std::reverse(positions.begin(), positions.end());
        Result<std::vector<Event>> events = m_rows->readEvents(block, positions);
        if (!events)
            return events.error();
        m_events = std::move(events).value();
        m_at = 0;
        return true;
    }
    [[nodiscard]] Event &event() { return m_events[m_at]; }
    [[nodiscard]] const Event &event() const { return m_events[m_at]; }
    [[nodiscard]] bool isPlain() const { return m_isPlain; }

private:
    std::shared_ptr<const RowFile> m_rows;
    bool m_isPlain;
    bool m_isDescending;
    std::uint32_t m_done = 0; ///< blocks
    std::size_t m_at = 0;
    std::vector<Event> m_events;
};

/// The edge of one scope.
class Edge final
{
public:
    Edge(const EventStore &store, const EventQuery &query, const EventScope &scope, const CancelToken &cancel)
        : m_store(store)
        , m_query(query)
        , m_scope(scope)
        , m_cancel(cancel)
        , m_isDescending(query.order == domain::Order::Descending)
    {}

    Result<std::optional<std::vector<Event>>> run()
    {
        std::vector<const ManifestEntry *> files;
        for (const ManifestEntry &file : m_scope.files)
            files.push_back(&file);
        std::sort(files.begin(), files.end(), [this](const ManifestEntry *a, const ManifestEntry *b) {
            return m_isDescending ? b->tsMax < a->tsMax : a->tsMin < b->tsMin;
        });
        const std::uint64_t wanted = m_query.offset + m_query.limit.value_or(0);
        auto hot = readHot(wanted);
        if (!hot)
            return hot.error();
        const auto isLater = [this](const EdgeCursor *a, const EdgeCursor *b) {
            return comesBefore(keyOf(b->event()), keyOf(a->event()));
        };
        std::vector<std::unique_ptr<EdgeCursor>> cursors;
        std::vector<EdgeCursor *> heap;
        std::vector<Event> page;
        auto file = files.begin();
        auto fresh = hot->begin();
        std::uint64_t passed = 0;
        std::uint64_t looked = 0;
        const auto take = [&](Event &event) {
            if (passed++ >= m_query.offset)
                page.push_back(std::move(event));
        };
        while (passed < wanted) {
            // every file that may hold the next row
            while (file != files.end() &&
                   mayHoldNext(**file, heap, fresh == hot->end() ? nullptr : &*fresh)) {
                const auto rows = m_store.rowFiles().find(**file);
                if (!rows)
                    return std::optional<std::vector<Event>>();
                cursors.push_back(
                    std::make_unique<EdgeCursor>(rows, isPlain(**file, m_scope), m_isDescending));
                const Result<bool> first = cursors.back()->next();
                if (!first)
                    return first.error();
                if (*first) {
                    heap.push_back(cursors.back().get());
                    std::push_heap(heap.begin(), heap.end(), isLater);
                }
                ++file;
            }
            const bool isFresh = fresh != hot->end() &&
                                 (heap.empty() || comesBefore(keyOf(*fresh), keyOf(heap.front()->event())));
            if (isFresh) {
                take(*fresh++);
                continue;
            }
            if (heap.empty())
                break;
            if (++looked > kMostRead)
                return std::optional<std::vector<Event>>();
            if (looked % 1024 == 0 && m_cancel.isCancelled())
                return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
            std::pop_heap(heap.begin(), heap.end(), isLater);
            EdgeCursor &first = *heap.back();
            const Result<bool> passes = this->passes(first);
            if (!passes)
                return passes.error();
            if (m_isBeyond)
                return std::optional<std::vector<Event>>();
            if (*passes)
                take(first.event());
            const Result<bool> more = first.next();
            if (!more)
                return more.error();
            if (*more)
                std::push_heap(heap.begin(), heap.end(), isLater);
            else
                heap.pop_back();
        }
        return std::optional(std::move(page));
    }

private:
    [[nodiscard]] bool comesBefore(const RowKey &a, const RowKey &b) const
    {
        return m_isDescending ? b < a : a < b;
    }

    [[nodiscard]] bool mayHoldNext(const ManifestEntry &file, const std::vector<EdgeCursor *> &heap,
                                   const Event *fresh) const
    {
        Instant next;
        if (!heap.empty())
            next = heap.front()->event().timestamp;
        if (fresh != nullptr &&
            (!next.isValid() || (m_isDescending ? fresh->timestamp > next : fresh->timestamp < next)))
            next = fresh->timestamp;
        if (!next.isValid())
            return true;
        return m_isDescending ? file.tsMax >= next : file.tsMin <= next;
    }

    Result<bool> passes(const EdgeCursor &cursor)
    {
        const Event &event = cursor.event();
        if (!cursor.isPlain()) {
            if (event.seq > m_scope.snapshot)
                return false;
            const auto known = knowSuperseded();
            if (!known)
                return known.error();
            if (m_superseded->contains({event.id, event.revision}))
                return false;
        }
        return !m_query.filter || m_query.filter->matches(event);
    }

    Result<void> knowSuperseded()
    {
        if (m_superseded)
            return {};
        m_superseded.emplace();
        const Result<DuckConnection> connection = m_store.connect();
        if (!connection)
            return connection.error();
        Result<DuckResult> rows =
            connection->query("SELECT id, revision FROM superseded WHERE row <= $1 AND seq <= $2 LIMIT $3",
                              {m_scope.hot.supersededRow, static_cast<std::int64_t>(m_scope.snapshot),
                               static_cast<std::int64_t>(kMostSuperseded + 1)},
                              &m_cancel);
        if (!rows)
            return rows.error();
        for (;;) {
            const Result<bool> more = rows->next();
            if (!more)
                return more.error();
            if (!*more)
                break;
            for (std::size_t i = 0; i < rows->rows(); ++i)
                m_superseded->emplace(rows->uuid(0, i), rows->values<std::int32_t>(1)[i]);
        }
        m_isBeyond = m_superseded->size() > kMostSuperseded;
        return {};
    }

    Result<std::vector<Event>> readHot(std::uint64_t wanted)
    {
        std::vector<Event> events;
        if (m_scope.hot.isEmpty())
            return events;
        const Result<DuckConnection> connection = m_store.connect();
        if (!connection)
            return connection.error();
        Parameters parameters;
        const std::string direction = m_isDescending ? " DESC" : "";
        std::string sql = "SELECT * FROM (" + hotSql(m_scope, {}, kEventColumns, parameters) + ") e";
        if (m_query.filter)
            sql += " WHERE " + filterSql(*m_query.filter, parameters);
        Result<DuckResult> rows =
            connection->query(sql + " ORDER BY timestamp" + direction + ", id" + direction + ", revision" +
                                  direction + " LIMIT " + std::to_string(wanted),
                              parameters.values(), &m_cancel);
        if (!rows)
            return rows.error();
        for (;;) {
            const Result<bool> more = rows->next();
            if (!more)
                return more.error();
            if (!*more)
                return events;
            for (std::size_t i = 0; i < rows->rows(); ++i)
                events.push_back(eventAt(*rows, i));
        }
    }

    const EventStore &m_store;
    const EventQuery &m_query;
    const EventScope &m_scope;
    const CancelToken &m_cancel;
    bool m_isDescending;
    std::optional<std::set<VersionKey>> m_superseded;
    bool m_isBeyond = false; ///< too many superseded versions to know them all
};

} // namespace

Result<std::optional<std::vector<Event>>> readEdge(const EventStore &store, const EventQuery &query,
                                                   const CancelToken &cancel)
{
    if (query.verified || query.asOf.isValid() || !query.limit || query.offset + *query.limit > kMostRead)
        return std::optional<std::vector<Event>>();
    const Result<EventScope> scope = store.scope(query, cancel);
    if (!scope)
        return scope.error();
    auto page = Edge(store, query, *scope, cancel).run();
    if (!page && page.error().code == ErrorCode::Corrupt)
        return std::optional<std::vector<Event>>(); // the lake itself is asked
    return page;
}

} // namespace core::store
