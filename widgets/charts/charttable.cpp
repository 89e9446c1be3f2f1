// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/charttable.h"

#include "core/base/missing.h"
#include "core/base/text.h"
#include "widgets/common/words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;
using base::kMissing;

namespace {

bool isSame(const Column &a, const Column &b)
{
    return a == b || *a == *b;
}

/// Digits after the point that the first values have, at most six.
int digitsOf(const std::vector<double> &values)
{
    qsizetype digits = 0;
    const std::size_t looked = std::min<std::size_t>(values.size(), 200);
    for (std::size_t i = 0; i < looked; ++i) {
        const QString text = std::isfinite(values[i]) ? valueText(values[i]) : QString();
        const qsizetype point = text.indexOf(QLocale().decimalPoint());
        if (point >= 0)
            digits = std::max(digits, text.size() - point - 1);
    }
    return static_cast<int>(std::min<qsizetype>(digits, 6));
}

} // namespace

void ChartTable::setSpec(const ChartSpec &spec)
{
    beginResetModel();
    m_columns.clear();
    m_time = spec.timeAxis;
    m_zone = base::Zone();
    if (const base::Result<base::Zone> zone = base::Zone::find(base::utf8(spec.zone)))
        m_zone = *zone;
    m_xName = spec.xTitle.isEmpty() ? (m_time ? tr("Time") : tr("x")) : oneLine(spec.xTitle, 80);
    if (m_time)
        m_xName += QStringLiteral(" (%1)").arg(base::qs(m_zone.name()));
    const auto add = [this](const QString &name, const Column &x, const Column &y) {
        if (x && y)
            m_columns.push_back({name, x, y, digitsOf(*y)});
    };
    if (spec.candles) {
        add(tr("Open"), spec.candles->x, spec.candles->open);
        add(tr("High"), spec.candles->x, spec.candles->high);
        add(tr("Low"), spec.candles->x, spec.candles->low);
        add(tr("Close"), spec.candles->x, spec.candles->close);
    }
    for (const ChartSeries &series : spec.series) {
        QString name = oneLine(series.name, 80);
        if (name.isEmpty())
            name = spec.yTitle.isEmpty() ? tr("Value") : oneLine(spec.yTitle, 80);
        if (series.look == ChartLook::Band) {
            add(tr("%1, low").arg(name), series.x, series.low);
            add(tr("%1, high").arg(name), series.x, series.high);
        } else {
            add(name, series.x, series.y);
        }
    }
    // one row for each x that occurs
    m_x.reset();
    std::vector<Column> grids;
    for (Values &values : m_columns) {
        const auto known = std::find_if(grids.begin(), grids.end(),
                                        [&](const Column &grid) { return isSame(grid, values.x); });
        if (known == grids.end())
            grids.push_back(values.x);
        else
            values.x = *known;
    }
    if (grids.size() == 1) {
        m_x = grids.front();
    } else if (!grids.empty()) {
        std::vector<double> all;
        for (const Column &grid : grids) {
            std::vector<double> merged;
            merged.reserve(all.size() + grid->size());
            std::set_union(all.begin(), all.end(), grid->begin(), grid->end(), std::back_inserter(merged));
            all = std::move(merged);
        }
        m_x = column(std::move(all));
    }
    endResetModel();
}

int ChartTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_x ? 0 : static_cast<int>(m_x->size());
}

int ChartTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

double ChartTable::x(int row) const
{
    return (*m_x)[static_cast<std::size_t>(row)];
}

double ChartTable::value(int row, int column) const
{
    const Values &values = m_columns[static_cast<std::size_t>(column) - 1];
    auto at = static_cast<std::size_t>(row);
    if (values.x != m_x) {
        const double wanted = x(row);
        const auto found = std::lower_bound(values.x->begin(), values.x->end(), wanted);
        if (found == values.x->end() || *found != wanted)
            return kMissing;
        at = static_cast<std::size_t>(found - values.x->begin());
    }
    return at < values.y->size() ? (*values.y)[at] : kMissing;
}

QVariant ChartTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(index.column() == 0 && m_time ? Qt::AlignLeft | Qt::AlignVCenter
                                                      : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() > 0) {
        const double shown = value(index.row(), index.column());
        // the very small and the very large are not written out
        const double size = std::abs(shown);
        return size != 0 && (size < 1e-4 || size >= 1e12)
                   ? valueText(shown)
                   : numberText(shown, m_columns[static_cast<std::size_t>(index.column()) - 1].digits);
    }
    const double at = x(index.row());
    if (!m_time)
        return valueText(at);
    return std::abs(at) < 9e18 ? instantText(base::Instant(static_cast<std::int64_t>(at)), m_zone, true)
                               : kMissingText;
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == 0 && m_time ? Qt::AlignLeft | Qt::AlignVCenter
                                               : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? m_xName : m_columns[static_cast<std::size_t>(section) - 1].name;
}

int ChartTable::rowAt(double at) const
{
    return m_x && !m_x->empty() ? static_cast<int>(nearestRow(*m_x, at)) : 0;
}

std::pair<int, int> ChartTable::rowsWithin(double from, double to) const
{
    if (!m_x)
        return {0, 0};
    const auto [first, last] = widgets::rowsWithin(*m_x, from, to);
    return {static_cast<int>(first), static_cast<int>(last)};
}

} // namespace widgets
