// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/brokenjson.h"

#include <algorithm>

namespace core::sources::json {

namespace {

/// Deeper text is no provider's answer, and remembering the way out at every comma would take quadratic time.
constexpr std::size_t kDeepest = 256;

} // namespace

Closed closed(std::string_view text)
{
    std::string open;        // the closers that are still due, the innermost last
    std::string openAtComma; // the same at the last comma
    std::size_t comma = std::string_view::npos;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
            continue;
        }
        if (open.size() > kDeepest)
            return {std::string(text), false};
        switch (c) {
        case '"':
            inString = true;
            break;
        case '{':
            open += '}';
            break;
        case '[':
            open += ']';
            break;
        case '}':
        case ']':
            if (open.empty() || open.back() != c)
                return {std::string(text), false}; // not broken off but wrong: the parser says so
            open.pop_back();
            break;
        case ',':
            comma = i;
            openAtComma = open;
            break;
        default:
            break;
        }
    }
    if (!inString && open.empty())
        return {std::string(text), false};
    if (comma == std::string_view::npos)
        return {{}, true};
    std::ranges::reverse(openAtComma);
    return {std::string(text.substr(0, comma)) + openAtComma, true};
}

} // namespace core::sources::json
