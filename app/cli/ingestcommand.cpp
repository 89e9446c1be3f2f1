// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"
#include "app/cli/command.h"
#include "app/cli/sourcefigures.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/collecting.h"
#include "core/workbench/keys.h"

#include <QJsonArray>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using workbench::Workbench;

namespace {

QJsonArray refusalsOf(const ingest::TransformReport &report)
{
    QJsonArray refusals;
    for (const sources::Refusal &refusal : report.refusals)
        refusals.append(QJsonObject{{QStringLiteral("reason"), refusal.reason},
                                    {QStringLiteral("count"), static_cast<qint64>(refusal.count)}});
    return refusals;
}

QString lineOf(const ingest::ReplayedFile &one)
{
    const QString file = safe(one.file);
    if (!one.isRecognised)
        return Tr::tr("%1: not an answer of this source\n").arg(file);
    if (one.isKnown)
        return Tr::tr("%1: taken in before\n").arg(file);
    if (one.report.fault)
        return Tr::tr("%1: no data: %2\n").arg(file, safe(one.report.fault->sentence));
    QString text = Tr::tr("%1: %2; %3 records, %4 stored, %5 duplicate, %6 refused\n")
                       .arg(file, safe(one.report.endpoint), grouped(one.report.records), grouped(one.report.stored),
                            grouped(one.report.duplicate), grouped(one.report.refused));
    for (const sources::Refusal &refusal : one.report.refusals)
        text += Tr::tr("  refused %1: %2\n").arg(grouped(refusal.count), safe(refusal.reason));
    return text;
}

Result<int> replay(Context &context, const std::string &folder, const std::vector<std::string> &source)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const auto files =
        workbench::replay(**bench, folder, source.empty() ? std::string() : source.front(), jobOf(context));
    if (!files)
        return files.error();
    QJsonArray array;
    std::uint64_t stored = 0;
    std::uint64_t duplicate = 0;
    std::uint64_t refused = 0;
    for (const ingest::ReplayedFile &one : *files) {
        context.console.print(lineOf(one));
        stored += one.report.stored;
        duplicate += one.report.duplicate;
        refused += one.report.refused;
        array.append(QJsonObject{
            {QStringLiteral("file"), base::qs(one.file)},
            {QStringLiteral("endpoint"), base::qs(one.report.endpoint)},
            {QStringLiteral("recognised"), one.isRecognised},
            {QStringLiteral("known"), one.isKnown},
            {QStringLiteral("records"), static_cast<qint64>(one.report.records)},
            {QStringLiteral("stored"), static_cast<qint64>(one.report.stored)},
            {QStringLiteral("duplicate"), static_cast<qint64>(one.report.duplicate)},
            {QStringLiteral("refused"), static_cast<qint64>(one.report.refused)},
            {QStringLiteral("refusals"), refusalsOf(one.report)},
            {QStringLiteral("fault"), one.report.fault ? QJsonValue(one.report.fault->sentence) : QJsonValue()}});
    }
    context.console.print(Tr::tr("%1 files: %2 stored, %3 duplicate, %4 refused\n")
                              .arg(grouped(files->size()), grouped(stored), grouped(duplicate), grouped(refused)));
    context.console.object({{QStringLiteral("files"), array},
                            {QStringLiteral("stored"), static_cast<qint64>(stored)},
                            {QStringLiteral("duplicate"), static_cast<qint64>(duplicate)},
                            {QStringLiteral("refused"), static_cast<qint64>(refused)}});
    return 0;
}

struct RunArguments {
    std::vector<std::string> sources;
    std::string replayFolder;
    std::string contact;
    bool once = false;
};

