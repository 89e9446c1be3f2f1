// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events and bars in memory that answer like the stores, so that studies can be tested without files.
#pragma once

#include "core/domain/filter.h"
#include "core/domain/readers.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace support {

using core::base::Date;
using core::base::Instant;

/// The working days (Monday to Friday) from `first` on.
inline std::vector<Date> workdays(Date first, std::size_t count)
{
    std::vector<Date> days;
    for (Date day = first; days.size() < count; day += std::chrono::days(1)) {
        if (std::chrono::weekday(day).iso_encoding() <= 5)
            days.push_back(day);
    }
    return days;
}

class FakeEvents final : public core::domain::EventReader
{
public:
    std::vector<core::domain::Event> events;

    /// An event known at `at`, with the metadata given as JSON.
    core::domain::Event &add(const char *type, Instant at, double value = core::domain::kMissing,
                             const char *entity = "US", const char *metadata = "")
    {
        core::domain::Event event;
        event.source = "fake";
        event.eventType = type;
        event.entity = entity;
        event.timestamp = event.knownAt = at;
        event.value = value;
        event.metadata = metadata;
        event.id = core::base::eventId(event.source, std::to_string(events.size()));
        event.seq = events.size() + 1;
        events.push_back(event);
        return events.back();
    }

    /// Another version of an event that was added, known later.
    core::domain::Event &revise(const core::domain::Event &first, Instant known)
    {
        core::domain::Event event = first;
        event.knownAt = known;
        event.revision = 1 + static_cast<std::int32_t>(std::count_if(
                                 events.begin(), events.end(), [&first](const core::domain::Event &other) {
                                     return other.id == first.id && other.revision > 0;
                                 }));
        event.seq = events.size() + 1;
        events.push_back(event);
        return events.back();
    }

    core::base::Result<void> read(const core::domain::EventQuery &query,
                                  const std::function<bool(const core::domain::Event &)> &row,
                                  const core::base::CancelToken &cancel) const override
    {
        const Instant asOf = query.asOf;
        return readVersions(
            query,
            [&](const core::domain::Event &event, Instant until) {
                const bool isKnown = !asOf.isValid() || event.knownAt <= asOf;
                const bool isReplaced = until.isValid() && (!asOf.isValid() || until <= asOf);
                return !isKnown || isReplaced || row(event);
            },
            cancel);
    }

    core::base::Result<void>
    readVersions(const core::domain::EventQuery &query,
                 const std::function<bool(const core::domain::Event &, Instant)> &row,
                 const core::base::CancelToken &) const override
    {
        const bool areRevised =
            std::any_of(events.begin(), events.end(), [](const auto &event) { return event.revision > 0; });
        std::vector<const core::domain::Event *> found;
        for (const auto &event : events) {
            if ((!query.filter || query.filter->matches(event)) &&
                (!query.snapshot || event.seq <= *query.snapshot))
                found.push_back(&event);
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const auto *a, const auto *b) { return a->timestamp < b->timestamp; });
        for (const auto *event : found) {
            if (!row(*event, areRevised ? replacedAt(*event, query) : Instant()))
                break;
        }
        return {};
    }

    core::base::Result<std::vector<core::domain::EventGroup>> count(const core::domain::EventQuery &,
                                                                    std::string_view) const override
    {
        return std::vector<core::domain::EventGroup>{{"", events.size()}};
    }

private:
    /// When another version came into force; missing: none has.
    [[nodiscard]] Instant replacedAt(const core::domain::Event &event,
                                     const core::domain::EventQuery &query) const
    {
        Instant out;
        for (const auto &other : events) {
            const bool isLater = std::pair(other.knownAt, other.seq) > std::pair(event.knownAt, event.seq);
            if (other.id == event.id && isLater && (!query.snapshot || other.seq <= *query.snapshot))
                out = out.isValid() ? std::min(out, other.knownAt) : other.knownAt;
        }
        return out;
    }
};

class FakeBars final : public core::domain::BarReader
{
public:
    std::map<std::string, core::domain::BarSeries> series;
    std::map<std::string, std::vector<core::domain::Action>> corporate;
    std::vector<core::domain::Instrument> known;
    mutable Instant lastAsOf; ///< of the last readMany: nothing here has versions
    /// The last close that was stored by a snapshot; snapshots beyond the last of them hold everything.
    std::map<std::uint64_t, Instant> heldAt;

