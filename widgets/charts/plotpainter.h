// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a plot with opaque colours and plain text only, so that pages and drawings stay vectors and text from
// feeds stays text.
#pragma once

#include "widgets/charts/plot.h"

#include <cmath>

class QPainter;

namespace widgets {

/// The middle of the pixel: a line of one pixel drawn there is sharp.
inline double sharp(double at)
{
    return std::floor(at) + 0.5;
}

/// Ground, title, axes, grid, shades, data, rules, markers, labels.
void paintPlot(const Plot &plot, QPainter &painter);

struct PlotCursor {
    double x = std::numeric_limits<double>::quiet_NaN(); ///< NaN: none
    double pixelY = -1;                                  ///< of the pointer; < 0: only the vertical line
    std::optional<std::pair<double, double>> span;       ///< being selected
    bool focused = false;                                ///< by the keyboard: a frame shows it
};
/// Crosshair, values at the cursor, the span being selected. Over paintPlot().
void paintCursor(const Plot &plot, QPainter &painter, const PlotCursor &cursor);

// the parts of paintPlot() that stand in files of their own
void paintSeries(const Plot &plot, QPainter &painter); ///< bands, columns, lines, points
void paintCandles(const Plot &plot, QPainter &painter);
void paintLabels(const Plot &plot, QPainter &painter); ///< rules with their labels, names at line ends

} // namespace widgets
