// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plotpainter.h"

#include "core/base/text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

/// The middle of the pixel, where a line of one pixel is sharp.
QString elided(const QString &text, const QFontMetricsF &metrics, double width)
{
    return metrics.elidedText(text, Qt::ElideRight, std::max(0.0, width));
}

void paintShades(const Plot &plot, QPainter &painter)
{
    const Tokens &tokens = plot.look().tokens;
    const QRectF area = plot.area();
    for (const ChartShade &shade : plot.spec().shades) {
        const double left = std::max(area.left(), plot.px(std::min(shade.from, shade.to)));
        const double right = std::min(area.right(), plot.px(std::max(shade.from, shade.to)));
        if (!(right >= left))
            continue;
        const QColor color = tokens.color(shade.role);
        const QRectF where(left, area.top(), std::max(1.0, right - left), area.height());
        painter.fillRect(where, tokens.tint(color, 0.14));
    }
}

void paintGrid(const Plot &plot, QPainter &painter)
{
    const QRectF area = plot.area();
    QPen pen(plot.look().tokens.color(Role::Line), 1);
    painter.setPen(pen);
    for (const Tick &tick : plot.yTicks()) {
        const double y = sharp(plot.py(tick.at));
        if (y >= area.top() && y < area.bottom() - 1)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    pen.setDashPattern({2, 3}); // where sessions begin
    painter.setPen(pen);
    for (const double at : plot.breaksInView()) {
        const double x = sharp(plot.px(at));
        if (x > area.left() && x < area.right())
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

void paintAxes(const Plot &plot, QPainter &painter)
{
    const Tokens &tokens = plot.look().tokens;
    const ChartSpec &spec = plot.spec();
    const QRectF area = plot.area();
    const QFontMetricsF metrics(plot.font());
    const double row = plot.rowHeight();
    const double base = sharp(area.bottom());
    painter.setPen(QPen(tokens.tint(tokens.color(Role::Muted), 0.7), 1));
    painter.drawLine(QPointF(area.left(), base), QPointF(area.right(), base));
    for (const Tick &tick : plot.xTicks()) {
        const double x = sharp(plot.px(tick.at));
        painter.drawLine(QPointF(x, base), QPointF(x, base + 4));
    }
    painter.setPen(tokens.color(Role::Muted));
    double free = 0;
    for (const Tick &tick : plot.xTicks()) {
        const double width = metrics.horizontalAdvance(tick.label);
        const double left = plot.px(tick.at) - width / 2;
        if (left < free || left + width > plot.size().width() - 2)
            continue;
        painter.drawText(QRectF(left, base + 5, width + 2, row), Qt::AlignLeft | Qt::AlignTop, tick.label);
        free = left + width + 8;
    }
    double lowest = plot.size().height();
    for (const Tick &tick : plot.yTicks()) {
        const double y = plot.py(tick.at);
        if (y < area.top() - 2 || y > area.bottom() + 2 || y > lowest)
            continue;
        painter.drawText(QRectF(0, y - row / 2, area.left() - 6, row), Qt::AlignRight | Qt::AlignVCenter,
                         tick.label);
        lowest = y - row * 0.9;
    }

    if (!plot.rows().context)
        return;
    // the row below: the larger units of time on the left, what the axis is on the right
    QString title = Plot::clean(spec.xTitle);
    if (spec.timeAxis) {
        const QString zone = core::base::qs(plot.zone().name());
        title = title.isEmpty() ? zone : QStringLiteral("%1 (%2)").arg(title, zone);
    }
    const double top = plot.contextTop();
    const double width = std::min(metrics.horizontalAdvance(title), area.width());
    painter.drawText(QRectF(area.right() - width - 1, top, width + 1, row), Qt::AlignRight | Qt::AlignTop,
                     elided(title, metrics, width + 1));
    if (!spec.timeAxis)
        return;
    painter.setPen(tokens.tint(tokens.color(Role::Text), 0.85));
    QString last;
    free = area.left() - 4;
    for (const Tick &tick : plot.xTicks()) {
        if (tick.context == last)
            continue;
        const double size = metrics.horizontalAdvance(tick.context);
        const double left =
            std::max(area.left(), plot.px(tick.at) - metrics.horizontalAdvance(tick.label) / 2);
        if (left < free || left + size > area.right() - width - 12)
            continue;
        painter.drawText(QRectF(left, top, size + 2, row), Qt::AlignLeft | Qt::AlignTop, tick.context);
        free = left + size + 12;
        last = tick.context;
    }
}

void paintMarkers(const Plot &plot, QPainter &painter)
{
    const Tokens &tokens = plot.look().tokens;
    QFont font = plot.font();
    font.setPixelSize(std::max(8, font.pixelSize() - 1));
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const MarkerCluster &cluster : plot.clusters()) {
        const ChartMarker &marker = plot.markerAt(cluster.first);
        const QColor color = tokens.series(std::max(0, marker.color));
        if (cluster.count == 1) {
            const QPointF &c = cluster.at;
            painter.setPen(QPen(tokens.color(Role::Panel), 1));
            painter.setBrush(color);
            painter.drawPolygon(
                QPolygonF{c + QPointF(0, -5.5), c + QPointF(5.5, 4.5), c + QPointF(-5.5, 4.5)});
            continue;
        }
        const QString count = cluster.count < 1000 ? QString::number(cluster.count) : QStringLiteral("999+");
        const double width = std::max(14.0, std::ceil(metrics.horizontalAdvance(count)) + 6);
        const QRectF box(std::floor(cluster.at.x() - width / 2) + 0.5, std::floor(cluster.at.y() - 7) + 0.5,
                         width, 14);
        painter.setPen(QPen(color, 1));
        painter.setBrush(tokens.tint(color, 0.22));
        painter.drawRoundedRect(box, 2, 2);
        painter.setPen(tokens.color(Role::Text));
        painter.drawText(box, Qt::AlignCenter, count);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(plot.font());
}

void paintHeader(const Plot &plot, QPainter &painter)
{
    const Tokens &tokens = plot.look().tokens;
    const ChartSpec &spec = plot.spec();
    const double left = Plot::kMargin;
    const double width = plot.size().width() - 2 * left;
    const double row = plot.rowHeight();
    if (plot.rows().title) {
        painter.setFont(plot.titleFont());
        painter.setPen(tokens.color(Role::Text));
        const QFontMetricsF metrics(plot.titleFont());
        painter.drawText(QRectF(left, plot.titleTop(), width, std::ceil(metrics.height())),
                         Qt::AlignLeft | Qt::AlignVCenter, elided(Plot::clean(spec.title), metrics, width));
        painter.setFont(plot.font());
    }
    if (!plot.rows().header)
        return;
    const QFontMetricsF metrics(plot.font());
    double x = left;
    if (!spec.yTitle.isEmpty()) {
        const QString text = elided(Plot::clean(spec.yTitle), metrics, width);
        painter.setPen(tokens.color(Role::Muted));
        painter.drawText(QRectF(x, plot.headerTop(), width, row), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text) + 16;
    }
    if (plot.labelsDirectly())
        return;
    for (const ChartSeries &series : spec.series) {
        if (!plot.isNamed(series))
            continue;
        const QString name = Plot::clean(series.name);
        const double room = left + width - x - 16;
        if (room < 24)
            break;
        const double y = plot.headerTop() + row / 2;
        const QColor color = plot.colorOf(series);
        switch (series.look) {
        case ChartLook::Line:
        case ChartLook::Step:
            painter.fillRect(QRectF(x, std::floor(y), series.dashed ? 4 : 11, 2), color);
            if (series.dashed)
                painter.fillRect(QRectF(x + 7, std::floor(y), 4, 2), color);
            break;
        case ChartLook::Band:
            painter.fillRect(QRectF(x + 1, y - 5, 10, 10), tokens.tint(color, 0.28));
            break;
        default:
            painter.fillRect(QRectF(x + 2, y - 4, 8, 8), color);
        }
        const QString text = elided(name, metrics, room);
        painter.setPen(tokens.color(Role::Text));
        painter.drawText(QRectF(x + 16, plot.headerTop(), room, row), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += 16 + metrics.horizontalAdvance(text) + 16;
    }
}

void paintSource(const Plot &plot, QPainter &painter)
{
    const double left = Plot::kMargin;
    const double width = plot.size().width() - 2 * left;
    const QFontMetricsF metrics(plot.font());
    painter.setPen(plot.look().tokens.color(Role::Muted));
    double y = plot.sourceTop();
    const QString source = plot.rows().source ? plot.spec().source : QString();
    for (const QString &line : QStringList{source} + plot.caption().split(QLatin1Char('\n'))) {
        if (line.isEmpty())
            continue;
        painter.drawText(QRectF(left, y, width, plot.rowHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                         elided(Plot::clean(line), metrics, width));
        y += plot.rowHeight();
    }
}

} // namespace

void paintPlot(const Plot &plot, QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(QPointF(), plot.size()), plot.look().tokens.color(Role::Panel));
    painter.setFont(plot.font());
    painter.setBrush(Qt::NoBrush);
    paintHeader(plot, painter);
    paintSource(plot, painter);
    if (!plot.hasData()) { // and no axes, which would claim a range
        painter.setPen(plot.look().tokens.color(Role::Muted));
        painter.drawText(plot.area(), Qt::AlignCenter, Plot::tr("No data"));
        painter.restore();
        return;
    }
    paintShades(plot, painter);
    paintGrid(plot, painter);
    painter.save();
    painter.setClipRect(plot.area());
    paintSeries(plot, painter);
    if (plot.spec().candles)
        paintCandles(plot, painter);
    painter.restore();
    paintLabels(plot, painter);
    paintMarkers(plot, painter);
    paintAxes(plot, painter);
    painter.restore();
}

void paintCursor(const Plot &plot, QPainter &painter, const PlotCursor &cursor)
{
    const Tokens &tokens = plot.look().tokens;
    const QRectF area = plot.area();
    painter.save();
    painter.setFont(plot.font());
    const QFontMetricsF metrics(plot.font());
    const double row = plot.rowHeight();
    if (cursor.focused) {
        painter.setPen(QPen(tokens.color(Role::Accent), 1));
        painter.drawRect(QRectF(QPointF(0.5, 0.5), plot.size() - QSizeF(1, 1)));
    }
    if (cursor.span) {
        const double from = std::clamp(plot.px(cursor.span->first), area.left(), area.right());
        const double to = std::clamp(plot.px(cursor.span->second), area.left(), area.right());
        QColor color = tokens.color(Role::Accent);
        color.setAlphaF(0.16F);
        painter.fillRect(
            QRectF(QPointF(std::min(from, to), area.top()), QPointF(std::max(from, to), area.bottom())),
            color);
        painter.setPen(QPen(tokens.color(Role::Accent), 1));
        for (const double x : {from, to})
            painter.drawLine(QPointF(sharp(x), area.top()), QPointF(sharp(x), area.bottom()));
    }
    const double x = plot.px(cursor.x);
    if (!std::isfinite(cursor.x) || x < area.left() - 1 || x > area.right() + 1) {
        painter.restore();
        return;
    }
    const auto tag = [&](const QRectF &box, const QString &text) {
        painter.fillRect(box, tokens.color(Role::Raised));
        painter.setPen(QPen(tokens.color(Role::Line), 1));
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setPen(tokens.color(Role::Text));
        painter.drawText(box, Qt::AlignCenter, text);
    };
    QPen line(tokens.tint(tokens.color(Role::Muted), 0.9), 1, Qt::CustomDashLine);
    line.setDashPattern({3, 3});
    painter.setPen(line);
    painter.drawLine(QPointF(sharp(x), area.top()), QPointF(sharp(x), area.bottom()));
    if (cursor.pixelY >= area.top() && cursor.pixelY <= area.bottom()) {
        painter.drawLine(QPointF(area.left(), sharp(cursor.pixelY)),
                         QPointF(area.right(), sharp(cursor.pixelY)));
        tag(QRectF(0, std::floor(cursor.pixelY - row / 2), std::floor(area.left()) - 2, row),
            plot.valueText(plot.yAt(cursor.pixelY)));
    }
    const QString place = plot.positionText(cursor.x);
    const double width = std::ceil(metrics.horizontalAdvance(place)) + 12;
    tag(QRectF(std::floor(std::clamp(x - width / 2, 0.0, std::max(0.0, plot.size().width() - width))),
               std::floor(area.bottom()) + 3, width, row),
        place);

    // the values, in the header where the names of the series stand
    const std::vector<Plot::Reading> readings = plot.readings(cursor.x);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Plot::Reading &reading : readings) {
        const double y = plot.py(reading.y);
        if (!(y >= area.top() && y <= area.bottom()))
            continue;
        painter.setPen(QPen(tokens.color(Role::Panel), 1.5));
        painter.setBrush(reading.color);
        painter.drawEllipse(QPointF(x, y), 4, 4);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double titled =
        plot.spec().yTitle.isEmpty() ? 0 : metrics.horizontalAdvance(Plot::clean(plot.spec().yTitle)) + 16;
    double left = std::min(Plot::kMargin + titled, plot.size().width() / 2);
    const double end = plot.size().width() - Plot::kMargin;
    painter.fillRect(QRectF(left - 4, plot.headerTop(), end - left + 8, row), tokens.color(Role::Panel));
    for (const Plot::Reading &reading : readings) {
        const QString name = reading.name.isEmpty() ? reading.name : reading.name + QLatin1Char(' ');
        const double nameWidth = metrics.horizontalAdvance(name);
        const double textWidth = metrics.horizontalAdvance(reading.text);
        if (left + 12 + nameWidth + textWidth > end) {
            painter.setPen(tokens.color(Role::Muted));
            painter.drawText(QPointF(left, plot.headerTop() + row - metrics.descent() - 2),
                             QStringLiteral("…"));
            break;
        }
        painter.fillRect(QRectF(left, plot.headerTop() + row / 2 - 4, 3, 9), reading.color);
        painter.setPen(tokens.color(Role::Muted));
        painter.drawText(QRectF(left + 7, plot.headerTop(), nameWidth + 2, row),
                         Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setPen(tokens.color(Role::Text));
        painter.drawText(QRectF(left + 7 + nameWidth, plot.headerTop(), textWidth + 2, row),
                         Qt::AlignLeft | Qt::AlignVCenter, reading.text);
        left += 7 + nameWidth + textWidth + 14;
    }
    painter.restore();
}

} // namespace widgets
