// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Prices made comparable over splits, dividends, renames and delistings, from what was known at an instant.
#pragma once

#include "core/base/instant.h"
#include "core/domain/bar.h"
#include "core/domain/instrument.h"

#include <span>
#include <vector>

namespace core::market {

enum class Adjustment : std::uint8_t {
    None,     ///< prices as the source gives them
    Known,    ///< by the actions known at the instant asked for
    Provider, ///< by the provider's adjusted close: it knows later actions, so the result must be marked as
              ///< such
};

/// What to multiply the prices of each bar by: the product of the factors of every split and dividend that
/// takes effect after the bar opens and was known by `knownAt` (missing: no limit). One value per bar. Any
/// thread.
std::vector<double> adjustmentFactors(const domain::BarSeries &bars, std::span<const domain::Action> actions,
                                      base::Instant knownAt);

/// The series on one price basis. `Known`: open, high, low and close times the factor, volume divided by the
/// factor of the splits; bars that open at or after a known delisting are left out, for they are another
/// company's. `Provider`: prices times adjClose / close of the bar, missing where either is; volume as it is;
/// actions are not used. adjClose stays as the provider gave it. Fails when `Provider` is asked of a series
/// without adjClose, or a factor is not a positive number. Any thread.
base::Result<domain::BarSeries> adjusted(const domain::BarSeries &bars,
                                         std::span<const domain::Action> actions, base::Instant knownAt,
                                         Adjustment how);

/// One series over a rename: the bars of the old symbol that open before `rename.effective`, then those of
/// the new symbol from there on, under the new symbol. Fails when the action is not a rename between the two
/// symbols, or their intervals differ. Any thread.
base::Result<domain::BarSeries> joinRenamed(const domain::BarSeries &before, const domain::BarSeries &after,
                                            const domain::Action &rename);

} // namespace core::market
