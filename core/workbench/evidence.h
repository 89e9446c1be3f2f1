// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptions of an open workspace's findings and events: nothing here tests, registers or writes.
#pragma once

#include "core/discovery/baserate.h"
#include "core/discovery/evidence.h"
#include "core/discovery/preflight.h"
#include "core/workbench/workbench.h"

#include <string>

namespace core::workbench {

/// Everything shown about one hypothesis of a run (its name or a unique beginning of it). `threads` 0: one
/// per processor. Blocks; any thread. Errors as discovery::evidenceOf.
base::Result<discovery::Evidence> evidenceOf(const Workbench &bench, const std::string &run,
                                             const base::Sha256 &hypothesis, unsigned threads,
                                             const Job &job);

/// What a study, given as its JSON text, would ask at the newest snapshot, or of what was known at `asOf`.
/// Blocks; any thread. Errors as parseStudy and discovery::preflight.
base::Result<discovery::Preflight> preflight(const Workbench &bench, const std::string &studyText,
                                             const Job &job, base::Instant asOf = {});

/// The descriptive base-rate card of the events that pass a filter, on one asset; as known at `asOf`, if given.
/// Blocks; any thread. Errors as discovery::baseRate.
base::Result<discovery::BaseRate> baseRate(const Workbench &bench, const std::string &filter,
                                           const std::string &asset, domain::Window window, const Job &job,
                                           base::Instant asOf = {});

} // namespace core::workbench
