// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/jsonwalk.h"

#include "core/base/text.h"

namespace core::sources {

namespace {

/// What has to follow for the text to be closed everywhere; empty for a text that is.
std::string closingOf(std::string_view text)
{
    std::string open;
    bool inText = false;
    bool escaped = false;
    for (const char c : text) {
        if (inText) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{') {
            open += '}';
        } else if (c == '[') {
            open += ']';
        } else if ((c == '}' || c == ']') && !open.empty()) {
            open.pop_back();
        }
    }
    std::string closing = escaped ? "\\" : "";
    if (inText)
        closing += '"';
    closing.append(open.rbegin(), open.rend());
    return closing;
}

} // namespace

JsonWalk::JsonWalk(Harvest &harvest, std::string_view text)
    : m_harvest(harvest)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (simdjson::validate_utf8(text.data(), text.size()))
        m_mended = text;
    else
        m_mended = base::utf8(base::qs(text)); // invalid bytes become U+FFFD, the records around them stay
    const std::string closing = closingOf(m_mended);
    const std::size_t cut = m_mended.size();
    m_mended += closing;
    const std::size_t length = m_mended.size();
    m_mended.reserve(length + simdjson::SIMDJSON_PADDING);
    m_cut = closing.empty() ? nullptr : m_mended.data() + cut;
    m_opened = !m_parser.iterate(m_mended.data(), length, m_mended.capacity()).get(m_document);
}

bool JsonWalk::object(simdjson::ondemand::object &object)
{
    if (!m_opened)
        return false;
    m_document.rewind();
    return !m_document.get_object().get(object);
}

bool JsonWalk::array(simdjson::ondemand::array &array)
{
    if (!m_opened)
        return false;
    m_document.rewind();
    return !m_document.get_array().get(array);
}

void JsonWalk::broken()
{
    if (m_told)
        return;
    m_told = true;
    m_harvest.record();
    m_harvest.refuse(RefusalKind::NotAnObject,
                     base::Tr::tr("the answer breaks off or is not JSON from here on"), {});
}

} // namespace core::sources
