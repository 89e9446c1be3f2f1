// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/schedules.h"

#include <QJsonArray>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using workbench::ScheduleView;
using workbench::Workbench;

namespace {

Result<int> listSchedules(Context &context)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<std::vector<ScheduleView>> views = workbench::schedulesOf(**bench);
    if (!views)
        return views.error();
    QJsonArray all;
    Table table({{Tr::tr("study")},
                 {Tr::tr("runs")},
                 {Tr::tr("next (UTC)")},
                 {Tr::tr("due")},
                 {Tr::tr("last (UTC)")},
                 {Tr::tr("outcome")},
                 {Tr::tr("reason")}});
    for (const ScheduleView &view : *views) {
        all.append(workbench::toJson(view));
        table.add({safe(view.schedule.name), safe(view.rule), moment(view.nextAt),
                   view.isDue ? Tr::tr("yes") : Tr::tr("no"),
                   moment(view.last ? view.last->endedAt : base::Instant()),
                   view.last ? workbench::outcomeText(view.last->outcome) : QStringLiteral("-"),
                   view.fault.isEmpty() ? (view.last ? safe(view.last->reason) : QStringLiteral("-"))
                                        : safe(view.fault)});
    }
    context.console.object({{QStringLiteral("schedules"), all}});
    context.console.print(table.isEmpty()
                              ? Tr::tr("No study is scheduled; “study schedule add FILE” schedules one.\n")
                              : table.text());
    return 0;
}

Result<int> addSchedule(Context &context, const std::string &file)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<ScheduleView> view = workbench::addSchedule(**bench, file);
    if (!view)
        return view.error();
    context.console.object(workbench::toJson(*view));
    context.console.print(
        view->nextAt.isValid()
            ? Tr::tr("“%1” runs %2, next on %3 (UTC), while “ingest run” or Foreshock collects.\n")
                  .arg(safe(view->schedule.name), safe(view->rule), moment(view->nextAt))
            : Tr::tr("“%1” runs %2, while “ingest run” or Foreshock collects.\n")
                  .arg(safe(view->schedule.name), safe(view->rule)));
    return 0;
}

Result<int> remove(Context &context, const std::string &name)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<void> removed = workbench::removeSchedule(**bench, name);
    if (!removed)
        return removed.error();
    context.console.object({{QStringLiteral("removed"), base::qs(name)}});
    context.console.print(
        Tr::tr("“%1” does not run by itself any more; what it found stays.\n").arg(safe(name)));
    return 0;
}

Result<int> runSchedules(Context &context, bool onlyDue)
{
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    workbench::ScheduleOptions options;
    options.onlyDue = onlyDue;
    options.told = [&context](const store::ScheduleTurn &turn) { context.console.print(turnLine(turn)); };
    const auto turns = workbench::runSchedules(**bench, options, jobOf(context));
    if (!turns)
        return turns.error();
    QJsonArray all;
    bool isAnyFailed = false;
    for (const store::ScheduleTurn &turn : *turns) {
        all.append(workbench::toJson(turn));
        isAnyFailed = isAnyFailed || turn.outcome == "failed";
    }
    context.console.object({{QStringLiteral("turns"), all}});
    if (turns->empty())
        context.console.print(Tr::tr("Nothing is due.\n"));
    return isAnyFailed ? 1 : 0;
}

} // namespace

QString turnLine(const store::ScheduleTurn &turn)
{
    const QString what =
        turn.name.empty() ? Tr::tr("relationships") : Tr::tr("study “%1”").arg(safe(turn.name));
    const QString run = turn.run.empty() ? QString() : Tr::tr(" (run %1)").arg(safe(turn.run));
    return Tr::tr("%1  %2: %3%4. %5\n")
        .arg(moment(turn.endedAt), what, workbench::outcomeText(turn.outcome), run, safe(turn.reason));
}

void addSchedules(CLI::App &group, Context &context)
{
    CLI::App *schedule = addGroup(group, "schedule", "Studies that run by themselves");
    addCommand(*schedule, context, "list", "When each runs, and what came of it",
               [&context] { return listSchedules(context); });
    auto file = std::make_shared<std::string>();
    CLI::App *make = addCommand(*schedule, context, "add", "Let a study run as its key “schedule” says",
                                [&context, file] { return addSchedule(context, *file); });
    make->add_option("file", *file, "A study file, or the name of one in the workspace's folder studies")
        ->required();
    auto name = std::make_shared<std::string>();
    CLI::App *end = addCommand(*schedule, context, "remove", "It runs by itself no more",
                               [&context, name] { return remove(context, *name); });
    end->add_option("name", *name, "The study's name")->required();
    auto onlyDue = std::make_shared<bool>(false);
    CLI::App *now = addCommand(*schedule, context, "run",
                               "Run all that have anything newer to read, and check the relationships",
                               [&context, onlyDue] { return runSchedules(context, *onlyDue); });
    now->add_flag("--due", *onlyDue, "Only those whose time has come");
}

} // namespace app::cli
