// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events on the calendar: the event bar of each, the weight of each bar, and what may be traded on.
#pragma once

#include "core/discovery/askedevents.h"
#include "core/discovery/calendar.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::discovery {

/// The event bars of one series for assets that close at the same times.
struct EventSeries {
    std::vector<std::uint32_t> bars; ///< ascending, each once, counted from the sample's first bar
    std::vector<double> weights; ///< one per bar: 1, the count, the sum of the values, or ±1; not centred
    std::vector<base::Instant> known; ///< per bar: when the last of its events could be acted on
    std::size_t withoutBar = 0; ///< events before or after the sample, or too near its ends for every window
    std::size_t withoutValue = 0; ///< events without a value, or of a spread on bars of both sides alike
    domain::KnownBasis basis = domain::KnownBasis::Scheduled; ///< the least certain of its events
};

/// The event bar (architecture: Time): the first bar whose close ≥ the instant; for a whole day the bar of
/// that date, else the next. Position on the calendar, or its size when there is none.
std::size_t eventBar(const AskedEvent &event, std::span<const base::Instant> closes);

/// Builds one series. `closes`: closeTimes of the assets; `entity`: only events of that entity (−1: all);
/// bars nearer to the sample's begin than `before` or to its end than `after` are left out, so that no window
/// wraps round.
EventSeries placeEvents(const AskedSeries &series, const Calendar &calendar,
                        std::span<const base::Instant> closes, std::span<const std::uint32_t> which,
                        std::size_t before, std::size_t after);

/// The one that says less about when an event was known: scheduled, published, observed, estimated.
domain::KnownBasis lessCertain(domain::KnownBasis a, domain::KnownBasis b);

/// Whether a window that starts `first` bars after the event can be entered in time for every event: at the
/// close of bar first − 1, at least five minutes after the event was known.
bool isTradable(const EventSeries &series, const Calendar &calendar, std::span<const base::Instant> closes,
                int first);

} // namespace core::discovery
