// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables on a page: columns as wide as what stands in them, headings repeated on every page.
#pragma once

#include "widgets/report/pages.h"

#include <utility>
#include <vector>

namespace widgets {

struct SheetColumn {
    QString title;
    bool isNumber = false;  ///< right-aligned
    bool isElastic = false; ///< takes what the others leave, and is cut when that is little
};

struct SheetCell {
    QString text = {};
    Role role = Role::Text;
    bool bold = false;
    QString anchor = {};   ///< a link to the page with it
    bool isPageOf = false; ///< shows that page's number instead of a text
};

class SheetTable final
{
public:
    explicit SheetTable(std::vector<SheetColumn> columns)
        : m_columns(std::move(columns))
    {}
    void add(std::vector<SheetCell> row) { m_rows.push_back(std::move(row)); }
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    /// Sets it from pages.y() on; goes on to new pages when it must.
    void set(Pages &pages, double x = Pages::kLeft, double width = Pages::kInner) const;
    /// Its height when it fits.
    [[nodiscard]] double height() const;
    /// How many rows a table of such a height holds.
    static std::size_t rowsWithin(double height);

private:
    struct Measures {
        std::vector<double> columns; ///< their widths, the gap after them included
        double gap = 0;              ///< narrower where the table would stand out into the margin
    };
    [[nodiscard]] std::vector<double> widths(const Pages &pages, double width) const;
    [[nodiscard]] Measures measure(const Pages &pages, double width) const;
    void setTitles(Pages &pages, double x, const Measures &measures) const;

    std::vector<SheetColumn> m_columns;
    std::vector<std::vector<SheetCell>> m_rows;
};

/// Names and values in `across` columns, read downwards.
class SheetFacts final
{
public:
    void add(const QString &name, const QString &value, Role role = Role::Text);
    void set(Pages &pages, int across, double nameWidth) const;

private:
    struct Fact {
        QString name;
        QString value;
        Role role = Role::Text;
    };
    std::vector<Fact> m_facts;
};

} // namespace widgets
