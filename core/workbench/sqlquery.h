// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One SELECT over the workspace, for people who want to ask in SQL.
#pragma once

#include "core/store/sqlconsole.h"
#include "core/workbench/csvwriter.h"
#include "core/workbench/workbench.h"

#include <QJsonValue>

#include <string>
#include <vector>

namespace core::workbench {

using SqlRow = std::vector<store::SqlCell>;

struct SqlTable {
    std::vector<std::string> columns;
    std::vector<SqlRow> rows;
    bool more = false; ///< there are more rows than asked for
};

/// The first `limit` rows. Fails as store::SqlConsole::run.
base::Result<SqlTable> selectRows(const Workbench &bench, const std::string &sql, std::size_t limit,
                                  base::Duration time, const Job &job);

/// Every row as CSV, in pieces; how many.
base::Result<std::uint64_t> selectCsv(const Workbench &bench, const std::string &sql, base::Duration time,
                                      CsvWriter::Cells cells,
                                      const std::function<base::Result<void>(std::string_view)> &sink,
                                      const Job &job);

QJsonValue toJson(const store::SqlCell &cell);

} // namespace core::workbench
