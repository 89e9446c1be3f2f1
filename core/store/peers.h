// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What benchmarks measure us against: the same work done by DuckDB alone, without versions, checks or
// manifests.
#pragma once

#include "core/base/result.h"
#include "core/domain/event.h"
#include "core/store/manifest.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace core::store {

/// Opens DuckDB, counts the rows of Parquet files by source, and closes it. The number of groups.
base::Result<std::uint64_t> countBySourceBare(const std::vector<std::string> &files);

/// Opens DuckDB and reads the newest `limit` rows of Parquet files whose value is at least `low`, or, when
/// `phrase` is not empty, whose lower-cased text holds it. The number of rows.
base::Result<std::uint64_t> firstPageBare(const std::vector<std::string> &files, double low,
                                          const std::string &phrase, std::uint64_t limit);

/// Reads a table without header, tab between its columns and no quotes, into memory on one thread. Fails when it does not
/// hold so many rows.
base::Result<void> readTableBare(const std::filesystem::path &file, unsigned columns, std::uint64_t rows);

/// Inserts events into a table of a DuckDB file, one transaction per call of `next`, until it gives an empty
/// span. Calls `committed` after each with the number of rows so far.
base::Result<void> insertBare(const std::filesystem::path &file,
                              const std::function<std::span<const domain::Event>()> &next,
                              const std::function<void(std::uint64_t)> &committed);

} // namespace core::store
