// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redaction.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace core::net {

namespace {

/// A piece of the text that goes, [first, second).
using Span = std::pair<std::size_t, std::size_t>;

constexpr std::array kSecretNames{
    std::string_view("access_key"),
    std::string_view("access_token"),
    std::string_view("api_key"),
    std::string_view("api_secret"),
    std::string_view("api_token"),
    std::string_view("apikey"),
    std::string_view("apisecret"),
    std::string_view("apitoken"),
    std::string_view("apca_api_key_id"),
    std::string_view("apca_api_secret_key"),
    std::string_view("auth"),
    std::string_view("auth_token"),
    std::string_view("authorization"),
    std::string_view("client_secret"),
    std::string_view("cookie"),
    std::string_view("id_token"),
    std::string_view("key"),
    std::string_view("map_key"),
    std::string_view("passwd"),
    std::string_view("password"),
    std::string_view("private_key"),
    std::string_view("proxy_authorization"),
    std::string_view("pwd"),
    std::string_view("refresh_token"),
    std::string_view("registrationkey"),
    std::string_view("secret"),
    std::string_view("secret_key"),
    std::string_view("set_cookie"),
    std::string_view("sig"),
    std::string_view("signature"),
    std::string_view("token"),
    std::string_view("x_amz_credential"),
    std::string_view("x_amz_security_token"),
    std::string_view("x_amz_signature"),
    std::string_view("x_api_key"),
    std::string_view("x_auth_token"),
};
constexpr std::size_t kLongestName = 20;
static_assert(std::ranges::all_of(kSecretNames,
                                  [](std::string_view name) { return name.size() <= kLongestName; }));

bool isAlphanumeric(char c)
{
    return base::isDigit(c) || base::isLetter(c);
}

bool isNameChar(char c)
{
    return isAlphanumeric(c) || c == '_' || c == '-';
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char small = base::lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// One character of the text as the secret would have it, and how many bytes it takes there.
struct Unit {
    char byte = 0;
    std::size_t length = 0; ///< 0: there is no escape here
};

Unit hexPair(std::string_view text, std::size_t at, std::size_t lead)
{
    if (at + lead + 2 > text.size())
        return {};
    const int high = hexDigit(text[at + lead]);
    const int low = hexDigit(text[at + lead + 1]);
    if (high < 0 || low < 0)
        return {};
    return {static_cast<char>(high * 16 + low), lead + 2};
}

/// "%2F", and "%252F" of an address within an address.
Unit percentEscape(std::string_view text, std::size_t at)
{
    std::size_t lead = 1;
    while (text.substr(at + lead, 2) == "25" && hexPair(text, at, lead + 2).length > 0)
        lead += 2;
    return hexPair(text, at, lead);
}

/// A text and its long runs of backslashes, whose ends are looked for once, not from every place within.
class Escaped final
{
public:
    explicit Escaped(std::string_view text)
        : m_text(text)
    {
        for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
            const std::size_t end = std::min(text.find_first_not_of('\\', at), text.size());
            if (end - at > kShort)
                m_long.emplace_back(at, end);
            at = end;
        }
    }
    [[nodiscard]] std::string_view text() const { return m_text; }
    /// Behind the backslashes that begin at `at`.
    [[nodiscard]] std::size_t endOfRun(std::size_t at) const
    {
        const std::size_t near = m_text.substr(at, kShort).find_first_not_of('\\');
        if (near != std::string_view::npos)
            return at + near;
        const auto after = std::ranges::upper_bound(m_long, at, {}, &Span::first);
        const bool isLong = after != m_long.begin() && at < (after - 1)->second;
        return isLong ? (after - 1)->second : std::min(at + kShort, m_text.size());
    }

private:
    static constexpr std::size_t kShort = 16;
    std::string_view m_text;
    std::vector<Span> m_long;
};

/// One backslash and what it stands before: "\/", "\"", "\u002f".
Unit plainEscape(std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(at + 1);
    if (rest.empty())
        return {};
    if (rest.starts_with("u00"))
        return hexPair(text, at, 4);
    static constexpr std::string_view from = "nrtbf";
    static constexpr std::string_view to = "\n\r\t\b\f";
    const std::size_t letter = from.find(rest[0]);
    return {letter == std::string_view::npos ? rest[0] : to[letter], 2};
}

/// The same, and of JSON within JSON "\\/", "\\\"" and "\\u002f".
Unit backslashEscape(const Escaped &escaped, std::size_t at)
{
    const std::string_view text = escaped.text();
    const std::size_t end = escaped.endOfRun(at);
    const std::string_view after = text.substr(end);
    const bool isNested = (end - at > 1 && (after.starts_with('/') || after.starts_with("u00"))) ||
                          (end - at > 2 && after.starts_with('"'));
    if (!isNested)
        return plainEscape(text, at);
    Unit unit = plainEscape(text, end - 1);
    unit.length += unit.length > 0 ? end - 1 - at : 0;
    return unit;
}

/// "&amp;", "&#47;", "&#x2f;".
Unit entity(std::string_view text, std::size_t at)
{
    static constexpr std::array<std::pair<std::string_view, char>, 5> named{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
    for (const auto &[name, byte] : named) {
        if (text.substr(at).starts_with(name))
            return {byte, name.size()};
    }
    if (text.substr(at + 1, 1) != "#")
        return {};
    std::size_t place = at + 2;
    const bool isHex = place < text.size() && base::lower(text[place]) == 'x';
    place += isHex ? 1 : 0;
    int value = 0;
    const std::size_t digits = place;
    for (; place < text.size() && place - digits < 6; ++place) {
        const int digit = hexDigit(text[place]);
        if (digit < 0 || (!isHex && digit > 9))
            break;
        value = value * (isHex ? 16 : 10) + digit;
    }
    if (place == digits || place >= text.size() || text[place] != ';' || value > 255)
        return {};
    return {static_cast<char>(value), place + 1 - at};
}

Unit escapeAt(const Escaped &escaped, std::size_t at)
{
    const std::string_view text = escaped.text();
    switch (text[at]) {
    case '%':
        return percentEscape(text, at);
    case '\\':
        return backslashEscape(escaped, at);
    case '&':
        return entity(text, at);
    case '+':
        return {' ', 1};
    default:
        return {};
    }
}

std::string base64(std::string_view bytes)
{
    static constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (held += 8; held >= 6; held -= 6)
            out += letters[bits >> (held - 6) & 63];
    }
    return out; // the last letter, which depends on what follows, is left out
}

/// What is looked for, and how the text may differ from it.
struct Needle {
    enum class Kind { Plain, Base64, Hex };
    std::string bytes;
    Kind kind = Kind::Plain;
};

char folded(char c, Needle::Kind kind)
{
    if (kind == Needle::Kind::Base64) // the alphabet for addresses is the same needle
        return c == '-' ? '+' : c == '_' ? '/' : c;
    return base::lower(c);
}

/// How many bytes of the text the needle takes at `at`; 0: it is not there.
std::size_t matchAt(const Escaped &escaped, std::size_t at, const Needle &needle)
{
    const std::string_view text = escaped.text();
    // first as it is: a secret may hold what looks like an escape
    const auto fold = [&needle](char c) { return folded(c, needle.kind); };
    if (std::ranges::equal(text.substr(at, needle.bytes.size()), needle.bytes, {}, fold))
        return needle.bytes.size();
    std::size_t place = at;
    for (const char wanted : needle.bytes) {
        if (place >= text.size())
            return 0;
        const Unit escape = escapeAt(escaped, place);
        if (escape.length > 0 && folded(escape.byte, needle.kind) == wanted)
            place += escape.length;
        else if (folded(text[place], needle.kind) == wanted)
            ++place;
        else
            return 0;
    }
    return place - at;
}

std::vector<Needle> needlesOf(std::span<const std::string> secrets)
{
    std::vector<Needle> needles;
    for (const std::string &secret : secrets) {
        if (secret.size() < kShortestSecret)
            continue;
        const std::string plain = base::lowerCase(secret); // hosts and some echoes are in small letters
        needles.push_back({plain, Needle::Kind::Plain});
        // Within a longer base64 text the secret begins at one of three places of a letter group; the first
        // letters then depend on what precedes it.
        for (std::size_t before = 0; before < 3; ++before) {
            const std::string letters = base64(std::string(before, '\0') + secret);
            needles.push_back({letters.substr(before == 0 ? 0 : before + 1), Needle::Kind::Base64});
        }
        std::string digits;
        for (const char c : secret) {
            static constexpr std::string_view hex = "0123456789abcdef";
            digits += hex[static_cast<unsigned char>(c) >> 4];
            digits += hex[static_cast<unsigned char>(c) & 15];
        }
        needles.push_back({digits, Needle::Kind::Hex});
    }
    return needles;
}

bool isBase64Char(char c)
{
    return isAlphanumeric(c) || c == '+' || c == '/' || c == '-' || c == '_';
}

void addSecrets(std::string_view text, std::span<const std::string> secrets, std::vector<Span> &spans)
{
    const std::vector<Needle> needles = needlesOf(secrets);
    if (needles.empty())
        return;
    // the bytes a match can begin with: most places of a long text are passed over by one look
    std::bitset<256> first;
    for (const Needle &needle : needles) {
        for (int c = 0; c < 256; ++c) {
            if (folded(static_cast<char>(c), needle.kind) == needle.bytes[0])
                first.set(static_cast<std::size_t>(c));
        }
    }
    for (const char c : std::string_view("%\\&+"))
        first.set(static_cast<unsigned char>(c));
    const Escaped escaped(text);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!first[static_cast<unsigned char>(text[at])])
            continue;
        for (const Needle &needle : needles) {
            const std::size_t length = matchAt(escaped, at, needle);
            if (length == 0)
                continue;
            Span span{at, at + length};
            if (needle.kind == Needle::Kind::Base64) { // the letters at its edges hold some bits of it, too
                span.first -= span.first > 0 && isBase64Char(text[span.first - 1]) ? 1 : 0;
                span.second += span.second < text.size() && isBase64Char(text[span.second]) ? 1 : 0;
            }
            spans.push_back(span);
        }
    }
}

