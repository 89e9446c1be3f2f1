// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the Cloudflare Radar provider share.
#pragma once

#include "core/sources/harvest.h"

#include <string_view>

namespace core::sources::cloudflare {

inline constexpr std::string_view kOutages = "outages";
inline constexpr std::string_view kAnomalies = "anomalies";
inline constexpr std::string_view kSeries = "series";   ///< levels over time
inline constexpr std::string_view kSummary = "summary"; ///< shares of kinds
inline constexpr std::string_view kTop = "top";         ///< shares of countries
inline constexpr std::string_view kWorld = "WORLD";

/// Reads the answer of the endpoint asked for, which is no error.
void read(Harvest &harvest);

} // namespace core::sources::cloudflare
