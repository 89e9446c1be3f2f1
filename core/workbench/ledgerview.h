// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What was ever asked, and how little of it lasted: the families of the ledger and the funnel from question
// to validation.
#pragma once

#include "core/store/ledger.h"
#include "core/workbench/workbench.h"

#include <QString>

#include <string>
#include <vector>

namespace core::workbench {

/// How many questions came how far.
struct Funnel {
    std::uint64_t asked = 0;
    std::uint64_t candidates = 0; ///< candidate or significant
    std::uint64_t significant = 0;
    std::uint64_t validated = 0;        ///< by data from after the discovery
    double byChance = domain::kMissing; ///< significant ones that chance alone gives
    friend bool operator==(const Funnel &, const Funnel &) = default;
};

/// A family as it was registered, and what its first finished run made of it: running it again asks nothing
/// new.
struct LedgerFamily {
    store::FamilyRecord record;
    QString study;      ///< its name then; empty when it had none
    std::string run;    ///< the first that finished; else the one that registered it
    std::string status; ///< of that run: done, cancelled, failed, running
    QString end;        ///< of one that is not done, to follow its name: "was cancelled"
    Funnel funnel;      ///< of a run that has not finished only what was asked
};

struct LedgerView {
    store::LedgerSummary totals;
    Funnel funnel;                      ///< of the whole workspace: distinct hypotheses
    std::vector<LedgerFamily> families; ///< newest first
};

/// Any thread, as everything here. Errors: Storage.
base::Result<LedgerView> ledgerView(const Workbench &bench);
/// The funnel of one run.
base::Result<Funnel> funnelOf(const Workbench &bench, const store::RunRecord &run);

} // namespace core::workbench
