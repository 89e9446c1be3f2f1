// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/ranks.h"

#include <algorithm>
#include <numeric>

namespace core::stats {

std::vector<std::size_t> ascending(std::span<const double> x)
{
    std::vector<std::size_t> places(x.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(), [x](std::size_t a, std::size_t b) { return x[a] < x[b]; });
    return places;
}

std::vector<double> ranks(std::span<const double> x)
{
    const std::vector<std::size_t> places = ascending(x);
    std::vector<double> result(x.size());
    for (std::size_t first = 0; first < places.size();) {
        std::size_t end = first + 1;
        while (end < places.size() && x[places[end]] == x[places[first]])
            ++end;
        for (std::size_t i = first; i < end; ++i)
            result[places[i]] = static_cast<double>(first + end + 1) / 2.0;
        first = end;
    }
    return result;
}

} // namespace core::stats
