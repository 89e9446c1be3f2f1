// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of tables, trees and lists, and the headers above them.
#pragma once

#include "widgets/style/canvas.h"

#include <QStyleOptionHeader>
#include <QStyleOptionViewItem>

namespace widgets {

/// The ground of one cell.
void drawItem(const Canvas &canvas, const QStyleOptionViewItem &option);
/// At least a row of the house, except in tables, whose rows are set.
QSize itemSize(const QSize &size, const QWidget *widget);

void drawHeader(const Canvas &canvas, const QStyleOptionHeader &option);
QSize headerSize(const QStyleOptionHeader &option);
/// The arrow before a line of a tree that has lines below it.
void drawBranch(const Canvas &canvas, const QStyleOption &option);

} // namespace widgets
