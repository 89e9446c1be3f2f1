// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a provider's table, read by the names of its columns.
#pragma once

#include "core/base/tr.h"
#include "core/sources/csvreader.h"
#include "core/sources/harvest.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::sources {

/// One row; valid while it is read.
class TableRow final
{
public:
    TableRow(const std::vector<std::string> &header, std::span<const std::string_view> fields)
        : m_header(header)
        , m_fields(fields)
    {}

    /// The cell without blanks around it; empty when there is no such column.
    [[nodiscard]] std::string_view cell(std::string_view column) const
    {
        for (std::size_t i = 0; i < m_header.size() && i < m_fields.size(); ++i) {
            if (m_header[i] == column)
                return trimmed(m_fields[i]);
        }
        return {};
    }
    [[nodiscard]] bool has(std::string_view column) const
    {
        return std::ranges::find(m_header, column) != m_header.end();
    }
    [[nodiscard]] const std::vector<std::string> &header() const { return m_header; }
    [[nodiscard]] std::span<const std::string_view> fields() const { return m_fields; }

private:
    static std::string_view trimmed(std::string_view text)
    {
        const std::size_t start = text.find_first_not_of(" \t");
        return start == text.npos ? std::string_view()
                                  : text.substr(start, text.find_last_not_of(" \t") - start + 1);
    }

    const std::vector<std::string> &m_header;
    std::span<const std::string_view> m_fields;
};

/// Calls read(TableRow) for every row after the header; rows with another number of cells are refused. A row
/// that breaks off at the end of the bytes has too few. Fails when there is no header or the bytes are not
/// UTF-8.
template <typename Read>
void eachRow(Harvest &harvest, std::string_view text, Read read)
{
    MemoryStream stream(text);
    CsvReader rows(stream);
    std::vector<std::string> header;
    for (;;) {
        const auto more = rows.next();
        if (!more)
            return harvest.fail(FaultKind::NotData, more.error().message);
        if (!*more)
            break;
        if (header.empty()) {
            for (const std::string_view name : rows.fields())
                header.emplace_back(name);
            continue;
        }
        harvest.record();
        if (rows.fault() != RecordFault::None) {
            harvest.refuse(refusalOf(rows.fault()), base::Tr::tr("the row cannot be made out"), {});
            continue;
        }
        if (rows.fields().size() != header.size()) {
            harvest.refuse(RefusalKind::WrongColumnCount,
                           base::Tr::tr("the row has another number of columns than the "
                                        "header"),
                           rows.fields().empty() ? std::string_view() : rows.fields().front());
            continue;
        }
        read(TableRow(header, rows.fields()));
    }
}

} // namespace core::sources
