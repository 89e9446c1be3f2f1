// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Moves hot events that have come to rest into the lake, and keeps its files few and free of old versions.
#pragma once

#include "core/store/eventstore.h"
#include "core/store/lease.h"

namespace core::store {

struct CompactOptions {
    base::Duration hotWindow = std::chrono::days(7); ///< days of ingested_at younger than this stay hot
    std::size_t mergeFrom = 4;         ///< so many small files of one source and year become one
    std::uint64_t smallRows = 1000000; ///< a file with fewer rows is small
    std::uint64_t sealRows = 500000;   ///< hot rows moved in one transaction, about
};

struct CompactSummary {
    std::uint64_t sealedRows = 0;  ///< moved out of the hot tier
    std::uint64_t mergedFiles = 0; ///< files whose rows moved to others
    std::uint64_t writtenFiles = 0;
    std::uint64_t unlinkedFiles = 0; ///< replaced more than a day ago, and orphans
};

/// Rows keep their seq and nothing a reader sees changes: not the newest state, no snapshot, no as-of
/// instant. Files that are merged are hashed first; a damaged one is set aside and named (Corrupt). Killed at
/// any moment it leaves orphans at most. The lease is "compact" and must outlive the call.
base::Result<CompactSummary> compactEvents(EventStore &store, Lease &lease,
                                           const CompactOptions &options = {},
                                           const base::CancelToken &cancel = {},
                                           const base::ProgressSink &progress = {});

} // namespace core::store
