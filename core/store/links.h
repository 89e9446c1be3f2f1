// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of links by their hash, so that a run can be repeated after the files of links were edited.
#pragma once

#include "core/store/catalog.h"

#include <optional>
#include <string>
#include <string_view>

namespace core::store {

/// Keeps a set of links under the SHA-256 of its content (hexadecimal); one that is there stays as it is.
base::Result<void> keepLinks(WriteTransaction &transaction, std::string_view sha256, std::string_view content,
                             base::Instant at);
/// Its content; nothing when there is none of that hash.
base::Result<std::optional<std::string>> findLinks(Database &database, std::string_view sha256);

} // namespace core::store
