// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `bench scan`: the screen of a family beside the bare Fourier transforms it cannot do without.
#pragma once

#include "core/workbench/bench.h"

namespace core::workbench {

/// 40 event series × `size` assets (500), one window length, 21 lags, all shifts, at 4,096 and 4,224 bars.
/// For each: "scan_seconds", "transform_seconds" (as many inverse transforms with the same plan and threads,
/// nothing else), "ratio", "statistics_per_second" (permuted t-statistics: pairs × shifts).
base::Result<QJsonObject> benchScan(const BenchOptions &options);

} // namespace core::workbench
