// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a run came to its verdict, in sentences for people who did not run it.
#pragma once

#include "core/workbench/tearsheet.h"

#include <QString>

#include <vector>

namespace core::workbench {

struct MethodPart {
    QString title;
    QString text; ///< plain; names from the study stand in it as they are
};

/// The method of the sheet's run, in the order it works: events, response, statistic, null, correction,
/// uncertainty, what counts as tradable, how look-ahead is looked for, what was sealed, how to prove it.
std::vector<MethodPart> methodOf(const TearSheet &sheet);

/// Why a null method was used, one sentence. `wasAsked`: the study names it.
QString whyNull(std::string_view method, bool wasAsked);

} // namespace core::workbench
