// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/eventrows.h"

#include <numeric>

namespace widgets {

using core::base::CancelToken;
using core::base::Instant;
using core::base::Result;
using core::domain::Event;
using core::domain::EventQuery;
using core::domain::Filter;
using core::domain::Order;
using core::workbench::EventPages;
using core::workbench::Job;

namespace {

class StoredRows final : public EventRows
{
public:
    StoredRows(BenchPtr bench, std::unique_ptr<EventPages> pages)
        : m_bench(std::move(bench))
        , m_pages(std::move(pages))
    {}

    [[nodiscard]] std::uint64_t snapshot() const override { return m_pages->snapshot(); }
    [[nodiscard]] bool hasIndex() const override { return m_pages->hasIndex(); }
    Result<void> buildIndex(const Job &job) override { return m_pages->buildIndex(job); }
    Result<std::uint64_t> count(const CancelToken &cancel) override { return m_pages->count(cancel); }
    Result<Events> page(std::uint64_t first, std::uint32_t rows, const CancelToken &cancel) const override
    {
        return m_pages->page(first, rows, cancel);
    }
    Result<std::optional<std::uint64_t>> rowOf(const Event &event, const CancelToken &cancel) const override
    {
        return m_pages->rowOf(event, cancel);
    }
    Result<std::uint64_t> rowAt(Instant at, const CancelToken &cancel) const override
    {
        return m_pages->rowAt(at, cancel);
    }
    Result<std::uint64_t> newRows(const CancelToken &cancel) const override
    {
        return m_pages->newRows(cancel);
    }
    Result<void> refresh(const Job &job) override { return m_pages->refresh(job); }

private:
    BenchPtr m_bench;
    std::unique_ptr<EventPages> m_pages; ///< goes before the workbench it reads
};

/// The past as it was known: nothing in it changes while the workspace does.
class PastRows final : public EventRows
{
public:
    PastRows(BenchPtr bench, Filter filter, EventQuery query, std::uint64_t snapshot)
        : m_bench(std::move(bench))
        , m_filter(std::move(filter))
        , m_query(std::move(query))
        , m_snapshot(snapshot)
    {}

    [[nodiscard]] std::uint64_t snapshot() const override { return m_snapshot; }
    [[nodiscard]] bool hasIndex() const override { return true; }
    Result<void> buildIndex(const Job &) override { return {}; }
    Result<std::uint64_t> count(const CancelToken &) override { return countOf(m_query); }
    Result<Events> page(std::uint64_t first, std::uint32_t rows, const CancelToken &cancel) const override
    {
        EventQuery query = m_query;
        query.offset = first;
        query.limit = rows;
        Events events;
        const auto read = m_bench->events().read(
            query,
            [&events](const Event &event) {
                events.push_back(event);
                return true;
            },
            cancel);
        if (!read)
            return read.error();
        return events;
    }
    Result<std::optional<std::uint64_t>> rowOf(const Event &event, const CancelToken &cancel) const override
    {
        auto at = rowAt(event.timestamp, cancel);
        while (at) {
            const auto rows = page(*at, 256, cancel);
            if (!rows)
                return rows.error();
            for (std::size_t i = 0; i < rows->size(); ++i) {
                if ((*rows)[i].id == event.id)
                    return std::optional(*at + i);
                if ((*rows)[i].timestamp != event.timestamp)
                    return std::optional<std::uint64_t>();
            }
            if (rows->empty())
                return std::optional<std::uint64_t>();
            at = *at + rows->size();
        }
        return at.error();
    }
    Result<std::uint64_t> rowAt(Instant at, const CancelToken &) const override
    {
        EventQuery before = m_query;
        const std::string bound = m_query.order == Order::Ascending ? "timestamp < " : "timestamp > ";
        std::string text = bound + toIso(at);
        if (!m_filter.normalForm().empty())
            text = '(' + m_filter.normalForm() + ") and " + text;
        auto filter = Filter::parse(text, at);
        if (!filter)
            return filter.error();
        before.filter = std::make_shared<const Filter>(std::move(*filter));
        return countOf(before);
    }
    Result<std::uint64_t> newRows(const CancelToken &) const override { return std::uint64_t{0}; }
    Result<void> refresh(const Job &) override { return {}; }

private:
    [[nodiscard]] Result<std::uint64_t> countOf(const EventQuery &query) const
    {
        const auto groups = m_bench->events().count(query, "");
        if (!groups)
            return groups.error();
        return std::accumulate(groups->begin(), groups->end(), std::uint64_t{0},
                               [](std::uint64_t sum, const auto &group) { return sum + group.count; });
    }

    BenchPtr m_bench;
    Filter m_filter;
    EventQuery m_query;
    std::uint64_t m_snapshot;
};

} // namespace

Result<std::shared_ptr<EventRows>> storedRows(const BenchPtr &bench, const EventListing &view,
                                              const CancelToken &cancel)
{
    // opened for the past too: it says which snapshot is the newest
    auto pages = EventPages::open(*bench, view.filter, view.order, cancel);
    if (!pages)
        return pages.error();
    if (!view.asOf.isValid())
        return std::shared_ptr<EventRows>(std::make_shared<StoredRows>(bench, std::move(*pages)));
    auto filter = Filter::parse(view.filter, bench->clock().now());
    if (!filter)
        return filter.error();
    EventQuery query;
    query.filter = std::make_shared<const Filter>(*filter);
    query.asOf = view.asOf;
    query.snapshot = (*pages)->snapshot();
    query.order = view.order;
    return std::shared_ptr<EventRows>(
        std::make_shared<PastRows>(bench, std::move(*filter), query, (*pages)->snapshot()));
}

} // namespace widgets
