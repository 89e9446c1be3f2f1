// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/life.h"

#include <algorithm>

namespace core::discovery {

namespace {

constexpr std::size_t kEdgeShare = 50; // edges up to a fiftieth of the sample are left as they are

std::int64_t smallestLag(const ScanLength &length)
{
    return length.lags.empty() ? 0 : *std::min_element(length.lags.begin(), length.lags.end());
}

std::int64_t largestLag(const ScanLength &length)
{
    return length.lags.empty() ? 0 : *std::max_element(length.lags.begin(), length.lags.end());
}

} // namespace

Life lifeOf(std::span<const double> returns, const ScanLength &length, std::size_t group)
{
    const auto isPresent = [](double r) { return r != 0.0; };
    const auto from = std::find_if(returns.begin(), returns.end(), isPresent);
    const auto to = std::find_if(returns.rbegin(), returns.rend(), isPresent);
    if (from == returns.end())
        return {};
    Life life;
    life.first = static_cast<std::size_t>(from - returns.begin());
    life.end = static_cast<std::size_t>(returns.rend() - to);
    const std::size_t inside = returns.size() - length.past;
    const std::size_t edges = life.first + (inside > life.end ? inside - life.end : 0);
    const auto pause = static_cast<std::size_t>(largestLag(length) - smallestLag(length));
    const std::size_t period = (life.end - life.first + pause + group - 1) / group * group;
    if (edges * kEdgeShare > returns.size() && period < returns.size())
        life.period = period;
    return life;
}

void repeatLife(const Life &life, std::size_t past, std::span<double> returns)
{
    if (life.period == 0)
        return;
    const std::size_t lived = life.end - life.first;
    const auto valueAt = [&](std::size_t place) { return place < lived ? returns[life.first + place] : 0.0; };
    for (std::size_t t = life.first; t-- > 0;)
        returns[t] = valueAt(life.period - 1 - (life.first - 1 - t) % life.period);
    for (std::size_t t = life.end; t + past < returns.size(); ++t)
        returns[t] = valueAt((t - life.first) % life.period);
}

std::pair<std::size_t, std::size_t> eventsInLife(const Life &life, const ScanLength &length,
                                                 std::span<const std::uint32_t> bars)
{
    const std::int64_t from = static_cast<std::int64_t>(life.first) - largestLag(length);
    const std::int64_t to = static_cast<std::int64_t>(life.end) - smallestLag(length);
    const auto before = [](std::uint32_t bar, std::int64_t bound) { return bar < bound; };
    const auto first = std::lower_bound(bars.begin(), bars.end(), from, before);
    const auto last = std::lower_bound(first, bars.end(), to, before);
    return {static_cast<std::size_t>(first - bars.begin()), static_cast<std::size_t>(last - bars.begin())};
}

} // namespace core::discovery
