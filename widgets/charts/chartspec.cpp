// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartspec.h"

namespace widgets {

namespace {

void summarise(std::shared_ptr<const Pyramid> &summary, const Column &values)
{
    if (!values)
        summary.reset();
    else if (!summary || summary->column() != values)
        summary = Pyramid::of(values);
}

} // namespace

void prepare(ChartSpec &spec)
{
    for (ChartSeries &series : spec.series) {
        summarise(series.ySummary, series.y);
        summarise(series.lowSummary, series.low);
        summarise(series.highSummary, series.high);
    }
    if (spec.candles) {
        summarise(spec.candles->lowSummary, spec.candles->low);
        summarise(spec.candles->highSummary, spec.candles->high);
    }
}

} // namespace widgets
