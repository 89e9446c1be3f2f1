// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/evalues.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace core::stats {

std::vector<std::uint8_t> eBenjaminiHochberg(std::span<const double> e, double q)
{
    std::vector<double> falling(e.begin(), e.end());
    std::sort(falling.begin(), falling.end(), std::greater<>());
    double bound = std::numeric_limits<double>::infinity();
    bool any = false;
    for (std::size_t k = falling.size(); k > 0 && !any; --k) {
        any = falling[k - 1] * static_cast<double>(k) * q >= static_cast<double>(e.size());
        if (any)
            bound = falling[k - 1];
    }
    std::vector<std::uint8_t> found;
    for (const double value : e)
        found.push_back(any && value >= bound ? 1 : 0);
    return found;
}

double powerCalibrator(double p, double kappa)
{
    return kappa * std::pow(p, kappa - 1.0);
}

double integratedCalibrator(double p)
{
    if (p <= 0.0)
        return std::numeric_limits<double>::infinity();
    const double u = -std::log(p); // (e^u − 1 − u)/u², with its series where that cancels
    return u < 1e-4 ? 0.5 + u / 6.0 : (std::expm1(u) - u) / (u * u);
}

} // namespace core::stats
