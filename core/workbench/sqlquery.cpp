// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/sqlquery.h"

#include "core/base/text.h"
#include "core/workbench/values.h"

namespace core::workbench {

using base::Result;
using store::SqlCell;

namespace {

void write(CsvWriter &csv, const SqlCell &cell)
{
    if (const auto *truth = std::get_if<bool>(&cell))
        csv.text(*truth ? "true" : "false");
    else if (const auto *whole = std::get_if<std::int64_t>(&cell))
        csv.whole(*whole);
    else if (const auto *number = std::get_if<double>(&cell))
        csv.number(*number);
    else if (const auto *text = std::get_if<std::string>(&cell))
        csv.text(*text);
    else
        csv.text({});
}

Result<void> run(const Workbench &bench, const std::string &sql, base::Duration time,
                 const store::SqlSinks &sinks, const Job &job)
{
    const store::SqlConsole console(bench.workspace().catalog(), bench.workspace().lake());
    store::SqlLimits limits;
    limits.time = time;
    return console.run(sql, sinks, limits, job.cancel);
}

} // namespace

base::Result<SqlTable> selectRows(const Workbench &bench, const std::string &sql, std::size_t limit,
                                  base::Duration time, const Job &job)
{
    SqlTable table;
    store::SqlSinks sinks;
    sinks.columns = [&](const std::vector<std::string> &columns) { table.columns = columns; };
    sinks.row = [&](const SqlRow &row) {
        table.more = table.rows.size() == limit;
        if (!table.more)
            table.rows.push_back(row);
        return !table.more;
    };
    const Result<void> done = run(bench, sql, time, sinks, job);
    if (!done)
        return done.error();
    return table;
}

base::Result<std::uint64_t> selectCsv(const Workbench &bench, const std::string &sql, base::Duration time,
                                      CsvWriter::Cells cells,
                                      const std::function<base::Result<void>(std::string_view)> &sink,
                                      const Job &job)
{
    CsvWriter csv(cells);
    std::string text;
    std::uint64_t count = 0;
    Result<void> written;
    store::SqlSinks sinks;
    sinks.columns = [&](const std::vector<std::string> &columns) {
        for (const std::string &column : columns)
            csv.text(column);
        csv.endRow();
    };
    sinks.row = [&](const SqlRow &row) {
        for (const SqlCell &cell : row)
            write(csv, cell);
        csv.endRow();
        ++count;
        text += csv.take();
        if (text.size() >= kPiece) {
            written = sink(text);
            text.clear();
        }
        return written.ok();
    };
    const Result<void> done = run(bench, sql, time, sinks, job);
    if (!done)
        return done.error();
    if (written)
        written = sink(text + csv.take());
    if (!written)
        return written.error();
    return count;
}

QJsonValue toJson(const SqlCell &cell)
{
    if (const auto *truth = std::get_if<bool>(&cell))
        return *truth;
    if (const auto *whole = std::get_if<std::int64_t>(&cell))
        return static_cast<qint64>(*whole);
    if (const auto *number = std::get_if<double>(&cell))
        return jsonNumber(*number);
    if (const auto *text = std::get_if<std::string>(&cell))
        return base::qs(*text);
    return QJsonValue(QJsonValue::Null);
}

} // namespace core::workbench
