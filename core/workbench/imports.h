// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files into the workspace.
#pragma once

#include "core/ingest/import/importer.h"
#include "core/workbench/workbench.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace core::workbench {

/// What became of one file: its report, or why it was not imported.
using FileOutcome = base::Result<ingest::ImportReport>;

struct ImportJob {
    std::vector<std::filesystem::path> files;
    ingest::ImportRequest request;
    std::filesystem::path presetFolder; ///< the user's own presets; empty: presets/ in the workspace
    std::function<void(const std::filesystem::path &, const FileOutcome &)>
        fileDone; ///< after each; may be empty
};

/// Imports one file after the other; a file that cannot be imported does not stop the others. Fails when
/// nothing can be imported at all (lease held, a fault in a preset) or on cancel. `worker` is the program
/// that reads foreign Parquet in a child process.
base::Result<std::vector<FileOutcome>> importFiles(const Workbench &bench, const ImportJob &what,
                                                   const std::filesystem::path &worker, const Job &job);

/// The child's side of reading foreign Parquet: writes CSV to stdout. For "foreshock-cli worker parquet FILE"
/// only.
base::Result<void> readParquetForParent(const std::filesystem::path &file);

} // namespace core::workbench
