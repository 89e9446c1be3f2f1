// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where an axis has its marks and what they say: few, at round numbers (1, 2, 5) or at turns of the calendar.
#pragma once

#include "core/base/zone.h"

#include <QString>

#include <vector>

namespace widgets {

struct Tick {
    double at = 0;
    QString label;
    QString context; ///< time axes: the larger unit it lies in ("2011", "11 Mar 2011"); may be empty
};

/// About `most` marks at multiples of 1, 2 or 5 times a power of ten.
std::vector<Tick> numberTicks(double from, double to, int most);
/// Marks at powers of ten, with 2 and 5 when they fit. Both ends above 0.
std::vector<Tick> logTicks(double from, double to, int most);
/// Microseconds UTC; marks at seconds, minutes, hours, days, weeks, months or years of the zone.
std::vector<Tick> calendarTicks(double from, double to, int most, const core::base::Zone &zone);

/// A value on an axis whose marks are `step` apart: as many digits as tell neighbours apart.
QString axisText(double value, double step);

} // namespace widgets
