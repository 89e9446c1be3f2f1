// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/sqlquery.h"

#include <QJsonArray>

#include <chrono>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using workbench::Workbench;

namespace {

struct SqlArguments {
    std::string statement;
    std::size_t limit = 1000;
    int seconds = 60;
    std::string format = "table";
    bool raw = false;
};

QString shown(const store::SqlCell &cell)
{
    if (const auto *number = std::get_if<double>(&cell))
        return shortest(*number);
    if (const auto *whole = std::get_if<std::int64_t>(&cell))
        return QString::number(*whole);
    if (const auto *truth = std::get_if<bool>(&cell))
        return *truth ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *text = std::get_if<std::string>(&cell))
        return safe(*text);
    return QStringLiteral("-");
}

bool isNumber(const store::SqlCell &cell)
{
    return std::holds_alternative<double>(cell) || std::holds_alternative<std::int64_t>(cell);
}

Result<int> showRows(Context &context, const Workbench &bench, const SqlArguments &arguments)
{
    const Result<workbench::SqlTable> result =
        workbench::selectRows(bench, arguments.statement, arguments.limit,
                              std::chrono::seconds(arguments.seconds), {context.cancel, {}});
    if (!result)
        return result.error();
    QJsonArray names;
    QJsonArray rows;
    std::vector<Table::Column> columns;
    for (std::size_t c = 0; c < result->columns.size(); ++c) {
        const bool numeric = !result->rows.empty() && isNumber(result->rows.front()[c]);
        names.append(base::qs(result->columns[c]));
        columns.push_back({safe(result->columns[c]), numeric ? Align::Right : Align::Left});
    }
    Table table(columns);
    for (const workbench::SqlRow &row : result->rows) {
        QJsonArray cells;
        QStringList texts;
        for (const store::SqlCell &cell : row) {
            cells.append(workbench::toJson(cell));
            texts << shown(cell);
        }
        rows.append(cells);
        table.add(texts);
    }
    context.console.object({{QStringLiteral("columns"), names},
                            {QStringLiteral("rows"), rows},
                            {QStringLiteral("more"), result->more}});
    context.console.print(table.text());
    if (result->more)
        context.console.note(
            Tr::tr("There are more than these %1 rows; --limit N shows more.").arg(arguments.limit));
    return 0;
}

Result<int> runSql(Context &context, const SqlArguments &arguments)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    if (arguments.format != "csv" || context.console.json)
        return showRows(context, **bench, arguments);
    const auto cells =
        arguments.raw ? workbench::CsvWriter::Cells::Raw : workbench::CsvWriter::Cells::Neutralised;
    const Result<std::uint64_t> count =
        workbench::selectCsv(**bench, arguments.statement, std::chrono::seconds(arguments.seconds), cells,
                             [&](std::string_view bytes) {
                                 context.console.raw(bytes);
                                 return Result<void>();
                             },
                             {context.cancel, {}});
    if (!count)
        return count.error();
    return 0;
}

} // namespace

void addSql(CLI::App &app, Context &context)
{
    auto arguments = std::make_shared<SqlArguments>();
    CLI::App *command = addCommand(app, context, "sql", "Ask in SQL; only SELECT, nothing can be changed",
                                   [&context, arguments] { return runSql(context, *arguments); });
    command
        ->add_option("statement", arguments->statement,
                     "One SELECT; tables: events, bars, ticks, quotes, relationships, runs, trials, ...")
        ->required();
    command->add_option("--limit", arguments->limit, "At most so many rows in a table or JSON [1000]")
        ->check(CLI::Range(std::size_t{1}, std::size_t{10'000'000}));
    command->add_option("--time", arguments->seconds, "Give up after so many seconds [60]")
        ->check(CLI::Range(1, 86400));
    command->add_option("--format", arguments->format, "table or csv (all rows) [table]")
        ->check(CLI::IsMember({"table", "csv"}));
    command->add_flag("--raw", arguments->raw,
                      "CSV for machines: text that looks like a formula is left as it is");
}

} // namespace app::cli
