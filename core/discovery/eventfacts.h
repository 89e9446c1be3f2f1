// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the events behind each event bar: who, and how large.
#pragma once

#include "core/discovery/measure.h"

#include <string>
#include <vector>

namespace core::discovery {

struct RunContext;

struct EventFacts {
    double value = domain::kMissing; ///< the weight; for presence and bins the largest |value| of the bar
    std::string label;               ///< up to three entities, in a pool after the asset
};

/// One per event of the sample, in its order. Fails when the links of the workspace cannot be read.
base::Result<std::vector<EventFacts>> eventFacts(const Family &family, const FamilyPair &pair,
                                                 const PairSample &sample, const RunContext &context);

} // namespace core::discovery
