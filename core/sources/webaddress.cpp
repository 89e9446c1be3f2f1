// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/webaddress.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <cstdint>

namespace core::sources {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::string percentDecoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool coded = text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 &&
                           hexDigit(text[i + 2]) >= 0;
        out += coded ? static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]))
                     : (text[i] == '+' ? ' ' : text[i]);
        i += coded ? 2 : 0;
    }
    return out;
}

} // namespace

std::string hostOf(std::string_view address)
{
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos)
        return {};
    address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/?#\\ "));
    if (const std::size_t user = address.rfind('@'); user != std::string_view::npos)
        address.remove_prefix(user + 1);
    address = address.substr(0, address.find(':'));
    const std::string host = base::lowerCase(address);
    return host.starts_with("www.") ? host.substr(4) : host;
}

std::string percentEncoded(std::string_view text)
{
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (base::isLetter(c) || base::isDigit(c) || c == '-' || c == '.' || c == '_' || c == '~') {
            out += c;
            continue;
        }
        out += '%';
        out += kHex[byte >> 4U];
        out += kHex[byte & 15U];
    }
    return out;
}

std::string queryValue(std::string_view address, std::string_view name)
{
    const std::size_t query = address.find('?');
    if (query == std::string_view::npos)
        return {};
    address.remove_prefix(query + 1);
    address = address.substr(0, address.find('#'));
    while (!address.empty()) {
        const std::string_view part = address.substr(0, address.find('&'));
        address.remove_prefix(std::min(address.size(), part.size() + 1));
        if (part.starts_with(name) && part.size() > name.size() && part[name.size()] == '=')
            return percentDecoded(part.substr(name.size() + 1));
    }
    return {};
}

std::string shortened(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return std::string(text);
    std::size_t end = most > 3 ? most - 3 : 0; // the ellipsis takes three bytes
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

} // namespace core::sources
