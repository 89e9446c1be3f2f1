// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/transferentropy.h"

#include "core/stats/random.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace core::stats {

namespace {

/// Type 8 of a sorted sample: the value at place (n + ⅓)·p + ⅓, counted from 1.
double quantileOf(std::span<const double> sorted, double p)
{
    const auto n = static_cast<double>(sorted.size());
    const double place = std::clamp((n + 1.0 / 3.0) * p + 1.0 / 3.0, 1.0, n);
    const auto below = static_cast<std::size_t>(place);
    const double low = sorted[below - 1];
    const double high = sorted[std::min(below, sorted.size() - 1)];
    return low + (place - static_cast<double>(below)) * (high - low);
}

} // namespace

std::vector<std::uint8_t> quantileCodes(std::span<const double> x, std::span<const double> cuts)
{
    if (x.empty())
        return {};
    std::vector<double> sorted(x.begin(), x.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> bounds;
    for (const double cut : cuts)
        bounds.push_back(quantileOf(sorted, cut));
    std::vector<std::uint8_t> codes;
    for (const double value : x)
        codes.push_back(static_cast<std::uint8_t>(
            std::count_if(bounds.begin(), bounds.end(), [value](double bound) { return value > bound; })));
    return codes;
}

double transferEntropy(std::span<const std::uint8_t> x, std::span<const std::uint8_t> y, std::size_t symbols)
{
    assert(x.size() == y.size());
    if (y.size() < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const std::size_t s = symbols;
    std::vector<double> triples(s * s * s); // next y, y, x
    std::vector<double> nexts(s * s);       // next y, y
    std::vector<double> pairs(s * s);       // y, x
    std::vector<double> singles(s);         // y
    for (std::size_t t = 0; t + 1 < y.size(); ++t) {
        triples[(y[t + 1] * s + y[t]) * s + x[t]] += 1.0;
        nexts[y[t + 1] * s + y[t]] += 1.0;
        pairs[y[t] * s + x[t]] += 1.0;
        singles[y[t]] += 1.0;
    }
    const auto steps = static_cast<double>(y.size() - 1);
    Sum bits;
    for (std::size_t next = 0; next < s; ++next)
        for (std::size_t now = 0; now < s; ++now)
            for (std::size_t other = 0; other < s; ++other) {
                const double count = triples[(next * s + now) * s + other];
                if (count > 0.0)
                    bits.add(
                        count / steps *
                        std::log2(count * singles[now] / (pairs[now * s + other] * nexts[next * s + now])));
            }
    return bits.value();
}

double effectiveTransferEntropy(std::span<const std::uint8_t> x, std::span<const std::uint8_t> y,
                                std::size_t symbols, std::size_t shuffles, std::uint64_t seed)
{
    Sum shuffled;
    for (std::size_t draw = 0; draw < shuffles; ++draw) {
        Random random(seed, RandomPurpose::Simulation, draw);
        std::vector<std::uint8_t> order(x.begin(), x.end());
        for (std::size_t left = order.size(); left > 1; --left)
            std::swap(order[left - 1], order[random.below(left)]);
        shuffled.add(transferEntropy(order, y, symbols));
    }
    const double bias = shuffles == 0 ? 0.0 : shuffled.value() / static_cast<double>(shuffles);
    return transferEntropy(x, y, symbols) - bias;
}

} // namespace core::stats
