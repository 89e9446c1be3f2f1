// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as files write them: decimals, thousands separators, words that stand for "missing".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

struct NumberStyle {
    bool thousands = false; ///< "1,045.60" is a number
    std::vector<std::string>
        missing;               ///< texts besides the empty one that mean "no value": "NA", ".", "-99.99"
    bool decimalComma = false; ///< "1045,60" is a number, and with `thousands` "1.045,60" too
};

enum class NumberState : std::uint8_t { Value, Missing, NotANumber, OutOfRange };

/// Reads a whole text (blanks around it allowed) as a finite decimal number. `value` is NaN unless the state
/// is Value. "inf", "nan" and hexadecimal are not numbers; 1e999 is out of range.
NumberState parseNumber(std::string_view text, const NumberStyle &style, double &value);

/// Without blanks and tabs at both ends.
std::string_view trimmed(std::string_view text);

} // namespace core::sources
