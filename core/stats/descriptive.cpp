// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/descriptive.h"

#include "core/base/missing.h"
#include "core/stats/distributions.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace core::stats {

using base::kMissing;

double mean(std::span<const double> x)
{
    return x.empty() ? kMissing : sum(x) / static_cast<double>(x.size());
}

std::vector<double> centred(std::span<const double> x)
{
    std::vector<double> result(x.begin(), x.end());
    const double centre = mean(x);
    for (double &value : result)
        value -= centre;
    return result;
}

double variance(std::span<const double> x)
{
    if (x.size() < 2)
        return kMissing;
    const double centre = mean(x);
    Sum squares;
    for (const double value : x)
        squares.add((value - centre) * (value - centre));
    return squares.value() / static_cast<double>(x.size() - 1);
}

double standardDeviation(std::span<const double> x)
{
    return std::sqrt(variance(x));
}

double quantile(std::span<const double> x, double p)
{
    if (x.empty())
        return kMissing;
    std::vector<double> values(x.begin(), x.end());
    const double place = std::clamp(p, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(values.begin(), at, values.end());
    const double low = *at;
    if (below + 1 == values.size())
        return low;
    const double high = *std::min_element(at + 1, values.end());
    return low + (place - static_cast<double>(below)) * (high - low);
}

double median(std::span<const double> x)
{
    return quantile(x, 0.5);
}

double correlation(std::span<const double> x, std::span<const double> y)
{
    const double meanX = mean(x);
    const double meanY = mean(y);
    Sum xy;
    Sum xx;
    Sum yy;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy.add((x[i] - meanX) * (y[i] - meanY));
        xx.add((x[i] - meanX) * (x[i] - meanX));
        yy.add((y[i] - meanY) * (y[i] - meanY));
    }
    const double scale = std::sqrt(xx.value() * yy.value());
    return scale > 0 ? xy.value() / scale : kMissing;
}

Interval wilson(std::size_t hits, std::size_t n, double level)
{
    if (n == 0)
        return {0.0, 1.0};
    const double z = normalQuantile(0.5 + level / 2.0);
    const auto trials = static_cast<double>(n);
    const double share = static_cast<double>(hits) / trials;
    const double centre = (share + z * z / (2.0 * trials)) / (1.0 + z * z / trials);
    const double half = z / (1.0 + z * z / trials) *
                        std::sqrt(share * (1.0 - share) / trials + z * z / (4.0 * trials * trials));
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

} // namespace core::stats
