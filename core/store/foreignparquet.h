// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a Parquet file that is not ours as CSV text; to be called in a process of its own, with limits.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <string_view>

namespace core::store {

/// Hands out the rows in the file's order as CSV (RFC 4180, UTF-8, a header, missing values empty, instants
/// as "2011-03-11 05:46:24.123", with "+00" when they have a zone; other types as DuckDB writes them), some
/// 100 kB at a time. Stops with the first error of `piece`. Fails with BadInput when it is not a Parquet file
/// that can be read.
base::Result<void> readForeignParquet(const std::filesystem::path &file,
                                      const std::function<base::Result<void>(std::string_view)> &piece);

} // namespace core::store
