// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/loosexml.h"

#include "core/base/ascii.h"
#include "core/sources/charset.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace core::sources {

using base::lowerCase;

namespace {

/// A tag's name and attributes beyond these are no feed's.
constexpr std::size_t kMostAttributes = 64;
constexpr std::size_t kLongestEntity = 12;

/// HTML 4 names of U+00A0 to U+00FF, in order.
constexpr std::array<std::string_view, 96> kLatin1{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

constexpr std::array<std::pair<std::string_view, char32_t>, 24> kNamedEntities{
    {{"amp", U'&'},     {"lt", U'<'},      {"gt", U'>'},       {"quot", U'"'},     {"apos", U'\''},
     {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},
     {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bdquo", 0x201E},  {"hellip", 0x2026}, {"bull", 0x2022},
     {"euro", 0x20AC},  {"trade", 0x2122}, {"ensp", 0x2002},   {"emsp", 0x2003},   {"thinsp", 0x2009},
     {"OElig", 0x0152}, {"oelig", 0x0153}, {"Scaron", 0x0160}, {"scaron", 0x0161}}};

bool isHtmlBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

bool beginsName(char c)
{
    return base::isLetter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// 0 when it is none.
char32_t characterOf(std::string_view entity)
{
    if (entity.starts_with('#')) {
        const bool isHex = entity.size() > 1 && (entity[1] == 'x' || entity[1] == 'X');
        const std::string_view digits = entity.substr(isHex ? 2 : 1);
        std::uint32_t code = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), code, isHex ? 16 : 10);
        if (error != std::errc() || end != digits.data() + digits.size() || code == 0 || code > 0x10FFFF ||
            (code >= 0xD800 && code < 0xE000))
            return 0;
        return printable(code);
    }
    const auto named =
        std::ranges::find(kNamedEntities, entity, &std::pair<std::string_view, char32_t>::first);
    if (named != kNamedEntities.end())
        return named->second;
    const auto latin = std::ranges::find(kLatin1, entity);
    return latin == kLatin1.end() ? 0 : static_cast<char32_t>(0xA0 + (latin - kLatin1.begin()));
}

} // namespace

std::string_view LooseXml::Token::attribute(std::string_view key) const
{
    const auto found = std::ranges::find(attributes, key, &std::pair<std::string, std::string>::first);
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

std::string withoutEntities(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '&') {
            const std::size_t end = text.substr(i, kLongestEntity).find(';');
            const char32_t c = end == std::string_view::npos ? 0 : characterOf(text.substr(i + 1, end - 1));
            if (c != 0) {
                appendUtf8(out, c);
                i += end;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

std::size_t LooseXml::endOfTag(std::size_t from)
{
    if (!m_quotesAreOpen) {
        char quote = 0;
        for (std::size_t i = from; i < m_text.size(); ++i) {
            const char c = m_text[i];
            if (quote != 0)
                quote = c == quote ? '\0' : quote;
            else if (c == '"' || c == '\'')
                quote = c;
            else if (c == '>')
                return i;
        }
        m_quotesAreOpen = true; // looked at once; from here on the first > ends a tag
    }
    return m_text.find('>', from);
}

void LooseXml::readTag(std::string_view tag, Token &token)
{
    token.isEmpty = tag.ends_with('/');
    if (token.isEmpty)
        tag.remove_suffix(1);
    std::size_t at = 0;
    while (at < tag.size() && !isHtmlBlank(tag[at]) && tag[at] != '/')
        ++at;
    token.name = lowerCase(tag.substr(0, std::min<std::size_t>(at, 200)));
    while (at < tag.size() && token.attributes.size() < kMostAttributes) {
        while (at < tag.size() && (isHtmlBlank(tag[at]) || tag[at] == '/'))
            ++at;
        const std::size_t start = at;
        while (at < tag.size() && !isHtmlBlank(tag[at]) && tag[at] != '=')
            ++at;
        std::string key = lowerCase(tag.substr(start, at - start));
        while (at < tag.size() && isHtmlBlank(tag[at]))
            ++at;
        if (at >= tag.size() || tag[at] != '=') {
            if (at == start)
                ++at;
            continue;
        }
        ++at;
        while (at < tag.size() && isHtmlBlank(tag[at]))
            ++at;
        if (at >= tag.size())
            break;
        std::size_t end = at;
        if (tag[at] == '"' || tag[at] == '\'') {
            end = std::min(tag.find(tag[at], at + 1), tag.size());
            token.attributes.emplace_back(std::move(key), withoutEntities(tag.substr(at + 1, end - at - 1)));
            at = std::min(end + 1, tag.size());
        } else {
            while (end < tag.size() && !isHtmlBlank(tag[end]))
                ++end;
            token.attributes.emplace_back(std::move(key), withoutEntities(tag.substr(at, end - at)));
            at = end;
        }
    }
}

/// What begins with "<!" or "<?": true when it gave a text (CDATA), false when it was skipped.
bool LooseXml::skipOrText(Token &token)
{
    const std::string_view rest = m_text.substr(m_at);
    const auto to = [this](std::string_view closer, std::size_t from) {
        const std::size_t end = m_text.find(closer, from);
        m_brokeOff = m_brokeOff || end == std::string_view::npos;
        return end == std::string_view::npos ? m_text.size() : end;
    };
    if (rest.starts_with("<![CDATA[")) {
        const std::size_t end = to("]]>", m_at + 9);
        token.kind = Kind::Text;
        token.text = m_text.substr(m_at + 9, end - m_at - 9);
        m_at = std::min(end + 3, m_text.size());
        return true;
    }
    if (rest.starts_with("<!--"))
        m_at = std::min(to("-->", m_at + 4) + 3, m_text.size());
    else if (rest.starts_with("<?"))
        m_at = std::min(to("?>", m_at + 2) + 2, m_text.size());
    else {
        const std::size_t end = to(">", m_at);
        const bool hasSubset = m_text.substr(m_at, end - m_at).find('[') != std::string_view::npos;
        m_at = std::min(hasSubset && rest.starts_with("<!DOCTYPE") ? to("]>", m_at) + 2 : end + 1,
                        m_text.size());
    }
    return false;
}

bool LooseXml::next(Token &token)
{
    token = {};
    while (m_at < m_text.size()) {
        const char after = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        if (m_text[m_at] == '<' && (after == '!' || after == '?')) {
            if (skipOrText(token))
                return true;
            continue;
        }
        const bool isEnd = after == '/';
        if (m_text[m_at] == '<' && (isEnd || beginsName(after))) {
            const std::size_t start = m_at + (isEnd ? 2 : 1);
            const std::size_t end = endOfTag(start);
            if (end == std::string_view::npos) {
                m_brokeOff = true;
                m_at = m_text.size();
                return false;
            }
            token.kind = isEnd ? Kind::End : Kind::Start;
            readTag(m_text.substr(start, end - start), token);
            m_at = end + 1;
            return true;
        }
        const std::size_t end = std::min(m_text.find('<', m_at + 1), m_text.size());
        token.kind = Kind::Text;
        token.text = withoutEntities(m_text.substr(m_at, end - m_at));
        m_at = end;
        return true;
    }
    return false;
}

std::string plainText(std::string_view html)
{
    std::string joined;
    std::string hidden;
    LooseXml reader(html);
    LooseXml::Token token;
    while (reader.next(token)) {
        if (token.kind == LooseXml::Kind::Text) {
            if (hidden.empty())
                joined += token.text;
            continue;
        }
        static constexpr std::array<std::string_view, 9> kInline{"b",    "i", "em", "strong", "a",
                                                                 "span", "q", "u",  "sup"};
        if (std::ranges::find(kInline, token.name) == kInline.end())
            joined += ' ';
        if (token.kind == LooseXml::Kind::Start && !token.isEmpty &&
            (token.name == "script" || token.name == "style"))
            hidden = token.name;
        else if (token.kind == LooseXml::Kind::End && token.name == hidden)
            hidden.clear();
    }
    std::string out;
    for (std::size_t i = 0; i < joined.size(); ++i) {
        const bool isHard = joined.compare(i, 2, "\xC2\xA0") == 0;
        if (isHard || isHtmlBlank(joined[i])) {
            if (!out.empty() && out.back() != ' ')
                out += ' ';
            i += isHard ? 1 : 0;
        } else {
            out += joined[i];
        }
    }
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

std::string shortenedAtWord(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return std::string(text);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    if (const std::size_t blank = text.substr(0, end).rfind(' ');
        blank != std::string_view::npos && blank > most / 2)
        end = blank;
    return std::string(text.substr(0, end)) + "…";
}

} // namespace core::sources
