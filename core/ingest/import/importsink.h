// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the values of one file into the stores of a workspace: all of them, or none.
#pragma once

#include "core/base/progress.h"
#include "core/sources/batch.h"
#include "core/sources/preset.h"
#include "core/store/barstore.h"
#include "core/store/bulkevents.h"
#include "core/store/tickstore.h"
#include "core/store/workspace.h"

#include <memory>
#include <optional>

namespace core::ingest {

struct SinkReport {
    std::uint64_t stored = 0;      ///< new rows, new versions included
    std::uint64_t duplicate = 0;   ///< rows that say what is stored already
    std::uint64_t instruments = 0; ///< labels added or replaced beside the rows
};

/// Adds a batch of bars of one source; they are known when they close, corrections when they were seen.
base::Result<void> addBars(store::BarImport &import, const sources::BarBatch &bars, const std::string &source,
                           const std::string &interval, const base::Sha256 &raw, base::Instant seenAt);

/// Nothing is visible unless finish() succeeds. One thread.
class ImportSink final
{
public:
    /// The workspace and the lease "bulk" must outlive it; `interval` is that of bars.
    static base::Result<std::unique_ptr<ImportSink>> begin(store::Workspace &workspace, store::Lease &lease,
                                                           const sources::Preset &preset,
                                                           const std::string &interval,
                                                           const base::Sha256 &raw);

    base::Result<void> add(const sources::Batch &batch);
    /// Commits, and notes that the payload has been read whole by this preset.
    base::Result<SinkReport> finish(const base::CancelToken &cancel, const base::ProgressSink &progress);

private:
    ImportSink(store::Workspace &workspace, const sources::Preset &preset, const base::Sha256 &raw);
    base::Result<void> markTransformed(store::Database &database) const;
    base::Result<void> finishTables(SinkReport &report);

    store::Workspace &m_workspace;
    const sources::Preset &m_preset;
    const base::Sha256 m_raw;
    const base::Instant m_seenAt; ///< the file: now
    std::optional<store::BarImport> m_bars;
    std::unique_ptr<store::BulkEventWriter> m_events;
    std::optional<store::TickImport<domain::Tick>> m_ticks;
    std::optional<store::TickImport<domain::Quote>> m_quotes;
    std::vector<domain::Action> m_actions;
    std::vector<domain::Instrument> m_instruments;
    std::string m_interval; ///< of the bars
};

} // namespace core::ingest
