// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The row files of a workspace, in <workspace>/cache/rows: made in the background for each lake file of
// events, opened once, removed when the lake file is gone. The folder may be deleted at any time.
#pragma once

#include "core/store/duck.h"
#include "core/store/lake.h"
#include "core/store/rowfile.h"

#include <map>
#include <mutex>

namespace core::store {

/// Any thread.
class RowCache final
{
public:
    RowCache(const std::filesystem::path &workspace, const Lake &lake);

    /// The row file of a lake file, if it has been made; null when not, or when it is damaged.
    std::shared_ptr<const RowFile> find(const ManifestEntry &entry);
    /// Makes it when it is not there. The lake file is hashed first, so that a flipped bit is found and not
    /// copied: it is quarantined and named (Corrupt).
    base::Result<std::shared_ptr<const RowFile>> make(Catalog &catalog, const DuckConnection &connection,
                                                      const ManifestEntry &entry,
                                                      const base::CancelToken &cancel);
    /// Removes row files whose lake file is in no manifest any more, and what was left half-made.
    void sweep(const std::vector<ManifestEntry> &kept);

private:
    [[nodiscard]] std::filesystem::path fileOf(const ManifestEntry &entry) const;
    base::Result<void> write(const DuckConnection &connection, const ManifestEntry &entry,
                             const base::CancelToken &cancel) const;

    std::filesystem::path m_folder;
    const Lake &m_lake;
    std::mutex m_making;                                           ///< one at a time: they sort in memory
    std::mutex m_opened;                                           ///< guards m_files
    std::map<std::string, std::shared_ptr<const RowFile>> m_files; ///< by lake file
};

} // namespace core::store
