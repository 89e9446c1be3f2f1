// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A walk through the past as chart and table values: the same are shown on the screen and printed.
#pragma once

#include "core/base/zone.h"
#include "core/workbench/walks.h"
#include "widgets/charts/chartspec.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace widgets {

/// "1 year", "6 months", "13 weeks".
QString stepText(core::discovery::StepLength step);
/// "Sample study, from 2005-01-01 to 2021-12-31 in steps of 1 year".
QString walkSubject(const core::discovery::WalkReport &report);

/// The share of what was found at each step that held in the next, in per cent, with its Wilson 95 %
/// interval, beside that of the uncorrected t-test and a coin. Empty series when nothing was scored.
ChartSpec heldChart(const core::discovery::WalkReport &report, bool simulated, const core::base::Zone &zone);
/// How often what was told with a probability came true: in per cent, a box for the Wilson 95 % interval of
/// each bin, beside the uncorrected t-test and what was told. Empty series when nothing was scored.
ChartSpec reliabilityChart(const core::discovery::WalkReport &report, bool simulated);

/// Every step, then all together; `notes` says of a step why nothing was asked, else it is empty.
struct WalkTable {
    QStringList titles;
    std::vector<QStringList> rows;
    QStringList notes; ///< as many as rows
};
WalkTable walkTable(const core::discovery::WalkReport &report);

} // namespace widgets
