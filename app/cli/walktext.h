// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A walk for people: the verdict, a row for every step, and how the forecasts fared.
#pragma once

#include "core/workbench/walks.h"

#include <QString>

namespace app::cli {

QString walkText(const core::discovery::WalkReport &report, bool simulated);

} // namespace app::cli
