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

struct Arguments {
    std::string file;
    int hotDays = 7;
    bool acceptLoss = false;
};

workbench::Job jobOf(Context &context)
{
    return {context.cancel, context.console.progress()};
}

QJsonArray list(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &text : texts)
        array.append(base::qs(text));
    return array;
}

Result<int> verify(Context &context, const Arguments &arguments)
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
                            {QStringLiteral("foreign"), list(report->foreign)}});
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

Result<int> compact(Context &context, const Arguments &arguments)
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
                            {QStringLiteral("removed_files"), static_cast<qint64>(report->removedFiles)}});
    context.console.print(Tr::tr("%1 events sealed into the lake, %2 files merged, %3 written, %4 removed.\n")
                              .arg(grouped(report->sealedRows), grouped(report->mergedFiles),
                                   grouped(report->writtenFiles), grouped(report->removedFiles)));
    return 0;
}

int show(Context &context, const store::BackupReport &report, const QString &sentence)
{
    context.console.object({{QStringLiteral("snapshot"), base::qs(report.snapshot)},
                            {QStringLiteral("files"), static_cast<qint64>(report.files)},
                            {QStringLiteral("bytes"), static_cast<qint64>(report.bytes)},
                            {QStringLiteral("left_out"), list(report.leftOut)}});
    context.console.print(sentence.arg(safe(report.snapshot), grouped(report.files), bytes(report.bytes)) +
                          QLatin1Char('\n'));
    for (const std::string &file : report.leftOut)
        context.console.note(Tr::tr("%1 is damaged and was left out.").arg(safe(file)));
    return report.leftOut.empty() ? 0 : 1;
}

Result<int> backup(Context &context, const Arguments &arguments)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<store::BackupReport> report =
        workbench::backupWorkspace(**bench, arguments.file, jobOf(context));
    if (!report)
        return report.error();
    return show(context, *report, Tr::tr("Snapshot %1 backed up: %2 files, %3."));
}

Result<int> restore(Context &context, const Arguments &arguments)
{
    const Result<store::BackupReport> report =
        workbench::restoreWorkspace(arguments.file, context.workspaceFolder, jobOf(context));
    if (!report)
        return report.error();
    return show(context, *report, Tr::tr("Snapshot %1 restored: %2 files, %3."));
}

} // namespace

void addUpkeep(CLI::App &group, Context &context)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *check =
        addCommand(group, context, "verify", "Read everything and compare it with its checksums",
                   [&context, arguments] { return verify(context, *arguments); });
    check->add_flag("--accept-loss", arguments->acceptLoss,
                    "Take damaged files as gone for good: studies run again, without their rows");
    CLI::App *seal =
        addCommand(group, context, "compact", "Move settled events into the lake and merge small files",
                   [&context, arguments] { return compact(context, *arguments); });
    seal->add_option("--hot", arguments->hotDays, "Days that events stay hot after they were stored [7]")
        ->check(CLI::Range(0, 36500));
    CLI::App *save = addCommand(group, context, "backup", "Write the workspace to one file",
                                [&context, arguments] { return backup(context, *arguments); });
    save->add_option("file", arguments->file, "A new file")->required();
    CLI::App *back = addCommand(group, context, "restore", "Make the workspace -w from a backup",
                                [&context, arguments] { return restore(context, *arguments); });
    back->add_option("file", arguments->file, "The backup")->required();
}

} // namespace app::cli
