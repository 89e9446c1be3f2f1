// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/jsonwalk.h"

#include "core/base/text.h"

#include <cctype>

namespace core::sources {

namespace {

/// Deeper nesting than any provider's, and less than simdjson takes.
constexpr std::size_t kDeepest = 500;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Goes through a JSON text (RFC 8259) up to its first fault. simdjson reads lazily and must not be asked on
/// after a fault, so it gets only what is sound.
class Scanner final
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
        while (m_at <= m_text.size() && step()) {
        }
    }

    /// Up to where everything is sound, and what has to follow to close it.
    [[nodiscard]] std::size_t sound() const { return m_sound; }
    [[nodiscard]] std::string closing() const
    {
        return {m_open.rend() - static_cast<std::ptrdiff_t>(m_soundDepth), m_open.rend()};
    }
    /// The whole text is one JSON value.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    enum class Want : std::uint8_t { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };

    /// The next token; false at the end and at a fault.
    bool step()
    {
        while (m_at < m_text.size() &&
               std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
        if (m_at == m_text.size()) {
            m_isWhole = m_want == Want::Nothing;
            return false;
        }
        const char c = m_text[m_at];
        switch (m_want) {
        case Want::Nothing:
            return false;
        case Want::Colon:
            m_want = Want::Value;
            ++m_at;
            return c == ':';
        case Want::CommaOrEnd:
            if (c != ',')
                return close(c);
            m_want = m_open.back() == '}' ? Want::Key : Want::Value;
            ++m_at;
            return true;
        case Want::KeyOrEnd:
            if (c == '}')
                return close(c);
            [[fallthrough]];
        case Want::Key:
            m_want = Want::Colon;
            return c == '"' && string();
        case Want::ValueOrEnd:
            if (c == ']')
                return close(c);
            [[fallthrough]];
        case Want::Value:
            return value(c);
        }
        return false;
    }

    bool value(char c)
    {
        if (c == '{' || c == '[') {
            if (m_open.size() == kDeepest)
                return false;
            m_open += c == '{' ? '}' : ']';
            m_want = c == '{' ? Want::KeyOrEnd : Want::ValueOrEnd;
            ++m_at;
            m_sound = m_at;
            m_soundDepth = m_open.size();
            return true;
        }
        const bool isSound = c == '"' ? string() : isDigit(c) || c == '-' ? number() : word();
        if (isSound)
            done();
        return isSound;
    }

    bool close(char c)
    {
        if (m_open.empty() || m_open.back() != c)
            return false;
        m_open.pop_back();
        ++m_at;
        done();
        return true;
    }

    /// A value ends here.
    void done()
    {
        m_want = m_open.empty() ? Want::Nothing : Want::CommaOrEnd;
        m_sound = m_at;
        m_soundDepth = m_open.size();
    }

    bool string()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const auto c = static_cast<unsigned char>(m_text[m_at]);
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c < 0x20)
                return false;
            if (c != '\\')
                continue;
            if (++m_at == m_text.size())
                return false;
            if (m_text[m_at] == 'u') {
                for (int i = 0; i < 4; ++i) {
                    if (++m_at == m_text.size() ||
                        std::isxdigit(static_cast<unsigned char>(m_text[m_at])) == 0)
                        return false;
                }
            } else if (std::string_view("\"\\/bfnrt").find(m_text[m_at]) == std::string_view::npos) {
                return false;
            }
        }
        return false;
    }

    bool digits()
    {
        const std::size_t from = m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
        return m_at > from;
    }

    bool number()
    {
        const auto is = [this](std::string_view some) {
            return m_at < m_text.size() && some.find(m_text[m_at]) != std::string_view::npos;
        };
        if (is("-"))
            ++m_at;
        if (is("0"))
            ++m_at;
        else if (!digits())
            return false;
        if (is(".")) {
            ++m_at;
            if (!digits())
                return false;
        }
        if (is("eE")) {
            ++m_at;
            if (is("+-"))
                ++m_at;
            if (!digits())
                return false;
        }
        // at the end of the text more digits may have stood
        return m_at < m_text.size() ? is(",]} \t\r\n") : m_open.empty();
    }

    bool word()
    {
        for (const std::string_view word : {"true", "false", "null"}) {
            if (m_text.substr(m_at).starts_with(word)) {
                m_at += word.size();
                return true;
            }
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_open; ///< the brackets that are to be closed, the innermost last
    std::size_t m_sound = 0;
    std::size_t m_soundDepth = 0;
    Want m_want = Want::Value;
    bool m_isWhole = false;
};

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
    const Scanner scanner(m_mended);
    const std::size_t sound = scanner.sound();
    m_mended.resize(sound);
    m_mended += scanner.closing();
    m_length = m_mended.size();
    m_mended.reserve(m_length + simdjson::SIMDJSON_PADDING);
    m_cut = scanner.isWhole() ? nullptr : m_mended.data() + sound;
}

bool JsonWalk::open()
{
    return m_length > 0 && !m_parser.iterate(m_mended.data(), m_length, m_mended.capacity()).get(m_document);
}

bool JsonWalk::object(simdjson::ondemand::object &object)
{
    return open() && !m_document.get_object().get(object);
}

bool JsonWalk::array(simdjson::ondemand::array &array)
{
    return open() && !m_document.get_array().get(array);
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
