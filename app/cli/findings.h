// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Findings for people: never an effect without n, its interval, the adjusted p and the size of the family.
#pragma once

#include "core/workbench/studies.h"

#include <QString>

namespace app::cli {

/// The whole report: what was asked, the verdict in sentences, the table, the notes. Of the findings without
/// a tier only the ten strongest, unless all are wanted.
QString reportText(const core::discovery::RunReport &report, bool simulated, bool all);

} // namespace app::cli
