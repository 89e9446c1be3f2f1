// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One finding at every lag, with the band that none of the lags leaves by chance.
#pragma once

#include "core/discovery/evidence.h"
#include "core/discovery/family.h"
#include "core/discovery/nulls.h"

#include <vector>

namespace core::discovery {

struct RunContext;

/// Evidence::lagProfile of a pair of the family at windows as long as `window`; `method`: the null of the
/// finding. `matching` is used by MatchedDays only. Errors: Cancelled, as the null's own.
base::Result<std::vector<LagPoint>> lagProfile(const Family &family, const FamilyPair &pair,
                                               domain::Window window, NullMethod method,
                                               const MatchedDays &matching, const RunContext &context);

} // namespace core::discovery
