// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as a value: what is drawn, without how. The same value is shown on the screen, exported and
// printed.
#pragma once

#include "core/base/instant.h"
#include "widgets/charts/decimation.h"
#include "widgets/common/theme.h"

#include <QString>
#include <QVariant>

#include <limits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace widgets {

/// An instant on an axis of time.
inline double micros(core::base::Instant at)
{
    return static_cast<double>(at.micros());
}

/// Points: single marks. Columns: bars down to zero. Band: the area between low and high.
enum class ChartLook : quint8 { Line, Step, Points, Columns, Band };

/// x ascending; on a time axis microseconds UTC. All columns of equal length.
struct ChartSeries {
    QString name;
    ChartLook look = ChartLook::Line;
    Column x;
    Column y;                 ///< unused by Band
    Column low;               ///< Band only
    Column high;              ///< Band only
    std::optional<Role> role; ///< a colour of the theme; none: series colour `color`
    int color = 0;
    bool dashed = false;
    /// Of y, low and high: made ahead by prepare(), else when the chart is shown.
    std::shared_ptr<const Pyramid> ySummary, lowSummary, highSummary;
};

struct ChartCandles {
    Column x; ///< when each bar closes
    Column open, high, low, close;
    std::shared_ptr<const Pyramid> lowSummary, highSummary; ///< as above
};

/// Something that happened at x: a mark at the lower edge, clustered when dense.
struct ChartMarker {
    double x = 0;
    QString text; ///< one line, plain
    int color = 0;
    QVariant id; ///< handed back by markerClicked()
};

/// A stretch of x that is shaded, such as the window of a finding.
struct ChartShade {
    double from = 0;
    double to = 0;
    Role role = Role::Accent;
    QString label;
};

/// A straight line across, labelled directly: a threshold, zero, the observed value.
struct ChartRule {
    Qt::Orientation orientation = Qt::Horizontal; ///< Horizontal: at y, Vertical: at x
    double at = 0;
    QString label;
    Role role = Role::Muted;
    bool dashed = true;
};

struct ChartSpec {
    QString title;
    QString xTitle; ///< with its unit
    QString yTitle; ///< with its unit
    QString source; ///< the line below: where the data come from, run, snapshot, "simulated"
    bool timeAxis = false;
    QString zone = QStringLiteral("UTC"); ///< of a time axis; it is written at the axis
    std::vector<ChartSeries> series;
    std::optional<ChartCandles> candles;
    std::vector<ChartMarker> markers;
    std::vector<ChartShade> shades;
    std::vector<ChartRule> rules;
    std::vector<double> breaks;  ///< ascending: where a session begins; marked, and no line runs across
    std::vector<double> missing; ///< ascending: where something is missing; no line runs across
    double yFrom = std::numeric_limits<double>::quiet_NaN(); ///< NaN: from the data
    double yTo = std::numeric_limits<double>::quiet_NaN();
    bool yLog = false;
    QString summary; ///< the chart in one sentence, for screen readers
};

/// Makes the summaries that are missing, so that showing a long chart does not. Any thread.
void prepare(ChartSpec &spec);

} // namespace widgets
