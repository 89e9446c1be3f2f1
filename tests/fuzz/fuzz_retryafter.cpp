// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as Retry-After: either nothing, or a wait between none and a day; a date is one of the years 1 to
// 9999.
#include "core/net/backoff.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace core::net;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const core::base::Instant now(1'700'000'000'000'000);
    const auto wait = parseRetryAfter(text, now);
    if (wait && (*wait < core::base::Duration(0) || *wait > kLongestRetryAfter))
        std::abort();
    const auto at = parseHttpDate(text, now);
    if (at && !core::base::parseInstant(core::base::toIso(*at)) &&
        core::base::toIso(*at).substr(0, 4) != "0000")
        std::abort();
    if (at && !wait)
        std::abort();
    return 0;
}
