// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/dependence.h"

#include <array>

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using workbench::DependenceAnswer;
using workbench::DependenceQuestion;
using workbench::Workbench;

namespace {

struct DependenceArguments {
    DependenceQuestion question;
    std::string kind = "log";
    std::string from, to;
};

Result<int> ask(Context &context, DependenceArguments arguments)
{
    DependenceQuestion &question = arguments.question;
    const std::array<std::string, 3> kinds{"log", "simple", "diff"};
    question.kind = static_cast<domain::ReturnKind>(std::find(kinds.begin(), kinds.end(), arguments.kind) -
                                                    kinds.begin());
    for (auto &[text, instant] : {std::pair(&arguments.from, &question.from), {&arguments.to, &question.to}}) {
        if (text->empty())
            continue;
        const auto parsed = base::parseInstant(*text);
        if (!parsed.ok())
            return parsed.error();
        *instant = *parsed;
    }
    const auto bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<DependenceAnswer> answer = workbench::dependence(**bench, question, jobOf(context));
    if (!answer)
        return answer.error();
    context.console.object(workbench::toJson(question, *answer));
    context.console.print(
        Tr::tr("%1 and %2, %3 common bars, %4 to %5; strongest correlation %6 at lag %7 (positive: %1 runs ahead).\n")
            .arg(safe(question.x), safe(question.y), grouped(answer->bars), moment(answer->from),
                 moment(answer->to), fixed(answer->strongestCorrelation, 3))
            .arg(answer->strongestLag));
    Table table({{Tr::tr("measure")},
                 {Tr::tr("value"), Align::Right},
                 {Tr::tr("by chance"), Align::Right},
                 {Tr::tr("p"), Align::Right},
                 {Tr::tr("p adjusted"), Align::Right},
                 {Tr::tr("shifts"), Align::Right}});
    for (const workbench::DependenceMeasure &measure : answer->measures)
        table.add({safe(measure.name), fixed(measure.value, 4), fixed(measure.nullMean, 4),
                   probability(measure.p), probability(measure.pHolm), grouped(measure.shifts)});
    context.console.print(table.text());
    context.console.print(Tr::tr("Every p is from moving one series round in time; adjusted by Holm over this table. "
                                 "It describes two assets and enters no ledger.\n"));
    return 0;
}

} // namespace

void addDependence(CLI::App &group, Context &context)
{
    auto arguments = std::make_shared<DependenceArguments>();
    CLI::App *command =
        addCommand(group, context, "dependence", "Two assets without an event: who leads, and do they depend?",
                   [&context, arguments] { return ask(context, *arguments); });
    command->add_option("x", arguments->question.x, "The one that may lead")->required();
    command->add_option("y", arguments->question.y, "The other")->required();
    command->add_option("--kind", arguments->kind, "Returns: log, simple or diff [log]")
        ->check(CLI::IsMember({"log", "simple", "diff"}));
    command->add_option("--lags", arguments->question.lags, "Bars on either side [10]")->check(CLI::Range(1, 250));
    command->add_option("--from", arguments->from, "Only after this date");
    command->add_option("--to", arguments->to, "Only up to this date");
    command->add_option("--seed", arguments->question.seed, "Of the shifts that are drawn [1]");
}

} // namespace app::cli
