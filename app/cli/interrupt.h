// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-C (and SIGTERM) cancels the running command; a second one ends the program at once.
#pragma once

#include "core/base/cancel.h"

namespace app::cli {

/// From now on signals cancel this token. Once per program; the token must outlive it.
void cancelOnInterrupt(const core::base::CancelToken &token);

} // namespace app::cli
