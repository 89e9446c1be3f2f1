// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every event of a workspace, hot and cold, in every version: what is stored, read and counted.
#pragma once

#include "core/domain/readers.h"
#include "core/store/eventscope.h"
#include "core/store/hotevents.h"
#include "core/store/rowcache.h"

#include <functional>
#include <memory>
#include <mutex>
#include <span>

namespace core::store {

class BulkEventWriter;

class EventStore final : public domain::EventReader
{
public:
    /// `workspace` is the folder that holds lake/. The catalog must outlive it. Nothing is opened before it
    /// is needed.
    EventStore(const std::filesystem::path &workspace, Catalog &catalog);
    ~EventStore() override;

    base::Result<void> read(const domain::EventQuery &query,
                            const std::function<bool(const domain::Event &)> &row,
                            const base::CancelToken &cancel = {}) const override;
    base::Result<std::vector<domain::EventGroup>> count(const domain::EventQuery &query,
                                                        std::string_view by) const override;
    base::Result<void> readVersions(const domain::EventQuery &query,
                                    const std::function<bool(const domain::Event &, base::Instant)> &row,
                                    const base::CancelToken &cancel = {}) const override;

    /// What shall be committed with the rows, such as the mark that an artifact was transformed; told what became
    /// of them.
    using Also = std::function<base::Result<void>(WriteTransaction &, const InsertSummary &)>;

    /// The live path: stores the events as one commit, durable when it returns; revision and seq are given
    /// here. Rows that say what the version in force just before their knownAt says are left out as
    /// duplicates. At most kMaxHotCommit events. Any thread, one at a time; other programs may write beside
    /// it.
    base::Result<InsertSummary> insert(std::span<const domain::Event> events, const Also &also = {});

    /// Every file and the hot tier as they are now.
    base::Result<EventScope> everything() const;

    /// What a query reads, as it is now or at its snapshot.
    base::Result<EventScope> scope(const domain::EventQuery &query,
                                   const base::CancelToken &cancel = {}) const;
    /// When reading a scope failed because a file is damaged or gone, the file is set aside and named.
    base::Error explained(const base::Error &error, const EventScope &scope) const;
    /// The hot rows at the given places, in that order. Fails with NotFound when one has moved to the lake.
    base::Result<std::vector<domain::Event>> hotRows(std::span<const std::uint64_t> places,
                                                     const base::CancelToken &cancel) const;

    /// Copies of lake files in the order of time.
    [[nodiscard]] RowCache &rowFiles() const { return m_rowFiles; }
    [[nodiscard]] const Lake &lake() const { return m_lake; }
    [[nodiscard]] Catalog &catalog() const { return m_catalog; }
    /// A connection to the store's own DuckDB, with the filter functions and the tables of the mirror. Any
    /// thread.
    base::Result<DuckConnection> connect() const;

private:
    /// Bounds the memory of sorting when everything is read.
    static constexpr std::uint64_t kRowsPerSlice = 1'000'000;

    struct Engine;
    struct Writer;
    base::Result<InsertSummary> insertOnce(std::span<const domain::Event> events, const Also &also);
    base::Result<Engine *> engine() const;
    base::Result<std::vector<TimeSlice>> slices(const DuckConnection &connection, const EventScope &scope,
                                                std::uint64_t rowsPerSlice) const;

    Lake m_lake;
    mutable RowCache m_rowFiles;
    Catalog &m_catalog;
    mutable std::mutex m_opening; ///< guards the making of m_engine
    mutable std::unique_ptr<Engine> m_engine;
    std::mutex m_writing; ///< guards m_writer
    std::unique_ptr<Writer> m_writer;
};

} // namespace core::store
