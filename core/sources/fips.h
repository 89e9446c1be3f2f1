// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Countries as FIPS 10-4 writes them, which GDELT uses: "GM" is Germany, "CH" is China (resources/fips.json).
#pragma once

#include <string_view>

namespace core::sources {

/// ISO 3166-1 alpha-2; "XK" is Kosovo, "OCEAN" the high seas. Empty when the code is none. Any thread.
std::string_view countryOfFips(std::string_view code);

} // namespace core::sources
