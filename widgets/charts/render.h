// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A chart on a page, a drawing or an image: what the screen shows, as vectors.
#pragma once

#include "widgets/charts/plotpainter.h"

class QPainter;

namespace widgets {

struct RenderOptions {
    std::optional<std::pair<double, double>> range; ///< of x; none: everything
    QFont font;                                     ///< its size is in chart pixels (96 to the inch)
    bool redUp = false;
    QString caption; ///< a second line below the source
};

/// Draws the chart into `where` (units of the painter). `pixelsPerUnit`: how many chart pixels one unit holds
/// (a page at 1200 dots an inch: 96/1200), which decides how large letters and lines are. Nothing is
/// rasterised. Needs a QGuiApplication (fonts); any thread that has the painter.
void renderChart(const ChartSpec &spec, const Tokens &tokens, QPainter &painter, const QRectF &where,
                 double pixelsPerUnit = 1, const RenderOptions &options = {});

} // namespace widgets
