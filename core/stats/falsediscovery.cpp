// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/falsediscovery.h"

#include "core/stats/descriptive.h"
#include "core/stats/multiplicity.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace core::stats {

namespace {

double countAtLeast(std::span<const double> values, double bound)
{
    return static_cast<double>(
        std::count_if(values.begin(), values.end(), [bound](double value) { return value >= bound; }));
}

/// Simes (1986): the smallest BH-adjusted p.
double simes(std::span<const double> p)
{
    const std::vector<double> adjusted = adjustedPValues(p, Correction::BenjaminiHochberg);
    return p.empty() ? 1.0 : *std::min_element(adjusted.begin(), adjusted.end());
}

} // namespace

double nullShare(std::span<const double> p, double lambda)
{
    assert(lambda >= 0.0 && lambda < 1.0);
    if (p.empty())
        return 1.0;
    return std::min(1.0, countAtLeast(p, lambda) / (static_cast<double>(p.size()) * (1.0 - lambda)));
}

double nullShareBootstrap(std::span<const double> p)
{
    if (p.empty())
        return 1.0;
    const auto m = static_cast<double>(p.size());
    std::vector<double> above;
    std::vector<double> shares;
    std::vector<double> rest; // 1 − lambda
    for (int step = 1; step <= 19; ++step) {
        const double lambda = 0.05 * step;
        above.push_back(countAtLeast(p, lambda));
        rest.push_back(1.0 - lambda);
        shares.push_back(above.back() / (m * rest.back()));
    }
    const double low = quantile(shares, 0.1);
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const double variance = above[i] / (m * m * rest[i] * rest[i]) * (1.0 - above[i] / m);
        const double error = variance + (shares[i] - low) * (shares[i] - low);
        if (error < least) {
            least = error;
            best = i;
        }
    }
    return std::min(1.0, shares[best]);
}

std::vector<double> qValues(std::span<const double> p, double share)
{
    std::vector<double> q = adjustedPValues(p, Correction::BenjaminiHochberg);
    for (double &value : q)
        value *= share;
    return q;
}

HierarchicalDiscovery hierarchicalDiscovery(std::span<const double> p, std::span<const std::size_t> family,
                                            std::size_t families, double q)
{
    assert(p.size() == family.size());
    std::vector<std::vector<double>> members(families);
    for (std::size_t i = 0; i < p.size(); ++i)
        members[family[i]].push_back(p[i]);
    HierarchicalDiscovery result;
    for (const std::vector<double> &own : members)
        result.familyP.push_back(simes(own));
    for (const double adjusted : adjustedPValues(result.familyP, Correction::BenjaminiHochberg))
        result.selected.push_back(adjusted <= q ? 1 : 0);
    const auto chosen = std::count(result.selected.begin(), result.selected.end(), std::uint8_t{1});
    result.level = families == 0 ? 0.0 : q * static_cast<double>(chosen) / static_cast<double>(families);
    std::vector<std::vector<double>> adjusted;
    for (const std::vector<double> &own : members)
        adjusted.push_back(adjustedPValues(own, Correction::BenjaminiHochberg));
    std::vector<std::size_t> next(families, 0);
    for (const std::size_t own : family) {
        const bool found = adjusted[own][next[own]++] <= result.level;
        result.rejected.push_back(result.selected[own] != 0 && found ? 1 : 0);
    }
    return result;
}

double knockoffThreshold(std::span<const double> w, double q)
{
    std::vector<double> sizes;
    std::vector<double> negated;
    for (const double value : w) {
        negated.push_back(-value);
        if (value != 0.0)
            sizes.push_back(std::fabs(value));
    }
    std::sort(sizes.begin(), sizes.end());
    for (const double t : sizes)
        if ((1.0 + countAtLeast(negated, t)) / std::max(1.0, countAtLeast(w, t)) <= q)
            return t;
    return std::numeric_limits<double>::infinity();
}

} // namespace core::stats
