// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Studies of an open workspace: run, show, prove, and what the ledger remembers of them.
#pragma once

#include "core/discovery/cost.h"
#include "core/discovery/findings.h"
#include "core/discovery/runner.h"
#include "core/store/ledger.h"
#include "core/workbench/workbench.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace core::workbench {

/// What a run reads, at the newest snapshot and under the workspace's seal; valid as long as the workbench.
/// `threads` 0: one per processor. `asOf`: only what was known then; missing: everything.
base::Result<discovery::RunContext> runContext(const Workbench &bench, unsigned threads, const Job &job,
                                               base::Instant asOf = {});

/// The text of a study: of a file, or of the workspace's own of that name under studies/. Fails with
/// NotFound.
base::Result<std::string> readStudy(const Workbench &bench, const std::filesystem::path &file);

/// Told once, before the first test of a run: how much is asked and what it will take.
using PlanSink = std::function<void(const discovery::Cost &)>;

/// Runs the study of a file (readStudy). `threads` 0: one per processor. Blocks. A long screen keeps its
/// pieces in the workspace's cache until it is done: started again after a kill or a cancel it goes on.
/// Errors as discovery::runStudy; NotFound when there is no such file.
base::Result<discovery::RunReport> runStudy(const Workbench &bench, const std::filesystem::path &file,
                                            unsigned threads, const Job &job, const PlanSink &planned = {},
                                            base::Instant asOf = {});
/// A study given as text, not as a file (the editor): as runStudy.
base::Result<discovery::RunReport> runStudyText(const Workbench &bench, const std::string &studyText,
                                                unsigned threads, const Job &job, base::Instant asOf = {});
/// Runs it again on its snapshot and compares.
base::Result<discovery::VerifyReport> verifyRun(const Workbench &bench, const std::string &run,
                                                unsigned threads, const Job &job);
base::Result<discovery::RunReport> showRun(const Workbench &bench, const std::string &run, bool all);

/// The name a run's study goes by.
QString studyName(const store::RunRecord &run);

/// Writes report.json and findings.csv into a folder, which is made when it is not there.
base::Result<void> exportReport(const discovery::RunReport &report, const std::filesystem::path &folder);

} // namespace core::workbench
