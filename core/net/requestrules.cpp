// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/requestrules.h"

#include "core/base/ascii.h"
#include "core/base/tr.h"
#include "core/net/redaction.h"

#include <algorithm>
#include <array>

namespace core::net {

using base::Tr;

namespace {

bool isTokenChar(char c)
{
    return base::isDigit(c) || base::isLetter(c) ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool isHeaderName(std::string_view name)
{
    // what frames the message or names the host is not the caller's to say
    static constexpr std::array<std::string_view, 4> ours{"host", "content-length", "transfer-encoding",
                                                          "connection"};
    return !name.empty() && std::ranges::all_of(name, isTokenChar) &&
           std::ranges::find(ours, base::lowerCase(name)) == ours.end();
}

} // namespace

bool isHeaderText(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7f;
    });
}

QString headerFault(std::span<const HttpHeader> headers)
{
    const bool isSound = std::ranges::all_of(headers, [](const HttpHeader &header) {
        return isHeaderName(header.name) && isHeaderText(header.value);
    });
    return isSound
               ? QString()
               : Tr::tr("A header of the request holds a line break, another character that is not allowed "
                        "there, or a name that is not to be set: look at the key and the headers of the "
                        "source.");
}

QString secretFault(std::span<const std::string> secrets)
{
    const bool isSound = std::ranges::all_of(
        secrets, [](const std::string &secret) { return secret.size() >= kShortestSecret; });
    return isSound
               ? QString()
               : Tr::tr(
                     "A key or password shorter than %n character(s) cannot be kept out of logs and files, "
                     "so it is not sent.",
                     nullptr, static_cast<int>(kShortestSecret));
}

QString contactFault()
{
    return Tr::tr(
        "The contact address holds a line break or another control character: write it on one line.");
}

} // namespace core::net
