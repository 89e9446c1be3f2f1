// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/permutation.h"

#include "core/stats/descriptive.h"
#include "core/stats/fft.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace core::stats {

ShiftScan circularShiftAll(std::span<const double> events, std::span<const double> returns)
{
    ShiftScan scan;
    scan.sums = circularCorrelation(events, returns);
    std::vector<double> squared(returns.begin(), returns.end());
    for (double &r : squared)
        r *= r;
    scan.squares = circularCorrelation(events, squared);
    const double n = sum(events);
    if (std::any_of(events.begin(), events.end(), [](double w) { return w < 0.0; }) || n < 2.0)
        return scan;
    for (std::size_t s = 0; s < scan.sums.size(); ++s) {
        const double average = scan.sums[s] / n;
        const double spread = (scan.squares[s] / n - average * average) * n / (n - 1.0);
        scan.t.push_back(spread > 0.0 ? average / std::sqrt(spread / n) : 0.0);
    }
    return scan;
}

double shiftP(std::span<const double> x, Side side, std::size_t group)
{
    assert(group > 0 && x.size() % group == 0 && !x.empty());
    const auto extreme = [side](double value) { return side == Side::Two ? std::fabs(value) : value; };
    double largest = 0.0;
    for (const double value : x)
        largest = std::max(largest, std::fabs(value));
    const double bound = extreme(x[0]) - kTie * largest;
    std::size_t reached = 1; // the identity, never through its computed value
    for (std::size_t s = group; s < x.size(); s += group)
        reached += extreme(x[s]) >= bound ? 1 : 0;
    return static_cast<double>(reached * group) / static_cast<double>(x.size());
}

StepP jointShiftMaxT(std::span<const double> x, std::size_t shifts)
{
    assert(shifts > 1 && x.size() % shifts == 0);
    std::vector<double> observed;
    std::vector<double> others;
    for (std::size_t i = 0; i < x.size(); i += shifts) {
        observed.push_back(std::fabs(x[i]));
        for (std::size_t s = 1; s < shifts; ++s)
            others.push_back(std::fabs(x[i + s]));
    }
    return maxT(observed, {others, shifts - 1}, Identity::AddOne);
}

LinearShift linearShift(std::span<const double> x, std::span<const double> y, std::size_t most)
{
    assert(x.size() == y.size() && x.size() > 2 * most);
    LinearShift result;
    const std::size_t length = x.size() - 2 * most;
    for (std::size_t s = 0; s <= 2 * most; ++s)
        result.correlation.push_back(correlation(x.subspan(most, length), y.subspan(s, length)));
    const double bound = std::fabs(result.correlation[most]) - kTie;
    result.reached =
        static_cast<std::size_t>(std::count_if(result.correlation.begin(), result.correlation.end(),
                                               [bound](double r) { return std::fabs(r) >= bound; }));
    result.p = std::min(1.0, static_cast<double>(result.reached) / static_cast<double>(most + 1));
    return result;
}

BlockShift blockShiftExact(std::span<const double> events, std::span<const double> returns,
                           std::size_t length)
{
    assert(length > 0 && events.size() == returns.size() && events.size() % length == 0);
    struct Atom {
        double value;
        double probability;
    };
    BlockShift result;
    result.size = 1;
    std::vector<Atom> law{{0.0, 1.0}};
    for (std::size_t start = 0; start < events.size(); start += length) {
        std::vector<double> sums(length);
        for (std::size_t s = 0; s < length; ++s) {
            Sum total;
            for (std::size_t t = 0; t < length; ++t)
                total.add(events[start + t] * returns[start + (t + s) % length]);
            sums[s] = total.value();
        }
        result.observed += sums[0];
        result.size *= length;
        result.blockSums.insert(result.blockSums.end(), sums.begin(), sums.end());
        std::vector<Atom> next;
        for (const Atom &atom : law)
            for (const double value : sums)
                next.push_back({atom.value + value, atom.probability / static_cast<double>(length)});
        std::sort(next.begin(), next.end(), [](const Atom &a, const Atom &b) { return a.value < b.value; });
        law.clear();
        for (const Atom &atom : next) { // sums that differ by rounding only are one value
            if (!law.empty() && atom.value - law.back().value <= kTie)
                law.back().probability += atom.probability;
            else
                law.push_back(atom);
        }
    }
    for (const Atom &atom : law)
        result.mean += atom.value * atom.probability;
    const double distance = std::fabs(result.observed - result.mean) - kTie;
    result.pGreater = 0.0;
    result.pTwoSided = 0.0;
    for (const Atom &atom : law) {
        result.variance += (atom.value - result.mean) * (atom.value - result.mean) * atom.probability;
        result.pGreater += atom.value >= result.observed - kTie ? atom.probability : 0.0;
        result.pTwoSided += std::fabs(atom.value - result.mean) >= distance ? atom.probability : 0.0;
    }
    return result;
}

LabelPermutation labelPermutation(std::span<const double> x, std::span<const double> y)
{
    assert(!x.empty() && !y.empty());
    std::vector<double> all(x.begin(), x.end());
    all.insert(all.end(), y.begin(), y.end());
    const double total = sum(all);
    const auto difference = [&](double first) {
        return first / static_cast<double>(x.size()) - (total - first) / static_cast<double>(y.size());
    };
    LabelPermutation result;
    result.difference = difference(sum(x));
    std::uint64_t greater = 0;
    std::uint64_t less = 0;
    std::vector<std::uint8_t> chosen(all.size(), 0);
    std::fill_n(chosen.begin(), x.size(), std::uint8_t{1});
    do {
        double first = 0.0;
        for (std::size_t i = 0; i < all.size(); ++i)
            first += chosen[i] != 0 ? all[i] : 0.0;
        const double value = difference(first);
        greater += value >= result.difference - kTie ? 1 : 0;
        less += value <= result.difference + kTie ? 1 : 0;
        ++result.size;
    } while (std::prev_permutation(chosen.begin(), chosen.end()));
    const auto size = static_cast<double>(result.size);
    result.pGreater = static_cast<double>(greater) / size;
    result.pTwoSided = std::min(1.0, 2.0 * static_cast<double>(std::min(greater, less)) / size);
    return result;
}

} // namespace core::stats
