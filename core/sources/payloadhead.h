// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The beginning of an answer and the name it came under, which tell what a recorded one is.
#pragma once

#include <string>
#include <string_view>

namespace core::sources {

/// The first bytes without blanks and line ends, so that a pretty-printed answer looks like a plain one.
std::string headOf(std::string_view bytes, std::size_t most = 2000);
/// What follows the byte order mark and blanks.
std::string_view afterMark(std::string_view bytes);
/// "observations_GDP" of ".../observations_GDP.json"; of an address the last part of its path.
std::string stemOf(std::string_view origin);

} // namespace core::sources
