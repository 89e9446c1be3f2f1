// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <cstdlib>
#include <utility>

namespace app::cli {
namespace {

std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

} // namespace

std::string defaultWorkspace()
{
    const std::string own = environment("FORESHOCK_WORKSPACE");
    if (!own.empty())
        return own;
    const std::string data = environment("XDG_DATA_HOME");
    return (data.empty() ? environment("HOME") + "/.local/share" : data) + "/foreshock/workspace";
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
