// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/version.h"

namespace core::base {

std::string programVersion()
{
    return FORESHOCK_VERSION;
}

} // namespace core::base
