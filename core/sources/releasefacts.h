// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is news in a release: previous value, change, what the season made one expect, and the surprise.
#pragma once

#include "core/base/instant.h"
#include "core/sources/preset.h"

#include <limits>
#include <vector>

namespace core::sources {

/// One release of a series. NaN is missing.
struct Release {
    base::Date period; ///< the day the value is for
    base::Instant knownAt;
    double actual = std::numeric_limits<double>::quiet_NaN();
    double previous = std::numeric_limits<double>::quiet_NaN();
    double change = std::numeric_limits<double>::quiet_NaN();
    double expected = std::numeric_limits<double>::quiet_NaN(); ///< previous + the season's mean change
    double surprise = std::numeric_limits<double>::quiet_NaN(); ///< actual − expected
};

/// Fills previous, change, expected and surprise of one series, in any order of rows. `previous` is the value
/// one period before (a gap of more than one and a half periods has none). The season's mean change is that
/// of the same ISO week (week 53 counts as 52), month or quarter in all earlier years, at least three of
/// them, using only releases known before this one. Season::None: previous and change only. Not a release:
/// nothing.
void fillReleases(std::vector<Release> &releases, Season season);

} // namespace core::sources
