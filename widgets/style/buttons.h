// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Push buttons, tool buttons (pills, chips, …) and the labels of check boxes.
#pragma once

#include "widgets/style/canvas.h"

#include <QStyleOptionButton>
#include <QStyleOptionToolButton>

namespace widgets {

void drawPushButton(const Canvas &canvas, const QStyleOptionButton &option);
/// Only the ground and the line of it.
void drawPushButtonGround(const Canvas &canvas, const QStyleOptionButton &option);
QRect pushButtonContents(const QStyleOptionButton &option, const QWidget *widget);
QSize pushButtonSize(const QSize &contents, const QWidget *widget);

void drawToolButton(const Canvas &canvas, const QStyleOptionToolButton &option);
QSize toolButtonSize(const QSize &contents, const QWidget *widget);
/// Where the arrow of a button with two halves is pressed.
QRect toolButtonMenu(const QStyleOptionToolButton &option);
/// A square with a line that is seen on every ground, a tick when it is on.
void drawCheckBox(const Canvas &canvas, const QStyleOption &option);

} // namespace widgets
