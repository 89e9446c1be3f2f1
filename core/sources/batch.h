// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Values on their way from a file to a store, some ten thousand at a time; bars as columns.
#pragma once

#include "core/domain/bar.h"
#include "core/domain/companynames.h"
#include "core/domain/event.h"
#include "core/domain/instrument.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::sources {

/// Bars as columns of equal length. NaN is missing; `trades` is −1 when not known.
struct BarBatch {
    std::vector<std::string> symbols;  ///< the symbols of this batch, each once
    std::vector<std::uint32_t> symbol; ///< per bar: its place in `symbols`
    std::vector<std::int64_t> ts;      ///< microseconds UTC
    std::vector<std::int64_t> tsEnd;
    std::vector<double> open, high, low, close, adjClose, volume, vwap;
    std::vector<std::int64_t> trades;

    [[nodiscard]] std::size_t size() const { return ts.size(); }
    void reserve(std::size_t bars);
};

struct Batch {
    BarBatch bars; ///< known when they close
    std::vector<domain::Event> events;
    std::vector<domain::Tick> ticks;
    std::vector<domain::Quote> quotes;
    std::vector<domain::Action> actions;
    std::vector<domain::Instrument> instruments;
    std::vector<domain::CompanyName> names; ///< of companies, in time

    [[nodiscard]] std::size_t size() const
    {
        return bars.size() + events.size() + ticks.size() + quotes.size() + actions.size() +
               instruments.size() + names.size();
    }
};

} // namespace core::sources
