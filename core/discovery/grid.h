// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the sample's bars stand on the axis that is shifted: one after the other, or on a week (or session)
// grid whose empty slots are masked, so that a shift by whole weeks keeps Mondays Mondays.
#pragma once

#include "core/discovery/calendar.h"
#include "core/domain/study.h"

#include <cstdint>
#include <vector>

namespace core::discovery {

struct Grid {
    std::size_t slots = 0;           ///< length of the shifted axis
    std::size_t season = 1;          ///< shifts are multiples of it
    std::vector<std::uint32_t> slot; ///< of each bar of the sample; empty: the bar itself
};

/// Builds the grid and cuts the sample's oldest bars so that the axis is a whole number of seasons (and, when
/// `trim`, of smooth length). Weekday: 5 slots a week, 7 when the calendar trades on weekends. Session: as
/// many slots as the longest session has bars; sessions part where bars lie more than three typical steps
/// apart. Fails (BadInput) for Weekday on bars shorter than a day.
base::Result<Grid> makeGrid(Calendar &calendar, domain::Restriction restriction, bool trim);

} // namespace core::discovery
