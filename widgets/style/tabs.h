// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs: the chosen one has a line below it.
#pragma once

#include "widgets/style/canvas.h"

#include <QStyleOptionTab>

namespace widgets {

inline constexpr int kTabAcross = 26;  // what a tab is wider than its text
inline constexpr int kTabUpright = 11; // and higher

void drawTabShape(const Canvas &canvas, const QStyleOptionTab &option);
void drawTabLabel(const Canvas &canvas, const QStyleOptionTab &option);
/// The ground below the pages, with a line on top.
void drawTabPane(const Canvas &canvas, const QStyleOption &option);

} // namespace widgets
