// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the answer of a provider: recognised and parsed as one of its endpoints, chosen by the first byte.
#pragma once

#include "core/sources/provider.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <string_view>

/// The first byte chooses the endpoint (or what the provider recognises). A fault never comes with values, and every
/// event has its instants.
inline int fuzzProvider(std::string_view name, std::initializer_list<std::string_view> endpoints,
                        const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto *provider = core::sources::findProvider(name);
    core::sources::Payload payload;
    payload.bytes = {reinterpret_cast<const char *>(data + 1), size - 1};
    payload.fetchedAt = core::base::Instant(1'700'000'000'000'000);
    payload.ask.with = {{"symbol", "X"}, {"series", "X"}, {"interval", "1d"}, {"from", "2020-01-01T00:00:00Z"}};
    const std::string recognised = provider->recognise(payload);
    const std::size_t choice = data[0] % (endpoints.size() + 1);
    payload.ask.endpoint = choice == endpoints.size() ? recognised : std::string(endpoints.begin()[choice]);
    if (payload.ask.endpoint.empty())
        return 0;
    const core::sources::Parsed parsed = provider->parse(payload);
    if (parsed.fault && (parsed.values.size() > 0 || parsed.fault->sentence.isEmpty()))
        std::abort();
    for (const auto &event : parsed.values.events) {
        if (!event.timestamp.isValid() || !event.knownAt.isValid() || event.source != name)
            std::abort();
    }
    return 0;
}
