// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The words of asks, settings and addresses.
#pragma once

#include "core/sources/provider.h"

#include <map>
#include <string>
#include <string_view>

namespace core::sources {

/// Empty when it is not there.
inline std::string valueOf(const std::map<std::string, std::string> &map, std::string_view key)
{
    const auto found = map.find(std::string(key));
    return found == map.end() ? std::string() : found->second;
}

/// Whether a source's option is "yes".
inline bool isOn(const SourceSettings &settings, std::string_view option)
{
    return valueOf(settings.options, option) == "yes";
}

/// "20240506"
inline std::string compactDay(base::Instant at)
{
    std::string text = base::toIso(at.utcDay());
    std::erase(text, '-');
    return text;
}

/// The beginning of the second, hour or other span since 1970 that an instant falls into.
inline base::Instant startOf(base::Instant at, base::Duration span)
{
    const std::int64_t into = at.micros() % span.count();
    return at - base::Duration(into < 0 ? into + span.count() : into);
}

/// The instrument of a series that a source gives.
inline domain::Instrument instrumentOf(std::string symbol, std::string kind, std::string exchange,
                                       std::string currency)
{
    domain::Instrument instrument;
    instrument.symbol = std::move(symbol);
    instrument.kind = std::move(kind);
    instrument.exchange = std::move(exchange);
    instrument.currency = std::move(currency);
    return instrument;
}

} // namespace core::sources
