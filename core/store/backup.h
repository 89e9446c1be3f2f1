// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace as one file, and back: a zip that any tool can open, with a list of hashes that restoring
// checks.
#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/store/workspace.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace core::store {

struct BackupReport {
    std::string snapshot;
    base::Instant madeAt; ///< the backup; missing: it does not say
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::vector<std::string> leftOut; ///< damaged files, by name
};

/// Writes the workspace as it is at one moment (catalog, payloads, lake files, studies, reports, presets) to
/// one file, whole or not at all, while other programs go on writing. A damaged file is left out and named.
/// Fails with BadInput when the file exists, Storage when the disk is full.
base::Result<BackupReport> backupWorkspace(const Workspace &workspace, const std::filesystem::path &file,
                                           const base::CancelToken &cancel = {},
                                           const base::ProgressSink &progress = {});

/// Makes a new workspace from a backup; no lease is needed because no one can know the folder before it is
/// whole. Every byte is compared with the backup's list. Fails with BadInput when the folder is in use or the
/// file is no backup (a path that leaves the folder refuses the whole file), Corrupt when a hash differs;
/// then nothing is left behind.
base::Result<BackupReport> restoreWorkspace(const std::filesystem::path &file,
                                            const std::filesystem::path &folder,
                                            const base::CancelToken &cancel = {},
                                            const base::ProgressSink &progress = {});

} // namespace core::store
