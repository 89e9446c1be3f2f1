// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A chart kept in a file: what a page can show of the stretch in view, so that ten million rows are some
// thousand numbers.
#pragma once

#include "widgets/charts/chartspec.h"

#include <QJsonObject>

#include <optional>
#include <utility>

namespace widgets {

/// The stretch of x from `first` to `second`; what is denser than a page can show is thinned out as the
/// screen does it (extremes stay). Any thread.
QJsonObject chartToJson(const ChartSpec &spec, std::pair<double, double> range);
/// Missing when it is no chart: columns of unequal length, x that runs backwards, nothing to draw. Any
/// thread.
std::optional<ChartSpec> chartFromJson(const QJsonObject &json);
/// The stretch that was in view; missing when the chart does not say.
std::optional<std::pair<double, double>> chartRange(const QJsonObject &json);

} // namespace widgets
