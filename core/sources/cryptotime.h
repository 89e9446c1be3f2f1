// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Candles of exchanges that never close: their lengths have names, their days are those of UTC.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace core::sources {

/// Seconds and what an interval of so many is called.
inline constexpr std::array<std::pair<std::int64_t, std::string_view>, 9> kCandles = {{{60, "1m"},
                                                                                       {300, "5m"},
                                                                                       {900, "15m"},
                                                                                       {1800, "30m"},
                                                                                       {3600, "1h"},
                                                                                       {14'400, "4h"},
                                                                                       {21'600, "6h"},
                                                                                       {86'400, "1d"},
                                                                                       {604'800, "1w"}}};

/// 0: there is no such interval.
inline std::int64_t secondsOf(std::string_view interval)
{
    const auto found =
        std::ranges::find(kCandles, interval, [](const auto &candle) { return candle.second; });
    return found == kCandles.end() ? 0 : found->first;
}

/// The length that the smallest distance of these instants (seconds) shows; 0 when it is none of a candle.
inline std::int64_t lengthOf(std::span<const std::int64_t> starts)
{
    std::int64_t least = 0;
    for (std::size_t i = 1; i < starts.size(); ++i) {
        const std::int64_t distance =
            starts[i] > starts[i - 1] ? starts[i] - starts[i - 1] : starts[i - 1] - starts[i];
        if (distance > 0 && (least == 0 || distance < least))
            least = distance;
    }
    const auto found = std::ranges::find(kCandles, least, [](const auto &candle) { return candle.first; });
    return found == kCandles.end() ? 0 : least;
}

} // namespace core::sources
