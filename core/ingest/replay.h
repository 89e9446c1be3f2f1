// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded answers in a folder, taken in as if they had just been fetched.
#pragma once

#include "core/base/progress.h"
#include "core/ingest/transform.h"

#include <filesystem>

namespace core::ingest {

/// What became of one file.
struct ReplayedFile {
    std::string file;          ///< relative to the folder
    bool isKnown = false;      ///< its bytes were taken in before: nothing to do
    bool isRecognised = false; ///< it looks like an answer of the source
    TransformReport report;
};

/// Every file below the folder, ascending by path: raw into the vault, then its rows. A file that is no answer of
/// the source, or one without data, is reported and left out. Holds the lease "ingest" meanwhile.
base::Result<std::vector<ReplayedFile>> replay(store::Workspace &workspace, const sources::Provider &provider,
                                               const std::filesystem::path &folder,
                                               const base::CancelToken &cancel = {},
                                               const base::ProgressSink &progress = {});

} // namespace core::ingest
