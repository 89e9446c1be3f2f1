// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/jsonwalk.h"

#include "core/base/ascii.h"
#include "core/base/text.h"

#include <array>

namespace core::sources {

using base::isBlank;

namespace {

constexpr std::size_t kDeepestJson = 500; ///< simdjson takes 1024

constexpr std::array<bool, 256> kEndsWord = [] {
    std::array<bool, 256> ends{};
    for (const char c : std::string_view(",:[]{}\" \t\r\n"))
        ends[static_cast<unsigned char>(c)] = true;
    return ends;
}();

/// Finds where a text stops being JSON. Only its structure is judged: words, numbers and escapes are the
/// reader's, so that one bad value costs one record. Needed because simdjson crashes when it is used on after
/// it met broken structure.
class Structure final
{
public:
    explicit Structure(std::string &text)
        : m_text(text)
    {}

    /// How much of the text is whole; `closing()` has to follow it. 0: nothing.
    std::size_t scan()
    {
        while (m_at < m_text.size()) {
            if (isBlank(m_text[m_at]))
                ++m_at;
            else if (!step(m_text[m_at]))
                break;
        }
        return m_good;
    }
    [[nodiscard]] std::string closing() const { return {m_open.rbegin(), m_open.rend()}; }

private:
    enum class Wants : std::uint8_t { Value, ValueOrEnd, Key, KeyOrEnd, Colon, Comma, Nothing };

    bool step(char c)
    {
        const bool isEnd = c == '}' || c == ']';
        switch (m_wants) {
        case Wants::Nothing:
            return false;
        case Wants::Colon:
            ++m_at;
            m_wants = Wants::Value;
            return c == ':';
        case Wants::Comma:
            if (isEnd)
                return close(c);
            ++m_at;
            m_wants = m_open.back() == '}' ? Wants::Key : Wants::Value;
            return c == ',';
        case Wants::Key:
        case Wants::KeyOrEnd:
            if (isEnd)
                return m_wants == Wants::KeyOrEnd && close(c);
            m_wants = Wants::Colon;
            return c == '"' && skipText();
        default:
            if (isEnd)
                return m_wants == Wants::ValueOrEnd && close(c);
            return value(c);
        }
    }

    bool value(char c)
    {
        if (c == '{' || c == '[') {
            if (m_open.size() >= kDeepestJson)
                return false;
            m_open += c == '{' ? '}' : ']';
            m_wants = c == '{' ? Wants::KeyOrEnd : Wants::ValueOrEnd;
            m_good = ++m_at;
            return true;
        }
        if (c == '"' ? !skipText() : !skipWord())
            return false;
        whole();
        return true;
    }

    bool close(char c)
    {
        if (m_open.back() != c)
            return false;
        m_open.pop_back();
        ++m_at;
        whole();
        return true;
    }

    void whole()
    {
        m_good = m_at;
        m_wants = m_open.empty() ? Wants::Nothing : Wants::Comma;
    }

    bool skipText()
    {
        const std::size_t size = m_text.size();
        char *const text = m_text.data();
        std::size_t at = m_at;
        while (++at < size) {
            char &c = text[at];
            if (static_cast<unsigned char>(c) > '\\') // most letters
                continue;
            if (static_cast<unsigned char>(c) < 0x20U) {
                c = ' '; // not allowed in a text, though some send it
            } else if (c == '\\') {
                ++at;
            } else if (c == '"') {
                m_at = at + 1;
                return true;
            }
        }
        m_at = at;
        return false;
    }

    /// A number, true, false, null; at the very end it may be half of one.
    bool skipWord()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && !kEndsWord[static_cast<unsigned char>(m_text[m_at])])
            ++m_at;
        return m_at != start && m_at != m_text.size();
    }

    std::string &m_text;
    std::size_t m_at = 0;
    std::size_t m_good = 0;
    std::string m_open; ///< what closes what is open
    Wants m_wants = Wants::Value;
};

} // namespace

JsonWalk::JsonWalk(Harvest &harvest, std::string_view text)
    : m_harvest(harvest)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    m_mended.reserve(text.size() + kDeepestJson + simdjson::SIMDJSON_PADDING); // so that it is copied once
    if (simdjson::validate_utf8(text.data(), text.size()))
        m_mended.assign(text);
    else
        m_mended = base::utf8(base::qs(text)); // invalid bytes become U+FFFD, the records around them stay
    Structure structure(m_mended);
    const std::size_t good = structure.scan();
    if (good == 0)
        return;
    const std::string closing = structure.closing();
    const bool isCut = !closing.empty() || m_mended.find_first_not_of(" \t\r\n", good) != std::string::npos;
    m_mended.resize(good);
    m_mended += closing;
    const std::size_t length = m_mended.size();
    m_mended.reserve(length + simdjson::SIMDJSON_PADDING);
    m_cut = isCut ? m_mended.data() + good : nullptr;
    m_opened = !m_parser.iterate(m_mended.data(), length, m_mended.capacity()).get(m_document);
}

bool JsonWalk::object(simdjson::ondemand::object &object)
{
    if (!m_opened || !m_document.is_alive())
        return false;
    m_document.rewind();
    return !m_document.get_object().get(object);
}

bool JsonWalk::array(simdjson::ondemand::array &array)
{
    if (!m_opened || !m_document.is_alive())
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
