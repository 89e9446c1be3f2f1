// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The data of a plot: bands, columns, lines, points, candles, and the labels that belong to them.
#include "widgets/charts/plotpainter.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <span>

namespace widgets {

namespace {

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

/// Places that no line runs across, met from left to right.
class Cuts final
{
public:
    explicit Cuts(std::span<const double> places)
        : m_places(places)
    {}
    /// Whether one lies before x and after what was asked last.
    bool passed(double x)
    {
        const auto next = std::upper_bound(m_places.begin(), m_places.end(), x);
        const auto count = static_cast<std::size_t>(next - m_places.begin());
        m_places = m_places.subspan(count);
        return count > 0;
    }

private:
    std::span<const double> m_places;
};

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
    // on the screen a smooth line costs a tenth in pieces of what it costs as one; on paper it stays one
    const bool pieces = !dense && !series.dashed && points.size() > 64 && painter.paintEngine() &&
                        painter.paintEngine()->type() == QPaintEngine::Raster;
    QList<QLineF> lines;
    QPolygonF line;
    line.reserve(static_cast<qsizetype>(points.size()));
    const auto finish = [&] {
        if (line.size() > 1 && pieces) {
            for (qsizetype i = 1; i < line.size(); ++i)
                lines.append(QLineF(line[i - 1], line[i]));
            painter.drawLines(lines);
            lines.clear();
        } else if (line.size() > 1) {
            painter.drawPolyline(line);
        } else if (line.size() == 1) { // alone between two gaps
            painter.fillRect(QRectF(line.front() - QPointF(1, 1), QSizeF(2, 2)), pen.color());
        }
        line.clear();
    };
    Cuts missing(plot.spec().missing);
    Cuts sessions(plot.breaksInView());
    for (const PlotPoint &point : points) {
        const bool isCut = missing.passed(point.x) | sessions.passed(point.x);
        const double y = plot.py(point.y);
        if (std::isnan(y) || isCut)
            finish();
        if (std::isnan(y))
            continue;
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

/// Where a rule lies, or nothing when it is out of view.
std::optional<double> placeOf(const Plot &plot, const ChartRule &rule)
{
    const QRectF area = plot.area();
    const bool across = rule.orientation == Qt::Horizontal;
    const double at = across ? plot.py(rule.at) : plot.px(rule.at);
    const bool seen =
        across ? at >= area.top() && at <= area.bottom() : at >= area.left() && at <= area.right();
    return seen ? std::optional(sharp(at)) : std::nullopt;
}

QColor letters(const Plot &plot, Role role)
{
    return plot.look().tokens.color(role == Role::Line ? Role::Muted : role);
}

void paintRules(const Plot &plot, QPainter &painter)
{
    const QRectF area = plot.area();
    for (const ChartRule &rule : plot.spec().rules) {
        const std::optional<double> at = placeOf(plot, rule);
        if (!at)
            continue;
        QPen pen(plot.look().tokens.color(rule.role), 1);
        if (rule.dashed)
            pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(rule.orientation == Qt::Horizontal ? QLineF(area.left(), *at, area.right(), *at)
                                                            : QLineF(*at, area.top(), *at, area.bottom()));
    }
}

/// The labels of vertical rules and shades, in the lane above the values; one that finds no room is left out.
void paintTopLabels(const Plot &plot, QPainter &painter)
{
    const QRectF area = plot.area();
    const QFontMetricsF metrics(plot.font());
    const double row = plot.rowHeight();
    if (plot.lanes().top() - area.top() < row) // they would stand on the values
        return;
    std::vector<QRectF> taken;
    const auto place = [&](const QString &text, const QColor &color, double at) {
        const QString label = Plot::clean(text);
        const double width = std::ceil(metrics.horizontalAdvance(label)) + 1;
        const bool right = at + 5 + width <= area.right() || at - 5 - width < area.left();
        const QRectF box(right ? at + 5 : at - 5 - width, area.top() + 1, width, row);
        const auto hits = [&](const QRectF &other) { return other.intersects(box); };
        if (std::any_of(taken.begin(), taken.end(), hits))
            return;
        taken.push_back(box.adjusted(-6, 0, 6, 0));
        painter.setPen(color);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(label, Qt::ElideRight, area.right() - box.left()));
    };
    // accents first: the observed value keeps its label when there is no room for all
    for (const bool accent : {true, false}) {
        for (const ChartRule &rule : plot.spec().rules) {
            if (rule.orientation != Qt::Vertical || rule.label.isEmpty() ||
                (rule.role == Role::Accent) != accent)
                continue;
            if (const std::optional<double> at = placeOf(plot, rule))
                place(rule.label, letters(plot, rule.role), *at);
        }
    }
    QString said; // many windows of one finding say the same: once is enough
    for (const ChartShade &shade : plot.spec().shades) {
        const double from = plot.px(std::min(shade.from, shade.to));
        const double to = plot.px(std::max(shade.from, shade.to));
        if (shade.label.isEmpty() || shade.label == said || to < area.left() || from > area.right())
            continue;
        place(shade.label, letters(plot, Role::Text), std::max(from, area.left()) - 1);
        said = shade.label;
    }
}

/// The labels of horizontal rules in the area, right above their line.
void paintInnerRuleLabels(const Plot &plot, QPainter &painter)
{
    const QRectF area = plot.area();
    const QFontMetricsF metrics(plot.font());
    const double row = plot.rowHeight();
    double last = -row;
    for (const ChartRule &rule : plot.spec().rules) {
        const std::optional<double> at = placeOf(plot, rule);
        if (!at || rule.orientation != Qt::Horizontal || rule.label.isEmpty() || std::abs(*at - last) < row)
            continue;
        last = *at;
        const double top = *at - row >= area.top() ? *at - row : *at + 1;
        painter.setPen(letters(plot, rule.role));
        painter.drawText(QRectF(area.left() + 4, top, area.width() - 8, row),
                         Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(Plot::clean(rule.label), Qt::ElideRight, area.width() - 8));
    }
}

/// Names of series at their ends and labels of rules, to the right of the area, pushed apart.
void paintSideLabels(const Plot &plot, QPainter &painter)
{
    struct Label {
        QString text;
        QColor color;
        double y;
    };
    const Tokens &tokens = plot.look().tokens;
    const QRectF area = plot.area();
    const double row = plot.rowHeight() - 1;
    std::vector<Label> labels;
    const auto add = [&](const QString &text, const QColor &color, double y) {
        // letters need more contrast than lines: a colour that lacks it gives its letters to the text colour
        const bool legible = contrast(color, tokens.color(Role::Panel)) >= 4.5;
        labels.push_back({Plot::clean(text), legible ? color : tokens.color(Role::Text),
                          std::clamp(y, area.top() + row / 2, area.bottom() - row / 2)});
    };
    for (const ChartSeries &series : plot.spec().series) {
        if (!plot.labelsDirectly() || !plot.isNamed(series) || !isWhole(series))
            continue;
        const Pyramid &summary = series.look == ChartLook::Band ? *series.highSummary : *series.ySummary;
        const auto [first, last] = rowsWithin(*series.x, plot.window().from, plot.window().to);
        const Stretch part = summary.over(first, last);
        if (!part.isEmpty())
            add(series.name, plot.colorOf(series), plot.py(summary.values()[part.lastAt]));
    }
    for (const ChartRule &rule : plot.spec().rules) {
        const std::optional<double> at = placeOf(plot, rule);
        if (plot.labelsRulesOutside() && at && rule.orientation == Qt::Horizontal && !rule.label.isEmpty())
            add(rule.label, letters(plot, rule.role), *at);
    }
    // on a low chart the first ones only: more would stand on one another
    labels.resize(std::min(labels.size(), static_cast<std::size_t>(std::max(0.0, area.height() / row))));
    // in order from above, pushed apart, and back up from the lower edge
    std::stable_sort(labels.begin(), labels.end(), [](const Label &a, const Label &b) { return a.y < b.y; });
    for (std::size_t i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + row);
    double limit = area.bottom() - row / 2;
    for (std::size_t i = labels.size(); i-- > 0;) {
        labels[i].y = std::min(labels[i].y, limit);
        limit = labels[i].y - row;
    }
    for (const Label &label : labels) {
        painter.setPen(label.color);
        painter.drawText(
            QRectF(area.right() + 6, label.y - row / 2, plot.size().width() - area.right() - 6, row),
            Qt::AlignLeft | Qt::AlignVCenter, label.text);
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
            if (rising && slot >= 4 && body >= 3 && box.height() > 2)
                hollows.append(box.adjusted(0.5, 0.5, -0.5, -0.5));
            else
                bodies.append(box);
        }
        QPen pen(color, 1);
        pen.setCapStyle(Qt::FlatCap);
        pen.setJoinStyle(Qt::MiterJoin);
        painter.setPen(pen);
        painter.drawLines(wicks);
        painter.drawRects(hollows); // rising bars differ by shape too, not by colour alone
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRects(bodies);
        painter.setBrush(Qt::NoBrush);
    }
}

void paintLabels(const Plot &plot, QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    paintRules(plot, painter);
    paintTopLabels(plot, painter);
    if (!plot.labelsRulesOutside())
        paintInnerRuleLabels(plot, painter);
    paintSideLabels(plot, painter);
}

} // namespace widgets
