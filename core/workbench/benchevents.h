// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `bench query` and `bench live`: questions about stored events, and storing them as they come.
#pragma once

#include "core/workbench/bench.h"

namespace core::workbench {

/// Stores `size` events (1,000,000) of a dozen sources over 15 years in bulk, then measures, each beside
/// DuckDB alone on the same files: "count_seconds" by source with a store opened for it, "field_page_seconds"
/// and "text_page_seconds" (first 50 rows, newest first), with "…_bare_seconds" and "…_ratio"; also
/// "rows_per_second" of the bulk writer.
base::Result<QJsonObject> benchQuery(const BenchOptions &options);

/// Inserts `size` events (2,000,000) as they come, 10,000 and then 1,000 per commit, durable, into fresh
/// stores: "at_10000_rows_per_second" and "at_1000_rows_per_second" over the last half,
/// "…_bare_rows_per_second" of DuckDB's own file, "…_ratio" of the two rates, and "restart_seconds" until a
/// new process could insert again.
base::Result<QJsonObject> benchLive(const BenchOptions &options);

} // namespace core::workbench
