// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which events the lake already holds: every file of events has a companion of sorted 64-bit id hashes, asked
// before anything is stored.
#pragma once

#include "core/store/lake.h"
#include "core/store/versions.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::store {

struct UuidHash {
    std::size_t operator()(const base::Uuid &id) const;
};

using Histories = std::unordered_map<base::Uuid, VersionHistory, UuidHash>;

/// Writes the companion of a lake file of events: the hashes, sorted, and a SHA-256 over them.
base::Result<void> writeCompanion(const std::filesystem::path &lakeFile, std::vector<std::uint64_t> hashes);
/// Reads it back. Fails with Corrupt when it is missing or its checksum is wrong.
base::Result<std::vector<std::uint64_t>> readCompanion(const std::filesystem::path &lakeFile);

/// One per writer; one thread at a time.
class ColdIds final
{
public:
    /// Both must outlive it.
    ColdIds(const Lake &lake, const DuckConnection &duck);

    /// Takes over the manifest as the transaction of `database` sees it. Call under the write lock before
    /// asking.
    base::Result<void> catchUp(Database &database);
    /// The versions that lake files hold of the ids, all of one source; ids without any are left out.
    /// Companions are read on first use; one that is damaged is made again from its file.
    /// Fails with DuckDB's reason when a file cannot be read: see setAsideDamaged().
    base::Result<Histories> versionsOf(std::string_view source, std::span<const base::Uuid> ids);
    /// After a failure, outside of any transaction: whether the file that could not be read is damaged and
    /// was set aside, so that another try goes without it.
    bool setAsideDamaged(Catalog &catalog);

private:
    struct File {
        ManifestEntry entry;
        bool isLoaded = false;
        std::vector<std::uint64_t> hashes;
    };
    base::Result<void> load(File &file);
    base::Result<void> readVersions(const File &file, const std::vector<base::Uuid> &wanted,
                                    Histories &histories) const;

    const Lake &m_lake;
    const DuckConnection &m_duck;
    std::optional<ManifestEntry> m_unread; ///< the file that could not be read
    std::map<std::string, std::map<std::string, File>, std::less<>> m_files; ///< by source, by name
};

} // namespace core::store
