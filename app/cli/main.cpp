// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// foreshock-cli: the engine on the command line.
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "core/base/tr.h"

#include <clocale>

using namespace core;
using app::cli::Context;
using base::Error;
using base::ErrorCode;
using base::Tr;

int main(int argc, char **argv)
{
    std::setlocale(LC_ALL, "C.UTF-8"); // numbers look the same everywhere
    Context context;
    CLI::App app{"Foreshock: which events in the world move which markets, and can I believe it?",
                 "foreshock-cli"};
    app.set_version_flag("--version", FORESHOCK_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    app.option_defaults()->always_capture_default(false);
    context.workspaceFolder = app::cli::defaultWorkspace();
    app.add_option("-w,--workspace", context.workspaceFolder,
                   "The workspace folder [$FORESHOCK_WORKSPACE, else ~/.local/share/foreshock/workspace]");
    app.add_flag("--json", context.console.json, "One JSON object on stdout");
    app.add_flag("--quiet", context.console.quiet, "No progress and no notes on stderr");
    app.footer(
        "Exit codes: 0 done; 1 done, but something failed its check; 2 bad usage or bad input; 3 storage or "
        "lease; 4 network; 130 cancelled.");
    app::cli::addWorkspace(app, context);
    app::cli::addImport(app, context);
    app::cli::addIngest(app, context);
    app::cli::addSources(app, context);
    app::cli::addEvents(app, context);
    app::cli::addBars(app, context);
    app::cli::addInstruments(app, context);
    app::cli::addStudy(app, context);
    app::cli::addLedger(app, context);
    app::cli::addLinks(app, context);
    app::cli::addRelationships(app, context);
    app::cli::addBrief(app, context);
    app::cli::addReport(app, context);
    app::cli::addSql(app, context);
    app::cli::addBench(app, context);
    app::cli::addDoctor(app, context);
    app::cli::addWorker(app, context);

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &wanted) { // --help, --version
        return app.exit(wanted);
    } catch (const CLI::ParseError &error) {
        return context.console.fail(Error{ErrorCode::BadInput, app::cli::usageSentence(app, error)});
    }
    app::cli::cancelOnInterrupt(context.cancel);
    const base::Result<int> code = context.chosen();
    if (!code)
        return context.console.fail(code.error());
    if (!context.console.flush())
        return context.console.fail(
            Error{ErrorCode::Storage, Tr::tr("The output could not be written; is the disk full?")});
    return *code;
}
