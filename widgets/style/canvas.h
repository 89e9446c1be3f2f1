// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the style draw with, and the few shapes that they share.
#pragma once

#include "widgets/style/tokens.h"

#include <QMargins>
#include <QRect>
#include <QSize>

QT_BEGIN_NAMESPACE
class QPainter;
class QStyle;
class QStyleOption;
class QWidget;
QT_END_NAMESPACE

namespace widgets {

/// One call of the style: where to draw, in which colours, for which widget (may be null).
struct Canvas {
    QPainter &painter;
    const Tokens &tokens;
    const QStyle &style; ///< draws texts and icons
    const QWidget *widget = nullptr;

    [[nodiscard]] const QColor &color(Role role) const { return tokens.color(role); }
};

/// The property `role` of a widget, empty for none.
QString roleOf(const QWidget *widget);

/// A rectangle with a radius of 2 and a line of 1; an invalid colour is not drawn.
void drawBox(const Canvas &canvas, const QRect &rect, const QColor &fill, const QColor &line);
/// The size of arrows that say that something opens.
inline constexpr int kArrow = 8;
/// A stroke like a v of this size in the middle of `where`.
void drawArrow(const Canvas &canvas, const QRect &where, Qt::ArrowType direction, int size);

/// Contents, as high as `least`, with what stands around them.
QSize padded(const QSize &contents, int least, const QMargins &around);
/// `size` at the right end of `inside` (left when written from right to left), over its whole height.
QRect endOf(const QRect &inside, int width, Qt::LayoutDirection direction);

} // namespace widgets
