// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/csvwriter.h"

#include "core/base/json.h"
#include "core/domain/celltext.h"

#include <cmath>
#include <utility>

namespace core::workbench {
void CsvWriter::text(std::string_view value)
{
    separate();
    if (m_cells == Cells::Neutralised && domain::needsApostrophe(value))
        quoted('\'' + std::string(value));
    else
        quoted(value);
}

void CsvWriter::number(double value)
{
    separate();
    if (std::isfinite(value))
        m_text += base::canonicalNumber(value);
}

void CsvWriter::whole(std::int64_t value)
{
    separate();
    m_text += std::to_string(value);
}

void CsvWriter::endRow()
{
    m_text += "\r\n";
    m_first = true;
}

std::string CsvWriter::take()
{
    return std::exchange(m_text, {});
}

void CsvWriter::separate()
{
    if (!m_first)
        m_text += ',';
    m_first = false;
}

void CsvWriter::quoted(std::string_view value)
{
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
        m_text += value;
        return;
    }
    m_text += '"';
    for (const char c : value) {
        if (c == '"')
            m_text += '"';
        m_text += c;
    }
    m_text += '"';
}

} // namespace core::workbench
