// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `bench calibration`: the tables of evidence behind the tests, simulated again, our figure beside the
// design's.
#pragma once

#include "core/workbench/bench.h"

namespace core::workbench {

/// The tables named in the arguments (E1, E2, E2b, E3, E4, E5, E6), or all. `size` counts replications of
/// E1's rows (2,000); the others take theirs in proportion, and with 4,000 all have as many as the design's
/// own. "tables" holds for each its "figures": "row", "column", "ours", its Monte-Carlo "error" and "runs",
/// "published" where there is one, and the "verdict": "inside" two standard errors of the difference, "safer"
/// or "outside". "text" is the same as Markdown. The figures do not depend on the number of threads. Errors:
/// BadInput (no such table), Cancelled.
base::Result<QJsonObject> benchCalibration(const BenchOptions &options);

} // namespace core::workbench
