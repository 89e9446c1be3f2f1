// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a pasted text: cleaned of what cannot be seen, and cut into the cells behind their date.
#pragma once

#include "core/sources/numbers.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::workbench {

struct PastedLine {
    std::uint64_t number = 0;
    std::string text;       ///< blanks made plain, invisible characters gone
    QString fault;          ///< why it cannot be read at all
    bool wasHidden = false; ///< it held invisible characters
};

/// Every line that is not blank, at most `most`; `isWhole` says whether that were all.
std::vector<PastedLine> pastedLines(std::string_view text, std::size_t most, bool &isWhole);

/// What stands behind the date, cut at the separator that follows it.
struct PastedCells {
    char separator = ' ';
    std::vector<std::string> cells; ///< behind blanks: the first word and the rest
};
PastedCells cellsBehind(std::string_view rest);
/// A cell in quotes at the front of the text, without them; what follows stays in `text`. False when there is
/// none.
bool takeQuoted(std::string_view &text, std::string &cell);

/// Decides from all cells what a comma and a point mean in numbers.
class NumberColumn final
{
public:
    void look(std::string_view cell);
    void decide();
    /// Missing: a word for none. Broken: meant as a number, but not one that is written like the others.
    enum class Cell : std::uint8_t { Value, Missing, Text, Broken };
    Cell read(std::string_view cell, double &value) const; ///< `value` is NaN unless it is a Value
    [[nodiscard]] bool hasDecimalComma() const { return m_style.decimalComma; } ///< once decided
    /// A sentence when a comma could have been either; else empty.
    [[nodiscard]] QString note() const;

private:
    sources::NumberStyle m_style;
    std::uint64_t m_decimalComma = 0; ///< cells that can only have one: "3,5"
    std::uint64_t m_thousands = 0;    ///< and only commas between thousands: "1,234.5"
    std::uint64_t m_points = 0;       ///< a point that can only be a decimal one
    std::string m_either;             ///< the first that could be both: "1,234"
};

} // namespace core::workbench