bool isSecretName(std::string_view name)
{
    if (name.size() > kLongestName)
        return false;
    std::string plain(name);
    std::ranges::transform(plain, plain.begin(), [](char c) { return c == '-' ? '_' : base::lower(c); });
    return std::ranges::find(kSecretNames, std::string_view(plain)) != kSecretNames.end();
}

/// The name that ends just before `end`: letters, digits, "_" and "-"; of "%3Fapikey" it is "apikey".
std::string_view nameBefore(std::string_view text, std::size_t end)
{
    std::size_t start = end;
    while (start > 0 && isNameChar(text[start - 1]))
        --start;
    std::string_view name = text.substr(start, end - start);
    if (start > 0 && text[start - 1] == '%') { // of an address within an address
        while (name.starts_with("25"))
            name.remove_prefix(2);
        name.remove_prefix(std::min<std::size_t>(2, name.size()));
    }
    return name;
}

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
        ++at;
    return at;
}

std::size_t endOfLine(std::string_view text, std::size_t at)
{
    return std::min(text.find_first_of("\r\n", at), text.size());
}

/// The end of the value of "name=value" or "name%3Dvalue" that begins at `at`. Rather too much than too
/// little.
std::size_t endOfQueryValue(std::string_view text, std::size_t at, bool isNested)
{
    for (; at < text.size(); ++at) {
        if (std::string_view("&#\"'<> \t\r\n").find(text[at]) != std::string_view::npos)
            return at;
        if (!isNested || text[at] != '%')
            continue;
        const Unit escape = percentEscape(text, at);
        if (escape.length > 0 && (escape.byte == '&' || escape.byte == '#'))
            return at;
    }
    return at;
}

