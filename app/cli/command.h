// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What every sub-command shares: the global options, the console, and the list of commands.
#pragma once

#include "app/cli/console.h"
#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <string>

namespace core::store {
struct ScheduleTurn;
}
namespace core::workbench {
struct Job;
}

namespace app::cli {

/// One run of the program.
struct Context {
    Console console;
    core::base::SystemClock clock;
    core::base::CancelToken cancel;
    std::string workspaceFolder; ///< -w, or the default
    /// What the chosen sub-command does; gives the exit code. Set while the arguments are parsed.
    std::function<core::base::Result<int>()> chosen;
};

/// $FORESHOCK_WORKSPACE, else $XDG_DATA_HOME/foreshock/workspace, else ~/.local/share/foreshock/workspace.
std::string defaultWorkspace();

/// The work of a sub-command: it stops at Ctrl+C and says how far it is.
core::workbench::Job jobOf(Context &context);

/// Adds a sub-command whose run is `run`, called after the arguments were parsed.
CLI::App *addCommand(CLI::App &parent, Context &context, const std::string &name, const std::string &does,
                     std::function<core::base::Result<int>()> run);
/// Adds a sub-command that only groups others.
CLI::App *addGroup(CLI::App &parent, const std::string &name, const std::string &does);

/// The commands that look after a workspace, added to the group "workspace".
void addUpkeep(CLI::App &group, Context &context);

/// Where the keys of sources are kept, added to the group "sources".
void addKeys(CLI::App &group, Context &context);
/// Dependence of two assets, added to the group "study".
void addDependence(CLI::App &group, Context &context);
/// "Try to fool it", added to the group "study".
void addFool(CLI::App &group, Context &context);
/// The commands of the service that collects while nothing is open, added to the group "ingest".
void addService(CLI::App &group, Context &context);

/// The studies that run by themselves, added to the group "study".
void addSchedules(CLI::App &group, Context &context);
/// What came of a scheduled turn, in one line.
QString turnLine(const core::store::ScheduleTurn &turn);

/// What is wrong with the arguments, in one sentence.
QString usageSentence(const CLI::App &app, const CLI::ParseError &error);

// Each in a file of its own.
void addBars(CLI::App &app, Context &context);
void addBench(CLI::App &app, Context &context);
void addBrief(CLI::App &app, Context &context);
void addDoctor(CLI::App &app, Context &context);
void addEvents(CLI::App &app, Context &context);
void addImport(CLI::App &app, Context &context);
void addIngest(CLI::App &app, Context &context);
void addInstruments(CLI::App &app, Context &context);
void addLedger(CLI::App &app, Context &context);
void addLinks(CLI::App &app, Context &context);
void addRelationships(CLI::App &app, Context &context);
void addReport(CLI::App &app, Context &context);
void addSources(CLI::App &app, Context &context);
void addSql(CLI::App &app, Context &context);
void addStudy(CLI::App &app, Context &context);
void addWorker(CLI::App &app, Context &context);
void addWorkspace(CLI::App &app, Context &context);

} // namespace app::cli
