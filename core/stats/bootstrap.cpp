// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/bootstrap.h"

#include "core/base/missing.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>

namespace core::stats {

using base::kMissing;

std::vector<std::size_t> stationaryBootstrapIndices(std::span<const std::size_t> starts,
                                                    std::span<const double> u, double newBlock)
{
    assert(u.size() == starts.size());
    std::vector<std::size_t> indices(starts.begin(), starts.end());
    for (std::size_t i = 1; i < indices.size(); ++i)
        if (u[i] > newBlock)
            indices[i] = (indices[i - 1] + 1) % indices.size();
    return indices;
}

BlockLength optimalBlockLength(std::span<const double> x)
{
    constexpr std::size_t kShortest = 10;
    const std::size_t n = x.size();
    if (n < kShortest || !(variance(x) > 0.0))
        return {1.0, 1.0};
    const auto count = static_cast<double>(n);
    const double centre = mean(x);
    std::vector<double> e(n);
    for (std::size_t i = 0; i < n; ++i)
        e[i] = x[i] - centre;
    const std::span<const double> all(e);

    // The smallest m after which k autocorrelations in a row are insignificant.
    const auto k = std::max<std::size_t>(5, static_cast<std::size_t>(std::log10(count)));
    const std::size_t most = std::min(static_cast<std::size_t>(std::ceil(std::sqrt(count))) + k, n - 2);
    const double bound = 2.0 * std::sqrt(std::log10(count) / count);
    std::vector<double> covariance(most + 1);
    std::vector<double> correlation(most + 1);
    std::optional<std::size_t> cut;
    for (std::size_t lag = 0; lag <= most; ++lag) {
        const double product = dot(all.subspan(lag), all.first(n - lag));
        const auto late = all.subspan(lag + 1);
        const auto early = all.first(n - lag - 1);
        covariance[lag] = product / count;
        const double scale = std::sqrt(dot(late, late) * dot(early, early));
        correlation[lag] = scale > 0.0 ? std::fabs(product) / scale : 0.0;
        if (!cut && lag >= k &&
            std::all_of(correlation.begin() + static_cast<std::ptrdiff_t>(lag - k),
                        correlation.begin() + static_cast<std::ptrdiff_t>(lag),
                        [&](double r) { return r < bound; }))
            cut = lag - k;
    }
    const std::size_t m = std::min(cut ? 2 * std::max<std::size_t>(*cut, 1) : most, most);

    double g = 0.0;
    double longRun = covariance[0];
    for (std::size_t lag = 1; lag <= m; ++lag) {
        const double share = static_cast<double>(lag) / static_cast<double>(m);
        const double taper = share <= 0.5 ? 1.0 : 2.0 * (1.0 - share); // flat-top window
        g += 2.0 * taper * static_cast<double>(lag) * covariance[lag];
        longRun += 2.0 * taper * covariance[lag];
    }
    const double longest = std::ceil(std::min(3.0 * std::sqrt(count), count / 3.0));
    const auto length = [&](double variance) {
        const double b = std::cbrt(2.0 * g * g / variance) * std::cbrt(count);
        return std::isfinite(b) ? std::min(b, longest) : longest;
    };
    return {length(2.0 * longRun * longRun), length(4.0 / 3.0 * longRun * longRun)};
}

namespace {

/// One stationary bootstrap sample of n positions.
void resample(Random &random, double newBlock, std::vector<std::size_t> &indices)
{
    const std::size_t n = indices.size();
    std::size_t index = random.below(n);
    for (std::size_t i = 0; i < n; ++i) {
        if (i > 0)
            index = random.uniform() < newBlock ? random.below(n) : (index + 1) % n;
        indices[i] = index;
    }
}

/// The percentile interval of a statistic of resampled positions; NaN draws (it does not exist there) are
/// left out.
template <typename Statistic>
Interval bootstrap(std::size_t n, double block, std::size_t draws, double level, std::uint64_t seed,
                   Statistic statistic)
{
    if (n < 2 || draws == 0)
        return {kMissing, kMissing};
    const double newBlock = 1.0 / std::max(block, 1.0);
    std::vector<std::size_t> indices(n);
    std::vector<double> values;
    values.reserve(draws);
    for (std::size_t draw = 0; draw < draws; ++draw) {
        Random random(seed, RandomPurpose::Bootstrap, draw);
        resample(random, newBlock, indices);
        const double value = statistic(std::span<const std::size_t>(indices));
        if (!std::isnan(value))
            values.push_back(value);
    }
    if (values.empty())
        return {kMissing, kMissing};
    return {quantile(values, 0.5 - level / 2.0), quantile(values, 0.5 + level / 2.0)};
}

} // namespace

Interval bootstrapMean(std::span<const double> x, double block, std::size_t draws, double level,
                       std::uint64_t seed)
{
    return bootstrap(x.size(), block, draws, level, seed, [x](std::span<const std::size_t> indices) {
        Sum total;
        for (const std::size_t index : indices)
            total.add(x[index]);
        return total.value() / static_cast<double>(indices.size());
    });
}

Interval bootstrapCorrelation(std::span<const double> x, std::span<const double> y, double block,
                              std::size_t draws, double level, std::uint64_t seed)
{
    std::vector<double> drawnX(x.size());
    std::vector<double> drawnY(x.size());
    return bootstrap(x.size(), block, draws, level, seed, [&](std::span<const std::size_t> indices) {
        for (std::size_t i = 0; i < indices.size(); ++i) {
            drawnX[i] = x[indices[i]];
            drawnY[i] = y[indices[i]];
        }
        return correlation(drawnX, drawnY);
    });
}

} // namespace core::stats
