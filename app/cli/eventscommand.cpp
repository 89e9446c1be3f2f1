// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/eventdiff.h"
#include "core/workbench/eventexport.h"
#include "core/workbench/values.h"
#include "core/workbench/workbench.h"

#include <QJsonArray>

namespace app::cli {

using namespace core;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using workbench::Workbench;

namespace {

constexpr std::uint64_t kScreenful = 50;
constexpr std::uint64_t kMostEvents = 1'000'000'000;
constexpr qsizetype kTextWidth = 60;

struct EventsArguments {
    std::string filter;
    std::string asOf;
    std::string snapshot;
    std::uint64_t limit = 0;
    std::string order = "asc";
    std::string format;
    std::string file;
    bool raw = false;
    std::string by;
    std::string from; ///< diff
    std::string to;
};

Result<domain::EventQuery> queryOf(Context &context, const EventsArguments &arguments)
{
    domain::EventQuery query;
    Result<domain::Filter> filter = domain::Filter::parse(arguments.filter, context.clock.now());
    if (!filter)
        return filter.error();
    if (filter->root().kind != domain::FilterNode::Kind::All)
        query.filter = std::make_shared<const domain::Filter>(std::move(*filter));
    if (!arguments.asOf.empty()) {
        const Result<base::Instant> asOf = base::parseInstant(arguments.asOf);
        if (!asOf)
            return asOf.error();
        query.asOf = *asOf;
    }
    if (!arguments.snapshot.empty()) {
        const Result<std::uint64_t> snapshot = workbench::parseSnapshot(arguments.snapshot);
        if (!snapshot)
            return snapshot.error();
        query.snapshot = *snapshot;
    }
    query.order = arguments.order == "desc" ? domain::Order::Descending : domain::Order::Ascending;
    return query;
}

QString shortened(const std::string &text)
{
    QString shown = safe(text);
    if (shown.size() <= kTextWidth)
        return shown;
    shown.truncate(kTextWidth - 3);
    if (shown.back().isHighSurrogate()) // half of a character
        shown.chop(1);
    return shown + QStringLiteral("...");
}

QStringList row(const domain::Event &event)
{
    QString value = shortest(event.value);
    if (!event.unit.empty() && value != QStringLiteral("-"))
        value += QLatin1Char(' ') + safe(event.unit);
    return {moment(event.timestamp), moment(event.knownAt), safe(event.source),
            safe(event.eventType),   safe(event.entity),    value,
            shortened(event.text)};
}

Table eventTable()
{
    return Table({{Tr::tr("timestamp (UTC)")},
                  {Tr::tr("known (UTC)")},
                  {Tr::tr("source")},
                  {Tr::tr("event type")},
                  {Tr::tr("entity")},
                  {Tr::tr("value"), Align::Right},
                  {Tr::tr("text")}});
}

Result<int> showTable(Context &context, const domain::EventReader &reader, domain::EventQuery query)
{
    const std::uint64_t limit = query.limit.value_or(kScreenful);
    query.limit = limit + 1; // one more tells whether there are more
    Table table = eventTable();
    std::uint64_t count = 0;
    const Result<void> read = reader.read(
        query,
        [&](const domain::Event &event) {
            if (++count <= limit)
                table.add(row(event));
            return true;
        },
        context.cancel);
    if (!read)
        return read.error();
    context.console.print(table.text());
    if (count > limit)
        context.console.note(Tr::tr("There are more than these %1; --limit N shows more.").arg(limit));
    return 0;
}

Result<int> query(Context &context, const EventsArguments &arguments)
{
    Result<domain::EventQuery> query = queryOf(context, arguments);
    if (!query)
        return query.error();
    if (arguments.limit > 0)
        query->limit = arguments.limit;
    std::string format = arguments.format;
    if (format.empty())
        format = context.console.json ? "json" : (arguments.file.empty() ? "table" : "csv");
    if (format == "table" && !arguments.file.empty())
        return Error{
            ErrorCode::BadInput,
            Tr::tr("A table goes to the terminal; for a file choose --format csv, json or parquet.")};
    if (context.console.json && arguments.file.empty() && format != "json")
        return Error{
            ErrorCode::BadInput,
            Tr::tr("--json and --format %1 contradict each other; leave one out.").arg(base::qs(format))};
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const domain::EventReader &reader = (*bench)->events();
    if (format == "table")
        return showTable(context, reader, *query);
    const Result<workbench::ExportFormat> known = workbench::exportFormat(format);
    if (!known)
        return known.error();
    const auto cells =
        arguments.raw ? workbench::CsvWriter::Cells::Raw : workbench::CsvWriter::Cells::Neutralised;
    if (arguments.file.empty()) {
        const Result<std::uint64_t> count = workbench::writeEvents(
            reader, *query, *known, cells,
            [&](std::string_view bytes) {
                context.console.raw(bytes);
                return Result<void>();
            },
            context.cancel);
        if (!count)
            return count.error();
        return 0;
    }
    query->verified = true;
    const Result<std::uint64_t> count =
        workbench::exportEvents(reader, *query, *known, cells, arguments.file, context.cancel);
    if (!count)
        return count.error();
    context.console.object({{QStringLiteral("file"), base::qs(arguments.file)},
                            {QStringLiteral("events"), static_cast<qint64>(*count)}});
    context.console.print(Tr::tr("%1 events written to %2\n").arg(grouped(*count), safe(arguments.file)));
    return 0;
}

Result<int> count(Context &context, const EventsArguments &arguments)
{
    const Result<domain::EventQuery> query = queryOf(context, arguments);
    if (!query)
        return query.error();
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const domain::EventReader &reader = (*bench)->events();
    const Result<std::vector<domain::EventGroup>> groups = reader.count(*query, arguments.by);
    if (!groups)
        return groups.error();
    std::uint64_t total = 0;
    QJsonArray list;
    Table table({{base::qs(arguments.by)}, {Tr::tr("events"), Align::Right}});
    for (const domain::EventGroup &group : *groups) {
        total += group.count;
        table.add({group.key.empty() ? Tr::tr("(none)") : safe(group.key), grouped(group.count)});
        list.append(QJsonObject{{QStringLiteral("key"), base::qs(group.key)},
                                {QStringLiteral("count"), static_cast<qint64>(group.count)}});
    }
    if (arguments.by.empty())
        list = {};
    context.console.object(
        {{QStringLiteral("total"), static_cast<qint64>(total)}, {QStringLiteral("groups"), list}});
    if (!arguments.by.empty()) {
        table.add({Tr::tr("total"), grouped(total)});
        context.console.print(table.text());
    } else {
        context.console.print(total == 1 ? Tr::tr("1 event\n") : Tr::tr("%1 events\n").arg(grouped(total)));
    }
    return 0;
}

/// "1-250" is a snapshot, everything else an instant.
Result<void> pin(domain::EventQuery &query, const std::string &text)
{
    const Result<std::uint64_t> snapshot = workbench::parseSnapshot(text);
    if (snapshot) {
        query.snapshot = *snapshot;
        return {};
    }
    const Result<base::Instant> asOf = base::parseInstant(text);
    if (!asOf) {
        return Error{
            ErrorCode::BadInput,
            Tr::tr("“%1” is neither a snapshot such as 1-250 nor a date or time.").arg(base::qs(text))};
    }
    query.asOf = *asOf;
    return {};
}

Result<int> diff(Context &context, const EventsArguments &arguments)
{
    Result<domain::EventQuery> before = queryOf(context, arguments);
    if (!before)
        return before.error();
    domain::EventQuery after = *before;
    Result<void> pinned = pin(*before, arguments.from);
    if (pinned && !arguments.to.empty())
        pinned = pin(after, arguments.to);
    if (!pinned)
        return pinned.error();
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const domain::EventReader &reader = (*bench)->events();
    const Result<workbench::EventDiff> diff = workbench::diffEvents(
        reader, *before, after, arguments.limit > 0 ? arguments.limit : kScreenful, context.cancel);
    if (!diff)
        return diff.error();
    QJsonArray changes;
    Table table = eventTable();
    for (const workbench::EventChange &change : diff->changes) {
        QJsonObject object;
        object.insert(QStringLiteral("before"), change.before ? QJsonValue(workbench::toJson(*change.before))
                                                              : QJsonValue(QJsonValue::Null));
        object.insert(QStringLiteral("after"), change.after ? QJsonValue(workbench::toJson(*change.after))
                                                            : QJsonValue(QJsonValue::Null));
        changes.append(object);
        const auto line = [&](const domain::Event &event, const QString &sign) {
            QStringList cells = row(event);
            cells[0].prepend(sign);
            table.add(cells);
        };
        if (change.before)
            line(*change.before, QStringLiteral("- "));
        if (change.after)
            line(*change.after, QStringLiteral("+ "));
    }
    context.console.object({{QStringLiteral("came"), static_cast<qint64>(diff->came)},
                            {QStringLiteral("went"), static_cast<qint64>(diff->went)},
                            {QStringLiteral("changed"), static_cast<qint64>(diff->changed)},
                            {QStringLiteral("same"), static_cast<qint64>(diff->same)},
                            {QStringLiteral("changes"), changes}});
    context.console.print(
        Tr::tr("%1 came, %2 went, %3 changed, %4 are the same.\n")
            .arg(grouped(diff->came), grouped(diff->went), grouped(diff->changed), grouped(diff->same)));
    if (!table.isEmpty())
        context.console.print(table.text());
    return 0;
}

} // namespace

void addEvents(CLI::App &app, Context &context)
{
    auto arguments = std::make_shared<EventsArguments>();
    CLI::App *group = addGroup(app, "events", "Look at what happened");
    group->footer("FILTER, for example: source == usgs and value >= 6.5 and entity in {JP, TW} and timestamp "
                  ">= 2011-01-01");

    CLI::App *show = addCommand(*group, context, "query", "Show or export events",
                                [&context, arguments] { return query(context, *arguments); });
    show->add_option("filter", arguments->filter, "Which; all when left out");
    show->add_option("--as-of", arguments->asOf, "Only what was known then, in the version then in force");
    show->add_option("--snapshot", arguments->snapshot, "Only what was stored then, such as 1-250");
    show->add_option("--limit", arguments->limit, "At most so many [50 in a table, else all]")
        ->check(CLI::Range(std::uint64_t{1}, kMostEvents));
    show->add_option("--order", arguments->order, "By time: asc or desc [asc]")
        ->check(CLI::IsMember({"asc", "desc"}));
    show->add_option("--format", arguments->format, "table, csv, json or parquet")
        ->check(CLI::IsMember({"table", "csv", "json", "parquet"}));
    show->add_option("-o,--output", arguments->file, "Write to this file");
    show->add_flag("--raw", arguments->raw,
                   "CSV for machines: text that looks like a formula is left as it is");

    CLI::App *number = addCommand(*group, context, "count", "Count events",
                                  [&context, arguments] { return count(context, *arguments); });
    number->add_option("filter", arguments->filter, "Which; all when left out");
    number->add_option("--as-of", arguments->asOf, "Only what was known then, in the version then in force");
    number->add_option("--snapshot", arguments->snapshot, "Only what was stored then, such as 1-250");
    number->add_option("--by", arguments->by, "Group by source, event_type, entity, day, month or year")
        ->check(CLI::IsMember({"source", "event_type", "entity", "day", "month", "year"}));

    CLI::App *compare = addCommand(*group, context, "diff", "What changed between two snapshots or instants",
                                   [&context, arguments] { return diff(context, *arguments); });
    compare->add_option("filter", arguments->filter, "Which; all when left out");
    compare->add_option("--from", arguments->from, "A snapshot (1-250) or an as-of instant")->required();
    compare->add_option("--to", arguments->to, "The same [now]");
    compare->add_option("--limit", arguments->limit, "List at most so many changes [50]");
}

} // namespace app::cli
