// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/jsonreader.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <simdjson.h>

#include <algorithm>
#include <unordered_map>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr int kDepth = 8;
constexpr unsigned kMostColumns = 10'000; ///< of all records together: each of them is a field of every row

Error notRecords(std::uint64_t line, const QString &why)
{
    return Error{ErrorCode::BadInput, Tr::tr("line %1: %2").arg(line).arg(why)};
}

} // namespace

/// Flattens objects into the reader's cells.
class JsonCollector final
{
public:
    JsonCollector(JsonReader &reader, std::vector<std::string> whole)
        : m_reader(reader)
        , m_whole(std::move(whole))
    {}

    /// One object, as its own JSON text.
    Result<void> add(std::string_view json, std::uint64_t line, std::uint64_t bytes)
    {
        const simdjson::padded_string padded(json);
        simdjson::dom::object object;
        const auto error = m_parser.parse(padded).get(object);
        if (error)
            return notRecords(line,
                              Tr::tr("it is not a JSON object (%1)").arg(qs(simdjson::error_message(error))));
        m_reader.m_objects.push_back({line, bytes, m_reader.m_cells.size()});
        flatten({}, object, 0);
        if (m_reader.m_header.size() > kMostColumns)
            return notRecords(line, Tr::tr("the records have more than 10,000 columns"));
        return {};
    }

private:
    void flatten(const std::string &prefix, simdjson::dom::object object, int depth)
    {
        for (const auto field : object) {
            const std::string key = prefix + std::string(field.key);
            simdjson::dom::object inner;
            const bool whole = std::find(m_whole.begin(), m_whole.end(), key) != m_whole.end();
            if (!whole && depth < kDepth && !field.value.get(inner))
                flatten(key + ".", inner, depth + 1);
            else
                put(key, textOf(field.value));
        }
    }

    static std::string textOf(simdjson::dom::element value)
    {
        std::string_view text;
        if (!value.get(text))
            return std::string(text);
        if (value.is_null())
            return {};
        return simdjson::minify(value); // a number becomes the shortest text that reads back to the same
    }

    void put(const std::string &key, const std::string &text)
    {
        const auto [place, fresh] =
            m_columns.try_emplace(key, static_cast<std::uint32_t>(m_reader.m_header.size()));
        if (fresh)
            m_reader.m_header.push_back(key);
        m_reader.m_cells.push_back(
            {place->second, static_cast<std::uint32_t>(text.size()), m_reader.m_texts.size()});
        m_reader.m_texts += text;
    }

    JsonReader &m_reader;
    const std::vector<std::string> m_whole;
    simdjson::dom::parser m_parser;
    std::unordered_map<std::string, std::uint32_t> m_columns;
};

namespace {

/// Counts lines up to growing positions.
class LineCounter final
{
public:
    explicit LineCounter(std::string_view text)
        : m_text(text)
    {}

    std::uint64_t at(std::size_t place)
    {
        const auto start = m_text.begin();
        m_line += static_cast<std::uint64_t>(std::count(start + static_cast<std::ptrdiff_t>(m_counted),
                                                        start + static_cast<std::ptrdiff_t>(place), '\n'));
        m_counted = place;
        return m_line;
    }
    std::uint64_t line() const { return m_line; }

private:
    std::string_view m_text;
    std::size_t m_counted = 0;
    std::uint64_t m_line = 1;
};

Result<void> collectLines(std::string_view text, JsonCollector &collector)
{
    std::uint64_t line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const std::size_t stop = std::min(text.find('\n', at), text.size());
        const std::string_view one = text.substr(at, stop - at);
        if (one.find_first_not_of(" \t\r") != std::string_view::npos) {
            auto added = collector.add(one, line, stop);
            if (!added)
                return added;
        }
        at = stop + 1;
    }
    return {};
}

Result<void> collectList(std::string_view text, simdjson::ondemand::array array, JsonCollector &collector)
{
    LineCounter lines(text);
    for (auto element : array) {
        std::string_view one;
        simdjson::ondemand::object object;
        if (element.get_object().get(object) || object.raw_json().get(one))
            return notRecords(lines.line(), Tr::tr("an object is expected in the list that goes on here"));
        const auto place = static_cast<std::size_t>(one.data() - text.data());
        auto added = collector.add(one, lines.at(place), place + one.size());
        if (!added)
            return added;
    }
    return {};
}

/// Whether the first line is a JSON value by itself and more follows.
bool isOnePerLine(std::string_view text)
{
    const std::size_t stop = std::min(text.find('\n'), text.size());
    if (text.find_first_not_of(" \t\r\n", stop) == std::string_view::npos)
        return false;
    simdjson::dom::parser parser;
    return parser.parse(simdjson::padded_string(text.substr(0, stop))).error() == simdjson::SUCCESS;
}

} // namespace

Result<JsonReader> JsonReader::open(std::string_view text, std::vector<std::string> whole)
{
    JsonReader reader;
    JsonCollector collector(reader, std::move(whole));
    const simdjson::padded_string padded(text);
    const std::string_view all(padded.data(), padded.size());
    using simdjson::ondemand::json_type;
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    json_type type{};
    if (const auto error = parser.iterate(padded).get(document))
        return notRecords(1, Tr::tr("it is not JSON (%1)").arg(qs(simdjson::error_message(error))));
    if (document.type().get(type))
        return notRecords(1, Tr::tr("it is not JSON"));
    Result<void> collected = notRecords(
        1, Tr::tr("JSON to import is a list of objects, an object that holds one, or one object per line"));
    simdjson::ondemand::array array;
    if (type == json_type::array && !document.get_array().get(array)) {
        collected = collectList(all, array, collector);
    } else if (type == json_type::object && isOnePerLine(all)) {
        collected = collectLines(all, collector);
    } else if (type == json_type::object) {
        simdjson::ondemand::object object;
        if (!document.get_object().get(object)) {
            for (auto field : object) {
                simdjson::ondemand::value value;
                json_type inner{};
                if (field.value().get(value) || value.type().get(inner) || inner != json_type::array ||
                    value.get_array().get(array))
                    continue;
                collected = collectList(all, array, collector);
                break;
            }
        }
    }
    if (!collected)
        return collected.error();
    return reader;
}

Result<bool> JsonReader::next()
{
    m_fields.assign(m_header.size(), std::string_view());
    if (m_next == 0) {
        std::copy(m_header.begin(), m_header.end(), m_fields.begin());
        ++m_next;
        return true;
    }
    if (m_next > m_objects.size())
        return false;
    const Object &object = m_objects[m_next - 1];
    const std::size_t last = m_next < m_objects.size() ? m_objects[m_next].firstCell : m_cells.size();
    for (std::size_t i = object.firstCell; i < last; ++i)
        m_fields[m_cells[i].column] = std::string_view(m_texts).substr(m_cells[i].start, m_cells[i].length);
    m_line = object.line;
    m_bytes = object.bytes;
    ++m_next;
    return true;
}

} // namespace core::sources
