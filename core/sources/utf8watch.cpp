// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/utf8watch.h"

#include "core/base/tr.h"

#include <simdjson.h>

#include <algorithm>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

/// How many bytes the character that starts with this byte has.
std::size_t lengthOf(char first)
{
    const auto byte = static_cast<unsigned char>(first);
    return byte >= 0xF0U ? 4 : byte >= 0xE0U ? 3 : byte >= 0xC0U ? 2 : 1;
}

/// How many bytes at the end belong to a character that is not complete yet (0 to 3).
std::size_t unfinishedTail(std::string_view bytes)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const char byte = bytes[bytes.size() - back];
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U)
            return lengthOf(byte) > back ? back : 0;
    }
    return 0;
}

} // namespace

Result<void> Utf8Watch::add(std::string_view piece, bool last)
{
    if (!m_unfinished.empty()) {
        const std::size_t needed = lengthOf(m_unfinished[0]) - m_unfinished.size();
        const std::string_view rest = piece.substr(0, needed);
        m_unfinished += rest;
        piece.remove_prefix(rest.size());
        if (rest.size() == needed || last) {
            auto good = check(m_unfinished);
            m_unfinished.clear();
            if (!good)
                return good;
        }
    }
    const std::size_t tail = last ? 0 : unfinishedTail(piece);
    m_unfinished += piece.substr(piece.size() - tail);
    piece.remove_suffix(tail);
    return check(piece);
}

Result<void> Utf8Watch::check(std::string_view bytes)
{
    if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
        m_line += static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
        return {};
    }
    // The first line that is not UTF-8 by itself: a newline is never part of a character.
    while (true) {
        const std::size_t stop = std::min(bytes.find('\n'), bytes.size());
        if (stop == bytes.size() || !simdjson::validate_utf8(bytes.data(), stop))
            break;
        ++m_line;
        bytes.remove_prefix(stop + 1);
    }
    return Error{ErrorCode::BadInput,
                 Tr::tr("line %1 holds bytes that are not UTF-8; save the text as UTF-8 and import it again")
                     .arg(m_line)};
}

} // namespace core::sources
