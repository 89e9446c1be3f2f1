// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of the web: who stands behind one, and what goes into the query of one.
#pragma once

#include <string>
#include <string_view>

namespace core::sources {

/// "https://www.Example.com:443/a?b" is "example.com"; empty when there is no host. Without "www.".
std::string hostOf(std::string_view address);
/// Everything but letters, digits and "-._~" as %XX (RFC 3986).
std::string percentEncoded(std::string_view text);
/// The value of a parameter of the query, decoded; empty when it is not there.
std::string queryValue(std::string_view address, std::string_view name);

} // namespace core::sources
