// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of Alpha Vantage: its tables (CSV) and its objects (JSON), whose numbers are all texts.
#pragma once

#include "core/sources/harvest.h"
#include "core/sources/jsonwalk.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace core::sources::alphavantage {

inline constexpr std::string_view kIntraday = "intraday";
inline constexpr std::string_view kDaily = "daily"; ///< adjusted or not, weekly too
inline constexpr std::string_view kFx = "fx_daily";
inline constexpr std::string_view kQuote = "quote"; ///< the last day of one symbol
inline constexpr std::string_view kRate = "exchange_rate";
inline constexpr std::string_view kSearch = "symbol_search";
inline constexpr std::string_view kListing = "listing";
inline constexpr std::string_view kOverview = "overview";
inline constexpr std::string_view kNews = "news";
inline constexpr std::string_view kEarnings = "earnings";
inline constexpr std::string_view kCalendar = "earnings_calendar";
inline constexpr std::string_view kTranscript = "transcript";
inline constexpr std::string_view kDividends = "dividends";
inline constexpr std::string_view kSeries = "series";   ///< macro figures and commodities
inline constexpr std::string_view kMessage = "message"; ///< a refusal alone
inline constexpr std::string_view kOther = "other";     ///< holds nothing that we keep

/// What was asked for: from the ask, the address, or the name under which somebody saved the answer
/// ("TIME_SERIES_DAILY_IBM_2026-05-17.csv"). Empty when nothing tells.
std::string symbolOf(const Harvest &harvest);
std::string functionOf(const Harvest &harvest);
/// "1. open", "1: Symbol" and "open" are all "open".
std::string_view plainKey(std::string_view key);
/// A number written as text; NaN for "None", "-", "null" and the like.
bool takeNumber(std::string_view text, double &value);
/// By when a report of that part of a day is out, New York: "pre-market" by the opening, so that the bar of
/// that day answers to it, "post-market" by the end of trading after hours, so that the next one does.
/// Nothing when the word tells no part.
std::optional<base::Duration> reportClock(std::string_view word);
/// "None", "-", "null" are the empty text.
std::string textOf(std::string_view text);

using Fields = std::map<std::string, std::string, std::less<>>;
/// The texts of an object by their plain keys: "05. price" is "price".
Fields plainFields(simdjson::ondemand::object from);
std::string_view valueOf(const Fields &fields, std::string_view name);

/// Bars from a table or from "Time Series (…)".
void readBarTable(Harvest &harvest);
void readBarObject(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);

/// Other tables.
void readQuoteTable(Harvest &harvest);
void readSeriesTable(Harvest &harvest);
/// The same figures as an object, which also says their unit.
void readSeriesObject(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);
void readListing(Harvest &harvest);
void readSearchTable(Harvest &harvest);
void readCalendar(Harvest &harvest);
void readDividends(Harvest &harvest);

/// Other objects.
void readQuote(Harvest &harvest, simdjson::ondemand::object root);
void readRate(Harvest &harvest, simdjson::ondemand::object root);
void readSearch(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);
void readOverview(Harvest &harvest, simdjson::ondemand::object root);
void readNews(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);
void readEarnings(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);
void readTranscript(Harvest &harvest, JsonWalk &walk, simdjson::ondemand::object root);

} // namespace core::sources::alphavantage
