// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of events that a table asks for beside its rows: how many, before and after a row, over time, and
// which words occur.
#pragma once

#include "core/store/eventstore.h"
#include "core/store/rowfile.h"

namespace core::store {

/// Which of a query's rows are counted.
struct CountBounds {
    std::optional<RowKey> before;          ///< keys less than it
    std::optional<RowKey> after;           ///< keys greater than it
    std::optional<RowKey> at;              ///< that key
    std::optional<std::uint64_t> newerSeq; ///< seq greater than it
};

/// The rows of the query's filter and snapshot; its order, offset and limit do not count. Any thread.
base::Result<std::uint64_t> countRows(const EventStore &store, const domain::EventQuery &query,
                                      const CountBounds &bounds, const base::CancelToken &cancel);

/// Counts in `buckets` equal stretches of [from, to], the last one closed; a missing end is set to the first
/// or last row's time. Empty when there are no rows and an end is missing.
base::Result<std::vector<std::uint64_t>> countOverTime(const EventStore &store,
                                                       const domain::EventQuery &query, base::Instant &from,
                                                       base::Instant &to, std::size_t buckets,
                                                       const base::CancelToken &cancel);

/// The distinct texts of "source", "event_type" or "entity", empty ones left out: the `limit` most frequent
/// ones, ascending.
base::Result<std::vector<std::string>> distinctTexts(const EventStore &store, std::string_view column,
                                                     std::size_t limit, const base::CancelToken &cancel);

} // namespace core::store
