// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Menus and the row they hang from.
#pragma once

#include "widgets/style/canvas.h"

#include <QStyleOptionMenuItem>

namespace widgets {

void drawMenuPanel(const Canvas &canvas, const QStyleOption &option);
void drawMenuItem(const Canvas &canvas, const QStyleOptionMenuItem &option);
QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents);
void drawMenuBarItem(const Canvas &canvas, const QStyleOptionMenuItem &option);
QSize menuBarItemSize(const QSize &contents);

} // namespace widgets
