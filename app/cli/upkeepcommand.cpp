// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/upkeep.h"

#include <QJsonArray>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using workbench::Workbench;

namespace {

constexpr std::size_t kForeignShown = 3;

struct UpkeepArguments {
    std::string file;
    int hotDays = 7;
    bool acceptLoss = false;
    store::Retention retention{};
    std::string archive;
    bool forever = false;
};

QJsonArray textArray(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &text : texts)
        array.append(base::qs(text));
    return array;
}

Result<int> verifyFiles(Context &context, const UpkeepArguments &arguments)
{
    const Result<store::VerifyReport> report =
        workbench::verifyWorkspace(context.workspaceFolder, context.clock, jobOf(context),
                                   arguments.acceptLoss ? store::Loss::Accepted : store::Loss::Kept);
    if (!report)
        return report.error();
    QJsonArray damaged;
    Table table({{Tr::tr("damaged")}, {Tr::tr("what")}, {Tr::tr("set aside")}});
    for (const store::Damage &damage : report->damaged) {
        damaged.append(QJsonObject{{QStringLiteral("file"), base::qs(damage.file)},
                                   {QStringLiteral("what"), damage.what},
                                   {QStringLiteral("quarantined"), damage.isQuarantined}});
        table.add(
            {safe(damage.file), safe(damage.what), damage.isQuarantined ? Tr::tr("yes") : Tr::tr("no")});
    }
    context.console.object({{QStringLiteral("clean"), report->isClean()},
                            {QStringLiteral("files"), static_cast<qint64>(report->files)},
                            {QStringLiteral("bytes"), static_cast<qint64>(report->bytes)},
                            {QStringLiteral("damaged"), damaged},
                            {QStringLiteral("foreign"), textArray(report->foreign)}});
    context.console.print(
        Tr::tr("%1 files (%2) read and compared; %3 damaged.\n")
            .arg(grouped(report->files), bytes(report->bytes), grouped(report->damaged.size())));
    if (!table.isEmpty())
        context.console.print(table.text());
    if (!report->foreign.empty()) {
        QStringList some;
        for (std::size_t i = 0; i < std::min(report->foreign.size(), kForeignShown); ++i)
            some << safe(report->foreign[i]);
        if (report->foreign.size() > kForeignShown)
            some << QStringLiteral("...");
        context.console.note(Tr::tr("Belonging to nothing stored here and left alone: %1 (%2). What an ended "
                                    "import left in the lake, “workspace compact” removes a day later.")
                                 .arg(grouped(report->foreign.size()), some.join(QStringLiteral(", "))));
    }
    return report->isClean() ? 0 : 1;
}

QJsonArray removalsJson(const std::vector<store::Removal> &removals)
{
    QJsonArray array;
    for (const store::Removal &removal : removals) {
        array.append(
            QJsonObject{{QStringLiteral("source"), base::qs(removal.source)},
                        {QStringLiteral("before"), removal.beforeYear},
                        {QStringLiteral("rows"), static_cast<qint64>(removal.rows)},
                        {QStringLiteral("files"), static_cast<qint64>(removal.files)},
                        {QStringLiteral("archive"), base::qs(removal.archive.string())},
                        {QStringLiteral("removed_at"), base::qs(base::toIso(removal.removedAt))},
                        {QStringLiteral("snapshot"), base::qs(store::Workspace::snapshotText(removal.seq))}});
    }
    return array;
}

QString sentence(const store::Removal &removal)
{
    return Tr::tr("%1. Snapshots before %2 cannot be made again.")
        .arg(safe(base::utf8(store::toSentence(removal))),
             base::qs(store::Workspace::snapshotText(removal.seq)));
}

Result<int> compact(Context &context, const UpkeepArguments &arguments)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<workbench::CompactReport> report =
        workbench::compactWorkspace(**bench, arguments.hotDays, jobOf(context));
    if (!report)
        return report.error();
    context.console.object({{QStringLiteral("sealed_rows"), static_cast<qint64>(report->sealedRows)},
                            {QStringLiteral("merged_files"), static_cast<qint64>(report->mergedFiles)},
                            {QStringLiteral("written_files"), static_cast<qint64>(report->writtenFiles)},
                            {QStringLiteral("removed_files"), static_cast<qint64>(report->removedFiles)},
                            {QStringLiteral("removals"), removalsJson(report->removals)}});
    context.console.print(Tr::tr("%1 events sealed into the lake, %2 files merged, %3 written, %4 removed.\n")
                              .arg(grouped(report->sealedRows), grouped(report->mergedFiles),
                                   grouped(report->writtenFiles), grouped(report->removedFiles)));
    for (const store::Removal &removal : report->removals)
        context.console.note(sentence(removal));
    return 0;
}

