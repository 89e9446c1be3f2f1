// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/mutualinformation.h"

#include "core/stats/descriptive.h"
#include "core/stats/ranks.h"
#include "core/stats/sum.h"

#include <boost/math/special_functions/digamma.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

namespace core::stats {

namespace {

/// x over its deviation with the divisor n.
std::vector<double> scaled(std::span<const double> x)
{
    const auto n = static_cast<double>(x.size());
    const double deviation = standardDeviation(x) * std::sqrt((n - 1.0) / n);
    std::vector<double> result(x.begin(), x.end());
    for (double &value : result)
        value /= deviation;
    return result;
}

/// Distance to the k-th nearest of the points, which are sorted by x: both ways from the point until x alone
/// is further away. `nearest` is scratch.
double neighbourDistance(std::span<const double> x, std::span<const double> y, std::size_t point,
                         std::size_t k, std::vector<double> &nearest)
{
    nearest.assign(k, std::numeric_limits<double>::infinity()); // ascending
    const auto meet = [&](std::size_t other) {
        const double apart = std::fabs(x[other] - x[point]);
        if (apart >= nearest.back())
            return false;
        const double distance = std::max(apart, std::fabs(y[other] - y[point]));
        if (distance < nearest.back()) {
            nearest.pop_back();
            nearest.insert(std::upper_bound(nearest.begin(), nearest.end(), distance), distance);
        }
        return true;
    };
    std::size_t below = point;
    std::size_t above = point + 1;
    bool down = true;
    bool up = true;
    while (down || up) { // in turns, so that both ends come near early
        down = down && below > 0 && meet(--below);
        up = up && above < x.size() && meet(above++);
    }
    return nearest.back();
}

/// How many of the sorted values are nearer than `distance` to `value`, which is one of them and not counted.
double countNearer(std::span<const double> sorted, double value, double distance)
{
    const auto first = std::partition_point(sorted.begin(), sorted.end(),
                                            [&](double other) { return value - other >= distance; });
    const auto last =
        std::partition_point(first, sorted.end(), [&](double other) { return other - value < distance; });
    return static_cast<double>(last - first - 1);
}

} // namespace

double mutualInformation(std::span<const double> x, std::span<const double> y, std::size_t k)
{
    assert(x.size() == y.size() && k > 0);
    const std::size_t n = x.size();
    if (n <= k || !(variance(x) > 0.0) || !(variance(y) > 0.0))
        return std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> wholeX = scaled(x);
    const std::vector<double> wholeY = scaled(y);
    std::vector<double> sortedX;
    std::vector<double> along; // y in the order of x
    for (const std::size_t i : ascending(wholeX)) {
        sortedX.push_back(wholeX[i]);
        along.push_back(wholeY[i]);
    }
    std::vector<double> sortedY = along;
    std::sort(sortedY.begin(), sortedY.end());
    using boost::math::digamma;
    Sum marginal;
    std::vector<double> nearest;
    for (std::size_t i = 0; i < n; ++i) {
        const double distance = neighbourDistance(sortedX, along, i, k, nearest);
        // points that coincide k + 1 fold are at distance 0, and nothing is nearer
        const double nearX = std::max(0.0, countNearer(sortedX, sortedX[i], distance));
        const double nearY = std::max(0.0, countNearer(sortedY, along[i], distance));
        marginal.add(digamma(nearX + 1.0) + digamma(nearY + 1.0));
    }
    return digamma(static_cast<double>(k)) + digamma(static_cast<double>(n)) -
           marginal.value() / static_cast<double>(n);
}

} // namespace core::stats
