// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/eventpages.h"

#include "core/base/tr.h"
#include "core/store/eventcounts.h"
#include "core/store/eventindex.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace core::workbench {

using base::CancelToken;
using base::Duration;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Tr;
using domain::Event;
using domain::EventQuery;
using domain::Order;
using store::EventIndex;
using store::RowKey;

namespace {

constexpr std::uint64_t kNearEnd = 20000; ///< rows that can be read without an index
constexpr std::size_t kMostEntities = 1000;
constexpr std::size_t kMostWords = 10000; ///< of sources and event types

Result<std::shared_ptr<const domain::Filter>> parsed(const Workbench &bench, const std::string &filter)
{
    Result<domain::Filter> parsed = domain::Filter::parse(filter, bench.clock().now());
    if (!parsed)
        return parsed.error();
    if (parsed->root().kind == domain::FilterNode::Kind::All)
        return std::shared_ptr<const domain::Filter>();
    return std::make_shared<const domain::Filter>(std::move(parsed).value());
}

/// The least key of an instant.
RowKey startOf(Instant at)
{
    return {at, {}, std::numeric_limits<std::int32_t>::min()};
}

Instant justAfter(Instant at)
{
    return at.micros() == std::numeric_limits<std::int64_t>::max() ? at : at + Duration(1);
}

} // namespace

struct EventPages::Impl {
    const store::EventStore &events;
    const std::shared_ptr<const domain::Filter> filter; ///< null: all
    const Order order;

    Impl(const store::EventStore &store, std::shared_ptr<const domain::Filter> tree, Order direction)
        : events(store)
        , filter(std::move(tree))
        , order(direction)
    {}

    /// What is shown; taken as one.
    struct Shown {
        std::uint64_t snapshot = 0;
        EventIndex::Shared index;
        std::optional<std::uint64_t> count;
    };
    mutable std::mutex showing; ///< guards shown
    mutable Shown shown;
    std::timed_mutex changing; ///< held by what makes an index: one at a time

    [[nodiscard]] Shown now() const
    {
        const std::lock_guard lock(showing);
        return shown;
    }
    [[nodiscard]] EventQuery queryAt(std::uint64_t snapshot) const
    {
        EventQuery query;
        query.filter = filter;
        query.snapshot = snapshot;
        query.order = order;
        return query;
    }
    /// The index has lost touch with the files: it is not used any more.
    void forget(const EventIndex::Shared &index) const
    {
        const std::lock_guard lock(showing);
        if (shown.index == index)
            shown.index.reset();
    }
    void show(EventIndex::Shared index)
    {
        const std::lock_guard lock(showing);
        shown.snapshot = index->snapshot();
        shown.count = index->rows();
        shown.index = std::move(index);
    }
    Result<std::unique_lock<std::timed_mutex>> alone(const CancelToken &cancel)
    {
        std::unique_lock lock(changing, std::defer_lock);
        while (!cancel.isCancelled()) {
            if (lock.try_lock_for(std::chrono::milliseconds(20)))
                return lock;
        }
        return Error{ErrorCode::Cancelled, Tr::tr("Cancelled.")};
    }
    Result<std::uint64_t> count(const CancelToken &cancel) const
    {
        const Shown at = now();
        if (at.count)
            return *at.count;
        const auto counted = store::countRows(events, queryAt(at.snapshot), {}, cancel);
        if (!counted)
            return counted;
        const std::lock_guard lock(showing);
        if (shown.snapshot == at.snapshot)
            shown.count = *counted;
        return counted;
    }
    Result<std::vector<Event>> ascending(const EventIndex &index, std::uint64_t first, std::uint32_t rows,
                                         const CancelToken &cancel) const
    {
        if (order == Order::Ascending)
            return index.read(events, first, rows, cancel);
        if (first >= index.rows())
            return std::vector<Event>();
        const std::uint64_t end = index.rows() - first;
        const std::uint64_t begin = end - std::min<std::uint64_t>(end, rows);
        auto page = index.read(events, begin, static_cast<std::uint32_t>(end - begin), cancel);
        if (page)
            std::reverse(page->begin(), page->end());
        return page;
    }
    Result<std::vector<Event>> ask(const EventQuery &query, const CancelToken &cancel) const
    {
        auto edge = store::readEdge(events, query, cancel);
        if (!edge)
            return edge.error();
        if (*edge)
            return std::move(**edge);
        std::vector<Event> rows;
        const auto read = events.read(
            query,
            [&rows](const Event &event) {
                rows.push_back(event);
                return true;
            },
            cancel);
        if (!read)
            return read.error();
        return rows;
    }
    Result<std::vector<Event>> nearEnd(std::uint64_t snapshot, std::uint64_t first, std::uint32_t rows,
                                       const CancelToken &cancel) const
    {
        EventQuery query = queryAt(snapshot);
        query.offset = first;
        query.limit = rows;
        if (first + rows <= kNearEnd)
            return ask(query, cancel);
        const auto all = count(cancel);
        if (!all)
            return all.error();
        if (first >= *all)
            return std::vector<Event>();
        const std::uint64_t wanted = std::min<std::uint64_t>(rows, *all - first);
        if (*all - first > kNearEnd)
            return Error{ErrorCode::NotFound,
                         Tr::tr("Rows in the middle of the table can be shown when its index is ready.")};
        query.order = order == Order::Ascending ? Order::Descending : Order::Ascending;
        query.offset = *all - first - wanted;
        query.limit = wanted;
        auto page = ask(query, cancel);
        if (page)
            std::reverse(page->begin(), page->end());
        return page;
    }
};

