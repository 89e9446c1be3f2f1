// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How often a series of a statistics office has a value, and what follows from it for its releases.
#pragma once

#include "core/sources/harvest.h"
#include "core/sources/releasefacts.h"

#include <optional>
#include <string_view>
#include <vector>

namespace core::sources {

enum class Frequency : std::uint8_t { Hour, Day, Week, Month, Quarter, Year };

/// "daily", "Weekly, Ending Friday", "M", "annual" …; nothing for another word.
std::optional<Frequency> frequencyOf(std::string_view word);
/// From the commonest step between the dates, which may be in any order; Day for less than two of them.
Frequency frequencyOf(std::vector<base::Date> dates);
/// The season that the releases of such a series are compared with.
Season seasonOf(Frequency frequency);
/// "daily", "weekly", … as the names of lag rules end.
std::string_view wordOf(Frequency frequency);

/// previous, change, expected, surprise and the value itself as `actual`.
void addFacts(Meta &meta, const Release &release);

/// Known after the lag, but not later than we fetched it: what we have seen is known.
void knownAtMostWhenSeen(const Harvest &harvest, domain::Event &event, std::string_view lag);

} // namespace core::sources
