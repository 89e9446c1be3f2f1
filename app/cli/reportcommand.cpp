// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/drawing.h"

#include <memory>
#include <vector>

namespace app::cli {

namespace {

struct ReportArguments {
    std::string run;
    std::string file;
    std::string finding;
};

core::base::Result<int> report(const Context &context, const ReportArguments &arguments)
{
    std::vector<std::string> words{"--pdf=" + arguments.file};
    if (!arguments.finding.empty())
        words.push_back("--finding=" + arguments.finding);
    words.emplace_back("--");
    words.push_back(arguments.run);
    return becomeDrawingProgram(context, std::move(words));
}

} // namespace

void addReport(CLI::App &app, Context &context)
{
    auto arguments = std::make_shared<ReportArguments>();
    CLI::App *command = addCommand(app, context, "report", "Print a run as a tear sheet (PDF)",
                                   [&context, arguments] { return report(context, *arguments); });
    command->add_option("run", arguments->run, "Its name, or a unique beginning of it")->required();
    command->add_option("--pdf", arguments->file, "The file to write; an older one is replaced")->required();
    command->add_option("--finding", arguments->finding,
                        "Of this hypothesis alone: the beginning of its id (see study show --json)");
}

} // namespace app::cli
