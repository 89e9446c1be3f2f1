// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace tests {

/// Bytes that were allocated in this program and not freed, on any thread; 0 where that cannot be counted
/// (another C library, a sanitizer).
long long liveBytes();

} // namespace tests