EventPages::EventPages(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}

EventPages::~EventPages() = default;

Result<std::unique_ptr<EventPages>> EventPages::open(const Workbench &bench, const std::string &filter,
                                                     Order order, const CancelToken &cancel)
{
    auto tree = parsed(bench, filter);
    if (!tree)
        return tree.error();
    auto impl = std::make_unique<Impl>(bench.workspace().events(), std::move(tree).value(), order);
    EventQuery query;
    query.filter = impl->filter;
    const auto scope = impl->events.scope(query, cancel);
    if (!scope)
        return scope.error();
    impl->shown.snapshot = scope->snapshot;
    return std::unique_ptr<EventPages>(new EventPages(std::move(impl)));
}

std::uint64_t EventPages::snapshot() const
{
    return m_impl->now().snapshot;
}

bool EventPages::hasIndex() const
{
    return m_impl->now().index != nullptr;
}

std::size_t EventPages::indexBytes() const
{
    const EventIndex::Shared index = m_impl->now().index;
    return index ? index->memoryBytes() : 0;
}

Result<std::uint64_t> EventPages::count(const CancelToken &cancel)
{
    return m_impl->count(cancel);
}

Result<void> EventPages::buildIndex(const Job &job)
{
    const auto alone = m_impl->alone(job.cancel);
    if (!alone)
        return alone.error();
    const Impl::Shown now = m_impl->now();
    if (now.index)
        return {};
    auto index = EventIndex::build(m_impl->events, m_impl->queryAt(now.snapshot), job.cancel, job.progress);
    if (!index)
        return index.error();
    m_impl->show(std::move(index).value());
    return {};
}

Result<std::vector<Event>> EventPages::page(std::uint64_t first, std::uint32_t rows,
                                            const CancelToken &cancel) const
{
    const Impl::Shown now = m_impl->now();
    if (now.index) {
        auto page = m_impl->ascending(*now.index, first, rows, cancel);
        if (page || (page.error().code != ErrorCode::NotFound && page.error().code != ErrorCode::Corrupt))
            return page;
        m_impl->forget(now.index);
    }
    return m_impl->nearEnd(now.snapshot, first, rows, cancel);
}

Result<std::optional<std::uint64_t>> EventPages::rowOf(const Event &event, const CancelToken &cancel) const
{
    const Impl::Shown now = m_impl->now();
    const RowKey key = store::keyOf(event);
    if (now.index) {
        const auto found = now.index->find(key);
        if (found && !found->isThere)
            return std::optional<std::uint64_t>();
        if (found)
            return std::optional(m_impl->order == Order::Ascending ? found->position
                                                                   : now.index->rows() - 1 - found->position);
        m_impl->forget(now.index);
    }
    const EventQuery query = m_impl->queryAt(now.snapshot);
    store::CountBounds here;
    here.at = key;
    const auto isThere = store::countRows(m_impl->events, query, here, cancel);
    if (!isThere)
        return isThere.error();
    if (*isThere == 0)
        return std::optional<std::uint64_t>();
    store::CountBounds before;
    (m_impl->order == Order::Ascending ? before.before : before.after) = key;
    const auto position = store::countRows(m_impl->events, query, before, cancel);
    if (!position)
        return position.error();
    return std::optional(*position);
}

