// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at a place of a plot: the row, its values, the markers.
#include "widgets/charts/plot.h"

#include "core/base/missing.h"
#include "widgets/common/words.h"

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;
using base::kMissing;

namespace {

} // namespace

double Plot::snapped(double x) const
{
    double best = x;
    double distance = std::numeric_limits<double>::infinity();
    for (const Column &grid : grids()) {
        const double at = (*grid)[nearestRow(*grid, x)];
        if (std::abs(at - x) < distance) {
            distance = std::abs(at - x);
            best = at;
        }
    }
    return best;
}

double Plot::stepped(double x, int rows) const
{
    double best = kMissing;
    for (const Column &grid : grids()) {
        const auto &values = *grid;
        const auto here = rows < 0 ? std::lower_bound(values.begin(), values.end(), x)
                                   : std::upper_bound(values.begin(), values.end(), x);
        const auto at = (here - values.begin()) + (rows < 0 ? rows : rows - 1);
        const auto row = std::clamp<std::ptrdiff_t>(at, 0, std::ssize(values) - 1);
        const double found = values[static_cast<std::size_t>(row)];
        if (std::isnan(best) || (rows < 0 ? found > best : found < best))
            best = found;
    }
    return std::isnan(best) ? x : best;
}

QString Plot::valueText(double y) const
{
    return axisText(y, yStep() / 1000);
}

std::vector<Plot::Reading> Plot::readings(double x) const
{
    std::vector<Reading> out;
    const double reach = 3 * (m_window.to - m_window.from) / area().width();
    const auto rowOf = [&](const Column &column) -> std::optional<std::size_t> {
        if (!column || column->empty())
            return std::nullopt;
        const std::size_t row = nearestRow(*column, x);
        return std::abs((*column)[row] - x) <= reach ? std::optional(row) : std::nullopt;
    };
    const auto at = [](const Column &column, std::size_t row) {
        return column && row < column->size() ? (*column)[row] : kMissing;
    };
    if (m_spec.candles) {
        const ChartCandles &candles = *m_spec.candles;
        if (const auto row = rowOf(candles.x)) {
            const QColor color =
                at(candles.close, *row) >= at(candles.open, *row) ? m_look.up() : m_look.down();
            const auto add = [&](const QString &name, const Column &column) {
                out.push_back({name, valueText(at(column, *row)), color, kMissing});
            };
            add(tr("O", "open of a bar"), candles.open);
            add(tr("H", "high of a bar"), candles.high);
            add(tr("L", "low of a bar"), candles.low);
            add(tr("C", "close of a bar"), candles.close);
        }
    }
    for (const ChartSeries &series : m_spec.series) {
        const auto row = rowOf(series.x);
        const QString name = clean(series.name);
        if (series.look == ChartLook::Band) {
            const double low = row ? at(series.low, *row) : kMissing;
            const double high = row ? at(series.high, *row) : kMissing;
            out.push_back({name, QStringLiteral("%1 … %2").arg(valueText(low), valueText(high)),
                           colorOf(series), kMissing});
        } else {
            const double y = row ? at(series.y, *row) : kMissing;
            // a count is no price: without empty places after the point
            const bool count = y == std::round(y) && std::abs(y) < 1e9;
            out.push_back({name, count ? numberText(y, 0) : valueText(y), colorOf(series), y});
        }
    }
    return out;
}

QString Plot::positionText(double x) const
{
    if (!m_spec.timeAxis)
        return widgets::valueText(x);
    return std::abs(x) < 9e18 ? instantText(base::Instant(static_cast<std::int64_t>(x)), m_zone, true)
                              : kMissingText;
}

QString Plot::edgeText(double x) const
{
    const double width = m_window.to - m_window.from;
    if (!m_spec.timeAxis) {
        const double step = std::pow(10, std::floor(std::log10(width / 100)));
        return widgets::valueText(std::round(x / step) * step);
    }
    const QString text = positionText(x);
    return width > 20 * kAxisDay ? text.section(QLatin1Char(' '), 0, 0) : text;
}

std::optional<MarkerCluster> Plot::clusterAt(const QPointF &at) const
{
    for (const MarkerCluster &cluster : clusters()) {
        if (std::abs(cluster.at.x() - at.x()) <= 9 && std::abs(cluster.at.y() - at.y()) <= 10)
            return cluster;
    }
    return std::nullopt;
}

} // namespace widgets
