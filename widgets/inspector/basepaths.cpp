// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/basepaths.h"

#include "widgets/common/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;

namespace {

struct BasePathsTr {
    Q_DECLARE_TR_FUNCTIONS(basepaths)
};

constexpr std::size_t kMostPaths = 60; ///< more would be one grey patch

double medianAt(const std::vector<std::vector<float>> &paths, std::size_t bar)
{
    std::vector<double> values;
    for (const auto &path : paths) {
        if (bar < path.size() && std::isfinite(path[bar]))
            values.push_back(static_cast<double>(path[bar]));
    }
    if (values.empty())
        return domain::kMissing;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace

ChartSpec pastPathsChart(const discovery::BaseRate &rate, const QString &source)
{
    ChartSpec spec;
    spec.title = BasePathsTr::tr("Past paths around the event");
    spec.xTitle = BasePathsTr::tr("bars from the event");
    spec.yTitle = BasePathsTr::tr("return (%1)").arg(oneLine(rate.unit, 20));
    spec.source = source;
    std::size_t length = 0;
    for (const auto &path : rate.paths)
        length = std::max(length, path.size());
    std::vector<double> bars(length);
    for (std::size_t i = 0; i < length; ++i)
        bars[i] = rate.pathFirst + static_cast<double>(i);
    const Column x = column(std::move(bars));
    const std::size_t first = rate.paths.size() > kMostPaths ? rate.paths.size() - kMostPaths : 0;
    for (std::size_t i = first; i < rate.paths.size(); ++i) {
        std::vector<double> y(length, domain::kMissing);
        std::ranges::copy(rate.paths[i], y.begin());
        ChartSeries series;
        series.x = x;
        series.y = column(std::move(y));
        series.role = Role::Line;
        spec.series.push_back(std::move(series));
    }
    std::vector<double> middle(length);
    for (std::size_t i = 0; i < length; ++i)
        middle[i] = medianAt(rate.paths, i);
    ChartSeries median;
    median.name = BasePathsTr::tr("median");
    median.x = x;
    median.y = column(std::move(middle));
    median.role = Role::Accent;
    spec.series.push_back(std::move(median));
    spec.shades.push_back({static_cast<double>(rate.window.first) - 0.5,
                           static_cast<double>(rate.window.last) + 0.5, Role::Accent,
                           windowText(rate.window.first, rate.window.last)});
    spec.rules.push_back(
        {.orientation = Qt::Horizontal, .at = 0, .label = {}, .role = Role::Muted, .dashed = false});
    spec.rules.push_back({.orientation = Qt::Vertical,
                          .at = 0,
                          .label = BasePathsTr::tr("event"),
                          .role = Role::Muted,
                          .dashed = true});
    spec.summary =
        BasePathsTr::tr(
            "The cumulated return around %1 past events and their median, which is %2 at the end.")
            .arg(countText(rate.paths.size()),
                 length > 0 ? signedText(medianAt(rate.paths, length - 1), rate.unit) : kMissingText);
    return spec;
}

} // namespace widgets
