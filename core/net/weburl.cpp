// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/weburl.h"

#include "core/base/ascii.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace core::net {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

using UrlHandle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

/// A part of the address; "" when it has none.
std::string partOf(const UrlHandle &url, CURLUPart part)
{
    char *text = nullptr;
    if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK)
        return {};
    std::string copy(text);
    curl_free(text);
    return copy;
}

std::uint16_t usualPort(std::string_view scheme)
{
    return scheme == "https" || scheme == "wss" ? 443 : 80;
}

} // namespace

std::string WebUrl::authority() const
{
    return port == usualPort(scheme) ? host : host + ":" + std::to_string(port);
}

bool WebUrl::hasSameOrigin(const WebUrl &other) const
{
    return scheme == other.scheme && host == other.host && port == other.port;
}

Result<WebUrl> parseWebUrl(std::string_view text)
{
    const auto isBad = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; };
    if (std::ranges::any_of(text, isBad))
        return Error{ErrorCode::BadInput,
                     Tr::tr("This address holds a blank, a line break or another control "
                            "character: write it without, or as %20.")};
    const UrlHandle url(curl_url(), &curl_url_cleanup);
    if (curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_NON_SUPPORT_SCHEME) !=
        CURLUE_OK)
        return Error{ErrorCode::BadInput,
                     Tr::tr("This is not a web address: it should read like https://example.org/data.json.")};
    curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
    WebUrl parts{partOf(url, CURLUPART_URL), partOf(url, CURLUPART_SCHEME), partOf(url, CURLUPART_HOST), 0};
    parts.scheme = base::lowerCase(parts.scheme);
    parts.host = base::lowerCase(parts.host);
    const bool isKnown =
        parts.scheme == "https" || parts.scheme == "http" || parts.scheme == "wss" || parts.scheme == "ws";
    if (!isKnown || parts.host.empty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("Addresses that begin with “%1:” are not fetched, only those of the web (https).")
                         .arg(qs(parts.scheme))};
    if (!partOf(url, CURLUPART_USER).empty() || !partOf(url, CURLUPART_PASSWORD).empty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("The address of “%1” holds a user name or password: enter it as "
                            "a key of the source instead.")
                         .arg(qs(parts.host))};
    parts.port = usualPort(parts.scheme);
    const std::string port = partOf(url, CURLUPART_PORT);
    if (!port.empty())
        std::from_chars(port.data(), port.data() + port.size(), parts.port);
    return parts;
}

} // namespace core::net
