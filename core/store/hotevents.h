// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The hot tier: fresh events in SQLite, appended commit by commit, each id looked up before it is stored.
#pragma once

#include "core/domain/event.h"
#include "core/store/catalog.h"
#include "core/store/coldids.h"
#include "core/store/hashindex.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace core::store {

/// What became of the rows of one insert.
struct InsertSummary {
    std::uint64_t seq = 0; ///< of the commit; 0 when nothing was stored
    std::uint64_t stored = 0;
    std::uint64_t duplicates = 0; ///< said what the version in force already said
    std::vector<std::uint32_t> firsts; ///< positions of the rows whose id was new, ascending
};

/// The writer's side of the hot tier. (id, revision) is unique because whoever stores rows holds the
/// catalog's write lock while it looks the ids up, here in memory and in the lake's companions; what other
/// processes committed is taken over under that lock first. One thread at a time.
class HotEvents final
{
public:
    /// Takes over commits of other processes and forgets rows that moved to the lake.
    base::Result<void> catchUp(Database &database);

    /// Stores the events as one commit, revisions and seq given here. At most kMaxHotCommit of them, each
    /// with timestamp and knownAt. When the transaction does not commit after all, call forget().
    base::Result<InsertSummary> insert(WriteTransaction &transaction, std::span<const domain::Event> events,
                                       ColdIds &cold);

    /// Undoes in memory what insert() did in a transaction that was dropped.
    void forget();

    /// Adds the hot versions of an id to its history.
    base::Result<void> addVersions(Database &database, const base::Uuid &id, VersionHistory &history) const;

    /// How many ids are held in memory.
    [[nodiscard]] std::size_t size() const { return m_index.size(); }

private:
    HashIndex m_index;
    std::uint64_t m_seq = 0;       ///< commits up to it are in the index
    std::uint64_t m_seqBefore = 0; ///< what m_seq was before the last insert
    std::uint64_t m_floor = 0;     ///< the lowest place that was hot at the last look
};

/// Writes the rows of superseded for a version that was placed.
base::Result<void> storeSupersessions(Database &database, const base::Uuid &id, const Placement &placement);

using Revisions = std::unordered_map<base::Uuid, std::int32_t, UuidHash>;

/// The highest superseded revision of the ids, perhaps of others too; those that have none are left out. Rows
/// of superseded stay when their versions go, by retention or with a damaged file, and would hide a new
/// version of the same number.
base::Result<Revisions> supersededRevisions(Database &database, std::span<const base::Uuid> ids);

} // namespace core::store
