// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A hypothesis as the ledger keeps it, and its family made ready again as the run had it.
#pragma once

#include "core/discovery/family.h"
#include "core/discovery/findings.h"
#include "core/discovery/matching.h"
#include "core/discovery/runner.h"

#include <string>

namespace core::discovery {

struct StoredFinding {
    store::RunRecord run;
    Finding finding;
    bool reported = false; ///< else only n, effect, t, y, p_adjusted and tier
};

/// `run`: its name or a unique beginning of it. NotFound with a sentence when there is no such run, or it
/// keeps no such hypothesis. Any thread.
base::Result<StoredFinding> storedFinding(const std::string &run, const base::Sha256 &hypothesis,
                                          const store::Ledger &ledger);

/// What the run read: its snapshot, as of then, under its seal.
RunContext contextThen(const StoredFinding &stored, const RunContext &context);

/// The family of the finding, of which one asset may be left where one is enough. `then`: contextThen().
/// Errors as runStudy.
base::Result<Family> familyAgain(const StoredFinding &stored, const RunContext &then);

/// The pair that asks the finding's hypothesis; it lives as long as the family. Fails with Corrupt when the
/// data no longer hold its events.
base::Result<const FamilyPair *> pairOf(const Family &family, const Finding &finding);

/// The days that may stand in, of every placed series, where the null of the finding is matched days; empty for
/// another. The null of a finding that was kept without being reported is found out and noted in it.
base::Result<MatchedDays> matchingFor(Finding &finding, bool reported, const Family &family,
                                      const FamilyPair &pair, const RunContext &then);

} // namespace core::discovery
