// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"

#include <algorithm>
#include <utility>

namespace app::cli {
namespace {

/// Cells of the terminal a text takes: East Asian wide characters two, combining marks none.
qsizetype width(const QString &text)
{
    qsizetype cells = 0;
    for (const char32_t point : text.toUcs4()) {
        const QChar::Category category = QChar::category(point);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
            continue;
        const bool wide = (point >= 0x1100 && point <= 0x115f) || (point >= 0x2e80 && point <= 0xa4cf) ||
                          (point >= 0xac00 && point <= 0xd7a3) || (point >= 0xf900 && point <= 0xfaff) ||
                          (point >= 0xfe30 && point <= 0xfe6f) || (point >= 0xff00 && point <= 0xff60) ||
                          (point >= 0x1f300 && point <= 0x1faff) || (point >= 0x20000 && point <= 0x3fffd);
        cells += wide ? 2 : 1;
    }
    return cells;
}

} // namespace

Table::Table(std::vector<Column> columns)
    : m_columns(std::move(columns))
{}

void Table::add(QStringList cells)
{
    cells.resize(static_cast<qsizetype>(m_columns.size()));
    m_rows.push_back(std::move(cells));
}

QString Table::text() const
{
    std::vector<qsizetype> widths;
    QStringList titles;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        titles << m_columns[c].title;
        qsizetype widest = width(m_columns[c].title);
        for (const QStringList &row : m_rows)
            widest = std::max(widest, width(row[static_cast<qsizetype>(c)]));
        widths.push_back(widest);
    }
    QString out;
    const auto line = [&](const QStringList &cells) {
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const QString &cell = cells[static_cast<qsizetype>(c)];
            const QString blanks(widths[c] - width(cell), QLatin1Char(' '));
            if (c > 0)
                out += QStringLiteral("  ");
            if (m_columns[c].align == Align::Right)
                out += blanks + cell;
            else
                out += c + 1 < m_columns.size() ? cell + blanks : cell;
        }
        while (out.endsWith(QLatin1Char(' ')))
            out.chop(1);
        out += QLatin1Char('\n');
    };
    line(titles);
    for (const QStringList &row : m_rows)
        line(row);
    return out;
}

} // namespace app::cli
