// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/brokenjson.h"

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/sources/charset.h"

#include <array>
#include <cstdint>

namespace core::sources::json {

using base::isBlank;
using base::isDigit;

namespace {

/// Deeper text is no provider's answer, and remembering the way out at every comma would take quadratic time.
constexpr std::size_t kDeepest = 256;

/// Goes through a text by the grammar, without recursion, and stops at the first fault.
class Walk final
{
public:
    explicit Walk(std::string &text)
        : m_text(text)
    {}

    /// False at the first fault, or when the text ends too early.
    bool go()
    {
        while (true) {
            while (m_at < m_text.size() && isBlank(m_text[m_at]))
                ++m_at;
            if (m_expect == Expect::Nothing)
                return m_at == m_text.size();
            if (m_at == m_text.size() || !step())
                return false;
        }
    }

    /// Where the last comma stands, and what was open there; npos when there was none.
    [[nodiscard]] std::size_t comma() const { return m_comma; }
    [[nodiscard]] const std::string &openAtComma() const { return m_openAtComma; }
    /// Where the one value ends, if it came whole.
    [[nodiscard]] bool isWhole() const { return m_expect == Expect::Nothing; }
    [[nodiscard]] std::size_t at() const { return m_at; }

private:
    enum class Expect : std::uint8_t { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };

    bool step()
    {
        const char c = m_text[m_at];
        switch (m_expect) {
        case Expect::ValueOrEnd:
            return c == ']' ? close() : value();
        case Expect::Value:
            return value();
        case Expect::KeyOrEnd:
            if (c == '}')
                return close();
            [[fallthrough]];
        case Expect::Key:
            m_expect = Expect::Colon;
            return c == '"' && string();
        case Expect::Colon:
            ++m_at;
            m_expect = Expect::Value;
            return c == ':';
        case Expect::CommaOrEnd:
            if (c == m_open.back())
                return close();
            if (c != ',')
                return false;
            m_comma = m_at;
            m_openAtComma = m_open;
            ++m_at;
            m_expect = m_open.back() == '}' ? Expect::Key : Expect::Value;
            return true;
        case Expect::Nothing:
            break;
        }
        return false;
    }

    void valueEnded() { m_expect = m_open.empty() ? Expect::Nothing : Expect::CommaOrEnd; }

    bool close()
    {
        m_open.pop_back();
        ++m_at;
        valueEnded();
        return true;
    }

    bool value()
    {
        const char c = m_text[m_at];
        if (c == '{' || c == '[') {
            m_open += c == '{' ? '}' : ']';
            m_expect = c == '{' ? Expect::KeyOrEnd : Expect::ValueOrEnd;
            ++m_at;
            return m_open.size() <= kDeepest;
        }
        const bool isRight = c == '"' ? string() : (c == '-' || isDigit(c)) ? number() : word();
        valueEnded();
        return isRight;
    }

    bool string()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20) {
                m_text[m_at] = ' ';
            } else if (c == '\\') {
                ++m_at;
                if (m_at == m_text.size() ||
                    std::string_view("\"\\/bfnrtu").find(m_text[m_at]) == std::string_view::npos)
                    return false;
                for (int i = 0; m_text[m_at] == 'u' && i < 4; ++i) {
                    const std::size_t digit = m_at + 1 + static_cast<std::size_t>(i);
                    if (digit >= m_text.size() ||
                        std::string_view("0123456789abcdefABCDEF").find(m_text[digit]) ==
                            std::string_view::npos)
                        return false;
                }
            }
        }
        return false;
    }

    void digits()
    {
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
    }

    bool number()
    {
        const auto is = [this](char c) { return m_at < m_text.size() && m_text[m_at] == c; };
        if (is('-'))
            ++m_at;
        std::size_t start = m_at;
        const bool hasZero = is('0');
        digits();
        if (m_at == start || (hasZero && m_at > start + 1))
            return false;
        if (is('.')) {
            start = ++m_at;
            digits();
            if (m_at == start)
                return false;
        }
        if (is('e') || is('E')) {
            ++m_at;
            if (is('+') || is('-'))
                ++m_at;
            start = m_at;
            digits();
            if (m_at == start)
                return false;
        }
        return true;
    }

    bool word()
    {
        static constexpr std::array<std::string_view, 3> kWords{"null", "true", "false"};
        for (const std::string_view one : kWords) {
            if (std::string_view(m_text).substr(m_at, one.size()) == one) {
                m_at += one.size();
                return true;
            }
        }
        return false;
    }

    std::string &m_text;
    std::size_t m_at = 0;
    Expect m_expect = Expect::Value;
    std::string m_open; ///< the closers that are still due, the innermost last
    std::size_t m_comma = std::string_view::npos;
    std::string m_openAtComma;
};

} // namespace

Closed closed(std::string_view given)
{
    if (given.starts_with("\xEF\xBB\xBF"))
        given.remove_prefix(3);
    Closed read{std::string(given), false};
    if (!isUtf8(given))
        read.text = base::utf8(QString::fromLatin1(given.data(), static_cast<qsizetype>(given.size())));
    Walk walk(read.text);
    if (walk.go())
        return read;
    read.wasBroken = true;
    if (walk.isWhole()) { // something follows that does not belong there
        read.text.resize(walk.at());
        return read;
    }
    if (walk.comma() == std::string_view::npos) {
        read.text.clear();
        return read;
    }
    read.text.resize(walk.comma());
    read.text.append(walk.openAtComma().rbegin(), walk.openAtComma().rend());
    return read;
}

} // namespace core::sources::json