/// The end of the string whose opening quote is just before `at`.
std::size_t endOfQuoted(std::string_view text, std::size_t at, char quote)
{
    while (at < text.size() && text[at] != quote)
        at += text[at] == '\\' ? 2 : 1;
    return std::min(at, text.size());
}

/// What stands after ":", "=" or "%3D", which is at `at` and `sign` bytes long, when the name before it is
/// that of a secret.
std::optional<Span> valueAfter(std::string_view text, std::size_t at, std::size_t sign)
{
    const bool isNested = sign > 1;
    std::size_t nameEnd = at;
    while (nameEnd > 0 && (text[nameEnd - 1] == ' ' || text[nameEnd - 1] == '\t'))
        --nameEnd;
    const bool isQuotedName = nameEnd > 0 && (text[nameEnd - 1] == '"' || text[nameEnd - 1] == '\'');
    if (isQuotedName)
        --nameEnd;
    if (!isSecretName(nameBefore(text, nameEnd)))
        return std::nullopt;
    const std::size_t start = skipBlanks(text, at + sign);
    if (start >= text.size() || text.substr(start).starts_with(kRedacted))
        return std::nullopt;
    if (text[start] == '"' || text[start] == '\'')
        return Span{start + 1, endOfQuoted(text, start + 1, text[start])};
    if (text[at] == ':' && !isQuotedName)
        return Span{start, endOfLine(text, start)};
    return Span{start, endOfQueryValue(text, start, isNested)};
}