Result<int> showRetention(Context &context, const Workbench &bench)
{
    const Result<workbench::RetentionView> view = workbench::retentionOf(bench);
    if (!view)
        return view.error();
    QJsonArray rules;
    Table table({{Tr::tr("source")}, {Tr::tr("years kept"), Align::Right}, {Tr::tr("older events go to")}});
    for (const store::Retention &rule : view->rules) {
        rules.append(QJsonObject{{QStringLiteral("source"), base::qs(rule.source)},
                                 {QStringLiteral("years"), rule.years},
                                 {QStringLiteral("archive"), base::qs(rule.archive.string())}});
        table.add({safe(rule.source), QString::number(rule.years),
                   rule.archive.empty() ? Tr::tr("nowhere: they are removed") : safe(rule.archive.string())});
    }
    context.console.object(
        {{QStringLiteral("rules"), rules}, {QStringLiteral("removals"), removalsJson(view->removals)}});
    context.console.print(table.isEmpty() ? Tr::tr("Every event stays for good.") + QLatin1Char('\n')
                                          : table.text());
    for (const store::Removal &removal : view->removals)
        context.console.note(sentence(removal));
    return 0;
}

Result<int> retain(Context &context, const UpkeepArguments &arguments)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    store::Retention rule = arguments.retention;
    rule.archive = arguments.archive;
    if (arguments.forever) {
        if (const auto done = workbench::keepForever(**bench, rule.source); !done)
            return done.error();
    } else if (rule.years != 0) {
        const Result<bool> isStored = workbench::keepYears(**bench, rule);
        if (!isStored)
            return isStored.error();
        if (!*isStored)
            context.console.note(Tr::tr("No event of “%1” is stored yet.").arg(safe(rule.source)));
    } else if (!rule.source.empty()) {
        return base::Error{
            base::ErrorCode::BadInput,
            Tr::tr("Say how long events of “%1” stay: --years N, or --forever.").arg(safe(rule.source))};
    }
    return showRetention(context, **bench);
}

int showBackup(Context &context, const store::BackupReport &report, const QString &sentence)
{
    context.console.object({{QStringLiteral("snapshot"), base::qs(report.snapshot)},
                            {QStringLiteral("files"), static_cast<qint64>(report.files)},
                            {QStringLiteral("bytes"), static_cast<qint64>(report.bytes)},
                            {QStringLiteral("left_out"), textArray(report.leftOut)}});
    context.console.print(sentence.arg(safe(report.snapshot), grouped(report.files), bytes(report.bytes)) +
                          QLatin1Char('\n'));
    for (const std::string &file : report.leftOut)
        context.console.note(Tr::tr("%1 is damaged and was left out.").arg(safe(file)));
    return report.leftOut.empty() ? 0 : 1;
}

Result<int> backup(Context &context, const UpkeepArguments &arguments)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<store::BackupReport> report =
        workbench::backupWorkspace(**bench, arguments.file, jobOf(context));
    if (!report)
        return report.error();
    return showBackup(context, *report, Tr::tr("Snapshot %1 backed up: %2 files, %3."));
}

Result<int> restore(Context &context, const UpkeepArguments &arguments)
{
    const Result<store::BackupReport> report =
        workbench::restoreWorkspace(arguments.file, context.workspaceFolder, jobOf(context));
    if (!report)
        return report.error();
    return showBackup(context, *report, Tr::tr("Snapshot %1 restored: %2 files, %3."));
}

} // namespace

void addUpkeep(CLI::App &group, Context &context)
{
    auto arguments = std::make_shared<UpkeepArguments>();
    CLI::App *check =
        addCommand(group, context, "verify", "Read everything and compare it with its checksums",
                   [&context, arguments] { return verifyFiles(context, *arguments); });
    check->add_flag("--accept-loss", arguments->acceptLoss,
                    "Take damaged files as gone for good: studies run again, without their rows");
    CLI::App *seal =
        addCommand(group, context, "compact", "Move settled events into the lake and merge small files",
                   [&context, arguments] { return compact(context, *arguments); });
    seal->add_option("--hot", arguments->hotDays, "Days that events stay hot after they were stored [7]")
        ->check(CLI::Range(0, 36500));
    CLI::App *keep = addCommand(group, context, "retain",
                                "How long events of a source stay; kept by compact, never for raw payloads",
                                [&context, arguments] { return retain(context, *arguments); });
    keep->add_option("source", arguments->retention.source, "The source [all rules are listed]");
    auto *years =
        keep->add_option("--years", arguments->retention.years, "This year and N - 1 before it stay")
            ->check(CLI::Range(1, 1000));
    keep->add_option("--archive", arguments->archive, "The folder older files go to [they are removed]")
        ->needs(years);
    keep->add_flag("--forever", arguments->forever, "Drop the rule: everything stays")->excludes(years);
    CLI::App *save = addCommand(group, context, "backup", "Write the workspace to one file",
                                [&context, arguments] { return backup(context, *arguments); });
    save->add_option("file", arguments->file, "A new file")->required();
    CLI::App *back = addCommand(group, context, "restore", "Make the workspace -w from a backup",
                                [&context, arguments] { return restore(context, *arguments); });
    back->add_option("file", arguments->file, "The backup")->required();
}

} // namespace app::cli
