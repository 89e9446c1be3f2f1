// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The past paths of a base-rate card, overlaid.
#pragma once

#include "core/workbench/evidence.h"
#include "widgets/charts/chartspec.h"

namespace widgets {

/// One thin line for each of the newest events, and their median; the window is shaded. `source`: the line
/// below.
ChartSpec pastPathsChart(const core::discovery::BaseRate &rate, const QString &source);

} // namespace widgets
