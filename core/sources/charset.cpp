// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/charset.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <iconv.h>

namespace core::sources {

namespace {

struct CharsetName {
    std::string_view label; ///< lower case, without - and _
    std::string_view iconv;
};

/// What may be asked of iconv, and no other: a feed must not choose among its two hundred converters. As
/// browsers do (WHATWG Encoding Standard), ISO-8859-1 is read as windows-1252, GB2312 as GB18030, Shift-JIS
/// with Microsoft's characters.
constexpr std::array<CharsetName, 60> kCharsetNames{{
    {"utf8", "UTF-8"},
    {"unicode11utf8", "UTF-8"},
    {"usascii", "CP1252"},
    {"ascii", "CP1252"},
    {"iso88591", "CP1252"},
    {"latin1", "CP1252"},
    {"l1", "CP1252"},
    {"windows1252", "CP1252"},
    {"cp1252", "CP1252"},
    {"iso88592", "ISO-8859-2"},
    {"latin2", "ISO-8859-2"},
    {"iso88593", "ISO-8859-3"},
    {"iso88594", "ISO-8859-4"},
    {"iso88595", "ISO-8859-5"},
    {"iso88596", "ISO-8859-6"},
    {"iso88597", "ISO-8859-7"},
    {"greek", "ISO-8859-7"},
    {"iso88598", "ISO-8859-8"},
    {"iso88598i", "ISO-8859-8"},
    {"iso88599", "CP1254"},
    {"iso885913", "ISO-8859-13"},
    {"iso885915", "ISO-8859-15"},
    {"iso885916", "ISO-8859-16"},
    {"windows1250", "CP1250"},
    {"cp1250", "CP1250"},
    {"windows1251", "CP1251"},
    {"cp1251", "CP1251"},
    {"windows1253", "CP1253"},
    {"windows1254", "CP1254"},
    {"windows1255", "CP1255"},
    {"windows1256", "CP1256"},
    {"windows1257", "CP1257"},
    {"windows1258", "CP1258"},
    {"windows874", "CP874"},
    {"tis620", "CP874"},
    {"koi8r", "KOI8-R"},
    {"koi8u", "KOI8-U"},
    {"ibm866", "CP866"},
    {"cp866", "CP866"},
    {"big5", "BIG5-HKSCS"},
    {"big5hkscs", "BIG5-HKSCS"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"gb18030", "GB18030"},
    {"shiftjis", "CP932"},
    {"sjis", "CP932"},
    {"xsjis", "CP932"},
    {"windows31j", "CP932"},
    {"cp932", "CP932"},
    {"eucjp", "EUC-JP"},
    {"xeucjp", "EUC-JP"},
    {"euckr", "CP949"},
    {"ksc56011987", "CP949"},
    {"windows949", "CP949"},
    {"cp949", "CP949"},
    {"iso2022jp", "ISO-2022-JP"},
    {"utf16le", "UTF-16LE"},
    {"utf16be", "UTF-16BE"},
    {"utf32le", "UTF-32LE"},
    {"utf32be", "UTF-32BE"},
}};

constexpr std::array<std::uint16_t, 32> kWindows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

constexpr char32_t kReplacement = 0xFFFD;

std::string_view iconvName(std::string_view charset)
{
    std::string label;
    for (const char c : charset.substr(0, 40)) {
        if (c != '-' && c != '_' && c != ' ')
            label += base::lower(c);
    }
    const auto found = std::ranges::find(kCharsetNames, label, &CharsetName::label);
    return found == kCharsetNames.end() ? std::string_view() : found->iconv;
}

/// How many bytes of one UTF-8 character begin there; 0 when none does (RFC 3629).
std::size_t lengthOfUtf8(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i])
                                     : static_cast<unsigned char>(0);
    };
    const auto follows = [&byte](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first < 0xF0) {
        const bool isShortest = first != 0xE0 || byte(1) >= 0xA0;
        const bool isCharacter = first != 0xED || byte(1) < 0xA0;
        return follows(1) && follows(2) && isShortest && isCharacter ? 3 : 0;
    }
    if (first >= 0xF0 && first < 0xF5) {
        const bool isInRange = (first != 0xF0 || byte(1) >= 0x90) && (first != 0xF4 || byte(1) < 0x90);
        return follows(1) && follows(2) && follows(3) && isInRange ? 4 : 0;
    }
    return 0;
}

