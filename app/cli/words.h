// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How values read on a terminal: grouped digits, units, and text from feeds that can do no harm.
#pragma once

#include "core/base/instant.h"
#include "core/workbench/numbertext.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace app::cli {

/// How numbers stand in a terminal.
inline constexpr auto kPlainNumbers = core::workbench::NumberStyle::Ascii;

/// Text from outside with every control character, bidirectional override and invisible mark shown as an
/// escape
/// (\x1b, \u202e), and line ends as \n, so that a terminal shows it and obeys nothing.
QString safe(const QString &text);
QString safe(std::string_view text);

/// "1,234,567".
QString grouped(std::uint64_t count);
/// "12.3 MB" (powers of ten).
QString bytes(std::uint64_t count);
/// A number with so many digits after the point, ASCII minus; "-" when missing.
QString fixed(double value, int digits);
/// The shortest text that reads back to the same number; "-" when missing.
QString shortest(double value);
/// A price as people read it: eight significant digits; "-" when missing. Exports keep every digit.
QString rounded(double value);
/// "0.0012", or "1.2e-06" below a ten-thousandth; "-" when missing.
QString probability(double value);
/// "2011-03-11 05:46:24" in UTC, the time left out at 00:00:00; "-" when missing.
QString moment(core::base::Instant at);

} // namespace app::cli
