// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/calendarimport.h"
#include "core/workbench/imports.h"

#include <QJsonArray>

#include <algorithm>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using workbench::FileOutcome;
using workbench::Workbench;

namespace {

struct ImportArguments {
    std::vector<std::string> files;
    std::string preset;
    std::string interval;
    std::string zone;
    std::string presetFolder;
};

QJsonObject toJson(const std::string &file, const FileOutcome &outcome)
{
    if (!outcome) {
        return {{QStringLiteral("file"), base::qs(file)}, {QStringLiteral("error"), outcome.error().message}};
    }
    QJsonArray refusals;
    for (const sources::Refusal &refusal : outcome->refusals) {
        QJsonArray lines;
        for (const sources::RefusedLine &line : refusal.first)
            lines.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(line.line)},
                                     {QStringLiteral("text"), base::qs(line.text)}});
        refusals.append(QJsonObject{{QStringLiteral("reason"), refusal.reason},
                                    {QStringLiteral("count"), static_cast<qint64>(refusal.count)},
                                    {QStringLiteral("first"), lines}});
    }
    return {{QStringLiteral("file"), base::qs(file)},
            {QStringLiteral("preset"), base::qs(outcome->preset)},
            {QStringLiteral("source"), base::qs(outcome->source)},
            {QStringLiteral("kind"), base::qs(outcome->kind)},
            {QStringLiteral("bytes"), static_cast<qint64>(outcome->bytes)},
            {QStringLiteral("rows"), static_cast<qint64>(outcome->rows)},
            {QStringLiteral("values"), static_cast<qint64>(outcome->values)},
            {QStringLiteral("stored"), static_cast<qint64>(outcome->stored)},
            {QStringLiteral("duplicate"), static_cast<qint64>(outcome->duplicate)},
            {QStringLiteral("instruments"), static_cast<qint64>(outcome->instruments)},
            {QStringLiteral("refused"), static_cast<qint64>(outcome->refused)},
            {QStringLiteral("refusals"), refusals},
            {QStringLiteral("raw_sha256"), base::qs(base::toHex(outcome->rawSha256))}};
}

/// Which lines were refused and why.
QString refusalText(const ingest::ImportReport &report)
{
    QString text;
    for (const sources::Refusal &refusal : report.refusals) {
        QStringList lines;
        for (const sources::RefusedLine &line : refusal.first)
            lines << Tr::tr("line %1 “%2”").arg(line.line).arg(safe(line.text));
        const QString more = refusal.count > refusal.first.size() ? QStringLiteral(", ...") : QString();
        text +=
            Tr::tr("  refused %1: %2 (%3%4)\n")
                .arg(grouped(refusal.count), safe(refusal.reason), lines.join(QStringLiteral(", ")), more);
    }
    return text;
}

Result<int> import(Context &context, const ImportArguments &arguments, ingest::ImportWhat what)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    workbench::ImportJob job;
    job.files.assign(arguments.files.begin(), arguments.files.end());
    job.presetFolder = arguments.presetFolder;
    job.request.what = what;
    if (!arguments.preset.empty())
        job.request.preset = arguments.preset;
    if (!arguments.interval.empty())
        job.request.interval = arguments.interval;
    if (!arguments.zone.empty())
        job.request.zone = arguments.zone;
    job.fileDone = [&](const std::filesystem::path &file, const FileOutcome &outcome) {
        if (!outcome)
            return;
        context.console.print(Tr::tr("%1: %2 of %3; %4 rows, %5 stored, %6 duplicate, %7 refused\n")
                                  .arg(safe(file.filename().string()), safe(outcome->kind),
                                       safe(outcome->preset), grouped(outcome->rows),
                                       grouped(outcome->stored), grouped(outcome->duplicate),
                                       grouped(outcome->refused)));
        context.console.print(refusalText(*outcome));
    };
    const Result<std::vector<FileOutcome>> outcomes =
        workbench::importFiles(**bench, job, "/proc/self/exe", jobOf(context));
    if (!outcomes)
        return outcomes.error();
    QJsonArray files;
    std::size_t failed = 0;
    for (std::size_t i = 0; i < outcomes->size(); ++i) {
        files.append(toJson(arguments.files[i], (*outcomes)[i]));
        failed += (*outcomes)[i].ok() ? 0 : 1;
    }
    if (outcomes->size() == 1 && failed == 1)
        return outcomes->front().error();
    for (const FileOutcome &outcome : *outcomes) {
        if (!outcome)
            context.console.fail(outcome.error());
    }
    context.console.object(
        {{QStringLiteral("files"), files}, {QStringLiteral("failed"), static_cast<qint64>(failed)}});
    return failed > 0 ? 1 : 0;
}