/// The one place that speaks to iconv. `lenient`: bytes that are none of the encoding's become U+FFFD and are
/// counted, else they end it. A character that the end cuts is left out.
std::optional<std::string> convert(std::string_view bytes, const std::string &from, bool lenient,
                                   std::size_t &bad)
{
    const iconv_t converter = iconv_open("UTF-8", from.c_str());
    if (converter == reinterpret_cast<iconv_t>(-1)) // NOLINT: this is how iconv says it
        return std::nullopt;
    std::string out;
    std::string input(bytes); // iconv takes no const
    char *source = input.data();
    std::size_t left = input.size();
    std::array<char, 4096> buffer{};
    bool ok = true;
    while (left > 0) {
        char *target = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t done = iconv(converter, &source, &left, &target, &room);
        out.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
        if (done != static_cast<std::size_t>(-1) || errno == E2BIG)
            continue;
        if (errno == EINVAL) { // the end cuts a character
            bad += lenient ? 1 : 0;
            break;
        }
        ok = ok && lenient;
        if (!ok)
            break;
        ++bad;
        appendUtf8(out, kReplacement);
        ++source;
        --left;
    }
    // encodings that keep a state give it back
    char *target = buffer.data();
    std::size_t room = buffer.size();
    iconv(converter, nullptr, nullptr, &target, &room);
    out.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
    iconv_close(converter);
    return ok ? std::optional(std::move(out)) : std::nullopt;
}

/// UTF-8 where it is, windows-1252 where it is not: the usual mixture of templates and pasted text.
std::string mixed(std::string_view bytes, bool &isDamaged)
{
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        if (const std::size_t length = lengthOfUtf8(bytes, i); length > 0) {
            out.append(bytes, i, length);
            i += length;
        } else {
            isDamaged = true;
            appendUtf8(out, printable(static_cast<unsigned char>(bytes[i])));
            ++i;
        }
    }
    return out;
}

/// Without control characters of the second block, and without NUL.
std::string cleaned(std::string text)
{
    const bool isClean = text.find('\0') == std::string::npos && [&text] {
        for (std::size_t at = text.find('\xC2'); at != std::string::npos; at = text.find('\xC2', at + 1)) {
            if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0)
                return false;
        }
        return true;
    }();
    if (isClean)
        return text;
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\xC2' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
            appendUtf8(out, printable(static_cast<unsigned char>(text[i + 1])));
            ++i;
        } else if (text[i] != '\0') {
            out += text[i];
        }
    }
    return out;
}

/// By its mark or by zeros between ASCII; the number of bytes of the mark in `skip`.
std::string_view wideCharset(std::string_view bytes, std::size_t &skip)
{
    struct Sign {
        std::string_view bytes;
        std::string_view charset;
        std::size_t skip;
    };
    using namespace std::string_view_literals;
    static constexpr std::array<Sign, 9> kSigns{{{"\xFF\xFE\0\0"sv, "UTF-32LE", 4},
                                                 {"\0\0\xFE\xFF"sv, "UTF-32BE", 4},
                                                 {"\xFF\xFE"sv, "UTF-16LE", 2},
                                                 {"\xFE\xFF"sv, "UTF-16BE", 2},
                                                 {"\xEF\xBB\xBF"sv, "UTF-8", 3},
                                                 {"<\0\0\0"sv, "UTF-32LE", 0},
                                                 {"\0\0\0<"sv, "UTF-32BE", 0},
                                                 {"<\0"sv, "UTF-16LE", 0},
                                                 {"\0<"sv, "UTF-16BE", 0}}};
    for (const Sign &sign : kSigns) {
        if (bytes.starts_with(sign.bytes)) {
            skip = sign.skip;
            return sign.charset;
        }
    }
    return {};
}

