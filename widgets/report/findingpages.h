// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of one finding: its sentence, every number, and the pictures that say whether to believe it.
#pragma once

#include "core/workbench/tearsheet.h"
#include "widgets/report/pages.h"

namespace widgets {

/// A chart with its sentence below (`caption`, else the chart's own); a sentence alone when there is nothing
/// to draw. Gives the height.
double setChart(Pages &pages, const core::discovery::Finding &finding, ChartSpec spec,
                const QString &whyEmpty, double x, double y, double width, double height,
                const QString &caption = {});

/// `place`: its number among the findings of the sheet, from 0.
void setFindingPages(Pages &pages, const core::workbench::TearSheet &sheet, std::size_t place);

} // namespace widgets
