// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of one finding: its sentence, every number, and the pictures that say whether to believe it.
#pragma once

#include "core/workbench/tearsheet.h"
#include "widgets/report/pages.h"

namespace widgets {

/// `place`: its number among the findings of the sheet, from 0.
void setFindingPages(Pages &pages, const core::workbench::TearSheet &sheet, std::size_t place);

} // namespace widgets
