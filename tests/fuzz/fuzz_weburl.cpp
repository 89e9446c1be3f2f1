// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an address: either a plain error, or one of the web that reads back to itself.
#include "core/net/weburl.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace core::net;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto url = parseWebUrl(std::string_view(reinterpret_cast<const char *>(data), size));
    if (!url) {
        if (url.error().message.isEmpty())
            std::abort();
        return 0;
    }
    if (url->host.empty() || url->port == 0 || url->text.find_first_of(" \r\n\t") != std::string::npos)
        std::abort();
    const auto again = parseWebUrl(url->text);
    if (!again || !again->hasSameOrigin(*url) || again->text != url->text)
        std::abort();
    return 0;
}