struct Days {
    std::string from;
    std::string to;
};

Result<int> importCalendar(Context &context, const Days &days)
{
    auto [from, to] = workbench::usualCalendar(context.clock);
    for (const auto &[text, day] : {std::pair(&days.from, &from), std::pair(&days.to, &to)}) {
        if (text->empty())
            continue;
        const Result<base::Date> parsed = base::parseDate(*text);
        if (!parsed)
            return parsed.error();
        *day = *parsed;
    }
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<store::InsertSummary> summary = workbench::importCalendar(**bench, from, to);
    if (!summary)
        return summary.error();
    context.console.print(Tr::tr("Computed calendar, %1 to %2: %3 events stored, %4 already there\n")
                              .arg(base::qs(base::toIso(from)), base::qs(base::toIso(to)),
                                   grouped(summary->stored), grouped(summary->duplicates)));
    context.console.object({{QStringLiteral("from"), base::qs(base::toIso(from))},
                            {QStringLiteral("to"), base::qs(base::toIso(to))},
                            {QStringLiteral("stored"), static_cast<qint64>(summary->stored)},
                            {QStringLiteral("duplicate"), static_cast<qint64>(summary->duplicates)}});
    return 0;
}

void addCalendar(CLI::App &group, Context &context)
{
    auto days = std::make_shared<Days>();
    CLI::App *command =
        addCommand(group, context, "calendar",
                   "Dates that follow from rules (payrolls, expiries, holidays, moons, ...): no file",
                   [&context, days] { return importCalendar(context, *days); });
    command->add_option("--from", days->from, "The first day [1960-01-01]");
    command->add_option("--to", days->to, "The last day [the end of the year after next]");
}

void addKind(CLI::App &group, Context &context, const std::string &name, const std::string &does,
             ingest::ImportWhat what)
{
    auto arguments = std::make_shared<ImportArguments>();
    CLI::App *command = addCommand(group, context, name, does,
                                   [&context, arguments, what] { return import(context, *arguments, what); });
    command->add_option("files", arguments->files, "CSV (also .gz), JSON or Parquet")->required();
    command->add_option("--preset", arguments->preset, "How to read them [recognised from the header]");
    command->add_option("--tz", arguments->zone,
                        "The zone of their dates, such as America/New_York [the preset's]");
    command->add_option("--presets", arguments->presetFolder,
                        "A folder with presets of your own [presets/ in the workspace]");
    if (what != ingest::ImportWhat::Events)
        command->add_option("--interval", arguments->interval,
                            "The interval of the bars, such as 1d or 5m [the preset's]");
}

} // namespace

void addImport(CLI::App &app, Context &context)
{
    CLI::App *group = addGroup(app, "import", "Take files over");
    addKind(*group, context, "bars", "Prices, corporate actions, instruments", ingest::ImportWhat::Bars);
    addKind(*group, context, "events", "Anything that happened", ingest::ImportWhat::Events);
    addKind(*group, context, "ticks", "Trades and quotes", ingest::ImportWhat::Ticks);
    addCalendar(*group, context);
}

void addWorker(CLI::App &app, Context &context)
{
    auto file = std::make_shared<std::string>();
    CLI::App *group = addGroup(app, "worker", "For this program's own use");
    group->group(""); // not in the help
    CLI::App *parquet =
        addCommand(*group, context, "parquet", "Write a Parquet file as CSV", [file]() -> Result<int> {
            const Result<void> read = workbench::readParquetForParent(*file);
            if (!read)
                return read.error();
            return 0;
        });
    parquet->add_option("file", *file, "The file")->required();
}

} // namespace app::cli
