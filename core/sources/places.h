// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The country a place description means: "98km ENE of Sendai, Japan" is JP (resources/places.json).
#pragma once

#include <string>
#include <string_view>

namespace core::sources {

/// ISO 3166-1 alpha-2 of the country named in the text, or of the nearest coast for the regions of the sea
/// that belong to one (Flinn and Engdahl, 1965); "OCEAN" when there is none. What follows the last comma
/// decides if it can.
std::string countryOfPlace(std::string_view place);

} // namespace core::sources
