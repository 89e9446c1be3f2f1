// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/grid.h"

#include "core/base/tr.h"

#include <algorithm>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Tr;
using domain::Restriction;

namespace {

/// The day a daily bar belongs to: a close at 00:00 ends the day before.
base::Date dayOf(base::Instant close)
{
    return (close - base::Duration(1)).utcDay();
}

struct Slots {
    std::vector<std::size_t> slot;
    std::size_t season = 1;
};

Slots weekSlots(const std::vector<base::Instant> &closes)
{
    const bool weekends = std::any_of(closes.begin(), closes.end(), [](base::Instant close) {
        return std::chrono::weekday(dayOf(close)).iso_encoding() > 5;
    });
    Slots out{{}, weekends ? std::size_t{7} : std::size_t{5}};
    const base::Date first = dayOf(closes.front());
    const base::Date monday = first - std::chrono::days(std::chrono::weekday(first).iso_encoding() - 1);
    for (const base::Instant close : closes) {
        const auto days = static_cast<std::size_t>((dayOf(close) - monday).count());
        out.slot.push_back(days / 7 * out.season + days % 7);
    }
    return out;
}

Slots sessionSlots(const std::vector<base::Instant> &closes)
{
    std::vector<base::Duration> steps;
    for (std::size_t t = 1; t < closes.size(); ++t)
        steps.push_back(closes[t] - closes[t - 1]);
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    const base::Duration far = 3 * *middle;
    std::vector<std::size_t> session(closes.size()), within(closes.size());
    Slots out;
    for (std::size_t t = 1; t < closes.size(); ++t) {
        const bool next = closes[t] - closes[t - 1] > far;
        session[t] = session[t - 1] + (next ? 1 : 0);
        within[t] = next ? 0 : within[t - 1] + 1;
        out.season = std::max(out.season, within[t] + 1);
    }
    for (std::size_t t = 0; t < closes.size(); ++t)
        out.slot.push_back(session[t] * out.season + within[t]);
    return out;
}

} // namespace

base::Result<Grid> makeGrid(Calendar &calendar, Restriction restriction, bool trim)
{
    if (restriction == Restriction::None)
        return Grid{calendar.length(), 1, {}};
    const std::vector<base::Instant> closes(
        calendar.closes.begin() + static_cast<std::ptrdiff_t>(calendar.first), calendar.closes.end());
    const bool daily = closes.back() - closes.front() >=
                       std::chrono::hours(20) * static_cast<std::int64_t>(closes.size() - 1);
    if (restriction == Restriction::Weekday && !daily) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("null.restrict weekday is for daily bars; use session here.")};
    }
    if (restriction == Restriction::Session && daily)
        return Grid{calendar.length(), 1, {}}; // a session is one bar
    Slots all = restriction == Restriction::Weekday ? weekSlots(closes) : sessionSlots(closes);
    const std::size_t whole = (all.slot.back() / all.season + 1) * all.season;
    Grid grid;
    grid.season = all.season;
    grid.slots = trim ? smoothLength(whole, all.season) : whole;
    if (grid.slots == 0)
        grid.slots = whole; // a season with a prime factor above 13 cannot be smooth
    const std::size_t cut = whole - grid.slots;
    for (const std::size_t slot : all.slot) {
        if (slot >= cut)
            grid.slot.push_back(static_cast<std::uint32_t>(slot - cut));
    }
    const std::size_t dropped = all.slot.size() - grid.slot.size();
    calendar.first += dropped;
    calendar.trimmed += dropped;
    return grid;
}

} // namespace core::discovery
