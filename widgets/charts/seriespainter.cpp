// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The data of a plot: bands, columns, lines, points, candles, and the labels that belong to them.
#include "widgets/charts/plotpainter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

double sharp(double at)
{
    return std::floor(at) + 0.5;
}

/// Whether a series can be drawn at all.
bool isWhole(const ChartSeries &series)
{
    if (!series.x || series.x->empty())
        return false;
    return series.look == ChartLook::Band ? series.lowSummary && series.highSummary
                                          : series.ySummary != nullptr;
}

void paintBand(const Plot &plot, QPainter &painter, const ChartSeries &series)
{
    const std::vector<RangePoint> points =
        ranges(*series.x, *series.lowSummary, *series.highSummary, plot.grid());
    painter.setPen(Qt::NoPen);
    painter.setBrush(plot.look().tokens.tint(plot.colorOf(series), 0.2));
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF upper;
    QPolygonF lower;
    const auto finish = [&] {
        std::reverse(lower.begin(), lower.end());
        if (upper.size() > 1)
            painter.drawPolygon(upper + lower);
        upper.clear();
        lower.clear();
    };
    for (const RangePoint &point : points) {
        const double high = plot.py(point.high);
        const double low = plot.py(point.low);
        if (std::isnan(high) || std::isnan(low)) {
            finish();
            continue;
        }
        upper.append(QPointF(plot.px(point.x), high));
        lower.append(QPointF(plot.px(point.x), low));
    }
    finish();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
}

void paintColumns(const Plot &plot, QPainter &painter, const ChartSeries &series)
{
    const double slot = plot.slot(series.x);
    const double width = std::clamp(std::floor(slot * 0.8), 1.0, 48.0);
    const QColor color = plot.colorOf(series);
    const double zero = plot.spec().yLog ? plot.lanes().bottom() : plot.py(0);
    for (const RangePoint &point : ranges(*series.x, *series.ySummary, *series.ySummary, plot.grid())) {
        const double top = std::min(plot.py(point.high), zero);
        const double bottom = std::max(plot.py(point.low), zero);
        if (std::isnan(top) || std::isnan(bottom))
            continue;
        const double left = std::floor(plot.px(point.x) - width / 2 + 0.5);
        painter.fillRect(QRectF(left, top, width, std::max(bottom - top, point.high == 0 ? 0.0 : 1.0)),
                         color);
    }
}