Result<int> runIngest(Context &context, const RunArguments &arguments)
{
    if (!arguments.replayFolder.empty())
        return replay(context, arguments.replayFolder, arguments.sources);
    const Application application;
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    workbench::CollectJob job;
    job.only = arguments.sources;
    job.once = arguments.once;
    job.contact = arguments.contact;
    job.secretOf = workbench::secretOf(workbench::desktopSecrets());
    job.told = [&context](const ingest::TransformReport &report) {
        context.console.note(report.fault
                                 ? Tr::tr("%1: %2").arg(safe(report.source), safe(report.fault->sentence))
                                 : Tr::tr("%1 %2: %3 stored, %4 duplicate, %5 refused")
                                       .arg(safe(report.source), safe(report.endpoint), grouped(report.stored),
                                            grouped(report.duplicate), grouped(report.refused)));
    };
    job.ran = [&context](const store::ScheduleTurn &turn) { context.console.note(turnLine(turn).trimmed()); };
    const auto report = workbench::collect(**bench, job, {context.cancel, {}});
    if (!report)
        return report.error();
    if (arguments.once && context.cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("Collecting was stopped; what is queued goes on next time.")};
    context.console.print(Tr::tr("%1 answers, %2 of them unchanged; %3 rows stored, %4 duplicate, %5 refused; %6 faults, "
                                 "%7 jobs given up\n")
                              .arg(grouped(report->fetched), grouped(report->unchanged), grouped(report->stored),
                                   grouped(report->duplicate), grouped(report->refused), grouped(report->faults),
                                   grouped(report->failed)));
    context.console.object({{QStringLiteral("fetched"), static_cast<qint64>(report->fetched)},
                            {QStringLiteral("unchanged"), static_cast<qint64>(report->unchanged)},
                            {QStringLiteral("stored"), static_cast<qint64>(report->stored)},
                            {QStringLiteral("duplicate"), static_cast<qint64>(report->duplicate)},
                            {QStringLiteral("refused"), static_cast<qint64>(report->refused)},
                            {QStringLiteral("faults"), static_cast<qint64>(report->faults)},
                            {QStringLiteral("failed"), static_cast<qint64>(report->failed)}});
    if (arguments.once && report->fetched == 0 && report->faults > 0)
        return exitCode(ErrorCode::Network); // nobody answered
    return report->failed > 0 || (arguments.once && report->faults > 0) ? 1 : 0;
}

QString stageText(store::IngestStage stage)
{
    return stage == store::IngestStage::Fetch ? Tr::tr("fetch") : Tr::tr("transform");
}

