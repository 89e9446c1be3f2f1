// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `bench universe`: a family of 10⁸ hypotheses as a study screens it, and how its cost grows.
#pragma once

#include "core/workbench/bench.h"

namespace core::workbench {

/// 500 event series × `size` assets (5,350) × lengths 1, 5, 21 × 21 lags at 4,224 bars, by circular shifts,
/// to the tiers and the strongest 100,000: "hypotheses", "screen_seconds", "statistics_per_second",
/// "significant", "candidates". Returns and events are independent, so that what is found is false.
base::Result<QJsonObject> benchUniverse(const BenchOptions &options);

/// The same screen of 500 series at growing numbers of assets (up to `size`, 800) and at growing numbers of
/// bars, each three times in turns of which the quickest counts: "pairs" and "bars", each a list of {"pairs",
/// "bars", "seconds", "microseconds_per_transform"}.
base::Result<QJsonObject> benchScaling(const BenchOptions &options);

} // namespace core::workbench
