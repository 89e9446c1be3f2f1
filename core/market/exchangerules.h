// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of each exchange: the trading hours of a day, from holidays by rule and closures typed as facts.
#pragma once

#include "core/base/instant.h"

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

namespace core::market {

/// Local time of day at which regular trading starts and ends.
struct Hours {
    std::chrono::minutes open;
    std::chrono::minutes close;
};

struct ExchangeRules {
    std::string_view name; ///< ISO 10383 market code
    std::string_view zone;
    base::Date
        first; ///< the range for which `hours` is known to be right, or to follow from the rules in force
    base::Date last;
    std::optional<Hours> (*hours)(base::Date day); ///< none on a closed day
    std::span<const int> incidents; ///< days, written 20010911, that were closed at short notice; ascending
};

extern const ExchangeRules kAlways; ///< "24/7": every UTC day is a session
extern const ExchangeRules kNewYork;
extern const ExchangeRules kLondon;
extern const ExchangeRules kFrankfurt;
extern const ExchangeRules kTokyo;
extern const ExchangeRules kHongKong;

} // namespace core::market
