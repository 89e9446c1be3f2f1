// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A family in the arrays the screen and the draws take.
#pragma once

#include "core/discovery/family.h"
#include "core/discovery/nulls.h"

#include <span>
#include <vector>

namespace core::discovery {

/// The screen's family of some pairs, and where its hypotheses are in the whole family.
struct ScanInput {
    ScanFamily family;
    std::vector<std::vector<std::size_t>> windows; ///< per scan length and lag position: the window
    std::vector<std::size_t> pairs;                ///< per unit
};

/// Only `window` when it is given, else all windows. On a grid each window is a length of its own at lag 0.
ScanInput scanInput(const Family &family, std::span<const std::size_t> pairs,
                    std::optional<std::size_t> window = {});

/// The draws' family of some pairs: unit i = (pairs[i / windows], window i mod windows). On a grid when
/// `onGrid`, else on the sample's bars.
NullFamily nullInput(const Family &family, std::span<const std::size_t> pairs, bool onGrid);

/// Centres by the mean of what is present and puts 0 where a value is missing (NaN); the number present.
std::size_t centrePresent(std::span<double> values);

/// The responses of an asset over a window on the sample's bars, aligned to the event bar: R[t] = Σ
/// response[t + first … t + last], NaN where missing or beyond the sample.
std::vector<double> windowResponses(const Family &family, std::size_t asset, domain::Window window);

} // namespace core::discovery
