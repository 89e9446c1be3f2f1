// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/tail.h"

#include "core/stats/sum.h"

#include <boost/math/tools/minima.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

namespace core::stats {

namespace {

struct Fit {
    double shape;
    double scale;
    double logLikelihood;
};

/// For θ = ξ/σ the best ξ is mean ln(1 + θx) (Grimshaw 1993), which leaves one unknown.
Fit fitAt(std::span<const double> x, double theta)
{
    const auto n = static_cast<double>(x.size());
    if (std::fabs(theta) < 1e-12) { // the exponential law in the limit
        const double scale = sum(x) / n;
        return {0.0, scale, -n * (std::log(scale) + 1.0)};
    }
    Sum logs;
    for (const double value : x)
        logs.add(std::log1p(theta * value));
    const double shape = logs.value() / n;
    const double scale = shape / theta;
    return {shape, scale, -n * (std::log(scale) + shape + 1.0)};
}

} // namespace

ParetoTail paretoTail(std::span<const double> null, std::size_t exceedances, double x)
{
    assert(exceedances >= 2 && exceedances < null.size());
    std::vector<double> sorted(null.begin(), null.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    ParetoTail tail;
    tail.threshold = (sorted[exceedances - 1] + sorted[exceedances]) / 2.0;
    std::vector<double> excess;
    for (std::size_t i = 0; i < exceedances; ++i)
        excess.push_back(sorted[i] - tail.threshold);
    const auto n = static_cast<double>(excess.size());
    const double typical = sum(excess) / n;

    // θ > −1/largest. The likelihood has no bound near that end (ξ < −1), so the search stays in ξ ≥ −½,
    // where maximum likelihood is regular (Smith 1985). A coarse grid finds the hill, Brent's method its top.
    const double lowest = -1.0 / excess.front();
    const auto value = [&](double theta) {
        const Fit fit = fitAt(excess, theta);
        return fit.shape >= -0.5 && std::isfinite(fit.logLikelihood) ? -fit.logLikelihood
                                                                     : std::numeric_limits<double>::max();
    };
    constexpr int kGrid = 400;
    const auto theta = [&](int i) {
        return lowest + (static_cast<double>(i) + 0.5) / kGrid * (10.0 / typical - lowest);
    };
    int best = 0;
    for (int i = 1; i < kGrid; ++i)
        if (value(theta(i)) < value(theta(best)))
            best = i;
    const auto top =
        boost::math::tools::brent_find_minima(value, theta(std::max(best - 1, 0)), theta(best + 1), 52);
    const Fit fit = fitAt(excess, top.first);
    tail.shape = fit.shape;
    tail.scale = fit.scale;
    tail.logLikelihood = fit.logLikelihood;

    const auto size = static_cast<double>(null.size());
    const auto reached = std::count_if(null.begin(), null.end(), [x](double value_) { return value_ >= x; });
    tail.empirical = static_cast<double>(1 + reached) / (size + 1.0);
    const double beyond = x - tail.threshold;
    if (beyond < 0.0) {
        tail.p = static_cast<double>(reached) / size;
        return tail;
    }
    const double base = 1.0 + tail.shape * beyond / tail.scale;
    const double survival = std::fabs(tail.shape) < 1e-9 ? std::exp(-beyond / tail.scale)
                            : base > 0.0                 ? std::pow(base, -1.0 / tail.shape)
                                                         : 0.0;
    tail.p = n / size * survival;
    return tail;
}

} // namespace core::stats
