// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of evidence behind the choice of tests, run again with this program's own methods: how often
// each finds something where nothing is, and how often it finds what was planted.
// The design says what is simulated but not always how strongly. What was set after looking at its figures,
// on seed 1: four rows of E1, the counts of events and what counts as false in E2 and E2b, all strengths of
// E5. Agreement there is no independent evidence.
#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace core::discovery {

enum class FigureKind {
    Size, ///< a share of false findings: less is safe
    Power ///< a share of what was planted: more is safe
};

/// One cell of a table, the design's figure beside ours.
struct CalibrationFigure {
    QString row;
    QString column;
    FigureKind kind = FigureKind::Size;
    double published = 0;            ///< NaN where the table has none
    std::uint64_t publishedRuns = 0; ///< replications behind it
    double ours = 0;
    double error = 0;       ///< its Monte-Carlo standard error
    std::uint64_t runs = 0; ///< replications that count
};

struct CalibrationOptions {
    std::uint64_t runs = 0; ///< replications of every row
    std::uint64_t seed = 1;
    unsigned threads = 1; ///< the figures are the same for any number
    base::CancelToken cancel;
    base::ProgressSink progress; ///< counts replications; may be empty
};

using CalibrationFigures = std::vector<CalibrationFigure>;

/// E1: the size of seven tests of one event series at 5 %, for thirteen kinds of returns and events.
[[nodiscard]] base::Result<CalibrationFigures> calibrateSizes(const CalibrationOptions &options);

/// E2: any false finding, false discovery rate and power over families of up to 1,200 hypotheses.
[[nodiscard]] base::Result<CalibrationFigures> calibrateFamilies(const CalibrationOptions &options);

/// E2b: the same with 15 events at least, for what block shifts and fitted tails allow.
[[nodiscard]] base::Result<CalibrationFigures> calibrateBlocks(const CalibrationOptions &options);

/// E3: how often p-values far below 1 % come up where nothing is.
[[nodiscard]] base::Result<CalibrationFigures> calibrateTails(const CalibrationOptions &options);

/// E4: the size of tests of a pooled panel whose events share days or weeks.
[[nodiscard]] base::Result<CalibrationFigures> calibratePanels(const CalibrationOptions &options);

/// E5: findings that add up over 250 days of looking at the same growing data.
[[nodiscard]] base::Result<CalibrationFigures> calibrateDays(const CalibrationOptions &options);

/// The forward evidence: how often the e-process by betting ever reaches 20 under GARCH with t3 shocks.
[[nodiscard]] base::Result<CalibrationFigures> calibrateBets(const CalibrationOptions &options);

} // namespace core::discovery
