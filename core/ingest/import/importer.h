// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Imports files into a workspace: raw bytes into the vault, then their rows into the stores, each file as a
// whole.
#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/ingest/import/filedecoder.h"
#include "core/sources/presets.h"
#include "core/sources/refusals.h"
#include "core/store/workspace.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::ingest {

using sources::ImportWhat;

struct ImportRequest {
    ImportWhat what = ImportWhat::Bars;
    std::optional<std::string> preset;   ///< none: recognised from the header
    std::optional<std::string> interval; ///< overrides the preset's
    std::optional<std::string> zone;     ///< overrides the zone in which dates are read
};

/// What became of one file. Rows are records of the file; one row may hold several values (wide files, an
/// observation and its release), so that `stored` can exceed `rows`.
struct ImportReport {
    std::filesystem::path file;
    std::string preset;
    std::string source;
    std::string kind; ///< "events", "bars", …
    std::uint64_t bytes = 0;
    std::uint64_t rows = 0;
    std::uint64_t values = 0; ///< handed to the store
    std::uint64_t stored = 0;
    std::uint64_t duplicate = 0;
    std::uint64_t instruments = 0; ///< labels added or replaced beside the rows
    std::uint64_t refused = 0;     ///< rows, or cells of wide files
    std::vector<sources::Refusal> refusals;
    base::Sha256 rawSha256{};
};

struct ImporterOptions {
    std::filesystem::path presetFolder;  ///< the user's presets; empty: none
    std::filesystem::path workerProgram; ///< foreshock-cli, which reads Parquet in a child process
    DecodeLimits limits{};
};

/// Holds the lease "bulk" as long as it lives. One thread calls; it uses two more.
class Importer final
{
public:
    /// Fails with the first fault of a user's preset (file, line, what), and when another program imports.
    /// The workspace must outlive it.
    static base::Result<std::unique_ptr<Importer>> open(store::Workspace &workspace,
                                                        const ImporterOptions &options);
    ~Importer();

    /// Imports one file. After a failure none of its rows is stored. Fails with one sentence that names the
    /// file.
    base::Result<ImportReport> import(const std::filesystem::path &file, const ImportRequest &request,
                                      const base::CancelToken &cancel = {},
                                      const base::ProgressSink &progress = {});

    [[nodiscard]] const sources::PresetList &presets() const;

private:
    struct Run;
    Importer(store::Workspace &workspace, ImporterOptions options, sources::PresetList presets,
             std::unique_ptr<store::Lease> lease);

    store::Workspace &m_workspace;
    ImporterOptions m_options;
    sources::PresetList m_presets;
    std::unique_ptr<store::Lease> m_lease;
};

} // namespace core::ingest
