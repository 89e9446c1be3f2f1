// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures in sentences: plain ASCII for terminals and files, typeset for windows and paper.
#pragma once

#include "core/discovery/findings.h"

#include <QString>

#include <cstdint>

namespace core::workbench {

/// Ascii: "-1234.5". Typeset: a minus sign (U+2212) and grouped digits, "−1,234.5".
enum class NumberStyle : std::uint8_t { Ascii, Typeset };

/// "1,234,567", in both styles.
QString grouped(std::uint64_t count);
/// So many digits after the point; "-" (typeset "–") when missing.
QString fixed(double value, int digits, NumberStyle style);
/// An effect with its sign, about three significant digits: "+12.3", "-0.45"; "-" when missing.
QString signedNumber(double value, NumberStyle style);
/// "0.0012", or "1.2e-06" below a ten-thousandth; "-" when missing.
QString probability(double value, NumberStyle style);
/// "-3.1 to +12.3" of the finding's 95 % interval; "-" when missing.
QString intervalText(const discovery::Finding &finding, NumberStyle style);
/// "[1,5]" in ASCII, "[+1, +5]" typeset, as the window's tables have it.
QString windowText(domain::Window window, NumberStyle style);

} // namespace core::workbench
