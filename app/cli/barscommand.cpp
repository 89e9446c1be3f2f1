// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/barview.h"
#include "core/workbench/companynames.h"
#include "core/workbench/values.h"
#include "core/workbench/workbench.h"

#include <QJsonArray>

#include <algorithm>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using workbench::Workbench;

namespace {

struct BarsArguments {
    std::string symbol;
    std::string interval = "1d";
    std::string source;
    std::string from;
    std::string to;
    std::string asOf;
    std::string snapshot;
    std::string adjust = "none";
    std::string format = "table";
    bool raw = false;
    std::size_t limit = 0;
};

Result<base::Instant> instantOf(const std::string &text)
{
    return text.empty() ? Result<base::Instant>(base::Instant()) : base::parseInstant(text);
}

/// The end of a range: a date means the whole of it.
Result<base::Instant> endOf(const std::string &text)
{
    const Result<base::Date> day = base::parseDate(text);
    return day ? Result<base::Instant>(base::Instant(*day) + std::chrono::days(1)) : instantOf(text);
}

Result<domain::BarQuery> queryOf(const BarsArguments &arguments)
{
    domain::BarQuery query;
    query.symbol = arguments.symbol;
    query.interval = arguments.interval;
    const Result<base::Instant> from = instantOf(arguments.from);
    const Result<base::Instant> to = endOf(arguments.to);
    const Result<base::Instant> asOf = instantOf(arguments.asOf);
    for (const Result<base::Instant> *instant : {&from, &to, &asOf}) {
        if (!*instant)
            return instant->error();
    }
    query.from = *from;
    query.to = *to;
    query.asOf = *asOf;
    if (!arguments.snapshot.empty()) {
        const Result<std::uint64_t> snapshot = workbench::parseSnapshot(arguments.snapshot);
        if (!snapshot)
            return snapshot.error();
        query.snapshot = *snapshot;
    }
    return query;
}

Result<int> showBars(Context &context, const BarsArguments &arguments)
{
    workbench::BarRequest request;
    const Result<domain::BarQuery> query = queryOf(arguments);
    if (!query)
        return query.error();
    const Result<market::Adjustment> adjustment = workbench::parseAdjustment(arguments.adjust);
    if (!adjustment)
        return adjustment.error();
    request.source = arguments.source;
    request.adjustment = *adjustment;
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    request.query = *query;
    const Result<std::string> symbol =
        workbench::symbolMeant(**bench, query->symbol, query->interval, query->asOf);
    if (!symbol)
        return symbol.error();
    request.query.symbol = *symbol;
    const Result<domain::BarSeries> bars = workbench::barsOf((*bench)->bars(), request);
    if (!bars)
        return bars.error();
    const std::size_t first =
        arguments.limit > 0 && arguments.limit < bars->size() ? bars->size() - arguments.limit : 0;

    if (arguments.format == "csv" && !context.console.json) {
        workbench::CsvWriter csv(arguments.raw ? workbench::CsvWriter::Cells::Raw
                                               : workbench::CsvWriter::Cells::Neutralised);
        workbench::writeBarHeader(csv);
        for (std::size_t i = first; i < bars->size(); ++i)
            workbench::writeBar(csv, *bars, i);
        context.console.raw(csv.take());
        return 0;
    }
    QJsonArray list;
    Table table({{Tr::tr("opens (UTC)")},
                 {Tr::tr("closes (UTC)")},
                 {Tr::tr("open"), Align::Right},
                 {Tr::tr("high"), Align::Right},
                 {Tr::tr("low"), Align::Right},
                 {Tr::tr("close"), Align::Right},
                 {Tr::tr("adjusted"), Align::Right},
                 {Tr::tr("volume"), Align::Right}});
    for (std::size_t i = first; i < bars->size(); ++i) {
        if (context.console.json)
            list.append(workbench::barToJson(*bars, i));
        else
            table.add({moment(bars->ts[i]), moment(bars->tsEnd[i]), rounded(bars->open[i]),
                       rounded(bars->high[i]), rounded(bars->low[i]), rounded(bars->close[i]),
                       rounded(bars->adjClose[i]), shortest(bars->volume[i])});
    }
    context.console.object({{QStringLiteral("symbol"), base::qs(*symbol)},
                            {QStringLiteral("interval"), base::qs(arguments.interval)},
                            {QStringLiteral("adjustment"), base::qs(arguments.adjust)},
                            {QStringLiteral("simulated"), (*bench)->identity().sample},
                            {QStringLiteral("bars"), list}});
    context.console.print(table.text());
    if ((*bench)->identity().sample)
        context.console.note(Tr::tr("These prices are simulated."));
    return 0;
}

Result<int> gaps(Context &context, const BarsArguments &arguments)
{
    Result<domain::BarQuery> query = queryOf(arguments);
    if (!query)
        return query.error();
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<std::string> symbol =
        workbench::symbolMeant(**bench, query->symbol, query->interval, query->asOf);
    if (!symbol)
        return symbol.error();
    query->symbol = *symbol;
    const Result<workbench::GapReport> report = workbench::gapsOf((*bench)->bars(), *query);
    if (!report)
        return report.error();
    QJsonArray list;
    std::size_t missing = 0;
    Table table({{Tr::tr("first")}, {Tr::tr("last")}, {Tr::tr("sessions"), Align::Right}});
    for (const market::Gap &gap : report->gaps) {
        missing += gap.sessions;
        const QString first = base::qs(base::toIso(gap.first));
        const QString last = base::qs(base::toIso(gap.last));
        table.add({first, last, grouped(gap.sessions)});
        list.append(QJsonObject{{QStringLiteral("first"), first},
                                {QStringLiteral("last"), last},
                                {QStringLiteral("sessions"), static_cast<qint64>(gap.sessions)}});
    }
    context.console.object({{QStringLiteral("symbol"), base::qs(*symbol)},
                            {QStringLiteral("interval"), base::qs(arguments.interval)},
                            {QStringLiteral("calendar"), base::qs(report->calendar)},
                            {QStringLiteral("missing_sessions"), static_cast<qint64>(missing)},
                            {QStringLiteral("gaps"), list}});
    context.console.print(
        Tr::tr("%1 sessions of %2 without a bar\n").arg(grouped(missing), safe(report->calendar)));
    if (!table.isEmpty())
        context.console.print(table.text());
    return 0;
}

void addRange(CLI::App *command, BarsArguments &arguments)
{
    command->add_option("symbol", arguments.symbol, "Whose")->required();
    command->add_option("--from", arguments.from, "From this date or time on");
    command->add_option("--to", arguments.to, "To this date (all of it) or time");
    command->add_option("--as-of", arguments.asOf, "Only what was known then");
    command->add_option("--snapshot", arguments.snapshot, "Only what was stored then, such as 1-250");
}

void addShape(CLI::App *command, BarsArguments &arguments)
{
    addRange(command, arguments);
    command->add_option("--adjust", arguments.adjust,
                        "none, known (by known splits and dividends) or provider [none]");
    command->add_option("--limit", arguments.limit, "Only the last so many");
    command->add_option("--format", arguments.format, "table or csv [table]")
        ->check(CLI::IsMember({"table", "csv"}));
    command->add_flag("--raw", arguments.raw,
                      "CSV for machines: text that looks like a formula is left as it is");
}

} // namespace

void addBars(CLI::App &app, Context &context)
{
    auto arguments = std::make_shared<BarsArguments>();
    CLI::App *group = addGroup(app, "bars", "Look at prices");
    CLI::App *list = addCommand(*group, context, "show", "Show bars",
                                [&context, arguments] { return showBars(context, *arguments); });
    addShape(list, *arguments);
    list->add_option("--interval", arguments->interval,
                     "1d, 1m, 1h, fib5, ...: stored, or made of stored ones [1d]");

    CLI::App *coarse = addCommand(*group, context, "resample", "Make coarser bars out of stored ones",
                                  [&context, arguments] { return showBars(context, *arguments); });
    addShape(coarse, *arguments);
    coarse->add_option("--interval", arguments->interval, "What to make: 1h, 5d, fib8, ...")->required();
    coarse->add_option("--source", arguments->source, "Of which stored interval [the coarsest that fits]");

    CLI::App *holes = addCommand(*group, context, "gaps", "Sessions of the exchange without a bar",
                                 [&context, arguments] { return gaps(context, *arguments); });
    addRange(holes, *arguments);
    holes->add_option("--interval", arguments->interval, "A stored interval [1d]");
}

} // namespace app::cli
