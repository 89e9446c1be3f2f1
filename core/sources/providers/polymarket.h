// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the Polymarket provider share.
#pragma once

#include "core/sources/harvest.h"
#include "core/sources/jsonwalk.h"

#include <string>
#include <string_view>

namespace core::sources::polymarket {

inline constexpr std::string_view kMarkets = "markets";   ///< gamma: a list of markets, or one
inline constexpr std::string_view kEvents = "events";     ///< gamma: groups of markets
inline constexpr std::string_view kClob = "clob_markets"; ///< the order book's list of markets, or one
inline constexpr std::string_view kHistory = "prices_history";
inline constexpr std::string_view kTrades = "trades";
inline constexpr std::string_view kStream = "stream"; ///< messages of the WebSocket, and books

/// The market an id (token or condition) belongs to: the ask names the slugs of the ids it follows, as
/// entries or as the one "market"; else the id itself.
std::string nameOf(const Payload &payload, const std::string &id);
/// A number of seconds or milliseconds since 1970, as a number or a text; missing when it is none.
base::Instant instantOf(simdjson::simdjson_result<simdjson::ondemand::value> value);

void readMarkets(Harvest &harvest);
void readClob(Harvest &harvest);
void readHistory(Harvest &harvest);
void readTrades(Harvest &harvest);
void readStream(Harvest &harvest);

} // namespace core::sources::polymarket
