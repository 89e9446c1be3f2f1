// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What draws needs Qt's fonts and windows, which would make every other command slower to start: so it is a
// program of its own beside this one, and this one becomes it.
#pragma once

#include "app/cli/command.h"

#include <string>
#include <vector>

namespace app::cli {

/// Becomes foreshock-report with these words after the workspace and the global options. Returns only when
/// that cannot be: BadInput when this build has none.
core::base::Error becomeDrawingProgram(const Context &context, std::vector<std::string> words);

} // namespace app::cli
