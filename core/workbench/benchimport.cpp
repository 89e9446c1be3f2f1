// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/benchimport.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/ingest/import/importer.h"
#include "core/stats/random.h"
#include "core/store/csvcopy.h"
#include "core/store/workspace.h"
#include "core/workbench/scratch.h"

#include <cstdio>
#include <fstream>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

constexpr std::uint64_t kDefaultRows = 1'950'000;
constexpr std::uint64_t kDaysPerSymbol = 5'300;
constexpr int kFiles = 4;

/// Random walks in the shape of the daily price files: Ticker,Date,Open,High,Low,Close,Adj Close,Volume.
Result<std::vector<std::filesystem::path>> simulate(const std::filesystem::path &folder, std::uint64_t rows)
{
    stats::Random random(7, stats::RandomPurpose::Benchmark, 0);
    const auto step = [&random] { return 0.04 * (random.uniform() - 0.5); };
    std::vector<std::filesystem::path> files;
    std::uint64_t made = 0;
    std::uint64_t symbol = 0;
    for (int part = 0; part < kFiles; ++part) {
        files.push_back(folder / ("prices_" + std::to_string(part) + ".csv"));
        std::ofstream out(files.back(), std::ios::binary);
        out << "Ticker,Date,Open,High,Low,Close,Adj Close,Volume\n";
        for (; made < rows * static_cast<std::uint64_t>(part + 1) / kFiles; ++symbol) {
            double price = 50;
            base::Date day = std::chrono::sys_days(std::chrono::year(2000) / 1 / 3);
            char name[32];
            std::snprintf(name, sizeof name, "S%05llu", static_cast<unsigned long long>(symbol));
            for (std::uint64_t i = 0; i < kDaysPerSymbol && made < rows; ++i, ++made) {
                const double open = price * (1 + step());
                price = open * (1 + step());
                char line[256];
                const int length =
                    std::snprintf(line, sizeof line, "%s,%s,%.6f,%.6f,%.6f,%.6f,%.6f,%llu\n", name,
                                  base::toIso(day).c_str(), open, std::max(open, price) * 1.01,
                                  std::min(open, price) * 0.99, price, price * 0.9,
                                  static_cast<unsigned long long>(1'000'000 + random.below(9'000'000)));
                out.write(line, length);
                day += std::chrono::days(std::chrono::weekday(day) == std::chrono::Friday ? 3 : 1);
            }
        }
        if (!out.flush())
            return Error{ErrorCode::Storage, ::core::base::Tr::tr("%1 cannot be written; is the disk full?")
                                                 .arg(base::qs(files.back().string()))};
    }
    return files;
}

Result<std::uint64_t> importAll(const std::vector<std::filesystem::path> &files,
                                const std::filesystem::path &folder, const BenchOptions &options)
{
    const base::SystemClock clock;
    auto workspace = store::Workspace::create(folder, {}, clock);
    if (!workspace)
        return workspace.error();
    auto importer = ingest::Importer::open(**workspace, {});
    if (!importer)
        return importer.error();
    std::uint64_t rows = 0;
    for (const auto &file : files) {
        auto report = (*importer)->import(file, {}, options.cancel, options.progress);
        if (!report)
            return report.error();
        rows += report->rows;
    }
    return rows;
}

} // namespace

Result<QJsonObject> benchImport(const BenchOptions &options)
{
    const Scratch scratch(options.folder);
    std::vector<std::filesystem::path> files(options.arguments.begin(), options.arguments.end());
    if (files.empty()) {
        auto made = simulate(scratch.path(), options.size > 0 ? options.size : kDefaultRows);
        if (!made)
            return made.error();
        files = std::move(*made);
    }
    const base::Stopwatch ours;
    auto rows = importAll(files, scratch.path() / "workspace", options);
    if (!rows)
        return rows.error();
    const double importSeconds = ours.seconds();
    const base::Stopwatch peer;
    auto copied = store::copyCsvToParquet(files, scratch.path() / "copy.parquet",
                                          options.threads > 0 ? options.threads : 2);
    if (!copied)
        return copied.error();
    const double copySeconds = peer.seconds();
    return QJsonObject{{QStringLiteral("rows"), static_cast<double>(*rows)},
                       {QStringLiteral("import_seconds"), importSeconds},
                       {QStringLiteral("rows_per_second"), static_cast<double>(*rows) / importSeconds},
                       {QStringLiteral("duckdb_seconds"), copySeconds},
                       {QStringLiteral("ratio"), importSeconds / copySeconds}};
}

} // namespace core::workbench
