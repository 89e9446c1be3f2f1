// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A web address taken apart once, by the parser that the connection itself uses, so that nobody reads it
// otherwise.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace core::net {

struct WebUrl {
    std::string text;   ///< whole, normalised, without a fragment
    std::string scheme; ///< lower case
    std::string host;   ///< lower case; an IPv6 address in brackets
    std::uint16_t port = 0;

    /// "host", with ":port" when it is not the usual one: whom limits and pauses are kept for.
    [[nodiscard]] std::string authority() const;
    [[nodiscard]] bool hasSameOrigin(const WebUrl &other) const;
};

/// Fails with a sentence (never with the address's query, which may hold a key): not an address of http,
/// https, ws or wss, a blank or control character in it, a user name in it.
base::Result<WebUrl> parseWebUrl(std::string_view text);

} // namespace core::net
