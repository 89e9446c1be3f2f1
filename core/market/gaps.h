// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which sessions of its exchange a series has no bar for: what "bars gaps" shows and studies mask.
#pragma once

#include "core/domain/bar.h"
#include "core/market/tradingcalendar.h"

#include <vector>

namespace core::market {

/// Consecutive sessions without a bar.
struct Gap {
    base::Date first;
    base::Date last;
    std::size_t sessions = 0;

    friend bool operator==(const Gap &, const Gap &) = default;
};

/// The gaps between the first and the last bar of a series, ascending. A session has a bar when one ends
/// within its local day and has a close. Fails with a sentence when the series reaches beyond what the
/// calendar knows. Any thread.
base::Result<std::vector<Gap>> gaps(const domain::BarSeries &bars, const TradingCalendar &calendar);

} // namespace core::market
