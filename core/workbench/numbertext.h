// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures in sentences: plain ASCII for terminals and files, typeset for windows and paper.
#pragma once

#include "core/discovery/findings.h"

#include <QString>

#include <cstdint>

namespace core::workbench {

/// Ascii: "-1234.5", the same in every language. Typeset: a minus sign (U+2212) and digits grouped as the
/// program's language (QLocale's default) has them, "−1,234.5" or "−1.234,5"; as in English where none is
/// set.
enum class NumberStyle : std::uint8_t { Ascii, Typeset };

/// "1,234,567"; with commas in Ascii, as the language has them typeset.
QString grouped(std::uint64_t count, NumberStyle style = NumberStyle::Typeset);
/// So many digits after the point; "-" (typeset "–") when missing.
QString fixed(double value, int digits, NumberStyle style);
/// An effect with its sign, about three significant digits: "+12.3", "-0.45"; "-" when missing.
QString signedNumber(double value, NumberStyle style);
/// "0.0012", or "1.2e-06" below a ten-thousandth; "-" when missing.
QString probability(double value, NumberStyle style);
/// With as many digits as it takes, "0.05"; "-" when missing.
QString shortest(double value, NumberStyle style);
/// "-3.1 to +12.3" of the finding's 95 % interval; "-" when missing.
QString intervalText(const discovery::Finding &finding, NumberStyle style);
/// "[1,5]" in ASCII, "[+1, +5]" typeset, as the window's tables have it.
QString windowText(domain::Window window, NumberStyle style);

} // namespace core::workbench
