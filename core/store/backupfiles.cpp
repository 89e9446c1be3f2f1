// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backupfiles.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/checksumvfs.h"
#include "core/store/files.h"
#include "core/store/workspace.h"

#include <algorithm>
#include <array>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
namespace fs = std::filesystem;

Result<BackupFiles> filesToBackUp(const Workspace &workspace, const fs::path &catalogCopy)
{
    auto opened = Database::open(catalogCopy, Database::Access::ReadOnly);
    if (!opened)
        return opened.error();
    Database &database = **opened;
    BackupFiles all;
    const auto snapshot = Catalog::snapshot(database, workspace.clock());
    if (!snapshot)
        return snapshot.error();
    all.snapshot = *snapshot;
    const auto artifacts = allArtifacts(database);
    if (!artifacts)
        return artifacts.error();
    for (const Artifact &artifact : *artifacts) {
        if (!artifact.damagedAt.isValid())
            all.files.push_back({artifact.file, artifact.storedSha256, false});
    }
    const auto entries = readableFiles(database, "");
    if (!entries)
        return entries.error();
    std::error_code error;
    for (const ManifestEntry &entry : *entries) {
        all.files.push_back({entry.file, entry.sha256, false});
        const fs::path companion = Lake::companionOf(entry.file);
        if (fs::exists(workspace.path() / companion, error))
            all.files.push_back({companion.generic_string(), std::nullopt, false});
    }
    for (const char *part : {"studies", "reports", "presets", "sources"}) {
        for (fs::recursive_directory_iterator at(workspace.path() / part, error), end; !error && at != end;
             at.increment(error)) {
            std::string path = at->path().lexically_relative(workspace.path()).generic_string();
            if (at->is_regular_file(error) && !at->is_symlink(error) && !isTemporaryName(at->path()) &&
                isBackupPath(path))
                all.files.push_back({std::move(path), std::nullopt, true});
        }
    }
    return all;
}

bool isBackupPath(std::string_view path)
{
    if (path == kCatalogFile || path == kIdentityFile)
        return true;
    constexpr std::array<std::string_view, 6> kPlaces{"raw/",     "lake/",    "studies/",
                                                        "reports/", "presets/", "sources/"};
    if (path.size() > 4000 ||
        std::ranges::none_of(kPlaces, [path](std::string_view place) { return path.starts_with(place); }))
        return false;
    // "\\" and ":" mean folders and drives elsewhere; control characters fool who reads the name
    const auto isPlain = [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '\\' && c != ':';
    };
    if (!std::ranges::all_of(path, isPlain))
        return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part.empty() || part == "." || part == ".." || part.size() > 255)
            return false;
        begin = end + 1;
    }
    return true;
}

Result<void> readyForUse(const fs::path &catalog)
{
    const auto bad = badPages(catalog);
    if (!bad)
        return bad.error();
    if (!bad->empty())
        return Error{ErrorCode::Corrupt,
                     Tr::tr("The catalog in the backup is damaged; nothing was restored.")};
    auto database = Database::open(catalog, Database::Access::ReadWrite);
    if (!database)
        return database.error();
    return (*database)->execute("DELETE FROM leases");
}

} // namespace core::store
