// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The country of a point on Earth, by the borders of Natural Earth (1:10 million).
#pragma once

#include <string_view>

namespace core::sources {

/// ISO 3166-1 alpha-2 of the country whose land holds the point ("XK" is Kosovo); empty at sea, where several
/// countries claim the land and none is meant, and when the point is none (NaN, beyond a pole). Degrees,
/// north and east positive; the longitude may be that of another turn (190 is −170). Borders are drawn to
/// half a kilometre; a point on one is in exactly one of its countries. Lakes belong to the land around them.
/// Any thread; the first call reads the borders, later ones take about a microsecond.
std::string_view countryAt(double latitude, double longitude);

} // namespace core::sources
