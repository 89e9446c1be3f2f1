// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the chart panel reads: the symbols there are, the bars of one as a chart, events as marks. Blocks; any
// thread.
#pragma once

#include "core/domain/study.h"
#include "core/workbench/workbench.h"
#include "widgets/charts/chartspec.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <vector>

namespace widgets {

/// Symbol → the intervals that are stored for it, coarsest first.
struct StoredSymbols {
    QStringList symbols; ///< ascending
    QHash<QString, QStringList> intervals;
};

using BenchPtr = std::shared_ptr<const core::workbench::Workbench>;

core::base::Result<StoredSymbols> storedSymbols(const BenchPtr &bench, const core::workbench::Job &job);

struct PriceRequest {
    QString symbol;
    QString interval = QStringLiteral("1d");
    bool adjusted = true;
    bool candles = true; ///< else, and where there is only a close, a line
    QString zone = QStringLiteral("UTC");
    core::base::Instant asOf;
};

/// Bars as a chart, summaries made. Fails with NotFound and a sentence when there are none.
core::base::Result<ChartSpec> priceChart(const BenchPtr &bench, const PriceRequest &request,
                                         const core::workbench::Job &job);

/// The intervals to choose from, given those stored: they, and Fibonacci multiples of the coarsest.
QStringList offeredIntervals(const QStringList &stored);
/// "1 day", "5 minutes", "5 bars (Fibonacci)".
QString intervalText(const QString &interval);

struct EventMarks {
    std::vector<ChartMarker> markers; ///< their id is the event's, as text
    bool more = false;                ///< there are older ones
};
core::base::Result<EventMarks> eventMarks(const BenchPtr &bench, const QString &filter, std::size_t limit,
                                          const core::workbench::Job &job, core::base::Instant asOf = {});
/// One event by its id. NotFound when it is gone.
core::base::Result<core::domain::Event> eventOf(const BenchPtr &bench, const QString &id,
                                                const core::workbench::Job &job);
/// The event types there are and how many of each, most frequent first, at most `most`.
core::base::Result<std::vector<core::domain::EventGroup>> eventTypes(const BenchPtr &bench, std::size_t most);
/// The filter that an event type passes.
QString typeFilter(const QString &eventType);

/// The stretches of `x` (when bars close) from the close before bar `window.first` to that of bar
/// `window.last` around each event bar; those that do not lie in x are left out, those that touch are one.
std::vector<ChartShade> windowShades(const std::vector<double> &x, const std::vector<double> &eventBars,
                                     core::domain::Window window, const QString &label);

} // namespace widgets
