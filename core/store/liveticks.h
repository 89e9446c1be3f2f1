// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The live rows of the catalog as DuckDB sees them, for those who fold or show them.
#pragma once

#include "core/store/duck.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::store {

/// Makes the temporary table of that name with the live rows of one day (symbol, day, base up to `place`),
/// ascending by ts: the columns of a file of that kind. Row: domain::Tick or domain::Quote. How many.
struct LiveDay {
    std::string symbol;
    std::int64_t day = 0;
    std::int64_t base = 0;
    std::int64_t place = 0;
};
template <typename Row>
base::Result<std::uint64_t> copyLiveDay(const DuckConnection &connection, Database &database,
                                        const LiveDay &day, const std::string &table);
/// The same as a table that lasts, with every live row that is in force. Kind: "ticks" or "quotes".
base::Result<std::uint64_t> copyLiveRows(const DuckConnection &connection, Database &database,
                                         const std::string &kind, const std::string &table);

} // namespace core::store
