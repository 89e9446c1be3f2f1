// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes: either a plain error, or a filter whose normal form reads back to itself and decides alike.
#include "core/domain/filter.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using core::domain::Event;
using core::domain::Filter;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto filter = Filter::parse(text, core::base::Instant(1'700'000'000'000'000));
    if (!filter) {
        if (filter.error().message.isEmpty())
            std::abort();
        return 0;
    }
    Event event;
    event.source = "usgs";
    event.value = 6.5;
    event.text = text;
    event.metadata = R"({"depth":29,"place":{"name":"Honshu"}})";
    const auto again = Filter::parse(filter->normalForm(), core::base::Instant(0));
    if (!again || !(*again == *filter) || again->matches(event) != filter->matches(event))
        std::abort();
    return 0;
}
