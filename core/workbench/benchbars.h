// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `bench bars`: one symbol's history out of many.
#pragma once

#include "core/workbench/bench.h"

namespace core::workbench {

/// Stores `size` symbols (4,500) with 20 years of daily bars each (22.6 M rows in all), then measures
/// "one_symbol_seconds" (the median of eleven symbols), "all_seconds" and "ratio" = all / one; also
/// "rows_per_second" of the bulk import.
base::Result<QJsonObject> benchBars(const BenchOptions &options);

} // namespace core::workbench
