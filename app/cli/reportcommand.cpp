// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// "report" draws, and what draws needs Qt's fonts and windows, which would make every other command slower to
// start: so it is a program of its own beside this one, and this one becomes it.
#include "app/cli/command.h"
#include "core/base/tr.h"

#include <filesystem>
#include <memory>
#include <unistd.h>
#include <vector>

namespace app::cli {

using namespace core;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

struct Arguments {
    std::string run;
    std::string file;
    std::string finding;
};

/// Where the drawing program is; empty: this build has none.
std::filesystem::path drawingProgram()
{
    std::error_code failure;
    const std::filesystem::path here = std::filesystem::read_symlink("/proc/self/exe", failure).parent_path();
    for (const char *place : {"foreshock-report", "../libexec/foreshock/foreshock-report"}) {
        if (!failure && ::access((here / place).c_str(), X_OK) == 0)
            return here / place;
    }
    return {};
}

Result<int> report(const Context &context, const Arguments &arguments)
{
    const std::filesystem::path program = drawingProgram();
    if (program.empty()) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("This build of Foreshock makes no PDF, because it was built without its "
                            "widgets; “study run -o DIR” writes the findings as JSON and CSV.")};
    }
    std::vector<std::string> words{program.string(), "--workspace=" + context.workspaceFolder,
                                   "--pdf=" + arguments.file};
    if (context.console.json)
        words.emplace_back("--json");
    if (context.console.quiet)
        words.emplace_back("--quiet");
    if (!arguments.finding.empty())
        words.push_back("--finding=" + arguments.finding);
    words.emplace_back("--");
    words.push_back(arguments.run);
    std::vector<char *> list;
    for (std::string &word : words)
        list.push_back(word.data());
    list.push_back(nullptr);
    ::execv(program.c_str(), list.data()); // returns only when it failed
    return Error{ErrorCode::Internal,
                 Tr::tr("The program foreshock-report that draws the PDF could not be started; "
                        "install Foreshock again.")};
}

} // namespace

void addReport(CLI::App &app, Context &context)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *command = addCommand(app, context, "report", "Print a run as a tear sheet (PDF)",
                                   [&context, arguments] { return report(context, *arguments); });
    command->add_option("run", arguments->run, "Its name, or a unique beginning of it")->required();
    command->add_option("--pdf", arguments->file, "The file to write; an older one is replaced")->required();
    command->add_option("--finding", arguments->finding,
                        "Of this hypothesis alone: the beginning of its id (see study show --json)");
}

} // namespace app::cli