/// The user and password of "scheme://user:password@host"; `at` is that of "://".
std::optional<Span> userInfo(std::string_view text, std::size_t at)
{
    const std::size_t start = at + 3;
    const std::size_t end = std::min(text.find_first_of("/?# \t\r\n\"'<>", start), text.size());
    const std::size_t sign = text.substr(start, end - start).rfind('@');
    if (sign == std::string_view::npos || sign == 0)
        return std::nullopt;
    return Span{start, start + sign};
}

/// The credential after "Bearer " or "Basic ", whatever stands before it; `at` is that of the letter b.
std::optional<Span> credential(std::string_view text, std::size_t at)
{
    if (at > 0 && isNameChar(text[at - 1]))
        return std::nullopt;
    for (const std::string_view scheme : {std::string_view("bearer "), std::string_view("basic ")}) {
        const std::string_view found = text.substr(at, scheme.size());
        if (!std::ranges::equal(found, scheme, {}, base::lower))
            continue;
        const std::size_t start = skipBlanks(text, at + scheme.size());
        const std::size_t end = std::min(text.find_first_of(" \t\r\n\"',;<>", start), text.size());
        if (end - start >= kShortestSecret)
            return Span{start, end};
    }
    return std::nullopt;
}

void addNamed(std::string_view text, std::vector<Span> &spans)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::optional<Span> found;
        const Unit escape = text[at] == '%' ? percentEscape(text, at) : Unit{text[at], 1};
        if (escape.length > 0 && (escape.byte == '=' || escape.byte == ':'))
            found = valueAfter(text, at, escape.length);
        if (!found && text.substr(at, 3) == "://")
            found = userInfo(text, at);
        if (text[at] == 'b' || text[at] == 'B')
            found = credential(text, at);
        if (found && found->second > found->first)
            spans.push_back(*found);
    }
}

std::string without(std::string_view text, std::vector<Span> spans)
{
    std::ranges::sort(spans);
    std::string out;
    out.reserve(text.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < spans.size();) {
        const std::size_t start = spans[i].first;
        std::size_t end = spans[i].second;
        for (++i; i < spans.size() && spans[i].first <= end; ++i)
            end = std::max(end, spans[i].second);
        out += text.substr(kept, start - kept);
        out += kRedacted;
        kept = end;
    }
    return out += text.substr(kept);
}

} // namespace

std::string redactSecrets(std::string_view bytes, std::span<const std::string> secrets)
{
    std::vector<Span> spans;
    addSecrets(bytes, secrets, spans);
    return without(bytes, std::move(spans));
}

std::string redactText(std::string_view text, std::span<const std::string> secrets)
{
    std::vector<Span> spans;
    addSecrets(text, secrets, spans);
    addNamed(text, spans);
    return without(text, std::move(spans));
}

} // namespace core::net