void paintLine(const Plot &plot, QPainter &painter, const ChartSeries &series)
{
    const PixelGrid grid = plot.grid();
    const std::vector<PlotPoint> points = m4(*series.x, *series.ySummary, grid);
    // smooth while each point can be seen; where they are dense, sharp lines show the extremes
    const bool dense = points.size() > static_cast<std::size_t>(grid.pixels) * 2 + 8;
    painter.setRenderHint(QPainter::Antialiasing, !dense);
    QPen pen(plot.colorOf(series), dense ? 1.0 : 1.25);
    pen.setJoinStyle(Qt::BevelJoin);
    if (series.dashed)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    QPolygonF line;
    line.reserve(static_cast<qsizetype>(points.size()));
    const auto finish = [&] {
        if (line.size() > 1)
            painter.drawPolyline(line);
        else if (line.size() == 1) // alone between two gaps
            painter.fillRect(QRectF(line.front() - QPointF(1, 1), QSizeF(2, 2)), pen.color());
        line.clear();
    };
    for (const PlotPoint &point : points) {
        const double y = plot.py(point.y);
        if (std::isnan(y)) {
            finish();
            continue;
        }
        const QPointF at(plot.px(point.x), y);
        if (series.look == ChartLook::Step && !line.isEmpty())
            line.append(QPointF(at.x(), line.back().y()));
        line.append(at);
    }
    finish();
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintPoints(const Plot &plot, QPainter &painter, const ChartSeries &series)
{
    const PixelGrid grid = plot.grid();
    const std::vector<PlotPoint> points = m4(*series.x, *series.ySummary, grid);
    const QColor color = plot.colorOf(series);
    const bool few = points.size() <= static_cast<std::size_t>(grid.pixels);
    const QRectF area = plot.area().adjusted(-3, -3, 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, few);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const PlotPoint &point : points) {
        const QPointF at(plot.px(point.x), plot.py(point.y));
        if (std::isnan(at.y()) || !area.contains(at))
            continue;
        if (few)
            painter.drawEllipse(at, 2.5, 2.5);
        else
            painter.fillRect(QRectF(at - QPointF(1, 1), QSizeF(2, 2)), color);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintRules(const Plot &plot, QPainter &painter)
{
    const Tokens &tokens = plot.look().tokens;
    const QRectF area = plot.area();
    const QFontMetricsF metrics(plot.font());
    const double row = plot.rowHeight();
    std::vector<QRectF> taken;
    const auto label = [&](const ChartRule &rule, QRectF box, double down) {
        if (rule.label.isEmpty())
            return;
        for (int tries = 0; tries < 6; ++tries) {
            if (std::none_of(taken.begin(), taken.end(),
                             [&](const QRectF &other) { return other.intersects(box); }))
                break;
            box.translate(0, down);
        }
        if (box.bottom() > area.bottom())
            return;
        taken.push_back(box);
        painter.fillRect(box.adjusted(-2, 1, 2, -1), tokens.color(Role::Panel));
        painter.setPen(rule.role == Role::Line ? tokens.color(Role::Muted) : tokens.color(rule.role));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(Plot::clean(rule.label), Qt::ElideRight, box.width() + 1));
    };
    for (const ChartRule &rule : plot.spec().rules) {
        const bool across = rule.orientation == Qt::Horizontal;
        const double at = sharp(across ? plot.py(rule.at) : plot.px(rule.at));
        if (std::isnan(at) ||
            (across ? at < area.top() || at > area.bottom() : at < area.left() || at > area.right()))
            continue;
        QPen pen(tokens.color(rule.role), 1);
        if (rule.dashed)
            pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(across ? QLineF(area.left(), at, area.right(), at)
                                : QLineF(at, area.top(), at, area.bottom()));
    }
    for (const ChartRule &rule : plot.spec().rules) {
        const bool across = rule.orientation == Qt::Horizontal;
        const double at = sharp(across ? plot.py(rule.at) : plot.px(rule.at));
        if (std::isnan(at) ||
            (across ? at < area.top() || at > area.bottom() : at < area.left() || at > area.right()))
            continue;
        const double width =
            std::min(std::ceil(metrics.horizontalAdvance(Plot::clean(rule.label))) + 1, area.width() - 16);
        if (across) {
            const bool above = at - row - 1 >= area.top();
            label(rule, QRectF(area.right() - width - 6, above ? at - row - 1 : at + 1, width, row),
                  above ? -row : row);
        } else {
            const bool right = at + 6 + width <= area.right();
            label(rule, QRectF(right ? at + 6 : at - 6 - width, area.top() + 2, width, row), row);
        }
    }
}

void paintNames(const Plot &plot, QPainter &painter)
{
    struct Name {
        const ChartSeries *series;
        double y;
    };
    const QRectF area = plot.area();
    const double row = plot.rowHeight() - 1;
    std::vector<Name> names;
    for (const ChartSeries &series : plot.spec().series) {
        if (series.name.isEmpty() || !isWhole(series))
            continue;
        const auto [first, last] = rowsWithin(*series.x, plot.window().from, plot.window().to);
        const auto end = [&, from = first, to = last](const std::shared_ptr<const Pyramid> &summary) {
            const Stretch part = summary->over(from, to);
            return part.isEmpty() ? std::numeric_limits<double>::quiet_NaN()
                                  : plot.py(summary->values()[part.lastAt]);
        };
        const double y = series.look == ChartLook::Band
                             ? (end(series.lowSummary) + end(series.highSummary)) / 2
                             : end(series.ySummary);
        if (!std::isnan(y))
            names.push_back({&series, std::clamp(y, area.top() + row / 2, area.bottom() - row / 2)});
    }
    // in order from above, pushed apart, and back up from the lower edge
    std::stable_sort(names.begin(), names.end(), [](const Name &a, const Name &b) { return a.y < b.y; });
    for (std::size_t i = 1; i < names.size(); ++i)
        names[i].y = std::max(names[i].y, names[i - 1].y + row);
    double limit = area.bottom() - row / 2;
    for (std::size_t i = names.size(); i-- > 0;) {
        names[i].y = std::min(names[i].y, limit);
        limit = names[i].y - row;
    }
    for (const Name &name : names) {
        const Tokens &tokens = plot.look().tokens;
        const QColor color = plot.colorOf(*name.series);
        // letters need more contrast than lines: a colour that lacks it gives its letters to the text colour
        painter.setPen(contrast(color, tokens.color(Role::Panel)) >= 4.5 ? color : tokens.color(Role::Text));
        painter.drawText(
            QRectF(area.right() + 6, name.y - row / 2, plot.size().width() - area.right() - 6, row),
            Qt::AlignLeft | Qt::AlignVCenter, Plot::clean(name.series->name));
    }
}

} // namespace

