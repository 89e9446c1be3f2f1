// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"
#include "app/cli/command.h"
#include "app/cli/drawing.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/brief.h"
#include "core/workbench/keys.h"
#include "core/workbench/ledgerwords.h"

namespace app::cli {

using namespace core;
using base::Result;
using base::Tr;
using workbench::Brief;
using workbench::Workbench;

namespace {

struct BriefArguments {
    std::string since;
    std::string file;
};

/// A heading and a line for each, when there is any.
QString section(const QString &title, const auto &all, const auto &line)
{
    QString text;
    for (const auto &one : all)
        text += QStringLiteral("  ") + line(one) + QLatin1Char('\n');
    return text.isEmpty() ? text : QLatin1Char('\n') + title + QLatin1Char('\n') + text;
}

QString textOf(const Brief &brief)
{
    const auto change = [](const workbench::BriefChange &one) {
        return safe(workbench::sentenceOf(one, kPlainNumbers));
    };
    QString text;
    if (brief.isSimulated)
        text += Tr::tr("SIMULATED DATA: these events and prices are made up.\n");
    text += Tr::tr("%1, since %2 (UTC): %3\n")
                .arg(safe(brief.workspace), moment(brief.since), workbench::headlineOf(brief, kPlainNumbers));
    text += section(Tr::tr("Found"), brief.found, change);
    text += section(Tr::tr("Validated by later data"), brief.validated, change);
    text += section(Tr::tr("Decayed"), brief.decayed, change);
    text += section(Tr::tr("Retired"), brief.retired, change);
    text += section(Tr::tr("Fired"), brief.fired, [](const workbench::BriefFiring &one) {
        return moment(one.firing.at) + QStringLiteral("  ") + safe(workbench::sentenceOf(one, kPlainNumbers));
    });
    text += section(Tr::tr("Sources in trouble"), brief.sources,
                    [](const workbench::SourceStatus &one) { return safe(workbench::sentenceOf(one)); });
    text += section(Tr::tr("Schedules"), brief.turns,
                    [](const store::ScheduleTurn &one) { return turnLine(one).trimmed(); });
    text += QLatin1Char('\n') + Tr::tr("Since then: %1\nIn all: %2\n")
                                    .arg(workbench::ledgerSentence(brief.asked, kPlainNumbers),
                                         workbench::ledgerSentence(brief.askedInAll, kPlainNumbers));
    return text;
}

Result<int> brief(Context &context, const BriefArguments &arguments)
{
    if (!arguments.file.empty()) {
        std::vector<std::string> words{"--brief", "--pdf=" + arguments.file};
        if (!arguments.since.empty())
            words.push_back("--since=" + arguments.since);
        return becomeDrawingProgram(context, std::move(words));
    }
    const Result<base::Instant> since = arguments.since.empty() ? Result<base::Instant>(base::Instant())
                                                                : base::parseInstant(arguments.since);
    if (!since)
        return since.error();
    const Application application;
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    const Result<Brief> made =
        workbench::briefOf(**bench, *since, workbench::secretOf(workbench::desktopSecrets()), jobOf(context));
    if (!made)
        return made.error();
    if (arguments.since.empty()) {
        if (const Result<void> kept = workbench::keepBrief(**bench, *made); !kept)
            return kept.error();
    }
    context.console.object(workbench::toJson(*made));
    context.console.print(textOf(*made));
    return 0;
}

} // namespace

void addBrief(CLI::App &app, Context &context)
{
    auto arguments = std::make_shared<BriefArguments>();
    CLI::App *command = addCommand(app, context, "brief", "What changed since the last brief",
                                   [&context, arguments] { return brief(context, *arguments); });
    command->add_option(
        "--since", arguments->since,
        "Since this date or instant [the last brief, or 24 hours ago]; the next brief does not "
        "begin here then");
    command->add_option("--pdf", arguments->file,
                        "Print it into this file instead; an older one is replaced");
}

} // namespace app::cli
