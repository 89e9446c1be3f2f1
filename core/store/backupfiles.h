// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which files belong to a backup, and which names one may contain.
#pragma once

#include "core/base/hash.h"
#include "core/store/workspace.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

struct BackupFile {
    std::string path;                   ///< relative to the workspace
    std::optional<base::Sha256> sha256; ///< what it must be, when the catalog says
    bool mayChange = false;             ///< a person's, small: may be saved at any moment
};

struct BackupFiles {
    std::uint64_t snapshot = 0;
    std::vector<BackupFile> files; ///< all but catalog and workspace.json
};

/// The files that the copy of the catalog names, and the user's studies, reports and presets.
base::Result<BackupFiles> filesToBackUp(const Workspace &workspace, const std::filesystem::path &catalogCopy);

/// Whether a backup may hold a file of that name: relative, plain parts, in one of the workspace's places.
bool isBackupPath(std::string_view path);

/// Checks every page of a restored catalog, and that it names and runs nothing foreign, and frees the leases
/// that programs held in the original.
base::Result<void> readyForUse(const std::filesystem::path &catalog);

} // namespace core::store
