// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Thin things: scroll bars, bars of progress, what parts panels.
#pragma once

#include "widgets/style/canvas.h"

#include <QStyle>
#include <QStyleOptionProgressBar>
#include <QStyleOptionSlider>

namespace widgets {

inline constexpr int kScrollBar = 12;   // its breadth
inline constexpr int kLeastSlider = 30; // with its air
inline constexpr int kProgress = 6;     // height
inline constexpr int kSeparator = 4;    // between docks

void drawScrollBar(const Canvas &canvas, const QStyleOptionSlider &option);
/// Without buttons: the slider, and the pages before and after it.
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);

/// `phase`: where a bar without an end stands, 0 to 1.
void drawProgress(const Canvas &canvas, const QStyleOptionProgressBar &option, double phase);
[[nodiscard]] bool isEndless(const QStyleOptionProgressBar &option);

void drawSplitter(const Canvas &canvas, const QStyleOption &option);
void drawSeparator(const Canvas &canvas, const QStyleOption &option);

} // namespace widgets
