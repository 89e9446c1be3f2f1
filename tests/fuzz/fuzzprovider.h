// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the answer of a provider: its first byte picks the endpoint and whether anything was asked
// for. What comes out must be sound, whatever came in.
#pragma once

#include "core/sources/provider.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace fuzz {

inline void check(bool isSound)
{
    if (!isSound)
        std::abort();
}

inline int parseAs(const core::sources::Provider &provider, std::span<const std::string_view> endpoints,
                   const std::uint8_t *data, std::size_t size,
                   const std::map<std::string, std::string> &with = {})
{
    if (size == 0)
        return 0;
    core::sources::Payload payload;
    payload.bytes = {reinterpret_cast<const char *>(data + 1), size - 1};
    payload.origin = "https://example.org/feed";
    payload.fetchedAt = core::base::Instant(1'700'000'000'000'000);
    payload.ask.endpoint = provider.recognise(payload);
    // one more than there are: what it was recognised as
    if (const std::size_t at = data[0] % (endpoints.size() + 1); at < endpoints.size())
        payload.ask.endpoint = endpoints[at];
    if ((data[0] & 0x80U) != 0)
        payload.ask.with = with;
    const core::sources::Parsed parsed = provider.parse(payload);
    check(!parsed.fault || (parsed.values.size() == 0 && !parsed.fault->sentence.isEmpty()));
    for (const auto &event : parsed.values.events) {
        check(event.timestamp.isValid() && event.knownAt.isValid());
        check(!event.eventType.empty() && !event.entity.empty());
        check(event.source == provider.info().name);
    }
    for (const auto &name : parsed.values.names) {
        check(name.at.isValid() && name.knownAt.isValid() && !name.company.empty());
        check(name.isAll || !name.value.empty());
    }
    const core::sources::Parsed again = provider.parse(payload);
    check(again.values.events.size() == parsed.values.events.size() && again.records == parsed.records);
    for (std::size_t i = 0; i < again.values.events.size(); ++i)
        check(core::domain::contentHash(again.values.events[i]) ==
              core::domain::contentHash(parsed.values.events[i]));
    return 0;
}

} // namespace fuzz

/// The same for a provider by its name, asked for "X" from 2020 on.
inline int fuzzProvider(std::string_view name, std::initializer_list<std::string_view> endpoints,
                        const std::uint8_t *data, std::size_t size)
{
    return fuzz::parseAs(*core::sources::findProvider(name), {endpoints.begin(), endpoints.size()}, data, size,
                         {{"symbol", "X"}, {"series", "X"}, {"interval", "1d"}, {"from", "2020-01-01T00:00:00Z"}});
}