Result<int> status(Context &context)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const auto found = workbench::ingestStatus(**bench);
    if (!found)
        return found.error();
    QString text = found->collector ? Tr::tr("Collecting: process %1 on %2, since %3\n")
                                          .arg(found->collector->pid)
                                          .arg(safe(found->collector->host), moment(found->collector->takenAt))
                                    : Tr::tr("Nothing collects just now.\n");
    QJsonArray queue;
    Table waiting({{Tr::tr("source")}, {Tr::tr("stage")}, {Tr::tr("waiting"), Align::Right},
                   {Tr::tr("running"), Align::Right}, {Tr::tr("failed"), Align::Right}});
    for (const store::IngestCounts &one : found->queue) {
        waiting.add({safe(one.source), stageText(one.stage), grouped(one.waiting), grouped(one.running),
                     grouped(one.failed)});
        queue.append(QJsonObject{{QStringLiteral("source"), base::qs(one.source)},
                                 {QStringLiteral("stage"), stageText(one.stage)},
                                 {QStringLiteral("waiting"), static_cast<qint64>(one.waiting)},
                                 {QStringLiteral("running"), static_cast<qint64>(one.running)},
                                 {QStringLiteral("failed"), static_cast<qint64>(one.failed)}});
    }
    text += waiting.isEmpty() ? Tr::tr("The queue is empty.\n") : waiting.text();
    QJsonArray failed;
    for (const store::IngestJob &job : found->failed) {
        text += Tr::tr("failed %1, %2 (%3): %4\n")
                    .arg(moment(job.endedAt), safe(job.source), stageText(job.stage), safe(job.reason));
        failed.append(QJsonObject{{QStringLiteral("source"), base::qs(job.source)},
                                  {QStringLiteral("stage"), stageText(job.stage)},
                                  {QStringLiteral("what"), base::qs(job.what)},
                                  {QStringLiteral("reason"), base::qs(job.reason)},
                                  {QStringLiteral("attempts"), job.attempts}});
    }
    QJsonArray backfills;
    for (const store::Backfill &one : found->backfills) {
        text += Tr::tr("backfill of %1, %2 to %3: %4 done, %5 open, %6 failed\n")
                    .arg(safe(one.source), moment(one.from), moment(one.to), grouped(one.done), grouped(one.open),
                         grouped(one.failed));
        backfills.append(QJsonObject{{QStringLiteral("source"), base::qs(one.source)},
                                     {QStringLiteral("from"), base::qs(base::toIso(one.from))},
                                     {QStringLiteral("to"), base::qs(base::toIso(one.to))},
                                     {QStringLiteral("done"), static_cast<qint64>(one.done)},
                                     {QStringLiteral("open"), static_cast<qint64>(one.open)},
                                     {QStringLiteral("failed"), static_cast<qint64>(one.failed)}});
    }
    QJsonArray gaps;
    for (const store::Gap &gap : found->gaps) {
        text += Tr::tr("gap of %1, %2 to %3: %4 (%5)\n")
                    .arg(safe(gap.source), moment(gap.from), moment(gap.to), safe(gap.reason),
                         gap.isFilled ? Tr::tr("asked for again") : Tr::tr("cannot be asked for"));
        gaps.append(QJsonObject{{QStringLiteral("source"), base::qs(gap.source)},
                                {QStringLiteral("from"), base::qs(base::toIso(gap.from))},
                                {QStringLiteral("to"), base::qs(base::toIso(gap.to))},
                                {QStringLiteral("reason"), base::qs(gap.reason)},
                                {QStringLiteral("filled"), gap.isFilled}});
    }
    context.console.print(text);
    const Application application;
    const auto all = workbench::sourceStatuses(**bench, workbench::secretOf(workbench::desktopSecrets()));
    if (!all)
        return all.error();
    QJsonArray figures;
    for (const workbench::SourceStatus &source : *all) {
        if (!source.isEnabled && source.month.records == 0 && source.month.requests == 0)
            continue;
        QJsonObject object = figuresOf(source);
        object.insert(QStringLiteral("source"), base::qs(source.name));
        figures.append(object);
    }
    QJsonValue collector;
    if (found->collector)
        collector = QJsonObject{{QStringLiteral("pid"), static_cast<qint64>(found->collector->pid)},
                                {QStringLiteral("host"), base::qs(found->collector->host)},
                                {QStringLiteral("doing"), base::qs(found->collector->purpose)},
                                {QStringLiteral("since"), base::qs(base::toIso(found->collector->takenAt))}};
    context.console.object({{QStringLiteral("collecting"), found->collector.has_value()},
                            {QStringLiteral("collector"), collector},
                            {QStringLiteral("sources"), figures},
                            {QStringLiteral("queue"), queue},
                            {QStringLiteral("failed"), failed},
                            {QStringLiteral("backfills"), backfills},
                            {QStringLiteral("gaps"), gaps}});
    return found->failed.empty() ? 0 : 1;
}

Result<int> retry(Context &context, const std::string &source)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const auto count = workbench::retryFailed(**bench, source);
    if (!count)
        return count.error();
    context.console.print(Tr::tr("%1 failed jobs wait again.\n").arg(grouped(*count)));
    context.console.object({{QStringLiteral("retried"), static_cast<qint64>(*count)}});
    return 0;
}

