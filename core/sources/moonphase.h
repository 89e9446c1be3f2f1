// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The instants of new and full moon, for calendar events that ought to move nothing.
#pragma once

#include "core/base/instant.h"

namespace core::sources {

enum class MoonPhase : std::uint8_t { New, Full };

/// The instant (UTC) of the k-th lunation's phase, k = 0 being the lunation of January 2000 (Meeus,
/// Astronomical Algorithms, 2nd ed. 1998, ch. 49; Terrestrial Time to UTC after Espenak and Meeus, 2006).
/// Good to about a minute from 1941 to 2150.
base::Instant moonPhase(int lunation, MoonPhase phase);

/// The lunation that begins near a day: phases within a month of the day are those of this one and its
/// neighbours.
int lunationNear(base::Date day);

} // namespace core::sources
