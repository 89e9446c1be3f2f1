// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/crosscorrelation.h"

#include "core/stats/descriptive.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>

namespace core::stats {

namespace {

/// u[t] = x[t] − Σ a[j]·x[t − 1 − j] of a centred series, from bar a.size() on.
std::vector<double> filtered(std::span<const double> x, std::span<const double> a)
{
    std::vector<double> result;
    for (std::size_t t = a.size(); t < x.size(); ++t) {
        double value = x[t];
        for (std::size_t j = 0; j < a.size(); ++j)
            value -= a[j] * x[t - 1 - j];
        result.push_back(value);
    }
    return result;
}

} // namespace

std::vector<double> autocorrelation(std::span<const double> x, std::size_t most)
{
    const std::vector<double> away = centred(x);
    const double squares = dot(away, away);
    std::vector<double> result;
    for (std::size_t lag = 1; lag <= most; ++lag) {
        const std::size_t count = away.size() > lag ? away.size() - lag : 0;
        result.push_back(dot(std::span(away).first(count), std::span(away).last(count)) / squares);
    }
    return result;
}

CrossCorrelation crossCorrelation(std::span<const double> x, std::span<const double> y, std::size_t most,
                                  std::size_t reach)
{
    assert(x.size() == y.size() && x.size() > most);
    const std::vector<double> awayX = centred(x);
    const std::vector<double> awayY = centred(y);
    const double scale = std::sqrt(dot(awayX, awayX) * dot(awayY, awayY));
    const double products = dot(autocorrelation(x, reach), autocorrelation(y, reach));
    CrossCorrelation result;
    const auto furthest = static_cast<int>(most);
    for (int lag = -furthest; lag <= furthest; ++lag) {
        const std::size_t count = x.size() - static_cast<std::size_t>(std::abs(lag));
        const bool leads = lag >= 0;
        const auto earlier = std::span(leads ? awayX : awayY).first(count);
        const auto later = std::span(leads ? awayY : awayX).last(count);
        result.lags.push_back(lag);
        result.correlation.push_back(dot(earlier, later) / scale);
        result.whiteError.push_back(1.0 / std::sqrt(static_cast<double>(count)));
        result.error.push_back(std::sqrt((1.0 + 2.0 * products) / static_cast<double>(count)));
    }
    return result;
}

std::vector<double> fitAutoregression(std::span<const double> x, std::size_t most)
{
    const auto n = static_cast<double>(x.size());
    const std::vector<double> rho = autocorrelation(x, most);
    std::vector<double> a;
    std::vector<double> best;
    double left = 1.0; // the share of the variance that is not explained
    double leastAic = 0.0;
    for (std::size_t order = 1; order <= most && left > 0.0; ++order) {
        double ahead = rho[order - 1];
        for (std::size_t j = 0; j + 1 < order; ++j)
            ahead -= a[j] * rho[order - 2 - j];
        const double reflection = ahead / left;
        if (!(std::fabs(reflection) < 1.0)) // a constant or perfectly predictable series
            break;
        std::vector<double> longer(order);
        for (std::size_t j = 0; j + 1 < order; ++j)
            longer[j] = a[j] - reflection * a[order - 2 - j];
        longer[order - 1] = reflection;
        a = std::move(longer);
        left *= 1.0 - reflection * reflection;
        const double aic = n * std::log(left) + 2.0 * static_cast<double>(order);
        if (aic < leastAic) {
            leastAic = aic;
            best = a;
        }
    }
    return best;
}

CrossCorrelation prewhitenedCorrelation(std::span<const double> x, std::span<const double> y,
                                        std::size_t most, std::size_t reach)
{
    assert(x.size() == y.size());
    const auto longest = static_cast<std::size_t>(10.0 * std::log10(static_cast<double>(x.size())));
    const std::vector<double> a = fitAutoregression(x, std::min(longest, x.size() / 4));
    return crossCorrelation(filtered(centred(x), a), filtered(centred(y), a), most, reach);
}

} // namespace core::stats
