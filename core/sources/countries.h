// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The countries of ISO 3166-1 by what providers call them: code, number, name (resources/countries.json).
#pragma once

#include <string>
#include <string_view>

namespace core::sources {

struct Country {
    std::string alpha2; ///< "UA"
    std::string alpha3; ///< "UKR"
    int number = 0;     ///< 804; 0 where ISO gave none
};

/// By its whole name in English, short or formal, in any case; null when nobody is called that.
const Country *countryByName(std::string_view name);
/// By two or three letters, in any case; null when there is no such code.
const Country *countryByCode(std::string_view code);
/// By its number; null when there is none.
const Country *countryByNumber(int number);

} // namespace core::sources
