// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bar by bar around an event: single responses, and the average path over the events of a sample.
#pragma once

#include "core/discovery/evidence.h"
#include "core/discovery/measure.h"

#include <vector>

namespace core::discovery {

struct RunContext;

/// The response of each bar of the window round the event bar (counted from the sample's first): 0 on a bar
/// that the next return covers, NaN where it is missing or beyond the sample.
std::vector<double> barResponses(const Family &family, std::size_t asset, std::size_t bar,
                                 domain::Window window);

/// Evidence::path over the bars of `window`; `sample`: the finding's events. Fails on cancel.
base::Result<std::vector<PathPoint>> averagePath(const Family &family, const FamilyPair &pair,
                                                 const PairSample &sample, domain::Window window,
                                                 const RunContext &context);

} // namespace core::discovery
