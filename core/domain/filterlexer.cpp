// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filterlexer.h"

#include "core/base/ascii.h"
#include "core/base/instant.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/domain/filter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::domain {
namespace {

using base::Error;
using base::isBlank;
using base::isDigit;
using base::isLetter;
using base::Result;
using base::Tr;
using Kind = FilterToken::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 6> kKeywords{{
    {"and", Kind::And},
    {"or", Kind::Or},
    {"not", Kind::Not},
    {"contains", Kind::Operator},
    {"matches", Kind::Operator},
    {"in", Kind::Operator},
}};

/// Longest first, so that <= is not read as <.
constexpr std::array<std::pair<std::string_view, Kind>, 15> kSigns{{
    {"&&", Kind::And},
    {"||", Kind::Or},
    {"==", Kind::Operator},
    {"!=", Kind::Operator},
    {"<=", Kind::Operator},
    {">=", Kind::Operator},
    {"..", Kind::DotDot},
    {"<", Kind::Operator},
    {">", Kind::Operator},
    {"!", Kind::Not},
    {"(", Kind::Open},
    {")", Kind::Close},
    {"{", Kind::OpenSet},
    {"}", Kind::CloseSet},
    {",", Kind::Comma},
}};

constexpr std::array<std::pair<std::string_view, std::int64_t>, 4> kRelativeUnits{{
    {"min", 60'000'000},
    {"h", 3'600'000'000},
    {"d", 86'400'000'000},
    {"w", 604'800'000'000},
}};

bool isWordStart(char c)
{
    return isLetter(c) || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("_^$@#").find(c) != std::string_view::npos;
}

bool isWordPart(char c)
{
    return isWordStart(c) || isDigit(c) || std::string_view(".-/:+%").find(c) != std::string_view::npos;
}

class Lexer
{
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {}

    Result<std::vector<FilterToken>> cut()
    {
        for (;;) {
            while (m_at < m_text.size() && isBlank(m_text[m_at]))
                ++m_at;
            Result<FilterToken> token = next();
            if (!token)
                return token.error();
            m_tokens.push_back(std::move(*token));
            if (m_tokens.back().kind == Kind::End)
                return std::move(m_tokens);
        }
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    [[nodiscard]] Error fail(std::size_t position, const QString &what) const
    {
        return filterError(m_text, position, what);
    }

    Result<FilterToken> next()
    {
        FilterToken token;
        token.position = m_at;
        if (m_at == m_text.size())
            return token;
        const char c = peek();
        if (c == '"' || c == '\'')
            return quoted();
        const bool sign = c == '-' || c == '+';
        const bool point = c == '.' && isDigit(peek(1));
        if (isDigit(c) || point || (sign && (isDigit(peek(1)) || (peek(1) == '.' && isDigit(peek(2))))))
            return quantity();
        if (m_text.substr(m_at).starts_with("meta.") && peek(5) != '.')
            return metaField();
        if (isWordStart(c))
            return word();
        for (const auto &[text, kind] : kSigns) {
            if (m_text.substr(m_at).starts_with(text)) {
                token.kind = kind;
                token.text = text;
                m_at += text.size();
                return token;
            }
        }
        if (c == '=')
            return fail(m_at, Tr::tr("expected == for “is equal to”, found a single =."));
        if (c == '&' || c == '|')
            return fail(m_at, Tr::tr("expected %1%1, found a single %1.").arg(QLatin1Char(c)));
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x20 || code == 0x7f)
            return fail(m_at, Tr::tr("the control character U+%1 does not belong here.")
                                  .arg(static_cast<int>(code), 4, 16, QLatin1Char('0')));
        return fail(m_at, Tr::tr("expected a field, a word or a value, found “%1”; put text with special "
                                 "characters in quotes.")
                              .arg(QLatin1Char(c)));
    }

    /// The run of word characters from here; ".." ends it.
    std::string_view run()
    {
        const std::size_t begin = m_at;
        if (peek() == '-' || peek() == '+')
            ++m_at;
        while (m_at < m_text.size() && isWordPart(m_text[m_at]) && !m_text.substr(m_at).starts_with(".."))
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

    Result<FilterToken> word()
    {
        FilterToken token;
        token.position = m_at;
        token.kind = Kind::Word;
        token.text = run();
        for (const auto &[text, kind] : kKeywords) {
            if (token.text == text)
                token.kind = kind;
        }
        return token;
    }

    /// Quotes of either kind; \" \' \\ \n \r \t are replaced, any other backslash stays, so that "\d+" is a
    /// pattern.
    Result<FilterToken> quoted()
    {
        FilterToken token;
        token.position = m_at;
        token.kind = Kind::String;
        const char quote = m_text[m_at++];
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            char c = m_text[m_at++];
            if (c == '\\' && m_at < m_text.size()) {
                static constexpr std::string_view kEscapes = "\"'\\nrt";
                static constexpr std::string_view kMeanings = "\"'\\\n\r\t";
                const std::size_t which = kEscapes.find(m_text[m_at]);
                if (which != std::string_view::npos) {
                    c = kMeanings[which];
                    ++m_at;
                }
            }
            token.text.push_back(c);
        }
        if (m_at == m_text.size())
            return fail(token.position, Tr::tr("the quote that opens here is never closed."));
        ++m_at;
        return token;
    }

    Result<FilterToken> metaField()
    {
        FilterToken token;
        token.position = m_at;
        token.kind = Kind::MetaField;
        m_at += 4;
        while (peek() == '.' && peek(1) != '.') {
            ++m_at;
            const std::size_t begin = m_at;
            std::string key;
            if (peek() == '"') {
                Result<FilterToken> string = quoted();
                if (!string)
                    return string.error();
                key = string->text;
            } else {
                while (m_at < m_text.size() && isWordPart(m_text[m_at]) && m_text[m_at] != '.')
                    ++m_at;
                key = m_text.substr(begin, m_at - begin);
            }
            const bool forbidden = std::any_of(key.begin(), key.end(), [](char c) {
                return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
            });
            if (key.empty())
                return fail(begin,
                            Tr::tr("expected a key after “meta.”, as in meta.depth or meta.\"two words\"."));
            if (forbidden)
                return fail(begin,
                            Tr::tr("a key of meta cannot hold a quote, a backslash or a control character."));
            token.path.push_back(std::move(key));
        }
        token.text = m_text.substr(token.position, m_at - token.position);
        return token;
    }

    /// What begins like a number: a number, a date, a relative time, or a word such as 10-Q.
    Result<FilterToken> quantity()
    {
        FilterToken token;
        token.position = m_at;
        token.text = run();
        std::string_view digits = token.text;
        double factor = 1;
        if (digits.ends_with('k') || digits.ends_with('M')) {
            factor = digits.back() == 'k' ? 1e3 : 1e6;
            digits.remove_suffix(1);
        }
        token.number = fullNumber(digits) * factor;
        if (std::isfinite(token.number)) {
            token.kind = Kind::Number;
            token.number += 0.0; // -0 is 0
            return token;
        }
        if (relative(token))
            return token;
        const bool dated = token.text.size() >= 10 && isDigit(token.text[0]) && isDigit(token.text[1]) &&
                           isDigit(token.text[2]) && isDigit(token.text[3]) && token.text[4] == '-' &&
                           isDigit(token.text[5]) && isDigit(token.text[6]) && token.text[7] == '-' &&
                           isDigit(token.text[8]) && isDigit(token.text[9]);
        if (dated) {
            const Result<base::Instant> instant = base::parseInstant(token.text);
            if (instant) {
                token.kind = Kind::Date;
                token.micros = instant->micros();
                return token;
            }
            // without a time it may be a name that only begins like a date
            if (token.text.size() == 10 || token.text[10] == 'T')
                return fail(token.position,
                            Tr::tr("“%1” is not a date; write 2011-03-11 or 2011-03-11T05:46:24Z.")
                                .arg(base::qs(token.text)));
        }
        if (!isDigit(token.text[0])) {
            return fail(token.position, Tr::tr("“%1” is neither a number nor a relative time; write -5.5, "
                                               "10k, or -7d with min, h, d or w.")
                                            .arg(base::qs(token.text)));
        }
        token.kind = Kind::Word;
        return token;
    }

    static bool relative(FilterToken &token)
    {
        const std::string_view text = token.text;
        if (text[0] != '-' && text[0] != '+')
            return false;
        const std::size_t end = text.find_first_not_of("0123456789", 1);
        if (end == std::string_view::npos || end < 2 || end > 7)
            return false;
        const auto unit = std::find_if(kRelativeUnits.begin(), kRelativeUnits.end(),
                                       [&](const auto &u) { return u.first == text.substr(end); });
        if (unit == kRelativeUnits.end())
            return false;
        const std::int64_t count = std::stoll(std::string(text.substr(1, end - 1)));
        token.kind = Kind::Relative;
        token.micros = (text[0] == '-' ? -count : count) * unit->second;
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<FilterToken> m_tokens;
};

} // namespace

base::Result<std::vector<FilterToken>> cutFilter(std::string_view text)
{
    return Lexer(text).cut();
}

base::Error filterError(std::string_view text, std::size_t position, const QString &what)
{
    const std::string_view before = text.substr(0, position);
    const auto column = 1 + std::count_if(before.begin(), before.end(), [](char c) {
                            return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
                        });
    return base::Error{base::ErrorCode::BadInput,
                       ::core::base::Tr::tr("Filter, column %1: %2").arg(column).arg(what)};
}

} // namespace core::domain
