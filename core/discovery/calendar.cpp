// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/calendar.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <algorithm>

namespace core::discovery {

using base::Duration;
using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Tr;

namespace {

template <typename T>
T median(std::vector<T> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Duration typicalStep(std::span<const Instant> closes)
{
    std::vector<Duration> steps;
    for (std::size_t t = 1; t < closes.size(); ++t)
        steps.push_back(closes[t] - closes[t - 1]);
    return steps.empty() ? Duration(std::chrono::hours(24)) : median(std::move(steps));
}

bool isSmooth(std::size_t length)
{
    for (const std::size_t prime : {2u, 3u, 5u, 7u, 11u, 13u}) {
        while (length % prime == 0)
            length /= prime;
    }
    return length == 1;
}

} // namespace

std::size_t smoothLength(std::size_t length, std::size_t multiple)
{
    length -= length % multiple;
    while (length > 0 && !isSmooth(length))
        length -= multiple;
    return length;
}

base::Result<Calendar> makeCalendar(const domain::BarSeries &benchmark, const SampleRule &rule)
{
    Calendar calendar;
    for (std::size_t i = 0; i < benchmark.size(); ++i) {
        const Instant close = benchmark.tsEnd[i];
        if ((rule.to.isValid() && close > rule.to) || (rule.sealed.isValid() && close > rule.sealed))
            break;
        if (benchmark.close[i] == benchmark.close[i] &&
            (calendar.closes.empty() || close > calendar.closes.back()))
            calendar.closes.push_back(close);
    }
    const auto from = rule.from.isValid()
                          ? std::upper_bound(calendar.closes.begin(), calendar.closes.end(), rule.from)
                          : calendar.closes.begin();
    calendar.first = std::max(static_cast<std::size_t>(from - calendar.closes.begin()), rule.warmUp);
    if (calendar.first + kFewestBars > calendar.closes.size()) {
        const std::size_t left =
            calendar.closes.size() > calendar.first ? calendar.closes.size() - calendar.first : 0;
        return Error{
            ErrorCode::BadInput,
            Tr::tr("The benchmark %1 has %2 bars in the sample and outside the seal; at least %3 are needed: "
                   "widen the sample or import more bars.")
                .arg(base::qs(benchmark.symbol))
                .arg(left)
                .arg(kFewestBars)};
    }
    if (rule.trim) {
        const std::size_t length = calendar.length();
        calendar.trimmed = length - smoothLength(length);
        calendar.first += calendar.trimmed;
    }
    return calendar;
}

std::vector<std::ptrdiff_t> barPositions(std::span<const Instant> assetCloses, const Calendar &calendar)
{
    std::vector<std::ptrdiff_t> positions(calendar.closes.size(), -1);
    if (calendar.closes.empty())
        return positions;
    std::size_t i = 0;
    Instant after = calendar.closes.front() - typicalStep(calendar.closes);
    for (std::size_t t = 0; t < calendar.closes.size(); ++t) {
        while (i < assetCloses.size() && assetCloses[i] <= calendar.closes[t])
            ++i;
        if (i > 0 && assetCloses[i - 1] > after)
            positions[t] = static_cast<std::ptrdiff_t>(i) - 1;
        after = calendar.closes[t];
    }
    return positions;
}

std::vector<Instant> closeTimes(const domain::BarSeries &asset, const Calendar &calendar)
{
    const auto positions = barPositions(asset.tsEnd, calendar);
    std::vector<Duration> distances;
    for (std::size_t t = 0; t < positions.size(); ++t) {
        if (positions[t] >= 0)
            distances.push_back(calendar.closes[t] - asset.tsEnd[static_cast<std::size_t>(positions[t])]);
    }
    const Duration usual = distances.empty() ? Duration{} : median(std::move(distances));
    std::vector<Instant> closes(positions.size());
    for (std::size_t t = 0; t < positions.size(); ++t) {
        if (positions[t] >= 0) {
            closes[t] = asset.tsEnd[static_cast<std::size_t>(positions[t])];
        } else {
            closes[t] = calendar.closes[t] - usual;
            if (t > 0)
                closes[t] = std::max(closes[t], calendar.closes[t - 1] + Duration(1));
        }
    }
    return closes;
}

} // namespace core::discovery
