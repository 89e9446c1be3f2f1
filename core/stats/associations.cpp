// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/associations.h"

#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"
#include "core/stats/ranks.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace core::stats {

namespace {

constexpr std::size_t kExact = 33; // pairs up to which all orders are counted

/// Sums over the groups of equal values of a sorted sequence.
struct Ties {
    double pairs = 0;    ///< t(t − 1)/2
    double triples = 0;  ///< t(t − 1)(t − 2)
    double weighted = 0; ///< t(t − 1)(2t + 5)
};

template <typename Same>
Ties tiesOf(std::size_t n, Same same)
{
    Ties ties;
    for (std::size_t first = 0; first < n;) {
        std::size_t end = first + 1;
        while (end < n && same(end - 1, end))
            ++end;
        const auto t = static_cast<double>(end - first);
        ties.pairs += t * (t - 1.0) / 2.0;
        ties.triples += t * (t - 1.0) * (t - 2.0);
        ties.weighted += t * (t - 1.0) * (2.0 * t + 5.0);
        first = end;
    }
    return ties;
}

/// Sorts and returns how many pairs were in the wrong order.
double sortCounting(std::vector<double> &values, std::vector<double> &scratch, std::size_t first,
                    std::size_t end)
{
    if (end - first < 2)
        return 0.0;
    const std::size_t middle = first + (end - first) / 2;
    double swaps = sortCounting(values, scratch, first, middle) + sortCounting(values, scratch, middle, end);
    std::size_t left = first;
    std::size_t right = middle;
    for (std::size_t at = first; at < end; ++at) {
        const bool takeLeft = left < middle && (right == end || values[left] <= values[right]);
        if (!takeLeft)
            swaps += static_cast<double>(middle - left);
        scratch[at] = takeLeft ? values[left++] : values[right++];
    }
    std::copy(scratch.begin() + static_cast<std::ptrdiff_t>(first),
              scratch.begin() + static_cast<std::ptrdiff_t>(end),
              values.begin() + static_cast<std::ptrdiff_t>(first));
    return swaps;
}

/// Twice the probability that a random order of n has at most this many pairs in the wrong order.
double exactKendallP(std::size_t n, std::size_t discordant)
{
    std::vector<double> law{1.0}; // P(number of wrong pairs) for one value, then for one more at a time
    for (std::size_t size = 2; size <= n; ++size) {
        std::vector<double> longer(law.size() + size - 1, 0.0);
        for (std::size_t before = 0; before < law.size(); ++before)
            for (std::size_t more = 0; more < size; ++more)
                longer[before + more] += law[before] / static_cast<double>(size);
        law = std::move(longer);
    }
    const std::size_t fewer = std::min(discordant, law.size() - 1 - discordant);
    return std::min(
        1.0, 2.0 * std::accumulate(law.begin(), law.begin() + static_cast<std::ptrdiff_t>(fewer) + 1, 0.0));
}

} // namespace

Association pearson(std::span<const double> x, std::span<const double> y)
{
    assert(x.size() == y.size());
    const auto degrees = static_cast<double>(x.size()) - 2.0;
    const double r = correlation(x, y);
    const double left = (1.0 - r) * (1.0 + r);
    return {r, left > 0.0 ? studentTwoSided(r * std::sqrt(degrees / left), degrees) : 0.0 * r};
}

Association spearman(std::span<const double> x, std::span<const double> y)
{
    return pearson(ranks(x), ranks(y));
}

Association kendall(std::span<const double> x, std::span<const double> y)
{
    assert(x.size() == y.size());
    const std::size_t count = x.size();
    const auto n = static_cast<double>(count);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return x[a] != x[b] ? x[a] < x[b] : y[a] < y[b]; });
    std::vector<double> along;
    for (const std::size_t i : order)
        along.push_back(y[i]);
    const auto sameX = [&](std::size_t a, std::size_t b) { return x[order[a]] == x[order[b]]; };
    const Ties both =
        tiesOf(count, [&](std::size_t a, std::size_t b) { return sameX(a, b) && along[a] == along[b]; });
    const Ties tiesX = tiesOf(count, sameX);
    std::vector<double> scratch(count);
    const double discordant = sortCounting(along, scratch, 0, count);
    const Ties tiesY = tiesOf(count, [&](std::size_t a, std::size_t b) { return along[a] == along[b]; });
    const double pairs = n * (n - 1.0) / 2.0;
    const double score =
        pairs - tiesX.pairs - tiesY.pairs + both.pairs - 2.0 * discordant; // concordant − discordant
    const double scale = std::sqrt((pairs - tiesX.pairs) * (pairs - tiesY.pairs));
    if (!(scale > 0.0))
        return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    if (count <= kExact && tiesX.pairs == 0.0 && tiesY.pairs == 0.0)
        return {score / scale, exactKendallP(count, static_cast<std::size_t>(discordant))};
    const double variance = (n * (n - 1.0) * (2.0 * n + 5.0) - tiesX.weighted - tiesY.weighted) / 18.0 +
                            2.0 * tiesX.pairs * tiesY.pairs / (n * (n - 1.0)) +
                            tiesX.triples * tiesY.triples / (9.0 * n * (n - 1.0) * (n - 2.0));
    return {score / scale, normalTwoSided(score / std::sqrt(variance))};
}

} // namespace core::stats
