// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sections of the Explorer off the screen's thread. Every function: any thread, blocks.
#pragma once

#include "core/base/zone.h"
#include "core/workbench/workbench.h"
#include "widgets/explorer/explorermodel.h"

namespace widgets {

/// A section as it was read; `detail` stands at its right.
struct ExplorerSection {
    std::vector<ExplorerModel::Item> items;
    QString detail;
};

using SectionResult = core::base::Result<ExplorerSection>;

SectionResult readWorkspaceSection(const core::workbench::Workbench &bench);
SectionResult readStudiesSection(const core::workbench::Workbench &bench);
/// Newest first.
SectionResult readRunsSection(const core::workbench::Workbench &bench, const core::base::Zone &zone);
SectionResult readWatchlistsSection(const core::workbench::Workbench &bench);
/// By kind; the symbols below are lazy.
SectionResult readSymbolsSection(const core::workbench::Workbench &bench);

/// What the workspace holds of a source.
struct SourceCount {
    std::string source;
    std::uint64_t events = 0;
    core::base::Instant newest; ///< when its newest event happened; missing: not looked up
};
using SourceCounts = std::vector<SourceCount>;

/// Ascending by source.
core::base::Result<SourceCounts> readSourceCounts(const core::workbench::Workbench &bench,
                                                  const core::base::CancelToken &cancel);

} // namespace widgets
