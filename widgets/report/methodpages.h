// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The last pages of a tear sheet: how it was found, what exactly was asked, and how often one has asked.
#pragma once

#include "core/workbench/tearsheet.h"
#include "widgets/report/pages.h"

namespace widgets {

void setMethodPages(Pages &pages, const core::workbench::TearSheet &sheet);

} // namespace widgets
