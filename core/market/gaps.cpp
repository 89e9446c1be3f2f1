// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/market/gaps.h"

#include "core/base/zone.h"

#include <cmath>

namespace core::market {

using base::Date;
using base::Duration;
using base::Result;

Result<std::vector<Gap>> gaps(const domain::BarSeries &bars, const TradingCalendar &calendar)
{
    std::vector<Date> barDays;
    barDays.reserve(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (!std::isnan(bars.close[i]))
            barDays.push_back(calendar.zone().localDay(bars.tsEnd[i] - Duration(1)));
    }
    std::vector<Gap> found;
    if (barDays.empty())
        return found;
    const Result<std::span<const Session>> sessions = calendar.sessions(barDays.front(), barDays.back());
    if (!sessions.ok())
        return sessions.error();
    auto day = barDays.begin();
    bool inGap = false;
    for (const Session &session : *sessions) {
        while (*day < session.day)
            ++day;
        if (*day == session.day) {
            inGap = false;
        } else if (inGap) {
            found.back().last = session.day;
            ++found.back().sessions;
        } else {
            found.push_back({session.day, session.day, 1});
            inGap = true;
        }
    }
    return found;
}

} // namespace core::market
