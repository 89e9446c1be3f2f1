// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events out of the workspace: CSV and JSON to a stream or a file, Parquet to a file.
#pragma once

#include "core/domain/readers.h"
#include "core/workbench/csvwriter.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace core::workbench {

enum class ExportFormat : std::uint8_t { Csv, Json, Parquet };

/// By the name "csv", "json" or "parquet", or by a file's ending. Fails (BadInput) with the names there are.
base::Result<ExportFormat> exportFormat(std::string_view name);

using ByteSink = std::function<base::Result<void>(std::string_view)>;

/// Writes the events of a query as CSV, or as one JSON object {"events": […]}, and says how many. Memory
/// stays bounded. Fails (BadInput) for Parquet, which needs a file. Any thread.
base::Result<std::uint64_t> writeEvents(const domain::EventReader &reader, const domain::EventQuery &query,
                                        ExportFormat format, CsvWriter::Cells cells, const ByteSink &sink,
                                        const base::CancelToken &cancel);

/// The same into a file, which is whole or not there: written beside its place, then renamed; replaces.
base::Result<std::uint64_t> exportEvents(const domain::EventReader &reader, const domain::EventQuery &query,
                                         ExportFormat format, CsvWriter::Cells cells,
                                         const std::filesystem::path &file, const base::CancelToken &cancel);

} // namespace core::workbench
