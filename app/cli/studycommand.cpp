// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/findings.h"
#include "app/cli/table.h"
#include "app/cli/walktext.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/evidence.h"
#include "core/workbench/findingscript.h"
#include "core/workbench/sentences.h"
#include "core/workbench/shards.h"
#include "core/workbench/studies.h"
#include "core/workbench/tearsheet.h"
#include "core/workbench/walks.h"

#include <QJsonArray>

#include <cmath>

namespace app::cli {

using namespace core;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using workbench::Workbench;

namespace {

constexpr std::uint64_t kMostShown = 10'000'000;

struct StudyArguments {
    std::string file;
    std::string run;
    std::string folder;
    std::string shard;
    std::vector<std::string> folders;
    std::string finding;
    std::string language = "python";
    std::string from;
    std::string to;
    std::string step = "1y";
    unsigned threads = 0;
    bool all = false;
};

/// Says what a long run will take before it starts.
workbench::PlanSink planNote(Context &context)
{
    return [&context](const discovery::Cost &cost) {
        constexpr std::uint64_t kLarge = 100'000;
        if (cost.hypotheses >= kLarge)
            context.console.note(Tr::tr("%1 hypotheses, about %2 seconds and %3 of memory.")
                                     .arg(grouped(cost.hypotheses), fixed(std::ceil(cost.seconds), 0),
                                          bytes(static_cast<std::uint64_t>(cost.bytes))));
    };
}

Result<int> runShard(Context &context, const Workbench &bench, const StudyArguments &arguments)
{
    if (arguments.folder.empty())
        return Error{ErrorCode::BadInput, Tr::tr("A shard needs a folder to be left in; name one with -o.")};
    const Result<discovery::Shard> shard = workbench::parseShard(arguments.shard);
    if (!shard)
        return shard.error();
    const Result<discovery::ShardReport> report =
        workbench::runShard(bench, arguments.file, *shard, arguments.folder, arguments.threads,
                            jobOf(context), planNote(context));
    if (!report)
        return report.error();
    context.console.object({{QStringLiteral("shard"), base::qs(arguments.shard)},
                            {QStringLiteral("family"), base::qs(base::toHex(report->family))},
                            {QStringLiteral("hypotheses"), static_cast<qint64>(report->hypotheses)},
                            {QStringLiteral("pairs"), static_cast<qint64>(report->range.last - report->range.first)},
                            {QStringLiteral("elapsed_ms"), static_cast<qint64>(report->elapsedMs)}});
    context.console.print(
        Tr::tr("Shard %1 is done: %2 of %3 pairs, in %4. When all are, “study merge FOLDER…” puts them "
               "together.\n")
            .arg(base::qs(arguments.shard), grouped(report->range.last - report->range.first),
                 grouped(report->pairs), safe(arguments.folder)));
    return 0;
}

Result<int> tell(Context &context, const Workbench &bench, const StudyArguments &arguments,
                 const discovery::RunReport &report)
{
    if (!arguments.folder.empty()) {
        const Result<void> exported = workbench::exportReport(report, arguments.folder);
        if (!exported)
            return exported.error();
    }
    context.console.object(discovery::toJson(report));
    context.console.print(reportText(report, bench.identity().sample, false));
    return 0;
}

Result<int> merge(Context &context, const StudyArguments &arguments)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<discovery::RunReport> report =
        workbench::mergeShards(**bench, {arguments.folders.begin(), arguments.folders.end()},
                               arguments.threads, jobOf(context));
    if (!report)
        return report.error();
    return tell(context, **bench, arguments, *report);
}

Result<int> runStudy(Context &context, const StudyArguments &arguments)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    if (!arguments.shard.empty())
        return runShard(context, **bench, arguments);
    const Result<discovery::RunReport> report = workbench::runStudy(
        **bench, arguments.file, arguments.threads, jobOf(context), planNote(context));
    if (!report)
        return report.error();
    return tell(context, **bench, arguments, *report);
}

