// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/benchbars.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/market/tradingcalendar.h"
#include "core/stats/random.h"
#include "core/store/workspace.h"
#include "core/workbench/scratch.h"

#include <algorithm>
#include <cstdio>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

constexpr std::uint64_t kSymbols = 4'500;
constexpr std::size_t kDays = 5'022; // 20 years
constexpr std::size_t kAsked = 11;

std::string symbolName(std::uint64_t number)
{
    char name[16];
    std::snprintf(name, sizeof name, "S%05u", static_cast<unsigned>(number));
    return name;
}

Result<void> importAll(const store::Workspace &workspace, std::uint64_t symbols, const BenchOptions &options)
{
    const Result<market::TradingCalendar> calendar = market::TradingCalendar::find("XNYS");
    if (!calendar)
        return calendar.error();
    using namespace std::chrono;
    const auto sessions = calendar->sessions(sys_days(2000y / 1 / 3), sys_days(2020y / 12 / 31));
    if (!sessions)
        return sessions.error();
    Result<std::unique_ptr<store::Lease>> lease =
        store::Lease::take(workspace.catalog(), "bulk", "a benchmark");
    if (!lease)
        return lease.error();
    Result<store::BarImport> import = workspace.bars().beginImport(**lease, "1d");
    if (!import)
        return import.error();
    domain::Bar bar;
    bar.interval = "1d";
    bar.source = "bench";
    for (std::uint64_t s = 0; s < symbols; ++s) {
        if (options.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("The benchmark was cancelled.")};
        if (options.progress)
            options.progress({s, symbols, Tr::tr("storing bars")});
        bar.symbol = symbolName(s);
        stats::Random random(7, stats::RandomPurpose::Benchmark, s);
        double price = 50;
        for (std::size_t d = 0; d < std::min(kDays, sessions->size()); ++d) {
            bar.ts = (*sessions)[d].open;
            bar.tsEnd = bar.knownAt = (*sessions)[d].close;
            bar.open = price;
            price *= 1 + 0.04 * (random.uniform() - 0.5);
            bar.close = price;
            bar.high = std::max(bar.open, price) * 1.01;
            bar.low = std::min(bar.open, price) * 0.99;
            bar.adjClose = price * 0.9;
            bar.volume = static_cast<double>(static_cast<std::int64_t>(1e6 * random.uniform()));
            const Result<void> added = import->add(bar);
            if (!added)
                return added;
        }
    }
    const Result<store::BarImportReport> report = import->finish(options.cancel);
    if (!report)
        return report.error();
    return {};
}

} // namespace

Result<QJsonObject> benchBars(const BenchOptions &options)
{
    const std::uint64_t symbols = options.size > 0 ? options.size : kSymbols;
    const Scratch scratch(options.folder);
    const base::SystemClock clock;
    const auto workspace = store::Workspace::create(scratch.path() / "bars", {}, clock);
    if (!workspace)
        return workspace.error();
    const base::Stopwatch importing;
    const Result<void> imported = importAll(**workspace, symbols, options);
    if (!imported)
        return imported.error();
    const double importSeconds = importing.seconds();

    std::vector<std::string> names;
    for (std::uint64_t s = 0; s < symbols; ++s)
        names.push_back(symbolName(s));
    std::vector<double> one;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < kAsked; ++i) {
        domain::BarQuery query;
        query.symbol = names[i * (names.size() - 1) / (kAsked - 1)];
        const base::Stopwatch watch;
        const Result<domain::BarSeries> series = (*workspace)->bars().read(query);
        if (!series)
            return series.error();
        one.push_back(watch.seconds());
        rows = series->size();
    }
    std::sort(one.begin(), one.end());
    const base::Stopwatch watch;
    const auto all = (*workspace)->bars().readMany(names, {});
    if (!all)
        return all.error();
    const double allSeconds = watch.seconds();
    std::size_t allRows = 0;
    for (const auto &[name, series] : *all)
        allRows += series.size();
    const double median = one[one.size() / 2];
    return QJsonObject{{QStringLiteral("rows"), static_cast<double>(allRows)},
                       {QStringLiteral("rows_of_one_symbol"), static_cast<double>(rows)},
                       {QStringLiteral("rows_per_second"), static_cast<double>(allRows) / importSeconds},
                       {QStringLiteral("one_symbol_seconds"), median},
                       {QStringLiteral("all_seconds"), allSeconds},
                       {QStringLiteral("ratio"), allSeconds / median}};
}

} // namespace core::workbench
