// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plotitems.h"

#include <QPainter>

namespace widgets {

PlotItem::PlotItem(const Plot &plot, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_plot(plot)
    , m_size(plot.size())
{
    setCacheMode(DeviceCoordinateCache);
}

void PlotItem::refresh()
{
    if (m_size != m_plot.size()) {
        prepareGeometryChange();
        m_size = m_plot.size();
    }
    update();
}

QRectF PlotItem::boundingRect() const
{
    return {QPointF(), m_size};
}

void PlotItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    paintPlot(m_plot, *painter);
}

CursorItem::CursorItem(const Plot &plot, const PlotCursor &cursor, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_plot(plot)
    , m_cursor(cursor)
    , m_size(plot.size())
{}

void CursorItem::refresh()
{
    if (m_size != m_plot.size()) {
        prepareGeometryChange();
        m_size = m_plot.size();
    }
    update();
}

QRectF CursorItem::boundingRect() const
{
    return {QPointF(), m_size};
}

void CursorItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    paintCursor(m_plot, *painter, m_cursor);
}

} // namespace widgets