Result<int> listRuns(Context &context)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<std::vector<store::RunRecord>> runs = (*bench)->ledger().runs();
    if (!runs)
        return runs.error();
    QJsonArray all;
    Table table({{Tr::tr("run")},
                 {Tr::tr("study")},
                 {Tr::tr("started (UTC)")},
                 {Tr::tr("status")},
                 {Tr::tr("hypotheses"), Align::Right},
                 {Tr::tr("significant"), Align::Right},
                 {Tr::tr("candidates"), Align::Right},
                 {Tr::tr("by chance"), Align::Right},
                 {Tr::tr("snapshot")}});
    for (const store::RunRecord &record : *runs) {
        const QString name = workbench::studyName(record);
        const QString snapshot = base::qs(store::Workspace::snapshotText(record.snapshot));
        table.add({safe(record.run), safe(name), moment(record.startedAt), safe(record.status),
                   grouped(record.hypotheses), grouped(record.significant), grouped(record.candidates),
                   fixed(record.expectedFalse, 2), snapshot});
        all.append(QJsonObject{{QStringLiteral("run"), base::qs(record.run)},
                               {QStringLiteral("study"), name},
                               {QStringLiteral("family"), base::qs(base::toHex(record.family))},
                               {QStringLiteral("started_at"), base::qs(base::toIso(record.startedAt))},
                               {QStringLiteral("status"), base::qs(record.status)},
                               {QStringLiteral("hypotheses"), static_cast<qint64>(record.hypotheses)},
                               {QStringLiteral("significant"), static_cast<qint64>(record.significant)},
                               {QStringLiteral("candidates"), static_cast<qint64>(record.candidates)},
                               {QStringLiteral("expected_false"), record.expectedFalse},
                               {QStringLiteral("snapshot"), snapshot},
                               {QStringLiteral("result_hash"), base::qs(record.resultHash)},
                               {QStringLiteral("program"), base::qs(record.program)},
                               {QStringLiteral("elapsed_ms"), static_cast<qint64>(record.elapsedMs)}});
    }
    context.console.object({{QStringLiteral("runs"), all}});
    context.console.print(table.isEmpty()
                              ? Tr::tr("No study has been run here yet; “study run FILE” runs one.\n")
                              : table.text());
    return 0;
}

/// The run with one of its findings, which `brief` may have kept without reporting.
Result<int> showFinding(Context &context, const Workbench &bench, discovery::RunReport report,
                        const std::string &beginning)
{
    const Result<base::Sha256> hypothesis = workbench::hypothesisOf(bench, report.run, beginning);
    if (!hypothesis)
        return hypothesis.error();
    const Result<discovery::Evidence> evidence =
        workbench::evidenceOf(bench, report.run, *hypothesis, 0, jobOf(context));
    if (!evidence)
        return evidence.error();
    report.findings = {evidence->finding};
    const QString sentence = workbench::sentenceOf(evidence->finding, kPlainNumbers);
    const std::vector<QString> checks = workbench::robustnessSentences(*evidence, kPlainNumbers);
    QJsonObject object = discovery::toJson(report);
    object.insert(QStringLiteral("sentence"), sentence);
    object.insert(QStringLiteral("checks"), QJsonArray::fromStringList({checks.begin(), checks.end()}));
    context.console.object(object);
    context.console.print(reportText(report, bench.identity().sample, true));
    context.console.print(QLatin1Char('\n') + safe(sentence) + QLatin1Char('\n'));
    for (const QString &check : checks)
        context.console.print(safe(check) + QLatin1Char('\n'));
    return 0;
}

Result<int> showRun(Context &context, const StudyArguments &arguments)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<discovery::RunReport> brief = workbench::showRun(**bench, arguments.run, false);
    if (!brief)
        return brief.error();
    if (arguments.all && brief->hypotheses > kMostShown) {
        return Error{
            ErrorCode::BadInput,
            Tr::tr("Run %1 has %2 hypotheses; --all lists at most %3, so leave it out to see the strongest.")
                .arg(base::qs(brief->run), grouped(brief->hypotheses), grouped(kMostShown))};
    }
    if (!arguments.finding.empty())
        return showFinding(context, **bench, *brief, arguments.finding);
    const Result<discovery::RunReport> report =
        arguments.all ? workbench::showRun(**bench, arguments.run, true) : brief;
    if (!report)
        return report.error();
    context.console.object(discovery::toJson(*report));
    context.console.print(reportText(*report, (*bench)->identity().sample, arguments.all));
    return 0;
}

Result<int> script(Context &context, const StudyArguments &arguments)
{
    const Result<workbench::ScriptLanguage> language = workbench::parseScriptLanguage(arguments.language);
    if (!language)
        return language.error();
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<base::Sha256> hypothesis =
        workbench::hypothesisOf(**bench, arguments.run, arguments.finding);
    if (!hypothesis)
        return hypothesis.error();
    const Result<QString> text =
        workbench::findingScript(**bench, arguments.run, *hypothesis, *language, jobOf(context));
    if (!text)
        return text.error();
    context.console.object({{QStringLiteral("hypothesis"), base::qs(base::toHex(*hypothesis))},
                            {QStringLiteral("language"), base::qs(arguments.language)},
                            {QStringLiteral("script"), *text}});
    if (!context.console.json)
        context.console.raw(base::utf8(*text));
    return 0;
}

