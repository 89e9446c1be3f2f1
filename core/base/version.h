// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which version of the program this is, for what is kept with results.
#pragma once

#include <string>

namespace core::base {

/// "0.1.0".
std::string programVersion();

} // namespace core::base
