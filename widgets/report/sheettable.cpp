// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/sheettable.h"

#include <algorithm>
#include <numeric>

namespace widgets {

namespace {

constexpr double kSize = 7.2;
constexpr double kTableRow = 13.5;
constexpr double kTitles = 20;
constexpr double kGap = 7; ///< between columns
constexpr double kLeastGap = 4;
constexpr double kLeastElastic = 54;

const TextStyle kTitleStyle{.size = 6.6, .role = Role::Muted, .mostLines = 2};

/// The widest word: titles wrap.
double widestWord(const Pages &pages, const QString &text)
{
    double most = 0;
    for (const QString &word : text.split(QLatin1Char(' ')))
        most = std::max(most, pages.widthOf(word, kTitleStyle));
    return most;
}

} // namespace

std::vector<double> SheetTable::widths(const Pages &pages, double width) const
{
    std::vector<double> out;
    double left = width;
    std::size_t elastic = 0;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        double most = widestWord(pages, m_columns[c].title);
        for (const auto &row : m_rows)
            most = std::max(most, pages.widthOf(row[c].text, {.size = kSize, .bold = row[c].bold}));
        out.push_back(most + (c + 1 < m_columns.size() ? kGap : 0) + 0.5);
        if (m_columns[c].isElastic)
            ++elastic;
        else
            left -= out.back();
    }
    if (elastic == 0)
        return out;
    const std::size_t elasticOnes = elastic;
    // what is left is parted evenly among the elastic ones; who likes less takes that and leaves the rest
    double free = std::max(left, kLeastElastic * static_cast<double>(elastic));
    std::vector<bool> isSet(out.size(), false);
    for (bool again = true; again && elastic > 0;) {
        again = false;
        for (std::size_t c = 0; c < out.size(); ++c) {
            if (!m_columns[c].isElastic || isSet[c] || out[c] > free / static_cast<double>(elastic))
                continue;
            isSet[c] = again = true;
            free -= out[c];
            --elastic;
        }
    }
    for (std::size_t c = 0; c < out.size(); ++c) {
        if (m_columns[c].isElastic && !isSet[c])
            out[c] = free / static_cast<double>(elastic);
    }
    free -=
        std::max(0.0, kLeastElastic * static_cast<double>(elasticOnes) - left); // the page does not have it
    if (elastic == 0 &&
        free > 0) // the first one takes what nobody wants, so that the table is as wide as the page
        out[static_cast<std::size_t>(std::ranges::find_if(m_columns, &SheetColumn::isElastic) -
                                     m_columns.begin())] += free;
    return out;
}

SheetTable::Measures SheetTable::measure(const Pages &pages, double width) const
{
    Measures out{widths(pages, width), kGap};
    const std::size_t gaps = out.columns.size() - 1;
    const double over = std::accumulate(out.columns.begin(), out.columns.end(), -width);
    if (over <= 0 || gaps == 0)
        return out;
    const double less = std::min(over / static_cast<double>(gaps), kGap - kLeastGap);
    for (std::size_t c = 0; c < gaps; ++c)
        out.columns[c] -= less;
    out.gap -= less;
    return out;
}

double SheetTable::height() const
{
    return kTitles + static_cast<double>(m_rows.size()) * kTableRow;
}

std::size_t SheetTable::rowsWithin(double height)
{
    return static_cast<std::size_t>(std::max(0.0, (height - kTitles) / kTableRow));
}

void SheetTable::setTitles(Pages &pages, double x, const Measures &measures) const
{
    const double top = pages.y();
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        TextStyle style = kTitleStyle;
        const double width = measures.columns[c] - (c + 1 < m_columns.size() ? measures.gap : 0);
        style.align = m_columns[c].isNumber ? Qt::AlignRight : Qt::AlignLeft;
        const double height =
            std::min(pages.heightOf(m_columns[c].title, width + 0.5, style), 2 * Pages::lineHeight(style));
        pages.text(m_columns[c].title, x, top + kTitles - 3 - height, width + 0.5, style);
        x += measures.columns[c];
    }
    pages.setY(top + kTitles);
}

void SheetTable::set(Pages &pages, double x, double width) const
{
    const Measures measures = measure(pages, width);
    const std::vector<double> &columns = measures.columns;
    const double right = x + std::max(width, std::accumulate(columns.begin(), columns.end(), 0.0));
    const QColor rule = pages.tokens().color(Role::Line);
    pages.need(kTitles + kTableRow * std::min<double>(2, static_cast<double>(m_rows.size())));
    setTitles(pages, x, measures);
    for (const auto &row : m_rows) {
        if (pages.room() < kTableRow) {
            pages.newPage();
            setTitles(pages, x, measures);
        }
        const double top = pages.y();
        pages.line(x, top, right, top, rule);
        double at = x;
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const SheetCell &cell = row[c];
            const TextStyle style{.size = kSize,
                                  .role = cell.role,
                                  .bold = cell.bold,
                                  .align = m_columns[c].isNumber ? Qt::AlignRight : Qt::AlignLeft,
                                  .mostLines = 1,
                                  .anchor = cell.anchor};
            const double inner = columns[c] - (c + 1 < m_columns.size() ? measures.gap : 0);
            if (cell.isPageOf)
                pages.pageNumber(cell.anchor, at, top + 2, inner, style);
            else
                pages.text(cell.text, at, top + 2, inner + 0.5, style);
            at += columns[c];
        }
        pages.skip(kTableRow);
    }
    pages.line(x, pages.y(), right, pages.y(), rule);
}

void SheetFacts::add(const QString &name, const QString &value, Role role)
{
    m_facts.push_back({name, value, role});
}

void SheetFacts::set(Pages &pages, int across, double nameWidth) const
{
    if (m_facts.empty())
        return;
    constexpr double kAcross = 14; // between columns
    const TextStyle name{.size = 7.4, .role = Role::Muted};
    const TextStyle value{.size = 7.8};
    const double width = (Pages::kInner - kAcross * (across - 1)) / across;
    const double room = width - nameWidth;
    const auto heightOf = [&](const Fact &fact) {
        return std::max(pages.heightOf(fact.value, room, value),
                        pages.heightOf(fact.name, nameWidth - 4, name)) +
               2.6;
    };
    double total = 0;
    for (const Fact &fact : m_facts)
        total += heightOf(fact);
    pages.need(total / across + 14);
    const double top = pages.y();
    double lowest = top;
    double y = top;
    int at = 0;
    double done = 0;
    for (const Fact &fact : m_facts) {
        const double height = heightOf(fact);
        // a fact goes where its middle falls when all are parted into columns of equal height
        const int wanted = std::min(across - 1, static_cast<int>((done + height / 2) * across / total));
        if (wanted > at) {
            at = wanted;
            y = top;
        }
        const double x = Pages::kLeft + at * (width + kAcross);
        TextStyle style = value;
        style.role = fact.role;
        pages.text(fact.name, x, y + 0.3, nameWidth - 4, name);
        pages.text(fact.value, x + nameWidth, y, room, style);
        y += height;
        done += height;
        lowest = std::max(lowest, y);
    }
    pages.setY(lowest);
}

} // namespace widgets
