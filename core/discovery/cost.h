// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What testing a family will take, told before it starts.
#pragma once

#include "core/discovery/family.h"
#include "core/discovery/nulls.h"

#include <span>

namespace core::discovery {

struct Cost {
    std::uint64_t hypotheses = 0;
    double seconds = 0; ///< after the family is made; rough: half to double of it
    double bytes = 0;   ///< of memory at the peak, rough
};

/// `choices`: the null of every event series (chooseNulls).
Cost costOf(const Family &family, std::span<const NullChoice> choices, unsigned threads);

} // namespace core::discovery
