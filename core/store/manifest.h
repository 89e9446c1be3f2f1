// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The manifest: the rows in the catalog that are the truth about which lake files exist and what is in them.
#pragma once

#include "core/base/hash.h"
#include "core/base/instant.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

struct ManifestEntry {
    std::string file;   ///< relative to the workspace: "lake/events/source=usgs/year=2011/….parquet"
    std::string kind;   ///< "events", "bars", "ticks", "quotes"
    std::string part;   ///< the one source of events, the one interval of bars
    std::string keyMin; ///< event types of events, symbols of the others
    std::string keyMax;
    base::Instant tsMin;
    base::Instant tsMax;
    base::Instant knownMax;
    std::uint64_t seqMin = 0;
    std::uint64_t seqMax = 0;
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    base::Sha256 sha256{};
    bool history = false;            ///< only versions that are no longer in force
    std::uint64_t superseded = 0;    ///< rows in `superseded` that point here
    std::uint64_t supersededSeq = 0; ///< the latest seq of those
    std::int64_t mtime =
        0; ///< nanoseconds; with bytes and inode: whether the file was touched since the check
    std::uint64_t inode = 0;
    base::Instant checkedAt;
    base::Instant quarantinedAt; ///< found damaged then: not read any more
    base::Instant replacedAt;    ///< its rows moved to other files then: unlinked a day later
};

/// All functions use the transaction the connection is in; those that change need a writing one.
base::Result<void> addToManifest(Database &database, const ManifestEntry &entry);
/// The files to read, of one kind ("": all), ascending by name: neither replaced nor quarantined.
base::Result<std::vector<ManifestEntry>> readableFiles(Database &database, std::string_view kind);
/// Corrupt, naming file and remedy, when a damaged file of that kind is wanted and no one has accepted its
/// loss: a verified read without it would tell something else.
base::Result<void> refuseMissing(Database &database, std::string_view kind,
                                 const std::function<bool(const ManifestEntry &)> &isWanted);
/// Every entry, replaced and quarantined ones too, ascending by name.
base::Result<std::vector<ManifestEntry>> allFiles(Database &database);

base::Result<void> markReplaced(Database &database, std::string_view file, base::Instant when);
base::Result<void> markQuarantined(Database &database, std::string_view file, base::Instant when);
/// Takes what is in quarantine as gone for good.
base::Result<void> acceptMissing(Database &database, base::Instant when);
/// Notes one more row in `superseded` that points to the file.
base::Result<void> countSuperseded(Database &database, std::string_view file, std::uint64_t seq);
base::Result<void> markChecked(Database &database, const ManifestEntry &entry);
base::Result<void> removeFromManifest(Database &database, std::string_view file);

} // namespace core::store
