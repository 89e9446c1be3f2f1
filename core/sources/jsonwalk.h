// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walks over the records of a JSON answer, even when it was cut off or has bytes that are not UTF-8: what is
// whole before the cut is read, the rest is refused once.
#pragma once

#include "core/base/tr.h"
#include "core/sources/harvest.h"

#include <simdjson.h>

#include <string>
#include <string_view>

namespace core::sources {

/// One answer, or one line of many. One thread.
class JsonWalk final
{
public:
    /// Both must outlive it; nothing of the text needs padding.
    JsonWalk(Harvest &harvest, std::string_view text);

    /// The outermost value from its beginning on; what was read of it before is invalid then. False when it is
    /// something else.
    [[nodiscard]] bool object(simdjson::ondemand::object &object);
    [[nodiscard]] bool array(simdjson::ondemand::array &array);
    /// The text ends before its outermost value does.
    [[nodiscard]] bool isCut() const { return m_cut != nullptr; }
    /// Says that the answer breaks off: counted as a record, and once only.
    void broken();

    /// Calls read(Record) for each record of a list, Record being an ondemand object or array.
    template <typename Record, typename Read>
    void each(simdjson::ondemand::array list, Read read)
    {
        for (auto element : list) {
            Record record;
            const simdjson::error_code error = element.get(record);
            if (error == simdjson::INCORRECT_TYPE) {
                m_harvest.record();
                m_harvest.refuse(RefusalKind::NotAnObject,
                                 base::Tr::tr("the record has another form than the others"), {});
                continue;
            }
            std::string_view whole;
            if (error || (m_cut && (record.raw_json().get(whole) || whole.data() + whole.size() > m_cut)))
                return broken();
            if (m_cut && record.reset().error())
                return broken();
            read(record);
        }
        if (m_cut)
            broken();
    }

private:
    Harvest &m_harvest;
    std::string m_mended;
    const char *m_cut = nullptr; ///< where the text ended; null: it was whole
    bool m_told = false;
    simdjson::ondemand::parser m_parser;
    simdjson::ondemand::document m_document;
    bool m_opened = false;
};

/// Calls read(line) for each line that is not blank; without the carriage return.
template <typename Read>
void eachLine(std::string_view text, Read read)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(text.size(), end + 1));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.find_first_not_of(" \t") != std::string_view::npos)
            read(line);
    }
}

} // namespace core::sources
