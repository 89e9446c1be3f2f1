// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reading rows of the catalog's tables into values.
#pragma once

#include "core/base/hash.h"
#include "core/store/catalog.h"

#include <algorithm>
#include <vector>

namespace core::store {

/// A 32-byte column; zeros when it is NULL or shorter.
inline base::Sha256 hashOf(const Statement &row, int column)
{
    base::Sha256 out{};
    const auto blob = row.blob(column);
    std::copy_n(blob.begin(), std::min(blob.size(), out.size()), out.begin());
    return out;
}

/// NULL for a missing instant.
inline void bindInstant(Statement &statement, int position, base::Instant at)
{
    if (at.isValid())
        statement.bind(position, at.micros());
    else
        statement.bindNull(position);
}

inline base::Instant instantOf(const Statement &row, int column)
{
    return row.isNull(column) ? base::Instant() : base::Instant(row.integer(column));
}

/// Every row of a query as a value.
template <typename T>
base::Result<std::vector<T>> readRows(const Catalog &catalog, std::string_view sql, const auto &bind,
                                      const auto &make)
{
    auto reader = catalog.reader();
    if (!reader.ok())
        return reader.error();
    std::vector<T> out;
    auto select = (*reader)->prepare(sql);
    if (!select.ok())
        return select.error();
    bind(*select);
    for (;;) {
        const auto more = select->step();
        if (!more.ok())
            return more.error();
        if (!*more)
            break;
        out.push_back(make(*select));
    }
    return out;
}

} // namespace core::store
