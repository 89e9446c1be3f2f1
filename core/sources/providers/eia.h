// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the EIA provider share.
#pragma once

#include "core/sources/harvest.h"

#include <string_view>

namespace core::sources::eia {

inline constexpr std::string_view kData = "data";       ///< a route with facets
inline constexpr std::string_view kSeries = "seriesid"; ///< one series by its old id; answers like a route
inline constexpr std::string_view kOld = "series";      ///< version 1, switched off in 2022

void readData(Harvest &harvest);
void readOld(Harvest &harvest);

} // namespace core::sources::eia
