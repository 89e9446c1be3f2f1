// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/drawing.h"

#include "core/base/tr.h"

#include <filesystem>
#include <unistd.h>

namespace app::cli {

using namespace core;
using base::Error;
using base::ErrorCode;
using base::Tr;

namespace {

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

} // namespace

Error becomeDrawingProgram(const Context &context, std::vector<std::string> words)
{
    const std::filesystem::path program = drawingProgram();
    if (program.empty()) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("This build of Foreshock makes no PDF, because it was built without its "
                            "widgets; “study run -o DIR” writes the findings as JSON and CSV.")};
    }
    std::vector<std::string> all{program.string(), "--workspace=" + context.workspaceFolder};
    if (context.console.json)
        all.emplace_back("--json");
    if (context.console.quiet)
        all.emplace_back("--quiet");
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char *> list;
    for (std::string &word : all)
        list.push_back(word.data());
    list.push_back(nullptr);
    ::execv(program.c_str(), list.data()); // returns only when it failed
    return Error{ErrorCode::Internal,
                 Tr::tr("The program foreshock-report that draws the PDF could not be started; "
                        "install Foreshock again.")};
}

} // namespace app::cli