/// What encoding="…" says in the first kilobyte, if it belongs to a declaration.
std::string declaredCharset(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, 1024);
    const std::size_t declaration = head.find("<?xml");
    if (declaration == std::string_view::npos)
        return {};
    const std::string_view text = head.substr(declaration, head.find("?>", declaration) - declaration);
    std::size_t at = text.find("encoding");
    if (at == std::string_view::npos)
        return {};
    at = text.find_first_of("\"'", at);
    if (at == std::string_view::npos)
        return {};
    const std::size_t end = text.find(text[at], at + 1);
    return end == std::string_view::npos ? std::string() : std::string(text.substr(at + 1, end - at - 1));
}

} // namespace

void appendUtf8(std::string &out, char32_t c)
{
    const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

char32_t printable(char32_t c)
{
    if (c < 0x80 || c > 0x9F)
        return c;
    const char32_t meant = kWindows1252[c - 0x80];
    return meant == c ? kReplacement : meant; // five have no meaning there either
}

bool isUtf8(std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = lengthOfUtf8(bytes, i);
        if (length == 0)
            return false;
        i += length;
    }
    return true;
}

std::optional<std::string> decode(std::string_view bytes, std::string_view charset)
{
    const std::string_view name = iconvName(charset);
    if (name.empty())
        return std::nullopt;
    if (name == "UTF-8")
        return isUtf8(bytes) ? std::optional(std::string(bytes)) : std::nullopt;
    std::size_t bad = 0;
    return convert(bytes, std::string(name), false, bad);
}

std::string decodeAnyway(std::string_view bytes, std::string_view charset, std::size_t &bad)
{
    const std::string_view name = iconvName(charset);
    bad = 0;
    return name.empty() ? std::string()
                        : convert(bytes, std::string(name), true, bad).value_or(std::string());
}

DecodedText decodeXml(std::string_view bytes)
{
    DecodedText read;
    std::size_t skip = 0;
    if (const std::string_view wide = wideCharset(bytes, skip); !wide.empty()) {
        read.charset = wide;
        bytes.remove_prefix(skip);
        std::size_t bad = 0;
        read.utf8 = wide == "UTF-8" ? mixed(bytes, read.isDamaged)
                                    : convert(bytes, std::string(wide), true, bad).value_or(std::string());
        read.isDamaged = read.isDamaged || bad > 0;
        read.utf8 = cleaned(std::move(read.utf8));
        return read;
    }
    const std::string declared = declaredCharset(bytes);
    // a declaration that can be read as ASCII was not written in what it declares to be wide
    const std::string_view name = iconvName(declared);
    const bool isWide = name.starts_with("UTF-16") || name.starts_with("UTF-32");
    if (!name.empty() && !isWide && name != "UTF-8" && !(name == "CP1252" && isUtf8(bytes))) {
        if (auto text = decode(bytes, declared)) {
            read.utf8 = cleaned(std::move(*text));
            read.charset = declared;
            return read;
        }
    }
    if (isUtf8(bytes)) {
        read.utf8 = cleaned(std::string(bytes));
        read.charset = "UTF-8";
        return read;
    }
    read.isDamaged = !declared.empty(); // it is not what it says
    if (name == "UTF-8") {
        read.charset = "UTF-8";
        read.utf8 = cleaned(mixed(bytes, read.isDamaged));
        return read;
    }
    read.isGuessed = true;
    read.charset = guessCharset(bytes);
    std::size_t bad = 0;
    read.utf8 = cleaned(decodeAnyway(bytes, read.charset, bad));
    read.isDamaged = read.isDamaged || bad > 0;
    return read;
}

} // namespace core::sources
