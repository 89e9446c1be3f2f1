// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One maker for each provider; the registry (registry.cpp) lists them.
#pragma once

#include "core/sources/provider.h"

namespace core::sources {

std::unique_ptr<const Provider> makeAcled();
std::unique_ptr<const Provider> makeCloudflareRadar();
std::unique_ptr<const Provider> makeEdgar();
std::unique_ptr<const Provider> makeEia();
std::unique_ptr<const Provider> makeEonet();
std::unique_ptr<const Provider> makeFirms();
std::unique_ptr<const Provider> makeFred();
std::unique_ptr<const Provider> makeOpenSky();
std::unique_ptr<const Provider> makePolymarket();
std::unique_ptr<const Provider> makeRss();
std::unique_ptr<const Provider> makeUsgs();

} // namespace core::sources
