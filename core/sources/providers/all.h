// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One maker for each provider; the registry (registry.cpp) lists them.
#pragma once

#include "core/sources/provider.h"

namespace core::sources {

std::unique_ptr<const Provider> makeAcled();
std::unique_ptr<const Provider> makeAlphavantage();
std::unique_ptr<const Provider> makeCboe();
std::unique_ptr<const Provider> makeCloudflareRadar();
std::unique_ptr<const Provider> makeCoinbase();
std::unique_ptr<const Provider> makeEcb();
std::unique_ptr<const Provider> makeEdgar();
std::unique_ptr<const Provider> makeEia();
std::unique_ptr<const Provider> makeEonet();
std::unique_ptr<const Provider> makeFirms();
std::unique_ptr<const Provider> makeFred();
std::unique_ptr<const Provider> makeFrench();
std::unique_ptr<const Provider> makeGdelt();
std::unique_ptr<const Provider> makeKraken();
std::unique_ptr<const Provider> makeNewsapi();
std::unique_ptr<const Provider> makeOpenSky();
std::unique_ptr<const Provider> makePolygon();
std::unique_ptr<const Provider> makePolymarket();
std::unique_ptr<const Provider> makeReddit();
std::unique_ptr<const Provider> makeRss();
std::unique_ptr<const Provider> makeStooq();
std::unique_ptr<const Provider> makeTranscripts();
std::unique_ptr<const Provider> makeTreasury();
std::unique_ptr<const Provider> makeTwitter();
std::unique_ptr<const Provider> makeUsgs();

} // namespace core::sources
