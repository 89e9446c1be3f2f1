// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A newer parser reads everything a source ever sent, from the raw bytes.
#pragma once

#include "core/base/progress.h"
#include "core/sources/provider.h"
#include "core/store/workspace.h"

namespace core::ingest {

struct ReparseReport {
    std::uint64_t payloads = 0; ///< read
    std::uint64_t current = 0;  ///< left alone: this version of the parser has read them
    std::uint64_t faults = 0;   ///< hold no data, or can no longer be read from the vault
    std::uint64_t records = 0;
    std::uint64_t stored = 0; ///< new rows and new versions of old ones
    std::uint64_t same = 0;   ///< rows that say what was stored before
    std::uint64_t refused = 0;
    std::uint64_t snapshot = 0; ///< the last one without what this brought: for a comparison
};

/// Reads every payload of the source that another version of the parser has read, or none; with `all`, every
/// one. What is stored serves until all are read; then the events switch in one commit, after bars, which
/// switch by interval. What the newer parser makes no more stays, with the older parser_version, and so does
/// a row that would only be known later than before: that is no other version (architecture §4). After a
/// failure or a cancel the old rows serve on, and doing it again is safe. Holds the leases "ingest" and
/// "bulk". Any thread.
base::Result<ReparseReport> reparse(store::Workspace &workspace, const sources::Provider &provider, bool all,
                                    const base::CancelToken &cancel = {},
                                    const base::ProgressSink &progress = {});

} // namespace core::ingest
