// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/benchuniverse.h"

#include "core/base/clock.h"
#include "core/discovery/scancounts.h"
#include "core/discovery/screen.h"
#include "core/stats/random.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>
#include <numeric>
#include <thread>
#include <vector>

namespace core::workbench {

using base::Result;
using discovery::Family;
using discovery::ScreenPiece;
using stats::Random;
using stats::RandomPurpose;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t kSeries = 500;
constexpr std::size_t kBars = 4224;
constexpr int kUniverseLags = 21;
constexpr int kUniverseRepeats = 3; // of every point of a curve

/// As makeFamily leaves it, for the parts the screen looks at.
Family makeFamily(std::uint32_t assets, std::size_t bars)
{
    Family family;
    for (const int length : {1, 5, 21}) {
        for (int lag = 1; lag <= kUniverseLags; ++lag)
            family.study.windows.push_back({lag, lag + length - 1});
    }
    constexpr base::Duration kDay = std::chrono::hours(24);
    for (std::size_t t = 0; t <= bars; ++t)
        family.calendar.closes.push_back(base::Instant(0) + kDay * static_cast<std::int64_t>(t));
    family.calendar.first = 1;
    family.grid.slots = bars;
    for (std::uint32_t a = 0; a < assets; ++a) {
        Random random(1, RandomPurpose::Benchmark, a);
        discovery::ResponseSeries response;
        response.value.resize(bars + 1);
        for (double &value : response.value)
            value = 0.01 * random.normal();
        response.state.assign(bars + 1, discovery::ResponseSeries::State::Present);
        response.span.assign(bars + 1, 1);
        family.assets.push_back({"A" + std::to_string(a), std::move(response), 0});
        family.assetLabels.push_back(family.assets.back().symbol);
    }
    family.events.resize(kSeries);
    family.placed.resize(kSeries);
    for (std::uint32_t e = 0; e < kSeries; ++e) {
        Random random(2, RandomPurpose::Benchmark, e);
        const std::uint64_t count = 30 + random.below(270);
        std::vector<std::uint32_t> &at = family.placed[e].series.bars;
        for (std::uint64_t i = 0; i < count; ++i)
            at.push_back(static_cast<std::uint32_t>(random.below(bars - 3 * kUniverseLags)));
        std::sort(at.begin(), at.end());
        at.erase(std::unique(at.begin(), at.end()), at.end());
        family.placed[e].asked = e;
    }
    for (std::uint32_t a = 0; a < assets; ++a) {
        for (std::uint32_t e = 0; e < kSeries; ++e) {
            family.pairs.push_back({e, a, static_cast<std::uint32_t>(family.terms.size()), 1});
            family.terms.push_back({e, a});
        }
    }
    return family;
}

struct Screened {
    ScreenPiece piece;
    double seconds = 0;
};

Result<Screened> screen(const Family &family, const BenchOptions &options)
{
    std::vector<std::size_t> pairs(family.pairs.size());
    std::iota(pairs.begin(), pairs.end(), std::size_t{0});
    const base::Stopwatch watch;
    auto piece = discovery::screenPairs(family, pairs, {0, pairs.size()},
                                        {.threads = options.threads == 0
                                                        ? std::max(1U, std::thread::hardware_concurrency())
                                                        : options.threads,
                                         .cancel = options.cancel,
                                         .progress = options.progress});
    if (!piece.ok())
        return piece.error();
    return Screened{std::move(*piece), watch.seconds()};
}

/// One place of a curve, measured several times.
struct Point {
    std::uint32_t assets = 0;
    std::size_t bars = 0;
    std::size_t pairs = 0;
    double seconds = std::numeric_limits<double>::infinity(); ///< the least
};

Result<void> measure(Point &point, const BenchOptions &options)
{
    const Family family = makeFamily(point.assets, point.bars);
    const auto screened = screen(family, options);
    if (!screened.ok())
        return screened.error();
    point.pairs = family.pairs.size();
    point.seconds = std::min(point.seconds, screened->seconds);
    return {};
}

QJsonObject toJson(const Point &point)
{
    const auto pairs = static_cast<double>(point.pairs);
    return QJsonObject{{u"pairs"_s, pairs},
                       {u"bars"_s, static_cast<qint64>(point.bars)},
                       {u"seconds"_s, point.seconds},
                       {u"microseconds_per_transform"_s, point.seconds / (3 * pairs) * 1e6}};
}

} // namespace

Result<QJsonObject> benchUniverse(const BenchOptions &options)
{
    const auto assets =
        static_cast<std::uint32_t>(options.size == 0 ? 5'350 : std::min<std::uint64_t>(options.size, 20'000));
    const Family family = makeFamily(assets, kBars);
    const auto screened = screen(family, options);
    if (!screened.ok())
        return screened.error();
    const std::vector<float> &y = screened->piece.y;
    const auto null = discovery::nullDistribution(screened->piece.maxima);
    const double significant = discovery::significantThreshold(null, 0.05);
    const auto counts = screened->piece.counts->thresholds();
    const discovery::ScanCount &candidate = discovery::candidateThreshold(counts, 0.05);
    const bool any =
        candidate.chance <= 0.05 * static_cast<double>(std::max<std::uint64_t>(1, candidate.observed));
    const auto reach = [&y](double bound) {
        return std::count_if(y.begin(), y.end(),
                             [bound](float v) { return static_cast<double>(v) >= bound; });
    };
    return QJsonObject{
        {u"assets"_s, static_cast<qint64>(assets)},
        {u"event_series"_s, static_cast<qint64>(kSeries)},
        {u"bars"_s, static_cast<qint64>(kBars)},
        {u"hypotheses"_s, static_cast<double>(y.size())},
        {u"screen_seconds"_s, screened->seconds},
        {u"statistics_per_second"_s, static_cast<double>(y.size()) * kBars / screened->seconds},
        {u"significant"_s, static_cast<double>(reach(significant))},
        {u"candidates"_s, any ? static_cast<double>(reach(candidate.threshold)) : 0.0},
    };
}

Result<QJsonObject> benchScaling(const BenchOptions &options)
{
    const auto most = static_cast<std::uint32_t>(
        options.size == 0 ? 800 : std::clamp<std::uint64_t>(options.size, 8, 20'000));
    std::vector<Point> points;
    for (const std::uint32_t share : {8U, 4U, 2U, 1U})
        points.push_back({.assets = most / share, .bars = kBars});
    const std::size_t byAssets = points.size();
    for (const std::size_t bars :
         {std::size_t{1056}, std::size_t{2112}, std::size_t{4224}, std::size_t{8448}})
        points.push_back({.assets = most / 4, .bars = bars});
    for (int i = 0; i < kUniverseRepeats; ++i) { // in turns, so that a disturbance meets all
        for (Point &point : points) {
            if (const auto measured = measure(point, options); !measured.ok())
                return measured.error();
        }
    }
    QJsonArray byPairs, byBars;
    for (std::size_t i = 0; i < points.size(); ++i)
        (i < byAssets ? byPairs : byBars).append(toJson(points[i]));
    return QJsonObject{{u"pairs"_s, byPairs}, {u"bars"_s, byBars}};
}

} // namespace core::workbench
