// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bars that a provider's parse adds one by one.
#pragma once

#include "core/sources/barclock.h"
#include "core/sources/harvest.h"

#include <map>

namespace core::sources {

struct BarValues {
    double open = domain::kMissing;
    double high = domain::kMissing;
    double low = domain::kMissing;
    double close = domain::kMissing;
    double adjClose = domain::kMissing;
    double volume = domain::kMissing;
    double vwap = domain::kMissing;
    std::int64_t trades = -1;
};

/// Adds to the bars of a harvest, all of one interval. One thread.
class PlainBars final
{
public:
    /// The harvest must outlive it.
    PlainBars(Harvest &harvest, std::string_view interval);

    /// The record just counted becomes a bar; refused without a close.
    void add(const std::string &symbol, BarClock::Span span, const BarValues &values);

private:
    Harvest &m_harvest;
    BarBatch &m_bars;
    std::map<std::string, std::uint32_t> m_places;
};

/// A day whose clock time is not told.
inline LocalTime onDay(base::Date day)
{
    LocalTime at;
    at.day = day;
    return at;
}
/// The zone of New York's exchanges and releases; UTC on a system that does not know it.
const base::Zone &newYorkZone();
/// The hours of New York's exchanges on a day.
ClockRule newYorkSession();
/// 00:00 to 24:00 UTC.
ClockRule utcDay();
/// A price that is fixed at a time of day. The zone must be one of the system's.
ClockRule fixingAt(base::Duration time, std::string_view zone);

} // namespace core::sources
