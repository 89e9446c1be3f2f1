// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A finding as a script that another program runs: it reads what foreshock-cli exports and computes n, effect
// and t again.
#pragma once

#include "core/base/hash.h"
#include "core/workbench/workbench.h"

#include <QString>

#include <string>
#include <string_view>

namespace core::workbench {

/// CommandLine: the lines that run the study, show the finding and prove its run.
enum class ScriptLanguage : std::uint8_t { Python, R, CommandLine };

/// "python", "r" or "cli". BadInput for any other word.
base::Result<ScriptLanguage> parseScriptLanguage(std::string_view word);

/// The script of a hypothesis of a stored run. Python (3.9 or later) and R need no package beside their own;
/// they take events and prices from exports at the run's snapshot and do the rest themselves: calendar, event
/// bars, returns, model, statistic. Where the events' bars do not follow from a filter alone (pools, pairing
/// by entity, quantiles; in R also what stands in metadata), the script lists them with their weights and
/// says so. ASCII apart from comments. Blocks; any thread; writes nothing. Errors: NotFound (run,
/// hypothesis), Corrupt (the data no longer hold its events), Cancelled.
base::Result<QString> findingScript(const Workbench &bench, const std::string &run,
                                    const base::Sha256 &hypothesis, ScriptLanguage language, const Job &job);

} // namespace core::workbench
