// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What rooms that compute may ask of stored facts, without knowing how they are stored.
#pragma once

#include "core/base/cancel.h"
#include "core/domain/bar.h"
#include "core/domain/event.h"
#include "core/domain/instrument.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::domain {

class Filter;

enum class Order : std::uint8_t { Ascending, Descending };

/// A question about events. Rows come ordered by (timestamp, id, revision).
struct EventQuery {
    std::shared_ptr<const Filter> filter; ///< null: all events
    base::Instant asOf; ///< only what was known then, in the version then in force; missing: no limit
    std::optional<std::uint64_t> snapshot; ///< only rows with seq ≤ it
    Order order = Order::Ascending;
    std::uint64_t offset = 0;
    std::optional<std::uint64_t> limit;
    bool verified = false; ///< hash every file read (studies, exports): a mismatch is an error, not a row
};

struct EventGroup {
    std::string key;
    std::uint64_t count = 0;
};

class EventReader
{
public:
    virtual ~EventReader() = default;
    /// Calls `row` for each event in order until it returns false. Any thread.
    virtual base::Result<void> read(const EventQuery &query, const std::function<bool(const Event &)> &row,
                                    const base::CancelToken &cancel = {}) const = 0;
    /// Counts by "source", "event_type", "entity", "day", "month" or "year" (UTC), ascending by key; "" is
    /// one group.
    virtual base::Result<std::vector<EventGroup>> count(const EventQuery &query,
                                                        std::string_view by) const = 0;
    /// Calls `row` for every version that passes the filter, ascending by (timestamp, id, revision), with the
    /// instant from which another one was in force (missing: it still is), until it returns false. Of the
    /// query only filter, snapshot and verified count. This one is for readers that keep one version of each
    /// event. Any thread.
    virtual base::Result<void> readVersions(const EventQuery &query,
                                            const std::function<bool(const Event &, base::Instant)> &row,
                                            const base::CancelToken &cancel = {}) const;
};

struct BarQuery {
    std::string symbol;
    std::string interval = "1d";
    base::Instant from; ///< missing: from the first
    base::Instant to;   ///< bars that close before or at it; missing: to the last
    base::Instant asOf;
    std::optional<std::uint64_t> snapshot;
    bool verified = false;
};

/// The bars of one symbol in every version, ascending by ts, the versions of a bar in the order in which they
/// were in force.
struct BarVersions {
    BarSeries bars;                   ///< one row per version
    std::vector<base::Instant> known; ///< when each became known
};

class BarReader
{
public:
    virtual ~BarReader() = default;
    /// The bars of one symbol; empty columns when there are none. Any thread.
    virtual base::Result<BarSeries> read(const BarQuery &query) const = 0;
    /// The bars of many symbols of one interval in one pass, keyed by symbol; `query.symbol` is ignored.
    virtual base::Result<std::map<std::string, BarSeries>> readMany(const std::vector<std::string> &symbols,
                                                                    const BarQuery &query) const = 0;
    /// The same with every version, so that any past can be seen; of the query only interval, snapshot and
    /// verified count. This one is for readers that keep one version of each bar, known at its close.
    virtual base::Result<std::map<std::string, BarVersions>>
    readVersions(const std::vector<std::string> &symbols, const BarQuery &query) const;
    /// Every symbol that has bars of that interval, ascending.
    virtual base::Result<std::vector<std::string>> symbols(std::string_view interval) const = 0;
    virtual base::Result<std::optional<Instrument>> instrument(std::string_view symbol) const = 0;
    /// Every known instrument, ascending by symbol.
    virtual base::Result<std::vector<Instrument>> instruments() const = 0;
    /// Corporate actions of a symbol known by `asOf` (missing: all) and within the snapshot, ascending by
    /// effective.
    virtual base::Result<std::vector<Action>> actions(std::string_view symbol, base::Instant asOf,
                                                      std::optional<std::uint64_t> snapshot) const = 0;
};

} // namespace core::domain
