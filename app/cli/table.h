// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A table of text with aligned columns for people.
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace app::cli {

enum class Align : std::uint8_t { Left, Right };

class Table final
{
public:
    struct Column {
        QString title;
        Align align = Align::Left;
    };
    explicit Table(std::vector<Column> columns);

    /// One cell per column; cells hold safe text only.
    void add(QStringList cells);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    /// Lines that end in \n: titles, then rows; widths fit the longest cell.
    [[nodiscard]] QString text() const;

private:
    std::vector<Column> m_columns;
    std::vector<QStringList> m_rows;
};

} // namespace app::cli
