// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Prices over a stretch of time whose open and close are instants, and the ticks they are made of.
#pragma once

#include "core/base/hash.h"
#include "core/base/instant.h"
#include "core/base/missing.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::domain {

using base::kMissing;

/// One bar as it is stored. Prices are as the source gives them; NaN is missing (a close-only series has only
/// close).
struct Bar {
    std::string symbol;
    std::string interval; ///< "1d", "5m", "1m", …
    base::Instant ts;     ///< when it opens
    base::Instant tsEnd;  ///< when it closes (exchange close, fixing time)
    double open = kMissing;
    double high = kMissing;
    double low = kMissing;
    double close = kMissing;
    double adjClose = kMissing; ///< the provider's close adjusted for splits and dividends, when it gives one
    double volume = kMissing;
    double vwap = kMissing;
    std::int64_t trades = -1; ///< -1: not known
    base::Instant knownAt;
    std::int32_t revision = 0;
    std::uint64_t seq = 0;
    std::string source;
    base::Sha256 rawSha256{};
};

/// The bars of one symbol and interval, as columns of equal length, ascending by ts, one version each.
struct BarSeries {
    std::string symbol;
    std::string interval;
    std::vector<base::Instant> ts;
    std::vector<base::Instant> tsEnd;
    std::vector<double> open;
    std::vector<double> high;
    std::vector<double> low;
    std::vector<double> close;
    std::vector<double> adjClose;
    std::vector<double> volume;

    [[nodiscard]] std::size_t size() const { return ts.size(); }
};

/// One trade.
struct Tick {
    std::string symbol;
    base::Instant ts;
    double price = kMissing;
    double size = kMissing;
    std::string exchange;
    std::string condition;
    std::int32_t flag = 0; ///< 1: marked suspicious by the source
};

/// One best bid and offer; a side that was not quoted is NaN.
struct Quote {
    std::string symbol;
    base::Instant ts;
    double bid = kMissing;
    double bidSize = kMissing;
    double ask = kMissing;
    double askSize = kMissing;
};

} // namespace core::domain
