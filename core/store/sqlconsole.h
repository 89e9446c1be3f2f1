// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// SQL for the curious: SELECT over events, bars and the catalog's tables, in an engine of its own that can
// read the workspace's files and nothing else, and write nothing.
#pragma once

#include "core/base/cancel.h"
#include "core/store/catalog.h"
#include "core/store/duck.h"
#include "core/store/lake.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace core::store {

/// Dates and instants come as ISO text, bytes as hexadecimal text.
using SqlCell = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

struct SqlLimits {
    base::Duration time = std::chrono::seconds(60);
    std::uint64_t memoryMb = 1024;
};

struct SqlSinks {
    std::function<void(const std::vector<std::string> &)> columns; ///< their names, once, before any row
    std::function<bool(const std::vector<SqlCell> &)> row;         ///< false: enough
};

class SqlConsole final
{
public:
    /// Catalog and lake must outlive it.
    SqlConsole(Catalog &catalog, const Lake &lake);

    /// Runs one SELECT, or EXPLAIN of one, over what is stored now. Tables: events, bars, ticks, quotes (rows
    /// in force), and the catalog's, such as relationships, runs, trials, instruments; a kind of which
    /// nothing is stored is missing. Fails with BadInput and the engine's reason for a statement that is
    /// wrong, not a SELECT, too long or too large; Cancelled. Any thread.
    base::Result<void> run(const std::string &sql, const SqlSinks &sinks, const SqlLimits &limits = {},
                           const base::CancelToken &cancel = {}) const;

private:
    base::Result<DuckConnection> prepare(const std::string &sql, const SqlLimits &limits) const;

    Catalog &m_catalog;
    const Lake &m_lake;
};

} // namespace core::store
