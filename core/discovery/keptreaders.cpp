// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/keptreaders.h"

#include "core/discovery/runner.h"
#include "core/domain/filter.h"

#include <algorithm>

namespace core::discovery {

using base::Instant;
using base::Result;
using domain::BarQuery;
using domain::BarSeries;
using domain::BarVersions;
using domain::Event;
using domain::EventQuery;

namespace {

std::string snapshotKey(const std::optional<std::uint64_t> &snapshot)
{
    return snapshot ? std::to_string(*snapshot) + "|" : std::string("|");
}

std::string keyOf(std::string_view symbol, const BarQuery &query)
{
    return snapshotKey(query.snapshot) + query.interval + "|" + std::string(symbol);
}

/// Of each bar the last version that was known at the instant.
BarSeries asOf(const BarVersions &all, Instant instant)
{
    const BarSeries &bars = all.bars;
    BarSeries out;
    out.symbol = bars.symbol;
    out.interval = bars.interval;
    std::vector<std::size_t> rows;
    rows.reserve(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (instant.isValid() && all.known[i] > instant)
            continue;
        if (!rows.empty() && bars.ts[rows.back()] == bars.ts[i])
            rows.back() = i;
        else
            rows.push_back(i);
    }
    const auto take = [&rows](auto &to, const auto &from) {
        to.reserve(rows.size());
        for (const std::size_t row : rows)
            to.push_back(from[row]);
    };
    take(out.ts, bars.ts);
    take(out.tsEnd, bars.tsEnd);
    take(out.open, bars.open);
    take(out.high, bars.high);
    take(out.low, bars.low);
    take(out.close, bars.close);
    take(out.adjClose, bars.adjClose);
    take(out.volume, bars.volume);
    return out;
}

} // namespace

Result<KeptEvents::Versions> KeptEvents::versions(const EventQuery &query,
                                                  const base::CancelToken &cancel) const
{
    const std::string key =
        snapshotKey(query.snapshot) + (query.filter ? query.filter->normalForm() : std::string());
    const std::lock_guard lock(m_reading);
    if (const auto kept = m_kept.find(key); kept != m_kept.end())
        return kept->second;
    auto all = std::make_shared<std::vector<Version>>();
    const auto read = m_behind.readVersions(
        query,
        [&all](const Event &event, Instant until) {
            all->push_back({event, until});
            return true;
        },
        cancel);
    if (!read.ok())
        return read.error();
    if (cancel.isCancelled()) // what was read may be a part
        return Versions(std::move(all));
    return m_kept.emplace(key, std::move(all)).first->second;
}

Result<void> KeptEvents::read(const EventQuery &query, const std::function<bool(const Event &)> &row,
                              const base::CancelToken &cancel) const
{
    if (query.limit || query.offset > 0 || query.order == domain::Order::Descending)
        return m_behind.read(query, row, cancel);
    const auto all = versions(query, cancel);
    if (!all.ok())
        return all.error();
    for (const Version &version : **all) {
        const bool isKnown = !query.asOf.isValid() || version.event.knownAt <= query.asOf;
        const bool isReplaced =
            version.until.isValid() && (!query.asOf.isValid() || version.until <= query.asOf);
        if (isKnown && !isReplaced && !row(version.event))
            break;
    }
    return {};
}

Result<std::vector<domain::EventGroup>> KeptEvents::count(const EventQuery &query, std::string_view by) const
{
    return m_behind.count(query, by);
}

Result<void> KeptEvents::readVersions(const EventQuery &query,
                                      const std::function<bool(const Event &, Instant)> &row,
                                      const base::CancelToken &cancel) const
{
    const auto all = versions(query, cancel);
    if (!all.ok())
        return all.error();
    for (const Version &version : **all) {
        if (!row(version.event, version.until))
            break;
    }
    return {};
}

std::vector<Instant> KeptEvents::beforeRevisions() const
{
    std::vector<Instant> out;
    const std::lock_guard lock(m_reading);
    for (const auto &[key, all] : m_kept) {
        for (const Version &version : *all) {
            if (version.until.isValid() && version.until > version.event.knownAt)
                out.push_back(version.until - base::Duration(1));
        }
    }
    return out;
}

Result<void> KeptBars::keep(const std::vector<std::string> &symbols, const BarQuery &query) const
{
    std::vector<std::string> missing;
    std::copy_if(symbols.begin(), symbols.end(), std::back_inserter(missing),
                 [&](const std::string &symbol) { return !m_kept.contains(keyOf(symbol, query)); });
    if (missing.empty())
        return {};
    auto read = m_behind.readVersions(missing, query);
    if (!read.ok())
        return read.error();
    for (const std::string &symbol : missing)
        m_kept[keyOf(symbol, query)] = std::move((*read)[symbol]);
    return {};
}

Result<BarSeries> KeptBars::read(const BarQuery &query) const
{
    auto many = readMany({query.symbol}, query);
    if (!many.ok())
        return many.error();
    const auto found = many->find(query.symbol);
    if (found != many->end())
        return std::move(found->second);
    BarSeries none;
    none.symbol = query.symbol;
    none.interval = query.interval;
    return none;
}

Result<std::map<std::string, BarSeries>> KeptBars::readMany(const std::vector<std::string> &symbols,
                                                            const BarQuery &query) const
{
    if (query.from.isValid() || query.to.isValid())
        return m_behind.readMany(symbols, query);
    const std::lock_guard lock(m_reading);
    if (auto kept = keep(symbols, query); !kept.ok())
        return kept.error();
    std::map<std::string, BarSeries> out;
    for (const std::string &symbol : symbols) {
        BarSeries bars = asOf(m_kept.at(keyOf(symbol, query)), query.asOf);
        if (bars.size() > 0)
            out.emplace(symbol, std::move(bars));
    }
    return out;
}

Result<std::map<std::string, BarVersions>> KeptBars::readVersions(const std::vector<std::string> &symbols,
                                                                  const BarQuery &query) const
{
    const std::lock_guard lock(m_reading);
    if (auto kept = keep(symbols, query); !kept.ok())
        return kept.error();
    std::map<std::string, BarVersions> out;
    for (const std::string &symbol : symbols)
        out.emplace(symbol, m_kept.at(keyOf(symbol, query)));
    return out;
}

Result<std::vector<std::string>> KeptBars::symbols(std::string_view interval) const
{
    return m_behind.symbols(interval);
}

Result<std::optional<domain::Instrument>> KeptBars::instrument(std::string_view symbol) const
{
    return m_behind.instrument(symbol);
}

Result<std::vector<domain::Instrument>> KeptBars::instruments() const
{
    return m_behind.instruments();
}

Result<std::vector<domain::Action>> KeptBars::actions(std::string_view symbol, Instant asOf,
                                                      std::optional<std::uint64_t> snapshot) const
{
    return m_behind.actions(symbol, asOf, snapshot); // few, and in versions of their own
}

std::vector<Instant> KeptBars::beforeRevisions() const
{
    std::vector<Instant> out;
    const std::lock_guard lock(m_reading);
    for (const auto &[key, all] : m_kept) {
        for (std::size_t i = 1; i < all.bars.size(); ++i) {
            if (all.bars.ts[i] == all.bars.ts[i - 1] && all.known[i] > all.known[i - 1])
                out.push_back(all.known[i] - base::Duration(1));
        }
    }
    return out;
}

RunContext onKept(const RunContext &context, const KeptEvents &events, const KeptBars &bars)
{
    return {.events = events,
            .bars = bars,
            .ledger = context.ledger,
            .clock = context.clock,
            .snapshot = context.snapshot,
            .asOf = context.asOf,
            .sealedFrom = context.sealedFrom,
            .watchlist = context.watchlist,
            .links = context.links,
            .threads = context.threads,
            .cancel = context.cancel,
            .progress = context.progress};
}

} // namespace core::discovery
