// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The lines and grounds around things: cards, banners, popups, marks, views, tips; and what a role changes in
// a widget itself when it is first shown.
#pragma once

#include "widgets/style/canvas.h"

#include <QStyleOptionFrame>

#include <optional>

namespace widgets {

/// How wide the frame of a widget is; nothing for those that Qt draws.
std::optional<QMargins> frameMargins(const QWidget *widget);
/// False: not one of ours.
bool drawFrame(const Canvas &canvas, const QStyleOption &option);
void drawTip(const Canvas &canvas, const QStyleOption &option);

/// Colours and fonts of labels, grounds of areas, hovering.
void dress(QWidget *widget);

} // namespace widgets
