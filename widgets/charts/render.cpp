// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/render.h"

#include <QPainter>

namespace widgets {

void renderChart(const ChartSpec &spec, const Tokens &tokens, QPainter &painter, const QRectF &where,
                 double pixelsPerUnit, const RenderOptions &options)
{
    Plot plot;
    plot.setLook({tokens, options.redUp, options.font});
    plot.setSize(where.size() * pixelsPerUnit);
    plot.setCaption(options.caption);
    plot.setSpec(spec);
    if (options.range)
        plot.setWindow({options.range->first, options.range->second, std::nullopt});
    painter.save();
    painter.translate(where.topLeft());
    painter.scale(1 / pixelsPerUnit, 1 / pixelsPerUnit);
    paintPlot(plot, painter);
    painter.restore();
}

} // namespace widgets
