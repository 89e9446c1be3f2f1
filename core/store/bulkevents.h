// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes many events at once straight to lake files: imports and backfills. All of them are stored, or none.
#pragma once

#include "core/store/eventstore.h"
#include "core/store/lease.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace core::store {

class BulkEventWriter final
{
public:
    /// The lease is "bulk"; it and the store must outlive the writer. One thread.
    static base::Result<std::unique_ptr<BulkEventWriter>> begin(EventStore &store, Lease &lease);
    ~BulkEventWriter();

    /// Takes one row; its timestamp and knownAt must be there. Revision and seq are given by the store.
    base::Result<void> append(const domain::Event &event);

    /// Leaves out duplicates (within the rows and against both tiers, by the rule of insert(); rows count in
    /// the order they were appended), writes one file per source and year of timestamp, old versions apart,
    /// and commits them as one snapshot together with `also`. What live writers store meanwhile is taken into
    /// account. The writer is used up. After a failure nothing is stored and the files are orphans that a
    /// sweep removes.
    base::Result<InsertSummary> finish(const EventStore::Also &also = {},
                                       const base::CancelToken &cancel = {},
                                       const base::ProgressSink &progress = {});

private:
    /// What deduplication needs of a row.
    struct Row {
        base::Uuid id;
        base::Instant knownAt;
        std::array<std::uint64_t, 2> content{}; ///< the first 128 bits of the content hash
        std::uint32_t ordinal = 0;
        std::uint32_t part = 0;
    };
    /// Rows that are not simply "revision 0, in force".
    struct Verdict {
        std::uint32_t ordinal = 0;
        std::int32_t revision = 0;
        bool isDropped = false;
        bool isHistory = false;
    };
    struct Part {
        std::string source;
        int year = 0;
    };
    /// A row of superseded to be: of a version stored before (file, or hot), or of one of ours (part and
    /// history).
    struct Replaced {
        base::Uuid id;
        Supersession row;
        bool isOurs = false;
        std::uint32_t part = 0;
    };
    struct Plan {
        std::vector<Verdict> verdicts;
        std::vector<Replaced> replaced;
        std::vector<std::string> files; ///< of the lake when the plan was made
        std::uint64_t floor = 0;        ///< of the hot tier
        std::uint64_t lastCommit = 0;   ///< with hot rows
        std::uint64_t duplicates = 0;
    };
    struct Output {
        ManifestEntry entry;
        std::uint32_t part = 0;
    };

    BulkEventWriter(EventStore &store, Lease &lease, DuckConnection duck, DuckAppender appender);
    std::uint32_t partOf(const domain::Event &event);
    base::Result<Plan> plan();
    void placeGroup(std::span<const Row> rows, VersionHistory history, Plan &plan) const;
    void dropFiles();
    base::Result<void> writeFiles(const Plan &plan, const base::CancelToken &cancel,
                                  const base::ProgressSink &progress);
    base::Result<bool> commit(const Plan &plan, const EventStore::Also &also);
    [[nodiscard]] InsertSummary summaryOf(const Plan &plan) const;
    base::Result<bool> isStale(Database &database, const Plan &plan) const;
    base::Result<void> publish(WriteTransaction &transaction, const Plan &plan);

    EventStore &m_store;
    Lease &m_lease;
    DuckConnection m_duck; ///< holds the temporary table `bulk`
    DuckAppender m_appender;
    ColdIds m_cold;
    HotEvents m_hot;
    std::vector<Row> m_rows;
    std::vector<Part> m_parts;
    std::map<std::pair<std::string, int>, std::uint32_t> m_partOf;
    std::vector<std::uint64_t> m_hashes; ///< of every id, sorted; filled by finish()
    std::vector<Output> m_outputs;
    std::uint64_t m_seq = 0;
};

} // namespace core::store
