// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The plot and its crosshair as items of a QChart. Qt's own series need 33 ms for 4,800 points and drop NaN
// instead of showing a gap (measured), so that one item draws everything from the decimated columns.
#pragma once

#include "widgets/charts/plotpainter.h"

#include <QGraphicsItem>

namespace widgets {

/// The plot, kept as a picture until refresh(), so that the crosshair moves over it for next to nothing.
class PlotItem final : public QGraphicsItem
{
public:
    PlotItem(const Plot &plot, QGraphicsItem *parent);
    void refresh();
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const Plot &m_plot;
    QSizeF m_size;
};

class CursorItem final : public QGraphicsItem
{
public:
    CursorItem(const Plot &plot, const PlotCursor &cursor, QGraphicsItem *parent);
    void refresh();
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const Plot &m_plot;
    const PlotCursor &m_cursor;
    QSizeF m_size;
};

} // namespace widgets
