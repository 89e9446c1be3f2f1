// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as records: an array of objects, an object that holds one, or one object per line.
#pragma once

#include "core/sources/recordreader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::sources {

/// The first record is the header: the keys of all objects in the order in which they first appear, those of
/// inner objects with a dot ("properties.mag"). A key that an object lacks, and null, is an empty field;
/// inner arrays are their JSON text. The whole text is held in memory. One thread.
class JsonReader final : public RecordReader
{
public:
    /// Fails when it is not JSON of that form; the sentence names the line where it can.
    /// Objects under the keys `whole` are not taken apart: the field is their JSON text.
    static base::Result<JsonReader> open(std::string_view text, std::vector<std::string> whole = {});

    base::Result<bool> next() override;
    [[nodiscard]] std::span<const std::string_view> fields() const override { return m_fields; }
    [[nodiscard]] RecordFault fault() const override { return RecordFault::None; }
    [[nodiscard]] std::uint64_t line() const override { return m_line; }
    [[nodiscard]] std::uint64_t bytes() const override { return m_bytes; }

private:
    struct Cell {
        std::uint32_t column;
        std::uint32_t length;
        std::size_t start; ///< in m_texts
    };
    struct Object {
        std::uint64_t line;
        std::uint64_t bytes;
        std::size_t firstCell;
    };
    friend class JsonCollector;

    std::vector<std::string> m_header;
    std::string m_texts;
    std::vector<Cell> m_cells;
    std::vector<Object> m_objects;
    std::size_t m_next = 0; ///< 0 is the header
    std::vector<std::string_view> m_fields;
    std::uint64_t m_line = 1;
    std::uint64_t m_bytes = 0;
};

} // namespace core::sources
