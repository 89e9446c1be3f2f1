// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Dividends as events, for providers that do not tell the close which a price factor would need.
#pragma once

#include "core/sources/harvest.h"

#include <string>

namespace core::sources {

struct Dividend {
    std::string ticker;
    std::string exDay; ///< ISO date
    double cash = domain::kMissing;
    std::string currency; ///< empty: USD
    std::string declared; ///< ISO date; from the end of it on the dividend is known
    std::string recordDay;
    std::string payDay;
    std::string type;
    double frequency = domain::kMissing;
    std::string nativeId; ///< empty: ticker, day and type
};

/// The record just counted becomes an event `dividend` on its ex-day in New York, or is refused.
void addDividend(Harvest &harvest, const Dividend &dividend);

} // namespace core::sources
