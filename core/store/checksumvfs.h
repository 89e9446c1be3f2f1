// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A layer under SQLite that gives every page of a catalog file an 8-byte checksum, so that a flipped bit is
// found.
#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace core::store {

class Database;

/// The name to open catalogs with; files opened through it are always checksummed, with pages of 4096 bytes.
inline constexpr const char *kChecksumVfs = "foreshock";
inline constexpr std::size_t kCatalogPageSize = 4096;

/// Makes the layer known to SQLite, once per process. Any thread.
void registerChecksumVfs();

/// Two 32-bit sums over the page without its last 8 bytes: the plain sum finds every flipped bit, the
/// weighted one words that changed places; the page number finds a page written to the wrong place. (The idea
/// of SQLite's cksumvfs; position weights instead of its running sums, because those do not vectorise.)
std::uint64_t pageChecksum(std::span<const unsigned char, kCatalogPageSize> page, std::uint64_t pageNumber);

/// Reads every page of a catalog file that no one has open; the numbers (from 1) of the pages that do not
/// match their checksum. A file that ends within a page names that last page too. Pages that were never
/// written (all zero) pass. Fails when the file cannot be read or the work is cancelled.
base::Result<std::vector<std::uint64_t>> badPages(const std::filesystem::path &file,
                                                  const base::CancelToken &cancel = {},
                                                  const base::ProgressSink &progress = {});
/// The same of a catalog that this process has open, through the connection's own file: closing another one
/// would drop the locks that all connections of the process hold (SQLite's "howtocorrupt", 2.2).
base::Result<std::vector<std::uint64_t>> badPages(const Database &database,
                                                  const base::CancelToken &cancel = {});

} // namespace core::store
