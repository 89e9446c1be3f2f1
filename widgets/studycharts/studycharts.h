// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of a finding, as chart values: the same ones are shown on the screen and printed on its tear
// sheet.
#pragma once

#include "core/base/zone.h"
#include "core/workbench/evidence.h"
#include "core/workbench/studies.h"
#include "widgets/charts/chartspec.h"

#include <QString>

namespace widgets {

/// What stands below every picture of a run.
struct ChartOrigin {
    QString run;
    QString snapshot;
    bool simulated = false;
    core::base::Zone zone; ///< of time axes
};

/// "Run 2f…, snapshot 1-250. Simulated data".
QString sourceLine(const ChartOrigin &origin);

/// "quakes, SPY, bars [0, +5]": every summary of a picture begins with it and a colon.
QString findingSubject(const core::discovery::Finding &finding);

/// The null that a finding is held against: the largest |statistic| of its family at each shift or draw, the
/// observed one first.
struct JointNull {
    std::vector<float> maxima; ///< empty: not kept
    double share = 1; ///< of alpha: families of several methods part it by their shares of hypotheses
};
/// Of a run whose ledger row keeps these maxima (of the shifts, if there were any).
JointNull jointNullOf(const core::discovery::RunReport &report, const core::discovery::Finding &finding,
                      const std::vector<float> &shiftMaxima);

/// The joint null with this finding's own value and the one that is needed to be significant. Without the
/// joint null it is drawn from `ownNull` (of this hypothesis alone, the observed one first), and says so.
/// Empty series when there is neither.
ChartSpec nullDistributionChart(const core::discovery::RunReport &report,
                                const core::discovery::Finding &finding, const JointNull &joint,
                                const std::vector<float> &ownNull, double alpha, const ChartOrigin &origin);
/// The average path around the event with its band; the window of the finding is shaded.
ChartSpec averagePathChart(const core::discovery::Evidence &evidence, const ChartOrigin &origin);
/// The effect at every lag with the simultaneous band of the null; the lags that end before the event are
/// shaded as placebo.
ChartSpec lagProfileChart(const core::discovery::Evidence &evidence, const ChartOrigin &origin);
/// The effect in each stretch of the sample: a box for its interval, a line for the effect.
ChartSpec subPeriodChart(const core::discovery::Evidence &evidence, const ChartOrigin &origin);
/// The mean response of events by the size of their value; no series when they have none.
ChartSpec magnitudeChart(const core::discovery::Evidence &evidence, const ChartOrigin &origin);
/// The response to each event over time.
ChartSpec eventResponseChart(const core::discovery::Evidence &evidence, const ChartOrigin &origin);

/// The value of the null that only `alpha` of it reaches: what is above it is significant. `maxima` has the
/// observed value first, which is no part of it. NaN when there are too few.
double nullThreshold(const std::vector<float> &maxima, double alpha);
/// The lags of a profile whose window of `length` bars ends before the event: (from, to), to < from if none.
std::pair<int, int> placeboLags(const core::discovery::Evidence &evidence);

} // namespace widgets
