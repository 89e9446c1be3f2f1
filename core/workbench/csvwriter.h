// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// CSV that spreadsheets open without harm: RFC 4180, and text that a spreadsheet would run as a formula gets
// an apostrophe (OWASP ASVS 1.2.10, CWE-1236).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace core::workbench {

/// Bytes of an export that are handed on at once.
inline constexpr std::size_t kPiece = 1 << 16;

class CsvWriter final
{
public:
    enum class Cells {
        Neutralised, ///< for people
        Raw,         ///< for machines: every text exactly as it is
    };
    explicit CsvWriter(Cells cells = Cells::Neutralised)
        : m_cells(cells)
    {}

    /// The next cell of the row. A text that fully is a number stays one.
    void text(std::string_view value);
    /// The shortest text that reads back to the same double; empty when missing (NaN).
    void number(double value);
    void whole(std::int64_t value);
    void endRow();

    /// What was written since the last call.
    std::string take();

private:
    void separate();
    void quoted(std::string_view value);

    Cells m_cells;
    bool m_first = true;
    std::string m_text;
};

} // namespace core::workbench
