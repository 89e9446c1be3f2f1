// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Times the import of daily prices beside DuckDB's own copy of the same files.
#pragma once

#include "core/workbench/bench.h"

namespace core::workbench {

/// Imports the files that follow the benchmark's name, or as many simulated rows as --size says (default
/// 1,950,000) in four files, into a fresh workspace, raw payload and all; then the same files by DuckDB alone
/// on as many threads. Figures: "rows", "import_seconds", "rows_per_second", "duckdb_seconds", "ratio".
base::Result<QJsonObject> benchImport(const BenchOptions &options);

} // namespace core::workbench
