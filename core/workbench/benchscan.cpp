// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/benchscan.h"

#include "core/base/clock.h"
#include "core/discovery/scan.h"
#include "core/stats/fft.h"
#include "core/stats/random.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>
#include <thread>
#include <vector>

namespace core::workbench {

using base::Result;
using discovery::ScanFamily;
using stats::Random;
using stats::RandomPurpose;

namespace {

constexpr std::uint32_t kEventSeries = 40;
constexpr int kScanLags = 21;
constexpr int kEventsOfSeries = 100;
constexpr int kScanRepeats = 5; // the fastest counts: anything slower was disturbed

/// Returns of independent assets, centred.
std::vector<std::vector<float>> makeReturns(std::uint32_t assets, std::size_t bars)
{
    std::vector<std::vector<float>> returns(assets, std::vector<float>(bars));
    for (std::uint32_t a = 0; a < assets; ++a) {
        Random random(1, RandomPurpose::Benchmark, a);
        double total = 0.0;
        std::vector<double> r(bars);
        for (double &value : r) {
            value = 0.01 * random.normal();
            total += value;
        }
        for (std::size_t t = 0; t < bars; ++t)
            returns[a][t] = static_cast<float>(r[t] - total / static_cast<double>(bars));
    }
    return returns;
}

ScanFamily makeFamily(std::uint32_t assets, std::size_t bars, const std::vector<std::vector<float>> &returns)
{
    ScanFamily family;
    family.bars = bars;
    family.assets = assets;
    family.lengths.resize(1);
    for (int lag = 1; lag <= kScanLags; ++lag)
        family.lengths[0].lags.push_back(lag);
    for (std::uint32_t e = 0; e < kEventSeries; ++e) {
        Random random(2, RandomPurpose::Benchmark, e);
        discovery::ScanWeights series;
        for (int i = 0; i < kEventsOfSeries; ++i)
            series.bars.push_back(static_cast<std::uint32_t>(random.below(bars - 2 * kScanLags)));
        std::sort(series.bars.begin(), series.bars.end());
        series.bars.erase(std::unique(series.bars.begin(), series.bars.end()), series.bars.end());
        family.weights.push_back(series);
    }
    for (std::uint32_t e = 0; e < kEventSeries; ++e)
        for (std::uint32_t a = 0; a < assets; ++a) {
            family.units.push_back({0, static_cast<std::uint32_t>(family.terms.size()), 1});
            family.terms.push_back({e, a});
        }
    family.returns = [&returns](std::uint32_t asset, std::uint32_t, std::span<double> out) {
        std::copy(returns[asset].begin(), returns[asset].end(), out.begin());
        return out.size();
    };
    return family;
}

/// Seconds for `count` inverse transforms of n values, split over the threads.
double transformSeconds(std::size_t n, std::size_t count, unsigned threads)
{
    const auto &fft = stats::Fft<float>::ofLength(n);
    const auto loop = [&](std::size_t share) {
        const auto in = stats::makeFftBuffer<std::complex<float>>(n);
        const auto out = stats::makeFftBuffer<std::complex<float>>(n);
        for (std::size_t i = 0; i < share; ++i)
            fft.inverseComplex(in.get(), out.get());
    };
    const base::Stopwatch watch;
    {
        std::vector<std::jthread> pool;
        for (unsigned i = 1; i < threads; ++i)
            pool.emplace_back(loop, count / threads);
        loop(count - (threads - 1) * (count / threads));
    }
    return watch.seconds();
}

Result<QJsonObject> measure(std::size_t bars, std::uint32_t assets, unsigned threads,
                            const BenchOptions &options)
{
    const std::vector<std::vector<float>> returns = makeReturns(assets, bars);
    const ScanFamily family = makeFamily(assets, bars, returns);
    discovery::ScanOptions scanOptions;
    scanOptions.threads = threads;
    scanOptions.cancel = options.cancel;
    scanOptions.progress = options.progress;
    double scanSeconds = std::numeric_limits<double>::infinity();
    double bareSeconds = std::numeric_limits<double>::infinity();
    for (int i = 0; i < kScanRepeats; ++i) { // in turns, so that a disturbance meets both
        const base::Stopwatch watch;
        const auto result = discovery::scan(family, scanOptions);
        scanSeconds = std::min(scanSeconds, watch.seconds());
        if (!result.ok())
            return result.error();
        bareSeconds = std::min(bareSeconds, transformSeconds(bars, family.units.size(), threads));
    }
    const auto pairs = static_cast<double>(family.units.size());
    return QJsonObject{
        {QStringLiteral("bars"), static_cast<qint64>(bars)},
        {QStringLiteral("pairs"), static_cast<qint64>(family.units.size())},
        {QStringLiteral("hypotheses"), static_cast<qint64>(family.units.size() * kScanLags)},
        {QStringLiteral("scan_seconds"), scanSeconds},
        {QStringLiteral("transform_seconds"), bareSeconds},
        {QStringLiteral("ratio"), scanSeconds / bareSeconds},
        {QStringLiteral("statistics_per_second"), pairs * static_cast<double>(bars) / scanSeconds},
    };
}

} // namespace

Result<QJsonObject> benchScan(const BenchOptions &options)
{
    const auto assets =
        static_cast<std::uint32_t>(options.size == 0 ? 500 : std::min<std::uint64_t>(options.size, 100000));
    const unsigned threads =
        options.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.threads;
    QJsonArray scans;
    for (const std::size_t bars : {std::size_t{4096}, std::size_t{4224}}) {
        const auto figures = measure(bars, assets, threads, options);
        if (!figures.ok())
            return figures.error();
        scans.append(figures.value());
    }
    return QJsonObject{
        {QStringLiteral("assets"), static_cast<qint64>(assets)},
        {QStringLiteral("event_series"), static_cast<qint64>(kEventSeries)},
        {QStringLiteral("threads"), static_cast<qint64>(threads)},
        {QStringLiteral("statistics_per_second"),
         scans[0].toObject()[QLatin1String("statistics_per_second")]},
        {QStringLiteral("scans"), scans},
    };
}

} // namespace core::workbench
