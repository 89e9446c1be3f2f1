// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events of a query as one Parquet file for other programs.
#pragma once

#include "core/domain/readers.h"

#include <filesystem>

namespace core::store {

/// Writes the file whole or not at all (zstd; replaces) and says how many events. Large answers spill beside
/// the file while they are collected. Fails when the reader does, when the disk is full, or on cancel. Any
/// thread.
base::Result<std::uint64_t> writeEventParquet(const domain::EventReader &reader,
                                              const domain::EventQuery &query,
                                              const std::filesystem::path &file,
                                              const base::CancelToken &cancel);

} // namespace core::store
