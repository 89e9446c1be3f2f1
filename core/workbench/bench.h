// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every benchmark by its name, listed in one place; each measures one path of the engine and reports its
// figures.
#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QJsonObject>

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace core::workbench {

/// Rows of a page, as the list of events asks for them.
inline constexpr std::uint32_t kBenchPage = 50;

struct BenchOptions {
    std::uint64_t size = 0;       ///< what --size says, in the benchmark's own unit; 0: its default
    unsigned threads = 0;         ///< 0: one per processor
    std::filesystem::path folder; ///< where scratch data may be written; empty: a temporary folder, removed
    std::vector<std::string> arguments; ///< further words of the command line (files to import, …)
    base::CancelToken cancel;
    base::ProgressSink progress; ///< may be empty
};

struct Bench {
    std::string_view name;
    QString does; ///< one sentence that says what is measured and what --size counts
    base::Result<QJsonObject> (*run)(const BenchOptions &options);
};

/// Every benchmark, in the order of the help text.
std::vector<Bench> benches();

/// Runs one. The object holds its own figures ("rows_per_second", "statistics_per_second", …) and, for every
/// one, "bench", "seconds" (wall) and "peak_memory_mb". Fails with NotFound and the names there are.
base::Result<QJsonObject> runBench(std::string_view name, const BenchOptions &options);

} // namespace core::workbench
