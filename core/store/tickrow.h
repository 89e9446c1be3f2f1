// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a tick or quote lies in its file and in the catalog, shared by those who write and those who read them.
#pragma once

#include "core/domain/bar.h"
#include "core/store/duck.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <string>

namespace core::store {

/// In files symbol and ts come first, in the live tables the columns begin where the caller says.
template <typename Row>
struct TickLayout;

template <>
struct TickLayout<domain::Tick> {
    static constexpr const char *kKind = "ticks";
    static constexpr const char *kLive = "live_ticks";
    static constexpr const char *kColumns = "price, size, exchange, condition, flag";
    static constexpr const char *kTable = "(symbol VARCHAR, ts TIMESTAMP, price DOUBLE, size DOUBLE, "
                                          "exchange VARCHAR, condition VARCHAR, flag INTEGER";
    static constexpr int kCount = 5;

    static void put(DuckAppender &out, const domain::Tick &row)
    {
        out.setDouble(2, row.price);
        out.setDouble(3, row.size);
        out.setText(4, row.exchange);
        out.setText(5, row.condition);
        out.set(6, row.flag);
    }
    static void get(const DuckResult &rows, std::size_t i, domain::Tick &row)
    {
        row.price = rows.isNull(2, i) ? domain::kMissing : rows.values<double>(2)[i];
        row.size = rows.isNull(3, i) ? domain::kMissing : rows.values<double>(3)[i];
        row.exchange = rows.text(4, i);
        row.condition = rows.text(5, i);
        row.flag = rows.values<std::int32_t>(6)[i];
    }
    static void bind(Statement &to, int first, const domain::Tick &row)
    {
        to.bind(first, row.price).bind(first + 1, row.size).bind(first + 2, row.exchange);
        to.bind(first + 3, row.condition).bind(first + 4, row.flag);
    }
    static void get(const Statement &from, int first, domain::Tick &row)
    {
        row.price = from.number(first);
        row.size = from.number(first + 1);
        row.exchange = from.text(first + 2);
        row.condition = from.text(first + 3);
        row.flag = static_cast<std::int32_t>(from.integer(first + 4));
    }
};

template <>
struct TickLayout<domain::Quote> {
    static constexpr const char *kKind = "quotes";
    static constexpr const char *kLive = "live_quotes";
    static constexpr const char *kColumns = "bid, bid_size, ask, ask_size";
    static constexpr const char *kTable = "(symbol VARCHAR, ts TIMESTAMP, bid DOUBLE, bid_size DOUBLE, "
                                          "ask DOUBLE, ask_size DOUBLE";
    static constexpr int kCount = 4;

    static void put(DuckAppender &out, const domain::Quote &row)
    {
        out.setDouble(2, row.bid);
        out.setDouble(3, row.bidSize);
        out.setDouble(4, row.ask);
        out.setDouble(5, row.askSize);
    }
    static void get(const DuckResult &rows, std::size_t i, domain::Quote &row)
    {
        double *const sides[] = {&row.bid, &row.bidSize, &row.ask, &row.askSize};
        for (std::size_t side = 0; side < 4; ++side)
            *sides[side] = rows.isNull(2 + side, i) ? domain::kMissing : rows.values<double>(2 + side)[i];
    }
    static void bind(Statement &to, int first, const domain::Quote &row)
    {
        to.bind(first, row.bid)
            .bind(first + 1, row.bidSize)
            .bind(first + 2, row.ask)
            .bind(first + 3, row.askSize);
    }
    static void get(const Statement &from, int first, domain::Quote &row)
    {
        row.bid = from.number(first);
        row.bidSize = from.number(first + 1);
        row.ask = from.number(first + 2);
        row.askSize = from.number(first + 3);
    }
};

/// The day of UTC since 1970 that a row belongs to.
inline std::int64_t tickDayOf(base::Instant at)
{
    return at.utcDay().time_since_epoch().count();
}

} // namespace core::store
