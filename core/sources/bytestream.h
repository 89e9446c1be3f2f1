// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that come in pieces: a decoded file, a pipe, a text in memory.
#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace core::sources {

class ByteStream
{
public:
    virtual ~ByteStream() = default;
    /// Fills at most `capacity` bytes and says how many; 0 is the end. One thread.
    virtual base::Result<std::size_t> read(char *into, std::size_t capacity) = 0;
};

/// A text in memory, which must outlive the stream.
class MemoryStream final : public ByteStream
{
public:
    explicit MemoryStream(std::string_view text)
        : m_rest(text)
    {}

    base::Result<std::size_t> read(char *into, std::size_t capacity) override
    {
        const std::size_t count = std::min(capacity, m_rest.size());
        std::memcpy(into, m_rest.data(), count);
        m_rest.remove_prefix(count);
        return count;
    }

private:
    std::string_view m_rest;
};

} // namespace core::sources