    /// Adds a bar that closes at `close`; it opens six and a half hours before.
    void add(const std::string &symbol, Instant close, double price)
    {
        auto &bars = series[symbol];
        bars.symbol = symbol;
        bars.interval = "1d";
        bars.ts.push_back(close - std::chrono::minutes(390));
        bars.tsEnd.push_back(close);
        bars.open.push_back(price);
        bars.high.push_back(price * 1.01);
        bars.low.push_back(price * 0.99);
        bars.close.push_back(price);
        bars.adjClose.push_back(core::domain::kMissing);
        bars.volume.push_back(1000);
    }

    core::base::Result<core::domain::BarSeries> read(const core::domain::BarQuery &query) const override
    {
        const auto found = series.find(query.symbol);
        return found == series.end() ? core::domain::BarSeries{} : found->second;
    }

    core::base::Result<std::map<std::string, core::domain::BarSeries>>
    readMany(const std::vector<std::string> &symbols, const core::domain::BarQuery &query) const override
    {
        lastAsOf = query.asOf;
        std::map<std::string, core::domain::BarSeries> out;
        for (const auto &symbol : symbols) {
            if (series.count(symbol) > 0)
                out[symbol] = held(series.at(symbol), query);
        }
        return out;
    }

    core::base::Result<std::map<std::string, core::domain::BarVersions>>
    readVersions(const std::vector<std::string> &symbols, const core::domain::BarQuery &) const override
    {
        std::map<std::string, core::domain::BarVersions> out;
        for (const auto &symbol : symbols) {
            if (series.count(symbol) > 0)
                out[symbol] = {series.at(symbol), series.at(symbol).tsEnd};
        }
        return out;
    }

    core::base::Result<std::vector<std::string>> symbols(std::string_view) const override
    {
        std::vector<std::string> out;
        for (const auto &[symbol, bars] : series)
            out.push_back(symbol);
        return out;
    }

    core::base::Result<std::optional<core::domain::Instrument>>
    instrument(std::string_view symbol) const override
    {
        for (const auto &instrument : known) {
            if (instrument.symbol == symbol)
                return std::optional(instrument);
        }
        return std::optional<core::domain::Instrument>();
    }

    core::base::Result<std::vector<core::domain::Instrument>> instruments() const override { return known; }

    core::base::Result<std::vector<core::domain::Action>> actions(std::string_view symbol, Instant asOf,
                                                                  std::optional<std::uint64_t>) const override
    {
        std::vector<core::domain::Action> out;
        const auto found = corporate.find(std::string(symbol));
        for (std::size_t i = 0; found != corporate.end() && i < found->second.size(); ++i) {
            if (!asOf.isValid() || found->second[i].knownAt <= asOf)
                out.push_back(found->second[i]);
        }
        return out;
    }

private:
    core::domain::BarSeries held(const core::domain::BarSeries &all, const core::domain::BarQuery &query) const
    {
        const auto cut = query.snapshot ? heldAt.lower_bound(*query.snapshot) : heldAt.end();
        core::domain::BarSeries out = all;
        if (cut == heldAt.end())
            return out;
        const auto last = std::upper_bound(all.tsEnd.begin(), all.tsEnd.end(), cut->second);
        const auto size = static_cast<std::size_t>(last - all.tsEnd.begin());
        out.ts.resize(size);
        out.tsEnd.resize(size);
        for (auto *column : {&out.open, &out.high, &out.low, &out.close, &out.adjClose, &out.volume})
            column->resize(size);
        return out;
    }
};

/// Prices that start at 100 and move by the given log returns, closing 21:00 UTC on working days.
inline void addPrices(FakeBars &bars, const std::string &symbol, const std::vector<Date> &days,
                      const std::vector<double> &returns)
{
    double price = 100;
    for (std::size_t t = 0; t < days.size(); ++t) {
        price *= std::exp(returns[t]);
        bars.add(symbol, Instant(days[t]) + std::chrono::hours(21), price);
    }
}

/// Independent normal returns with the given standard deviation, the same for the same seed.
inline std::vector<double> normalReturns(std::size_t count, double deviation, unsigned seed)
{
    std::mt19937 generator(seed);
    std::vector<double> out;
    while (out.size() <
           count) { // Box and Muller (1958): the library's distribution is not the same everywhere
        const double u = (static_cast<double>(generator()) + 1.0) / 4294967297.0,
                     v = static_cast<double>(generator()) / 4294967296.0;
        out.push_back(deviation * std::sqrt(-2 * std::log(u)) * std::cos(6.283185307179586 * v));
    }
    return out;
}

} // namespace support
