// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads separated text record by record, without copying beyond one block; knows the line of every record.
#pragma once

#include "core/sources/bytestream.h"
#include "core/sources/recordreader.h"
#include "core/sources/utf8watch.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace core::sources {

struct CsvOptions {
    char delimiter = ',';
    std::size_t block = std::size_t(1) << 20;         ///< bytes read at once
    std::size_t longestRecord = std::size_t(4) << 20; ///< a longer record is a fault
    std::size_t mostFields = 10'000;                  ///< a record with more is a fault
};

/// RFC 4180 with the liberties real files take: LF or CRLF, a byte order mark, blank lines skipped, a quote
/// inside an unquoted field is data. After a quote that is never closed, reading goes on at the next line.
/// One thread.
class CsvReader final : public RecordReader
{
public:
    /// The stream must outlive the reader.
    explicit CsvReader(ByteStream &stream, CsvOptions options = {});

    /// Goes to the next record; false after the last. Fails when the stream does, and when the bytes are not
    /// UTF-8 (the sentence names the line).
    base::Result<bool> next() override;

    /// Unquoted.
    [[nodiscard]] std::span<const std::string_view> fields() const override { return m_fields; }
    [[nodiscard]] RecordFault fault() const override { return m_fault; }
    [[nodiscard]] std::uint64_t line() const override { return m_recordLine; }
    [[nodiscard]] std::uint64_t bytes() const override { return m_bytes; }

private:
    struct Slot {
        std::size_t start;
        std::size_t length;
        bool doubledQuotes; ///< holds "" that stands for "
    };
    enum class Scan : std::uint8_t { Record, NeedMore, OpenQuote };

    Scan scanRecord(std::size_t &end, std::size_t &newlines, bool &nul);
    base::Result<bool> refill();
    base::Result<bool> skipLine(RecordFault fault);
    void publish();

    ByteStream &m_stream;
    CsvOptions m_options;
    std::array<bool, 256> m_special{}; ///< delimiter, newline, NUL
    std::vector<char> m_buffer;
    std::size_t m_begin = 0; ///< start of the record being read
    std::size_t m_end = 0;   ///< end of the bytes in the buffer; a newline stands there as a guard
    Utf8Watch m_watch;
    bool m_atEnd = false;
    bool m_started = false;
    std::uint64_t m_line = 1;
    std::uint64_t m_recordLine = 0;
    std::uint64_t m_bytes = 0;
    RecordFault m_fault = RecordFault::None;
    std::vector<Slot> m_slots;
    std::vector<std::string_view> m_fields;
};

} // namespace core::sources
