// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes one source: any bytes as an answer of any of its endpoints, and of the one they look like.
#pragma once

#include "core/sources/provider.h"

#include <cstdint>
#include <cstdlib>
#include <initializer_list>

/// The first byte chooses the endpoint and whether the ask names anything; the rest is the answer.
inline int fuzzProvider(std::string_view name, std::initializer_list<std::string_view> endpoints,
                        const std::map<std::string, std::string> &with, const std::uint8_t *data,
                        std::size_t size)
{
    if (size == 0)
        return 0;
    const auto *provider = core::sources::findProvider(name);
    core::sources::Payload payload;
    payload.bytes = {reinterpret_cast<const char *>(data) + 1, size - 1};
    payload.fetchedAt = core::base::Instant(1'700'000'000'000'000);
    const std::size_t choice = data[0] & 0x7FU;
    payload.ask.endpoint =
        choice < endpoints.size() ? *(endpoints.begin() + choice) : provider->recognise(payload);
    if ((data[0] & 0x80U) != 0)
        payload.ask.with = with;
    const auto parsed = provider->parse(payload);
    if (parsed.fault && (parsed.values.size() != 0 || parsed.fault->sentence.isEmpty()))
        std::abort();
    for (const auto &event : parsed.values.events) {
        if (!event.timestamp.isValid() || !event.knownAt.isValid() || event.eventType.empty())
            std::abort();
    }
    const auto &bars = parsed.values.bars;
    if (bars.ts.size() != bars.close.size() || bars.ts.size() != bars.symbol.size())
        std::abort();
    return 0;
}