Result<int> verifyRun(Context &context, const StudyArguments &arguments)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<discovery::VerifyReport> report =
        workbench::verifyRun(**bench, arguments.run, arguments.threads, jobOf(context));
    if (!report)
        return report.error();
    context.console.object({{QStringLiteral("run"), base::qs(report->run)},
                            {QStringLiteral("same"), report->same()},
                            {QStringLiteral("expected"), base::qs(report->expected)},
                            {QStringLiteral("found"), base::qs(report->found)},
                            {QStringLiteral("elapsed_ms"), static_cast<qint64>(report->elapsedMs)}});
    if (report->same()) {
        context.console.print(Tr::tr("Run %1 gives the same result again, bit for bit: %2\n")
                                  .arg(safe(report->run), safe(report->found)));
        return 0;
    }
    context.console.print(Tr::tr("Run %1 gives another result now: it was %2 and is %3. “workspace verify” "
                                 "tells whether a file is damaged.\n")
                              .arg(safe(report->run), safe(report->expected), safe(report->found)));
    return 1;
}

Result<int> walk(Context &context, const StudyArguments &arguments)
{
    const Result<discovery::WalkOptions> options =
        workbench::walkOptions(arguments.from, arguments.to, arguments.step);
    if (!options)
        return options.error();
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<discovery::WalkReport> report =
        workbench::walkStudy(**bench, arguments.file, *options, arguments.threads, jobOf(context));
    if (!report)
        return report.error();
    context.console.object(discovery::toJson(*report));
    context.console.print(walkText(*report, (*bench)->identity().sample));
    return 0;
}

} // namespace

void addStudy(CLI::App &app, Context &context)
{
    auto arguments = std::make_shared<StudyArguments>();
    CLI::App *group = addGroup(app, "study", "Ask which events move which markets");
    CLI::App *start = addCommand(*group, context, "run", "Run a study",
                                 [&context, arguments] { return runStudy(context, *arguments); });
    start
        ->add_option("file", arguments->file,
                     "A study file, or the name of one in the workspace's folder studies")
        ->required();
    start->add_option("--threads", arguments->threads,
                      "Threads; the result is the same for any number [all]");
    start->add_option("-o,--output", arguments->folder,
                      "Also write report.json and findings.csv into this folder; with --shard its place");
    start->add_option("--shard", arguments->shard,
                      "Only share k of N (k/N), for another process or machine; “study merge” joins them");

    CLI::App *join = addCommand(*group, context, "merge", "Put the shards of a study together",
                                [&context, arguments] { return merge(context, *arguments); });
    join->add_option("folders", arguments->folders, "The folder of every shard")->required();
    join->add_option("--threads", arguments->threads,
                     "Threads; the result is the same for any number [all]");
    join->add_option("-o,--output", arguments->folder,
                     "Also write report.json and findings.csv into this folder");

    addFool(*group, context);
    addDependence(*group, context);
    addCommand(*group, context, "list", "Every run so far", [&context] { return listRuns(context); });

    CLI::App *look = addCommand(*group, context, "show", "Show a run again",
                                [&context, arguments] { return showRun(context, *arguments); });
    look->add_option("run", arguments->run, "Its name, or a unique beginning of it")->required();
    look->add_flag("--all", arguments->all, "Every stored hypothesis, not only the strongest");
    look->add_option("--finding", arguments->finding,
                     "This hypothesis alone: its id, or a unique beginning of it");

    CLI::App *copy =
        addCommand(*group, context, "script", "A finding as a script that computes it again from exports",
                   [&context, arguments] { return script(context, *arguments); });
    copy->add_option("run", arguments->run, "Its name, or a unique beginning of it")->required();
    copy->add_option("hypothesis", arguments->finding, "Its id, or a unique beginning of it")->required();
    copy->add_option("--language", arguments->language, "python, r or cli [python]");

    CLI::App *steps = addCommand(*group, context, "walk",
                                 "Discover year by year with what was known then, and score what came next",
                                 [&context, arguments] { return walk(context, *arguments); });
    steps
        ->add_option("file", arguments->file,
                     "A study file, or the name of one in the workspace's folder studies")
        ->required();
    steps->add_option("--from", arguments->from, "Where it begins to discover: a year or a date")->required();
    steps->add_option("--to", arguments->to, "Score nothing after it [the seal, or all there is]");
    steps->add_option("--step", arguments->step, "How far a step goes: 1y, 6m, 13w, 90d")
        ->capture_default_str();
    steps->add_option("--threads", arguments->threads,
                      "Threads; the result is the same for any number [all]");

    CLI::App *prove =
        addCommand(*group, context, "verify", "Run it again on its snapshot and compare, bit for bit",
                   [&context, arguments] { return verifyRun(context, *arguments); });
    prove->add_option("run", arguments->run, "Its name, or a unique beginning of it")->required();
    prove->add_option("--threads", arguments->threads,
                      "Threads; the result is the same for any number [all]");
    addSchedules(*group, context);
}

} // namespace app::cli
