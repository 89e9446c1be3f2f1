// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/workbench.h"

#include <QStringList>

#include <cstdlib>
#include <utility>

namespace app::cli {

using namespace core;
using base::Tr;

namespace {

std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

/// The sub-commands that were named, outermost first; the program itself is the first.
std::vector<const CLI::App *> path(const CLI::App &app)
{
    std::vector<const CLI::App *> all{&app};
    for (;;) {
        const std::vector<CLI::App *> chosen = all.back()->get_subcommands();
        if (chosen.empty())
            return all;
        all.push_back(chosen.front());
    }
}

QString names(const CLI::App *app)
{
    QStringList all;
    for (const CLI::App *command : app->get_subcommands([](const CLI::App *) { return true; })) {
        if (!command->get_group().empty()) // else it is not for people
            all << base::qs(command->get_name());
    }
    return all.join(QStringLiteral(", "));
}

} // namespace

QString usageSentence(const CLI::App &app, const CLI::ParseError &error)
{
    const std::vector<const CLI::App *> named = path(app);
    const CLI::App *command = named.back();
    const bool isGroup = !command->get_subcommands([](const CLI::App *) { return true; }).empty();
    const std::vector<std::string> extra = app.remaining(true);
    if (isGroup && !extra.empty() && !extra.front().starts_with('-'))
        return Tr::tr("“%1” is not a command; choose one of: %2.")
            .arg(base::qs(extra.front()), names(command));
    if (isGroup && extra.empty() && dynamic_cast<const CLI::RequiredError *>(&error) != nullptr)
        return Tr::tr("Name a command, one of: %1.").arg(names(command));
    QStringList help;
    for (const CLI::App *part : named)
        help << base::qs(part->get_name());
    return Tr::tr("%1; see %2 --help.").arg(base::qs(error.what()), help.join(QLatin1Char(' ')));
}

std::string defaultWorkspace()
{
    const std::string own = environment("FORESHOCK_WORKSPACE");
    if (!own.empty())
        return own;
    const std::string data = environment("XDG_DATA_HOME");
    return (data.empty() ? environment("HOME") + "/.local/share" : data) + "/foreshock/workspace";
}

workbench::Job jobOf(Context &context)
{
    return {context.cancel, context.console.progress()};
}

CLI::App *addCommand(CLI::App &parent, Context &context, const std::string &name, const std::string &does,
                     std::function<core::base::Result<int>()> run)
{
    CLI::App *command = parent.add_subcommand(name, does);
    command->fallthrough();
    command->callback([&context, run = std::move(run)] { context.chosen = run; });
    return command;
}

CLI::App *addGroup(CLI::App &parent, const std::string &name, const std::string &does)
{
    CLI::App *group = parent.add_subcommand(name, does);
    group->fallthrough();
    group->require_subcommand(1);
    return group;
}

} // namespace app::cli
