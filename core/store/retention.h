// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the events of a source stay at hand. What is older goes, whole files at a time, to an archive
// folder or for good; the raw payloads stay in any case, so that “ingest reparse” can make the events again.
#pragma once

#include "core/store/eventstore.h"
#include "core/store/lease.h"

#include <QString>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

/// The rule of one source.
struct Retention {
    std::string source;
    int years = 0;                 ///< of their timestamps (UTC), the running one included
    std::filesystem::path archive; ///< where the files of older years go; empty: they are removed
};

/// What was taken out of the lake at one time.
struct Removal {
    std::uint64_t seq = 0; ///< snapshots before it no longer tell what they told
    std::string source;
    int beforeYear = 0; ///< events of this year and later stayed
    std::uint64_t rows = 0;
    std::uint64_t files = 0;
    std::filesystem::path archive; ///< empty: they are gone
    base::Instant removedAt;
};

/// Ascending by source.
base::Result<std::vector<Retention>> retentions(Database &database);
/// Makes or replaces the rule of a source. Fails with BadInput when a year is no year or the archive is not
/// an absolute path outside `workspace`.
base::Result<void> setRetention(WriteTransaction &transaction, const std::filesystem::path &workspace,
                                const Retention &rule);
/// Everything of the source stays from now on. Fails with NotFound when it has no rule.
base::Result<void> removeRetention(WriteTransaction &transaction, std::string_view source);

/// Ascending by seq.
base::Result<std::vector<Removal>> removals(Database &database);
/// "381 events of usgs before 2011 were archived on 2026-12-01", without a full stop.
QString toSentence(const Removal &removal);
/// Why a snapshot cannot be told any more, in one sentence; empty: nothing was taken out since.
base::Result<QString> whyNotReproducible(Database &database, std::uint64_t snapshot);

/// Keeps the rules: takes the lake files of years that are over out of sight, each removal a commit of its
/// own. An archived file is hashed before and after it is copied; a damaged one fails (Corrupt) and stays.
/// Readers that have begun go on: files are unlinked by a sweep a day later. Events that are hot still,
/// however old their timestamp, stay until a compaction has sealed them. The lease is "compact". What was
/// removed, newest rules first.
base::Result<std::vector<Removal>> keepRetention(EventStore &store, Lease &lease,
                                                 const base::CancelToken &cancel = {});

} // namespace core::store
