// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/payloadhead.h"

#include "core/base/ascii.h"

#include <algorithm>

namespace core::sources {

std::string headOf(std::string_view bytes, std::size_t most)
{
    std::string head;
    for (const char c : bytes.substr(0, 4 * most)) {
        if (head.size() == most)
            break;
        if (!base::isBlank(c))
            head += c;
    }
    if (head.starts_with("\xEF\xBB\xBF"))
        head.erase(0, 3);
    return head;
}

std::string_view afterMark(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    return bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
}

std::string stemOf(std::string_view origin)
{
    origin = origin.substr(0, origin.find_first_of("?#"));
    while (origin.ends_with('/'))
        origin.remove_suffix(1);
    if (const std::size_t slash = origin.find_last_of("/\\"); slash != std::string_view::npos)
        origin.remove_prefix(slash + 1);
    return std::string(origin.substr(0, origin.rfind('.')));
}

} // namespace core::sources
