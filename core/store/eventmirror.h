// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The hot tier as DuckDB tables in memory, fed commit by commit, so that one query can read both tiers.
#pragma once

#include "core/store/duck.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <shared_mutex>

namespace core::store {

/// What a reader sees of the hot tier: while it lives, no row it needs leaves the mirror.
struct HotView {
    std::uint64_t floor = 0; ///< rows with floor ≤ place < ceiling
    std::uint64_t ceiling = 0;
    std::uint64_t supersededHot = 0; ///< how many rows of superseded point to hot versions
    std::int64_t supersededRow = 0;  ///< rows of superseded with row ≤ it
    std::shared_lock<std::shared_mutex> keep;

    [[nodiscard]] bool isEmpty() const { return floor >= ceiling; }
};

/// A reading transaction and what it sees of the hot tier.
struct HotReading {
    Transaction transaction;
    HotView view;
};

/// Tables hot(place, kEventTable) and superseded(row, id, revision, superseded_at, seq). Any thread.
class EventMirror final
{
public:
    static base::Result<std::unique_ptr<EventMirror>> create(const DuckDatabase &duck);

    /// Begins a reading transaction and copies what was committed until then: manifest, hot rows and
    /// superseded then belong to one moment. Readers begin in the order in which they are served, for an
    /// older state, served late, would take rows of a newer one for gone.
    base::Result<HotReading> begin(Database &database);
    /// The same in the transaction `database` is in, for a mirror with one reader.
    base::Result<HotView> catchUp(Database &database);

private:
    explicit EventMirror(DuckConnection connection);
    base::Result<HotView> feed(Database &database);
    base::Result<void> copyRows(Database &database, std::uint64_t floor);
    base::Result<void> copySuperseded(Database &database);

    DuckConnection m_connection;
    std::mutex m_feeding; ///< guards the connection, the three numbers and the order of the readers
    std::uint64_t m_floor = 0;
    std::uint64_t m_ceiling = 0;
    std::int64_t m_supersededRow = 0;
    std::shared_mutex m_inUse; ///< shared by readers; rows leave only when there is none
};

} // namespace core::store
