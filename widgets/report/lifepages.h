// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Of a tear sheet: how far the questions came, and what later data say of a finding.
#pragma once

#include "core/workbench/tearsheet.h"
#include "widgets/report/pages.h"

namespace widgets {

/// The funnel from question to validation, from pages.y() on.
void setFunnel(Pages &pages, const core::workbench::TearSheet &sheet);
/// Status, forward evidence and decay of a finding, where it is a relationship; else nothing.
void setLife(Pages &pages, const core::workbench::TearSheet &sheet, std::size_t place);

} // namespace widgets
