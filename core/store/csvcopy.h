// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What DuckDB alone does with CSV files: the yardstick of the import benchmark.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <vector>

namespace core::store {

/// COPY (SELECT * FROM read_csv([files])) TO parquet (COMPRESSION zstd), types and delimiter found by DuckDB.
base::Result<void> copyCsvToParquet(const std::vector<std::filesystem::path> &files,
                                    const std::filesystem::path &parquet, unsigned threads);

} // namespace core::store