Result<int> reparse(Context &context, const std::string &source, bool all)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const auto report = workbench::reparse(**bench, source, all, jobOf(context));
    if (!report)
        return report.error();
    const std::string before = store::Workspace::snapshotText(report->snapshot);
    context.console.print(Tr::tr("%1 answers read anew, %2 were read by this parser already, %3 without data; %4 records: "
                                 "%5 rows are new or changed, %6 the same, %7 refused\n")
                              .arg(grouped(report->payloads), grouped(report->current), grouped(report->faults),
                                   grouped(report->records), grouped(report->stored), grouped(report->same),
                                   grouped(report->refused)));
    if (report->stored > 0)
        context.console.note(Tr::tr("“events diff 'source == %1' --from %2” shows what changed.").arg(safe(source), safe(before)));
    context.console.object({{QStringLiteral("payloads"), static_cast<qint64>(report->payloads)},
                            {QStringLiteral("current"), static_cast<qint64>(report->current)},
                            {QStringLiteral("faults"), static_cast<qint64>(report->faults)},
                            {QStringLiteral("records"), static_cast<qint64>(report->records)},
                            {QStringLiteral("stored"), static_cast<qint64>(report->stored)},
                            {QStringLiteral("same"), static_cast<qint64>(report->same)},
                            {QStringLiteral("refused"), static_cast<qint64>(report->refused)},
                            {QStringLiteral("before"), base::qs(before)}});
    return 0;
}

struct BackfillArguments {
    std::string source;
    std::string from;
    std::string to;
};

Result<int> backfill(Context &context, const BackfillArguments &arguments)
{
    const Application application;
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const auto from = base::parseDate(arguments.from);
    const auto to = arguments.to.empty() ? Result<base::Date>(context.clock.now().utcDay()) : base::parseDate(arguments.to);
    if (!from || !to)
        return from ? to.error() : from.error();
    const auto jobs = workbench::startBackfill(**bench, arguments.source, *from, *to,
                                              workbench::secretOf(workbench::desktopSecrets()));
    if (!jobs)
        return jobs.error();
    context.console.print(Tr::tr("%1 requests are in the queue; “ingest run” works on them and goes on after a stop.\n")
                              .arg(grouped(*jobs)));
    context.console.object({{QStringLiteral("jobs"), static_cast<qint64>(*jobs)}});
    return 0;
}

} // namespace

void addIngest(CLI::App &app, Context &context)
{
    CLI::App *group = addGroup(app, "ingest", "Collect from the sources");
    auto arguments = std::make_shared<RunArguments>();
    CLI::App *command =
        addCommand(*group, context, "run", "Collect from what is switched on, until it is stopped",
                   [&context, arguments] { return runIngest(context, *arguments); });
    command->add_option("--source", arguments->sources, "Only these");
    command->add_flag("--once", arguments->once, "End when nothing is due any more");
    command->add_option("--replay", arguments->replayFolder,
                        "Take in a folder of recorded answers instead; the source is the folder's name, or --source");
    command->add_option("--contact", arguments->contact, "Your name and mail address, told to the providers");
    addCommand(*group, context, "status", "The queue, failed jobs, backfills, gaps", [&context] { return status(context); });
    auto retried = std::make_shared<std::string>();
    CLI::App *again = addCommand(*group, context, "retry", "Failed jobs wait again",
                                 [&context, retried] { return retry(context, *retried); });
    again->add_option("source", *retried, "Only this source [all]");
    auto anew = std::make_shared<std::pair<std::string, bool>>();
    CLI::App *parsed = addCommand(*group, context, "reparse", "Read everything a source sent with the present parser",
                                  [&context, anew] { return reparse(context, anew->first, anew->second); });
    parsed->add_option("source", anew->first, "Its name")->required();
    parsed->add_flag("--all", anew->second, "Answers that this version of the parser has read, too");
    auto days = std::make_shared<BackfillArguments>();
    CLI::App *past = addCommand(*group, context, "backfill", "Ask a source for the past",
                                [&context, days] { return backfill(context, *days); });
    past->add_option("source", days->source, "Its name")->required();
    past->add_option("--from", days->from, "The first day")->required();
    past->add_option("--to", days->to, "The last day [today]");
    addService(*group, context);
}

} // namespace app::cli
