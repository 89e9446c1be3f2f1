// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a bar file, shared by those who write and those who read them.
#pragma once

#include "core/store/lake.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

namespace core::store {

inline constexpr std::string_view kBarKind = "bars";

/// What makes a bar the same or another: all but knownAt, revision, seq and where it came from.
struct BarContent {
    std::int64_t tsEnd = 0;
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
    double adjClose = 0;
    double volume = 0;
    double vwap = 0;
    std::int64_t trades = -1;

    friend bool operator==(const BarContent &a, const BarContent &b)
    {
        const auto same = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
        return a.tsEnd == b.tsEnd && same(a.open, b.open) && same(a.high, b.high) && same(a.low, b.low) &&
               same(a.close, b.close) && same(a.adjClose, b.adjClose) && same(a.volume, b.volume) &&
               same(a.vwap, b.vwap) && a.trades == b.trades;
    }
};

/// Columns in the order of BarContent.
inline constexpr const char *kBarContentColumns =
    "ts_end, open, high, low, close, adj_close, volume, vwap, trades";

/// The order of rows within a file.
inline constexpr const char *kBarOrder = "symbol, source, ts, known_at, seq, revision";

/// The file of an interval, for Lake::write(); `select` must give every column, in kBarOrder.
inline LakeWrite barFile(std::string_view interval, std::string select)
{
    LakeWrite what;
    what.kind = kBarKind;
    what.folder = "interval=" + fileNamePart(interval);
    what.part = interval;
    what.select = std::move(select);
    what.keyColumn = "symbol";
    what.timeColumn = "ts";
    return what;
}

} // namespace core::store
