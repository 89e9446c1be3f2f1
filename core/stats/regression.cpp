// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/regression.h"

#include "core/base/missing.h"
#include "core/stats/descriptive.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace core::stats {

using base::kMissing;

namespace {

/// Sums over a window, round fixed centres so that squares do not cancel.
struct Window {
    double centreX = 0;
    double centreY = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    std::size_t n = 0;

    void add(double valueY, double valueX, double sign)
    {
        const double dx = valueX - centreX;
        const double dy = valueY - centreY;
        x += sign * dx;
        y += sign * dy;
        xx += sign * dx * dx;
        xy += sign * dx * dy;
    }
};

} // namespace

Line fitLine(std::span<const double> y, std::span<const double> x)
{
    assert(x.size() == y.size());
    Line line{kMissing, kMissing, kMissing, kMissing, kMissing, kMissing, kMissing, x.size()};
    if (x.size() < 3)
        return line;
    const double meanX = mean(x);
    const double meanY = mean(y);
    Sum squares;
    Sum products;
    for (std::size_t i = 0; i < x.size(); ++i) {
        squares.add((x[i] - meanX) * (x[i] - meanX));
        products.add((x[i] - meanX) * (y[i] - meanY));
    }
    if (!(squares.value() > 0.0))
        return line;
    const auto n = static_cast<double>(x.size());
    line.meanX = meanX;
    line.squaresX = squares.value();
    line.beta = products.value() / line.squaresX;
    line.alpha = meanY - line.beta * meanX;
    Sum residuals;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double u = y[i] - line.alpha - line.beta * x[i];
        residuals.add(u * u);
    }
    line.residualVariance = residuals.value() / (n - 2.0);
    line.betaError = std::sqrt(line.residualVariance / line.squaresX);
    line.alphaError = std::sqrt(line.residualVariance * (1.0 / n + meanX * meanX / line.squaresX));
    return line;
}

LineErrors neweyWest(std::span<const double> y, std::span<const double> x, const Line &line, std::size_t lags)
{
    assert(x.size() == y.size());
    const std::size_t n = x.size();
    if (n < 3 || !(line.squaresX > 0.0))
        return {kMissing, kMissing};
    // With x centred the two regressors (1, x − mean) are orthogonal, so (X'X)⁻¹ is diagonal.
    std::vector<double> level(n);
    std::vector<double> slope(n);
    for (std::size_t i = 0; i < n; ++i) {
        level[i] = y[i] - line.alpha - line.beta * x[i];
        slope[i] = level[i] * (x[i] - line.meanX);
    }
    const auto longRun = [&](const std::vector<double> &a, const std::vector<double> &b) {
        Sum total;
        for (std::size_t lag = 0; lag <= std::min(lags, n - 1); ++lag) {
            Sum products;
            for (std::size_t i = lag; i < n; ++i)
                products.add(lag == 0 ? a[i] * b[i] : a[i] * b[i - lag] + a[i - lag] * b[i]);
            total.add((1.0 - static_cast<double>(lag) / static_cast<double>(lags + 1)) * products.value());
        }
        return total.value();
    };
    const auto count = static_cast<double>(n);
    const double levelVariance = longRun(level, level) / (count * count);
    const double slopeVariance = longRun(slope, slope) / (line.squaresX * line.squaresX);
    const double covariance = longRun(level, slope) / (count * line.squaresX);
    // alpha = level at the mean − beta·mean
    const double alphaVariance =
        levelVariance - 2.0 * line.meanX * covariance + line.meanX * line.meanX * slopeVariance;
    return {std::sqrt(alphaVariance), std::sqrt(slopeVariance)};
}

RollingLine rollingLine(std::span<const double> y, std::span<const double> x,
                        std::span<const std::uint8_t> usable, std::size_t window, std::size_t minimum)
{
    assert(x.size() == y.size() && usable.size() == y.size() && window > 0);
    const std::size_t bars = y.size();
    RollingLine result{std::vector<double>(bars, kMissing), std::vector<double>(bars, kMissing)};
    Window sums;
    for (std::size_t t = 0; t < bars; ++t) {
        const std::size_t from = t > window ? t - window : 0;
        if (t % window == 0) {
            sums = {};
            for (std::size_t i = from; i < t; ++i) {
                if (usable[i] == 0)
                    continue;
                sums.centreX += x[i];
                sums.centreY += y[i];
                ++sums.n;
            }
            if (sums.n > 0) {
                sums.centreX /= static_cast<double>(sums.n);
                sums.centreY /= static_cast<double>(sums.n);
            }
            for (std::size_t i = from; i < t; ++i)
                if (usable[i] != 0)
                    sums.add(y[i], x[i], 1.0);
        } else {
            if (usable[t - 1] != 0) {
                sums.add(y[t - 1], x[t - 1], 1.0);
                ++sums.n;
            }
            if (t > window && usable[from - 1] != 0) {
                sums.add(y[from - 1], x[from - 1], -1.0);
                --sums.n;
            }
        }
        if (sums.n < std::max<std::size_t>(minimum, 3))
            continue;
        const auto n = static_cast<double>(sums.n);
        const double squares = sums.xx - sums.x * sums.x / n;
        if (!(squares > 1e-12 * sums.xx)) // a constant x has no slope
            continue;
        const double beta = (sums.xy - sums.x * sums.y / n) / squares;
        result.beta[t] = beta;
        result.alpha[t] = sums.centreY + sums.y / n - beta * (sums.centreX + sums.x / n);
    }
    return result;
}

} // namespace core::stats
