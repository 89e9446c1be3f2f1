// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The number that is not there. Never zero, which is a number.
#pragma once

#include <limits>

namespace core::base {

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

} // namespace core::base
