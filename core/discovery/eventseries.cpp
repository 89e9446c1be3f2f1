// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/eventseries.h"

#include <algorithm>
#include <array>

namespace core::discovery {

using base::Instant;
using domain::KnownBasis;

namespace {

/// Larger: less certain.
std::size_t doubt(KnownBasis basis)
{
    constexpr std::array<KnownBasis, 4> order{KnownBasis::Scheduled, KnownBasis::Published,
                                              KnownBasis::Observed, KnownBasis::Estimated};
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), basis) - order.begin());
}

/// Takes out the bars that hold as many events of the top as of the bottom: they are on neither side.
void dropUndecided(EventSeries &series, const std::vector<std::size_t> &held)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < series.bars.size(); ++i) {
        if (series.weights[i] == 0) {
            series.withoutValue += held[i];
            continue;
        }
        series.bars[kept] = series.bars[i];
        series.weights[kept] = series.weights[i];
        series.known[kept++] = series.known[i];
    }
    series.bars.resize(kept);
    series.weights.resize(kept);
    series.known.resize(kept);
}

} // namespace

std::size_t eventBar(const AskedEvent &event, std::span<const Instant> closes)
{
    // the bar of a date is the first that closes after 00:00: a close at 00:00 ends the day before
    const auto bar = event.wholeDay ? std::upper_bound(closes.begin(), closes.end(), event.at)
                                    : std::lower_bound(closes.begin(), closes.end(), event.at);
    return static_cast<std::size_t>(bar - closes.begin());
}

EventSeries placeEvents(const AskedSeries &series, const Calendar &calendar, std::span<const Instant> closes,
                        std::span<const std::uint32_t> which, std::size_t before, std::size_t after)
{
    EventSeries out;
    std::vector<std::size_t> held; // events per bar
    const bool presence = series.weight == domain::Weight::Presence && !series.spread;
    for (const std::uint32_t position : which) {
        const AskedEvent &event = series.events[position];
        if (event.weight != event.weight) {
            ++out.withoutValue;
            continue;
        }
        const std::size_t at = eventBar(event, closes);
        if (at < calendar.first + before || at + after >= calendar.closes.size()) {
            ++out.withoutBar;
            continue;
        }
        out.basis = lessCertain(out.basis, event.basis);
        // events ascend by `at`, but a whole day may lie before an instant whose bar is earlier
        const auto bar = static_cast<std::uint32_t>(at - calendar.first);
        const auto place = std::lower_bound(out.bars.begin(), out.bars.end(), bar);
        const auto i = place - out.bars.begin();
        if (place != out.bars.end() && *place == bar) {
            const auto same = static_cast<std::size_t>(i);
            if (!presence)
                out.weights[same] += event.weight;
            out.known[same] = std::max(out.known[same], event.known);
            ++held[same];
        } else {
            out.bars.insert(place, bar);
            out.weights.insert(out.weights.begin() + i, event.weight);
            out.known.insert(out.known.begin() + i, event.known);
            held.insert(held.begin() + i, 1);
        }
    }
    if (series.spread)
        dropUndecided(out, held);
    return out;
}

KnownBasis lessCertain(KnownBasis a, KnownBasis b)
{
    return doubt(b) > doubt(a) ? b : a;
}

bool isTradable(const EventSeries &series, const Calendar &calendar, std::span<const Instant> closes,
                int first)
{
    constexpr base::Duration margin = std::chrono::minutes(5);
    for (std::size_t i = 0; i < series.bars.size(); ++i) {
        const std::ptrdiff_t entry = static_cast<std::ptrdiff_t>(calendar.first + series.bars[i]) + first - 1;
        if (entry < 0 || static_cast<std::size_t>(entry) >= closes.size() ||
            closes[static_cast<std::size_t>(entry)] < series.known[i] + margin)
            return false;
    }
    return true;
}

} // namespace core::discovery
