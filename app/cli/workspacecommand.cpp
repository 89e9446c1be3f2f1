// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/samplemaker.h"
#include "core/workbench/upkeep.h"
#include "core/workbench/workbench.h"

#include <QJsonArray>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using workbench::Workbench;

namespace {

struct WorkspaceArguments {
    std::string folder;
    std::string name;
    std::string seal;
    bool sample = false;
    std::uint64_t seed = 1;
};

QJsonValue sealText(const store::WorkspaceIdentity &identity)
{
    if (!identity.sealedFrom)
        return QJsonValue(QJsonValue::Null);
    return base::qs(base::toIso(*identity.sealedFrom));
}

Result<int> showInfo(Context &context, const Workbench &bench)
{
    const Result<store::WorkspaceInfo> info = bench.info();
    if (!info)
        return info.error();
    const store::WorkspaceIdentity &identity = info->identity;
    QJsonObject rows;
    QJsonObject sizes;
    QJsonArray damaged;
    Table table({{Tr::tr("workspace")}, {safe(identity.name)}});
    table.add({Tr::tr("folder"), safe(bench.folder().string())});
    table.add({Tr::tr("data"), identity.sample ? Tr::tr("SIMULATED (a sample workspace)") : Tr::tr("real")});
    table.add({Tr::tr("created"), moment(identity.created)});
    table.add({Tr::tr("sealed from"),
               identity.sealedFrom ? base::qs(base::toIso(*identity.sealedFrom)) : Tr::tr("not sealed")});
    table.add({Tr::tr("snapshot"), safe(info->snapshot)});
    for (const auto &[kind, count] : info->rows) {
        rows.insert(base::qs(kind), static_cast<qint64>(count));
        table.add({safe(kind), Tr::tr("%1 rows").arg(grouped(count))});
    }
    for (const auto &[place, count] : info->bytes) {
        sizes.insert(base::qs(place), static_cast<qint64>(count));
        table.add({Tr::tr("size of %1").arg(safe(place)), bytes(count)});
    }
    for (const std::string &file : info->damaged) {
        damaged.append(base::qs(file));
        table.add({Tr::tr("damaged"), safe(file)});
    }
    const Result<workbench::LastCompacting> compacting = workbench::lastCompacting(bench);
    if (!compacting)
        return compacting.error();
    table.add({Tr::tr("compacted"), moment(compacting->at)});
    if (!compacting->fault.isEmpty())
        table.add({Tr::tr("compacting failed"), safe(base::utf8(compacting->fault))});
    context.console.object({{QStringLiteral("folder"), base::qs(bench.folder().string())},
                            {QStringLiteral("name"), base::qs(identity.name)},
                            {QStringLiteral("format"), identity.format},
                            {QStringLiteral("sample"), identity.sample},
                            {QStringLiteral("created"), base::qs(base::toIso(identity.created))},
                            {QStringLiteral("sealed_from"), sealText(identity)},
                            {QStringLiteral("snapshot"), base::qs(info->snapshot)},
                            {QStringLiteral("rows"), rows},
                            {QStringLiteral("bytes"), sizes},
                            {QStringLiteral("damaged"), damaged},
                            {QStringLiteral("compacted_at"),
                             compacting->at.isValid() ? QJsonValue(base::qs(base::toIso(compacting->at)))
                                                      : QJsonValue(QJsonValue::Null)},
                            {QStringLiteral("compact_fault"), compacting->fault}});
    context.console.print(table.text());
    return 0;
}

Result<int> init(Context &context, const WorkspaceArguments &arguments)
{
    store::WorkspaceOptions options;
    options.name = arguments.name;
    if (arguments.seal == "none") {
        options.seal = store::WorkspaceOptions::Seal::None;
    } else if (!arguments.seal.empty()) {
        const Result<base::Date> day = base::parseDate(arguments.seal);
        if (!day)
            return day.error();
        options.seal = store::WorkspaceOptions::Seal::At;
        options.sealedFrom = *day;
    }
    const std::string &folder = arguments.folder.empty() ? context.workspaceFolder : arguments.folder;
    const Result<std::unique_ptr<Workbench>> bench =
        arguments.sample
            ? workbench::createSample(folder, arguments.seed, options, context.clock, jobOf(context))
            : Workbench::create(folder, options, context.clock);
    if (!bench)
        return bench.error();
    return showInfo(context, **bench);
}

Result<int> info(Context &context)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    return showInfo(context, **bench);
}

} // namespace

void addWorkspace(CLI::App &app, Context &context)
{
    auto arguments = std::make_shared<WorkspaceArguments>();
    CLI::App *group = addGroup(app, "workspace", "Make, describe and look after a workspace");
    CLI::App *make = addCommand(*group, context, "init", "Make a workspace in a new or empty folder",
                                [&context, arguments] { return init(context, *arguments); });
    make->add_option("folder", arguments->folder, "The folder [that of -w]");
    make->add_option("--name", arguments->name, "What it is called [the folder's name]");
    make->add_option(
        "--seal", arguments->seal,
        "Studies do not see this day or later until it is opened; \"none\" seals nothing [two years ago]");
    make->add_flag("--sample", arguments->sample, "Fill it with a simulated market whose truths are known");
    make->add_option("--seed", arguments->seed, "Of the simulation [1]");
    addCommand(*group, context, "info", "What is in it", [&context] { return info(context); });
    addUpkeep(*group, context);
}

} // namespace app::cli
