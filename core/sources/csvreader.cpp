// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/csvreader.h"

#include <algorithm>
#include <cstring>

namespace core::sources {

using base::Result;

CsvReader::CsvReader(ByteStream &stream, CsvOptions options)
    : m_stream(stream)
    , m_options(options)
    , m_buffer(options.block + 1)
{
    m_special[static_cast<unsigned char>(options.delimiter)] = true;
    m_special[static_cast<unsigned char>('\n')] = true;
    m_special[0] = true;
    m_buffer[0] = '\n';
}

Result<bool> CsvReader::next()
{
    m_fields.clear();
    m_fault = RecordFault::None;
    if (!m_started) {
        m_started = true;
        auto filled = refill();
        if (!filled)
            return filled;
        if (m_end >= 3 && std::memcmp(m_buffer.data(), "\xEF\xBB\xBF", 3) == 0)
            m_begin = 3;
    }
    while (true) {
        if (m_begin == m_end) {
            auto more = refill();
            if (!more)
                return more;
            if (!*more)
                return false;
        }
        std::size_t end = 0;
        std::size_t newlines = 0;
        bool nul = false;
        const Scan scan = scanRecord(end, newlines, nul);
        if (scan != Scan::Record) {
            const bool tooLong = m_end - m_begin > m_options.longestRecord;
            if (!tooLong) {
                auto more = refill();
                if (!more)
                    return more;
                if (*more)
                    continue;
            }
            if (scan == Scan::OpenQuote)
                return skipLine(RecordFault::OpenQuote);
            if (tooLong)
                return skipLine(RecordFault::TooLong);
            continue;
        }
        m_recordLine = m_line;
        m_line += newlines;
        const bool blank = m_slots.size() == 1 && m_slots[0].length == 0 && m_buffer[m_begin] != '"';
        if (!blank) {
            if (nul)
                m_fault = RecordFault::NulByte;
            else if (m_slots.size() > m_options.mostFields)
                m_fault = RecordFault::TooManyFields;
            else
                publish();
        }
        m_bytes += end - m_begin;
        m_begin = end;
        if (!blank)
            return true;
    }
}

/// Finds the fields of the record at m_begin without changing a byte; `end` is where the next one starts.
CsvReader::Scan CsvReader::scanRecord(std::size_t &end, std::size_t &newlines, bool &nul)
{
    m_slots.clear();
    newlines = 0;
    nul = false;
    const char *const data = m_buffer.data();
    std::size_t at = m_begin;
    while (true) {
        Slot slot{at, 0, false};
        std::size_t stop = 0;
        if (data[at] == '"' && at < m_end) {
            slot.start = ++at;
            while (true) {
                while (data[at] != '"' && data[at] != '\n' && data[at] != '\0')
                    ++at;
                if (at >= m_end)
                    return Scan::OpenQuote;
                if (data[at] == '\n') {
                    ++newlines;
                } else if (data[at] == '\0') {
                    nul = true;
                } else if (at + 1 == m_end && !m_atEnd) {
                    return Scan::NeedMore; // the quote may be the first half of a doubled one
                } else if (data[at + 1] == '"' && at + 1 < m_end) {
                    slot.doubledQuotes = true;
                    ++at;
                } else {
                    break;
                }
                ++at;
            }
            slot.length = at - slot.start;
            ++at;
            stop = at;
            while (!m_special[static_cast<unsigned char>(data[at])])
                ++at;
            const bool carriageReturn = at - stop == 1 && data[stop] == '\r';
            if (at > stop &&
                !carriageReturn) { // text after the closing quote: the field is what stands there
                --slot.start;
                slot.length = at - slot.start;
                slot.doubledQuotes = false;
            }
        } else {
            while (true) {
                while (!m_special[static_cast<unsigned char>(data[at])])
                    ++at;
                if (data[at] != '\0' || at >= m_end)
                    break;
                nul = true;
                ++at;
            }
            slot.length = at - slot.start;
        }
        while (data[at] == '\0' && at < m_end) { // a NUL after a closing quote
            nul = true;
            ++at;
        }
        if (at >= m_end && !m_atEnd)
            return Scan::NeedMore;
        const bool lastField = at >= m_end || data[at] == '\n';
        if (lastField && slot.length > 0 && data[slot.start + slot.length - 1] == '\r' && stop == 0)
            --slot.length;
        if (m_slots.size() <= m_options.mostFields)
            m_slots.push_back(slot);
        if (at >= m_end) {
            end = m_end;
            ++newlines;
            return Scan::Record;
        }
        ++at;
        if (lastField) {
            end = at;
            ++newlines;
            return Scan::Record;
        }
    }
}

void CsvReader::publish()
{
    for (const Slot &slot : m_slots) {
        char *const start = m_buffer.data() + slot.start;
        std::size_t length = slot.length;
        if (slot.doubledQuotes) {
            std::size_t to = 0;
            for (std::size_t from = 0; from < slot.length; ++from, ++to) {
                start[to] = start[from];
                if (start[from] == '"')
                    ++from;
            }
            length = to;
        }
        m_fields.emplace_back(start, length);
    }
}

/// Moves the unfinished record to the front and reads on; false when there is nothing more.
Result<bool> CsvReader::refill()
{
    if (m_atEnd)
        return false;
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_buffer.size() < m_end + m_options.block / 2 + 1)
        m_buffer.resize(m_buffer.size() + std::max(m_options.block, m_buffer.size()));
    const std::size_t before = m_end;
    const std::size_t room = m_buffer.size() - 1;
    while (m_end < room) {
        auto count = m_stream.read(m_buffer.data() + m_end, room - m_end);
        if (!count)
            return count.error();
        if (*count == 0) {
            m_atEnd = true;
            break;
        }
        m_end += *count;
    }
    m_buffer[m_end] = '\n';
    auto valid = m_watch.add(std::string_view(m_buffer.data() + before, m_end - before), m_atEnd);
    if (!valid)
        return valid.error();
    return m_end > before;
}

/// Passes over the rest of the line on which the record starts, and reports it as faulty.
Result<bool> CsvReader::skipLine(RecordFault fault)
{
    m_recordLine = m_line;
    m_fault = fault;
    m_slots.clear();
    while (true) {
        const char *const start = m_buffer.data() + m_begin;
        const void *found = std::memchr(start, '\n', m_end - m_begin);
        if (found) {
            const std::size_t length = static_cast<std::size_t>(static_cast<const char *>(found) - start) + 1;
            m_begin += length;
            m_bytes += length;
            break;
        }
        m_bytes += m_end - m_begin;
        m_begin = m_end;
        auto more = refill();
        if (!more)
            return more;
        if (!*more)
            break;
    }
    ++m_line;
    return true;
}

} // namespace core::sources
