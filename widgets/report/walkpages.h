// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The track record on paper: what a walk through the past found, and what became of it.
#pragma once

#include "core/workbench/walks.h"
#include "widgets/report/pages.h"

namespace widgets {

/// Verdict, the two pictures, a row for every step and what must be known to read them, from pages.y() on.
void setWalk(Pages &pages, const core::discovery::WalkReport &report, bool simulated);

} // namespace widgets