Result<std::uint64_t> EventPages::rowAt(Instant at, const CancelToken &cancel) const
{
    const Impl::Shown now = m_impl->now();
    const bool isAscending = m_impl->order == Order::Ascending;
    const RowKey key = startOf(isAscending ? at : justAfter(at));
    if (now.index) {
        const auto found = now.index->find(key);
        if (found)
            return isAscending ? found->position : now.index->rows() - found->position;
        m_impl->forget(now.index);
    }
    store::CountBounds before;
    (isAscending ? before.before : before.after) = key;
    return store::countRows(m_impl->events, m_impl->queryAt(now.snapshot), before, cancel);
}

Result<std::uint64_t> EventPages::newRows(const CancelToken &cancel) const
{
    EventQuery query;
    query.filter = m_impl->filter;
    store::CountBounds newer;
    newer.newerSeq = m_impl->now().snapshot;
    return store::countRows(m_impl->events, query, newer, cancel);
}

Result<void> EventPages::refresh(const Job &job)
{
    const auto alone = m_impl->alone(job.cancel);
    if (!alone)
        return alone.error();
    EventQuery query;
    query.filter = m_impl->filter;
    const EventIndex::Shared before = m_impl->now().index;
    if (!before) {
        const auto scope = m_impl->events.scope(query, job.cancel);
        if (!scope)
            return scope.error();
        const std::lock_guard lock(m_impl->showing);
        if (m_impl->shown.snapshot != scope->snapshot)
            m_impl->shown = {scope->snapshot, {}, {}};
        return {};
    }
    auto index = before->extended(m_impl->events, query, job.cancel);
    if (index && !*index)
        index = EventIndex::build(m_impl->events, query, job.cancel, job.progress);
    if (!index)
        return index.error();
    m_impl->show(std::move(index).value());
    return {};
}

Result<EventHistogram> histogramOf(const Workbench &bench, const std::string &filter, Instant from,
                                   Instant to, std::size_t buckets, const CancelToken &cancel)
{
    EventQuery query;
    auto tree = parsed(bench, filter);
    if (!tree)
        return tree.error();
    query.filter = std::move(tree).value();
    EventHistogram histogram{from, to, {}};
    auto counts = store::countOverTime(bench.workspace().events(), query, histogram.from, histogram.to,
                                       buckets, cancel);
    if (!counts)
        return counts.error();
    histogram.counts = std::move(counts).value();
    return histogram;
}

Result<std::string> rawBytes(const Workbench &bench, const base::Sha256 &sha, std::size_t limit)
{
    if (sha == base::Sha256{})
        return Error{ErrorCode::NotFound,
                     Tr::tr("This event was computed or entered by hand: there are no raw "
                            "bytes behind it.")};
    std::string bytes;
    bool isFull = false;
    const auto read = bench.workspace().vault().read(sha, [&](std::string_view piece) -> Result<void> {
        bytes += piece.substr(0, limit - bytes.size());
        isFull = bytes.size() == limit;
        return isFull ? Result<void>(Error{ErrorCode::Cancelled, {}}) : Result<void>();
    });
    if (!read && !isFull)
        return read.error();
    return bytes;
}

Result<EventWords> wordsOf(const Workbench &bench, const CancelToken &cancel)
{
    const store::EventStore &events = bench.workspace().events();
    auto sources = store::distinctTexts(events, "source", kMostWords, cancel);
    if (!sources)
        return sources.error();
    auto types = store::distinctTexts(events, "event_type", kMostWords, cancel);
    if (!types)
        return types.error();
    auto entities = store::distinctTexts(events, "entity", kMostEntities, cancel);
    if (!entities)
        return entities.error();
    return EventWords{std::move(sources).value(), std::move(types).value(), std::move(entities).value()};
}

} // namespace core::workbench
