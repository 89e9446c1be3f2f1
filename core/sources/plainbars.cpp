// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/plainbars.h"

#include "core/base/tr.h"

#include <cmath>

namespace core::sources {

PlainBars::PlainBars(Harvest &harvest, std::string_view interval)
    : m_harvest(harvest)
    , m_bars(harvest.bars(interval))
{}

void PlainBars::add(const std::string &symbol, BarClock::Span span, const BarValues &values)
{
    if (symbol.empty() || !std::isfinite(values.close)) {
        m_harvest.refuse(RefusalKind::NoValue,
                         symbol.empty() ? base::Tr::tr("the bar does not say of what it is")
                                        : base::Tr::tr("the bar has no close"),
                         symbol);
        return;
    }
    const auto [place, fresh] = m_places.try_emplace(symbol, static_cast<std::uint32_t>(m_bars.symbols.size()));
    if (fresh)
        m_bars.symbols.push_back(symbol);
    m_bars.symbol.push_back(place->second);
    m_bars.ts.push_back(span.open);
    m_bars.tsEnd.push_back(span.close);
    m_bars.open.push_back(values.open);
    m_bars.high.push_back(values.high);
    m_bars.low.push_back(values.low);
    m_bars.close.push_back(values.close);
    m_bars.adjClose.push_back(values.adjClose);
    m_bars.volume.push_back(values.volume);
    m_bars.vwap.push_back(values.vwap);
    m_bars.trades.push_back(values.trades);
}

const base::Zone &newYorkZone()
{
    static const base::Zone zone = [] {
        auto found = base::Zone::find("America/New_York");
        return found ? std::move(*found) : base::Zone();
    }();
    return zone;
}

ClockRule newYorkSession()
{
    ClockRule rule;
    rule.kind = ClockRule::Kind::Session;
    rule.calendar = "XNYS";
    return rule;
}

ClockRule utcDay()
{
    return {};
}

ClockRule fixingAt(base::Duration time, std::string_view zone)
{
    ClockRule rule;
    rule.kind = ClockRule::Kind::Fixing;
    rule.close = time;
    if (auto found = base::Zone::find(zone))
        rule.zone = std::move(*found);
    return rule;
}

} // namespace core::sources
