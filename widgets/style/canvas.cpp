// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/canvas.h"

#include <QPainter>
#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kRadius = 2;

} // namespace

QString roleOf(const QWidget *widget)
{
    return widget ? widget->property("role").toString() : QString();
}

void drawBox(const Canvas &canvas, const QRect &rect, const QColor &fill, const QColor &line)
{
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double half = line.isValid() ? 0.5 : 0; // the line lies within the rectangle
    painter.setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), kRadius, kRadius);
    painter.restore();
}

void drawArrow(const Canvas &canvas, const QRect &where, Qt::ArrowType direction, int size)
{
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double unit = size / 16.0;
    painter.setPen(QPen(canvas.color(Role::Muted), 2 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(QRectF(where).center());
    painter.rotate(direction == Qt::UpArrow      ? 180
                   : direction == Qt::LeftArrow  ? 90
                   : direction == Qt::RightArrow ? -90
                                                 : 0);
    painter.drawPolyline(
        QPolygonF({QPointF(-5 * unit, -2.5 * unit), QPointF(0, 2.5 * unit), QPointF(5 * unit, -2.5 * unit)}));
    painter.restore();
}

QSize padded(const QSize &contents, int least, const QMargins &around)
{
    return {std::max(contents.width(), 0) + around.left() + around.right(),
            std::max(contents.height(), least) + around.top() + around.bottom()};
}

QRect endOf(const QRect &inside, int width, Qt::LayoutDirection direction)
{
    const QRect end(inside.right() - width + 1, inside.top(), width, inside.height());
    return QStyle::visualRect(direction, inside, end);
}

} // namespace widgets
