// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes keys, tokens and passwords out of whatever is logged, shown or stored.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace core::net {

/// What stands in the place of a secret.
inline constexpr std::string_view kRedacted = "[redacted]";
/// A shorter secret cannot be told from ordinary text; a request that carries one is refused.
inline constexpr std::size_t kShortestSecret = 6;

/// Any bytes without the secrets, in capitals or not: plain, percent-encoded (twice, too), with the escapes
/// of JSON, XML or HTML, base64 (also in the middle of a longer base64 text) and hexadecimal. Nothing else
/// changes, so it is what a payload goes through before it is kept. Any thread.
[[nodiscard]] std::string redactSecrets(std::string_view bytes, std::span<const std::string> secrets);

/// The same, and whatever is named like a secret although nobody said it was one: query values ("apikey=…"),
/// JSON members ("access_token": "…"), header lines ("Authorization: …"), "Bearer …" and the user of an
/// address. For addresses, logs and sentences. Any thread.
[[nodiscard]] std::string redactText(std::string_view text, std::span<const std::string> secrets);

} // namespace core::net
