// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Records one after the other, whatever the file's format; the first one is the header.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace core::sources {

/// Why a record cannot be used.
enum class RecordFault : std::uint8_t { None, TooLong, TooManyFields, OpenQuote, NulByte };

class RecordReader
{
public:
    virtual ~RecordReader() = default;
    /// Goes to the next record; false after the last. Fails when the bytes cannot be read. One thread.
    virtual base::Result<bool> next() = 0;
    /// The record's fields; valid until next(). Empty when the record has a fault.
    [[nodiscard]] virtual std::span<const std::string_view> fields() const = 0;
    [[nodiscard]] virtual RecordFault fault() const = 0;
    /// The line, counted from 1, on which the record starts.
    [[nodiscard]] virtual std::uint64_t line() const = 0;
    /// Bytes consumed so far, for progress.
    [[nodiscard]] virtual std::uint64_t bytes() const = 0;
};

} // namespace core::sources
