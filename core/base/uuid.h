// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// 16-byte identifiers: UUIDv5 names events, so that the same fact always has the same id.
#pragma once

#include "core/base/result.h"

#include <array>
#include <compare>
#include <string>
#include <string_view>

namespace core::base {

struct Uuid {
    std::array<unsigned char, 16> bytes{};

    friend auto operator<=>(const Uuid &, const Uuid &) = default;
};

/// UUIDv5 (RFC 4122) of a name in a name space.
Uuid uuidV5(const Uuid &nameSpace, std::string_view name);
/// The id of an event: UUIDv5 of (source, provider's native id) in Foreshock's own name space.
Uuid eventId(std::string_view source, std::string_view nativeId);
/// A fresh identifier for temporary files and leases; never enters a result.
Uuid freshUuid();

/// "c9f1…-…" in the usual 36 characters, lower case.
std::string toText(const Uuid &id);
Result<Uuid> parseUuid(std::string_view text);

} // namespace core::base
