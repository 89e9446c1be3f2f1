// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The files of resources/ that the library carries in itself; the definitions are written by the build.
#pragma once

#include <span>
#include <string_view>

namespace core::sources {

struct EmbeddedFile {
    std::string_view name;
    std::string_view text;
};

/// resources/import/*.json, ascending by name.
std::span<const EmbeddedFile> embeddedPresets();
/// resources/links/*.json, ascending by name.
std::span<const EmbeddedFile> embeddedLinks();
/// The borders of the world as borders.py packs them.
std::string_view embeddedBorders();
/// resources/countries.json.
std::string_view embeddedCountries();
/// resources/lags.json.
std::string_view embeddedLags();
/// resources/fips.json.
std::string_view embeddedFips();
/// resources/places.json.
std::string_view embeddedPlaces();

} // namespace core::sources
