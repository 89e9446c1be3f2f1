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
/// With counts and the newest event of each.
SectionResult readSourcesSection(const core::workbench::Workbench &bench, const core::base::Zone &zone,
                                 const core::base::CancelToken &cancel);

} // namespace widgets
