// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The cold tier's files: written whole or not at all, hashed before they are trusted, swept when nobody needs
// them.
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/store/catalog.h"
#include "core/store/duck.h"
#include "core/store/manifest.h"

#include <filesystem>
#include <string>
#include <vector>

namespace core::store {

class Lease;

/// A file whose hash was right is not hashed again for so long, unless size, time or inode changed.
inline constexpr base::Duration kCheckLasts = std::chrono::days(7);
/// Replaced files and orphans stay for so long, for readers that still use them.
inline constexpr base::Duration kKeepUnlisted = std::chrono::hours(24);

/// What to write to one file. Column names and the query are our own text, never a user's.
struct LakeWrite {
    std::string kind;              ///< "events", "bars", …: the folder under lake/
    std::string folder;            ///< below it: "source=usgs/year=2011"; "" for none
    std::string part;              ///< for the manifest
    std::string select;            ///< the rows, in the order they are stored
    std::vector<DuckValue> values; ///< its parameters
    std::string keyColumn;         ///< for the manifest's key range
    std::string timeColumn;        ///< a TIMESTAMP
    std::uint64_t rowGroupRows = 122880;
    bool history = false;
};

/// Whether a file that was checked within 7 days and is untouched since is believed.
enum class Check { WhenDue, Always };

class Lake final
{
public:
    /// `workspace` is the folder that holds lake/. The clock must outlive it.
    Lake(std::filesystem::path workspace, const base::Clock &clock);

    /// Writes one Parquet file (zstd) to lake/.tmp, syncs it, moves it to its folder, syncs the folders. The
    /// entry is not in the manifest yet: until it is, the file is an orphan. The rows need columns known_at
    /// and seq. Fails with Storage when the disk is full; a query without rows gives an entry with rows = 0
    /// and no file. Any thread that owns the connection.
    base::Result<ManifestEntry> write(const DuckConnection &connection, const LakeWrite &what,
                                      const base::CancelToken *cancel = nullptr) const;

    /// Hashes the files unless they were checked within 7 days and are untouched since. A damaged or missing
    /// file is quarantined and named in the error (Corrupt); one that cannot be read just now is not
    /// (Storage). Any thread.
    base::Result<void> verify(Catalog &catalog, const std::vector<ManifestEntry> &entries,
                              const base::CancelToken &cancel = {}, const base::ProgressSink &progress = {},
                              Check check = Check::WhenDue) const;
    /// Whether the bytes of one file are the ones that were written; false when it is not there. Fails with
    /// Storage when they cannot be read just now, which is no damage.
    base::Result<bool> isIntact(const ManifestEntry &entry) const;

    /// Unlinks what was replaced more than 24 h ago and files that no manifest row names and that are as old,
    /// unless a program that may be writing them holds a lease for longer.
    /// The lease (bulk or compact) is the right to do so. How many files went.
    base::Result<std::uint64_t> sweep(Catalog &catalog, const Lease &lease) const;

    [[nodiscard]] std::filesystem::path absolute(const ManifestEntry &entry) const
    {
        return m_workspace / entry.file;
    }
    /// The companion of sorted id hashes that lies beside a file of events.
    [[nodiscard]] static std::filesystem::path companionOf(const std::filesystem::path &file);
    /// Where DuckDB may spill while it sorts; made when it is not there.
    [[nodiscard]] std::filesystem::path spillFolder() const;
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }

private:
    std::filesystem::path m_workspace;
    const base::Clock &m_clock;
};

/// A text as part of a file name: letters, digits, "_", "-" stay, the rest is written %XX.
std::string fileNamePart(std::string_view text);

} // namespace core::store
