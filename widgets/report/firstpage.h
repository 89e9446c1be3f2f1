// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The first page of a tear sheet: the verdict, what was asked, and all findings at a glance; or, honestly,
// that nothing was found.
#pragma once

#include "core/workbench/tearsheet.h"
#include "widgets/report/pages.h"
#include "widgets/studycharts/studycharts.h"

namespace widgets {

/// The study's name, or the run's when it has none.
QString sheetTitle(const core::workbench::TearSheet &sheet);
/// The anchor of the pages of a finding.
QString anchorOf(const core::discovery::Finding &finding);
/// What stands below the charts: nothing, because every page says it.
ChartOrigin pageOrigin(const core::workbench::TearSheet &sheet);
/// The finding against the null of its family.
ChartSpec nullChartOf(const core::workbench::TearSheet &sheet, const core::discovery::Finding &finding,
                      const std::vector<float> &ownNull);
/// A chart's sentence without the name of its finding, which the page has already said.
QString captionOf(const ChartSpec &spec, const core::discovery::Finding &finding);

void setFirstPage(Pages &pages, const core::workbench::TearSheet &sheet);

} // namespace widgets
