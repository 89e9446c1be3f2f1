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

struct LagProfile {
    std::vector<LagPoint> points;
    NullMethod band = NullMethod::None; ///< what the band is from
};

/// Evidence::lagProfile of a pair of the family at windows as long as `window`; `method`: the null of the
/// finding. `matching` is used by MatchedDays only.
///
/// Circular shifts serve a sample at least forty times as long as there are lags. In a shorter one they
/// cannot: every lag is a shift too, so a real effect stands in the maxima of as many shifts as there are
/// lags, and when these are one in twenty nothing ever leaves the band. To leave out the shifts nearby is no
/// way round (statistics, 2.3): so few stretches of so many lags are independent. There the band is from
/// shifts inside blocks, which combine to enough. Errors: Cancelled, as the null's own.
base::Result<LagProfile> lagProfile(const Family &family, const FamilyPair &pair, domain::Window window,
                                    NullMethod method, const MatchedDays &matching,
                                    const RunContext &context);

} // namespace core::discovery
