// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/links.h"

namespace core::store {

using base::Result;

Result<void> keepLinks(WriteTransaction &transaction, std::string_view sha256, std::string_view content,
                       base::Instant at)
{
    auto insert = transaction.database().prepare(
        "INSERT OR IGNORE INTO links (sha256, content, kept_at) VALUES (?, ?, ?)");
    if (!insert)
        return insert.error();
    return insert->bind(1, sha256).bind(2, content).bind(3, at.micros()).run();
}

Result<std::optional<std::string>> findLinks(Database &database, std::string_view sha256)
{
    auto query = database.prepare("SELECT content FROM links WHERE sha256 = ?");
    if (!query)
        return query.error();
    const auto row = query->bind(1, sha256).step();
    if (!row)
        return row.error();
    return *row ? std::optional<std::string>(query->text(0)) : std::nullopt;
}

} // namespace core::store
