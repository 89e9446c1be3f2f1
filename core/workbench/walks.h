// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Walks of an open workspace: a study scored step by step on what came next, and what that says in words.
#pragma once

#include "core/discovery/walk.h"
#include "core/workbench/numbertext.h"
#include "core/workbench/workbench.h"

#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace core::workbench {

/// From what a person writes: instants as a year ("2005") or a date, the end may be empty; the step as "1y".
/// BadInput with a sentence.
base::Result<discovery::WalkOptions> walkOptions(const std::string &from, const std::string &to,
                                                 const std::string &step);

/// Walks the study of a file, which may be one of the workspace's own, at the newest snapshot and under the
/// workspace's seal. `threads` 0: one per processor. Blocks. Errors as discovery::walkStudy; NotFound when
/// there is no such file.
base::Result<discovery::WalkReport> walkStudy(const Workbench &bench, const std::filesystem::path &file,
                                              const discovery::WalkOptions &options, unsigned threads,
                                              const Job &job);

/// A walk as the ledger keeps it: its report without the findings one by one.
struct StoredWalk {
    discovery::WalkReport report;
    std::string question; ///< the study, canonical JSON
    base::Instant recordedAt;
};

/// Every walk of the workspace, newest first. Any thread. Errors: Storage; Corrupt when one cannot be
/// understood.
base::Result<std::vector<StoredWalk>> storedWalks(const Workbench &bench);

/// The year from which a walk has something to learn before: a third of the daily bars' years after the
/// first, two at least and ten at most. 0 when there are no daily bars. Reads the bars of one symbol; any
/// thread. Errors: Storage, Corrupt.
base::Result<int> proposedWalkYear(const Workbench &bench);

/// “Of 37 found, 21 held (57 %, a coin gives half); of 1,904 an uncorrected t-test found, 962 held (51 %).”
/// Then how much of the effects was left, and how good the forecasts were. Sentences, a line each.
QString verdictOf(const discovery::WalkReport &report, NumberStyle style = NumberStyle::Typeset);

} // namespace core::workbench
