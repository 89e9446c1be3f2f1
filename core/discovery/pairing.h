// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which event series is asked about which asset, and the weights each pair is tested with.
#pragma once

#include "core/discovery/family.h"

#include <map>

namespace core::discovery {

/// How many bars at the begin and the end of a sample no event is placed on, so that every window fits.
struct Margins {
    std::size_t before = 0;
    std::size_t after = 0;
};
Margins marginsOf(const domain::Study &study);

/// The symbols an event's entity points to: itself in every spelling of its share class (pair entity) or what
/// it is linked to; a company given by its CIK stands for the tickers it has at the run's instant. Fails
/// where there are no links.
base::Result<std::vector<std::string>> symbolsOf(const domain::Study &study, const std::string &source,
                                                 const std::string &entity, const RunContext &context);

/// Those of them that are assets of the family, by their positions.
base::Result<std::vector<std::size_t>> assetsOf(const Family &family, const std::string &source,
                                                const std::string &entity, const RunContext &context);

/// Which events of a series are asked about each asset of the family, by their positions: with pair all every
/// one about every asset, else those whose entity points to it.
base::Result<std::map<std::size_t, std::vector<std::uint32_t>>>
eventsByAsset(const Family &family, const AskedSeries &asked, const RunContext &context);

/// Event bars of the term where the asset has, or will have over a short gap, a response.
std::size_t usableBars(const Family &family, const FamilyTerm &term);

/// Fills placed, terms, pairs and the asset axis of a family whose events and assets are there. Pairs with
/// fewer event bars than the definition's minimum are left out and counted in the notes. Fails (BadInput)
/// with a sentence when no pair is left.
base::Result<void> pairUp(Family &family, const RunContext &context);

} // namespace core::discovery
