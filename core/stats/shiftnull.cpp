// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/shiftnull.h"

#include "core/stats/descriptive.h"
#include "core/stats/permutation.h"
#include "core/stats/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <vector>

namespace core::stats {

namespace {

/// `count` different shifts of 1..bars − 1, ascending (Floyd's draw).
std::vector<std::size_t> drawShifts(std::size_t bars, std::size_t count, std::uint64_t seed)
{
    std::set<std::size_t> drawn;
    Random random(seed, RandomPurpose::Simulation, 0);
    for (std::size_t last = bars - count; last < bars; ++last) {
        const std::size_t shift = 1 + random.below(last);
        drawn.insert(drawn.contains(shift) ? last : shift);
    }
    return {drawn.begin(), drawn.end()};
}

} // namespace

ShiftNull shiftNull(std::span<const double> x, const ShiftStatistic &statistic, std::size_t most,
                    std::uint64_t seed)
{
    ShiftNull null;
    null.observed = statistic(x);
    if (x.size() < 2 || most < 2 || std::isnan(null.observed))
        return null;
    std::vector<std::size_t> shifts(x.size() - 1);
    std::iota(shifts.begin(), shifts.end(), std::size_t{1});
    if (x.size() > most)
        shifts = drawShifts(x.size(), most - 1, seed);
    const double bound = null.observed - kTie * std::fabs(null.observed);
    std::vector<double> values;
    std::vector<double> moved(x.size());
    for (const std::size_t shift : shifts) {
        const auto middle = x.begin() + static_cast<std::ptrdiff_t>(shift);
        std::rotate_copy(x.begin(), middle, x.end(), moved.begin());
        const double value = statistic(moved);
        if (!std::isnan(value))
            values.push_back(value);
    }
    const auto reached =
        std::count_if(values.begin(), values.end(), [bound](double v) { return v >= bound; });
    null.shifts = values.size() + 1;
    null.p = static_cast<double>(1 + reached) / static_cast<double>(null.shifts);
    null.mean = mean(values);
    null.high = quantile(values, 0.95);
    return null;
}

} // namespace core::stats