void paintSeries(const Plot &plot, QPainter &painter)
{
    for (const ChartLook look :
         {ChartLook::Band, ChartLook::Columns, ChartLook::Step, ChartLook::Line, ChartLook::Points}) {
        for (const ChartSeries &series : plot.spec().series) {
            if (series.look != look || !isWhole(series))
                continue;
            switch (look) {
            case ChartLook::Band:
                paintBand(plot, painter, series);
                break;
            case ChartLook::Columns:
                paintColumns(plot, painter, series);
                break;
            case ChartLook::Points:
                paintPoints(plot, painter, series);
                break;
            default:
                paintLine(plot, painter, series);
            }
        }
    }
}

void paintCandles(const Plot &plot, QPainter &painter)
{
    const ChartCandles &candles = *plot.spec().candles;
    if (!candles.x || candles.x->empty() || !candles.open || !candles.close || !candles.lowSummary ||
        !candles.highSummary)
        return;
    const double slot = plot.slot(candles.x);
    const CandleColumns columns{*candles.x, *candles.open, candles.highSummary.get(),
                                candles.lowSummary.get(), *candles.close};
    // an odd width, so that the wick stands in its middle
    const double body = slot < 2 ? 3 : std::clamp(std::floor(slot * 0.7 / 2) * 2 + 1, 1.0, 31.0);
    const QColor ground = plot.look().tokens.color(Role::Panel);
    for (const bool rising : {true, false}) {
        const QColor color = rising ? plot.look().up() : plot.look().down();
        QList<QLineF> wicks;
        QList<QRectF> bodies;
        QList<QRectF> hollows;
        for (const CandleBar &bar : candleBars(columns, plot.grid(), slot)) {
            // a bar without an open is drawn from its close; without a close it is a gap
            const double open = std::isfinite(bar.open) ? bar.open : bar.close;
            if (!std::isfinite(bar.close) || (bar.close >= open) != rising)
                continue;
            const double x = std::floor(plot.px(bar.x));
            const double top = std::round(plot.py(std::max(open, bar.close)));
            const double bottom = std::max(top + 1, std::round(plot.py(std::min(open, bar.close))));
            const double high = std::isfinite(bar.high) ? std::round(plot.py(bar.high)) : top;
            const double low = std::isfinite(bar.low) ? std::round(plot.py(bar.low)) : bottom;
            if (high < top)
                wicks.append(QLineF(x + 0.5, high, x + 0.5, top));
            if (low > bottom)
                wicks.append(QLineF(x + 0.5, bottom, x + 0.5, low));
            const QRectF box(x - (body - 1) / 2, top, body, bottom - top);
            bodies.append(box);
            if (rising && body >= 5 && box.height() > 2)
                hollows.append(box.adjusted(1, 1, -1, -1));
        }
        QPen pen(color, 1);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLines(wicks);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRects(bodies);
        painter.setBrush(ground);
        painter.drawRects(hollows);
        painter.setBrush(Qt::NoBrush);
    }
}

void paintLabels(const Plot &plot, QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    paintRules(plot, painter);
    if (plot.labelsDirectly())
        paintNames(plot, painter);
}

} // namespace widgets
