// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of Polygon: what its answers and the frames of its stream mean.
#pragma once

#include "core/sources/harvest.h"
#include "core/sources/jsonwalk.h"

#include <string_view>

namespace core::sources::polygon {

inline constexpr std::string_view kBars = "bars";       ///< of one ticker
inline constexpr std::string_view kGrouped = "grouped"; ///< of one day, all tickers
inline constexpr std::string_view kOpenClose = "open_close";
inline constexpr std::string_view kTickers = "tickers";
inline constexpr std::string_view kTickerEvents =
    "ticker_events"; ///< what one company's ticker was and became
inline constexpr std::string_view kSplits = "splits";
inline constexpr std::string_view kDividends = "dividends";
inline constexpr std::string_view kNews = "news";
inline constexpr std::string_view kTrades = "trades";
inline constexpr std::string_view kQuotes = "quotes";
inline constexpr std::string_view kLast = "last"; ///< the last trade or quote of one ticker
inline constexpr std::string_view kSnapshot =
    "snapshot";                                       ///< many tickers now: without instants, so no values
inline constexpr std::string_view kFrames = "frames"; ///< of the stream
inline constexpr std::string_view kOther = "other";   ///< holds nothing that we keep

/// Prices: bars, ticks, quotes.
void readBars(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);
void readOpenClose(Harvest &harvest, simdjson::ondemand::object root);
void readTrades(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);
void readQuotes(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);
void readLast(Harvest &harvest, simdjson::ondemand::object root);
void readFrames(Harvest &harvest);

/// Everything else.
void readTickers(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);
void readTickerEvents(Harvest &harvest, simdjson::ondemand::object root);
void readSplits(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);
void readDividends(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);
void readNews(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);
void readSnapshot(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);

} // namespace core::sources::polygon
