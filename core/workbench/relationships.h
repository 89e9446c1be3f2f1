// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the workspace believes, each with the evidence it must never be shown without.
#pragma once

#include "core/discovery/holdout.h"
#include "core/store/ledger.h"
#include "core/workbench/workbench.h"

#include <QJsonObject>

#include <optional>
#include <string>
#include <vector>

namespace core::workbench {

struct RelationshipView {
    store::RelationshipRecord record;
    double ciLow = domain::kMissing; ///< 95 % interval of the effect, from the run that found it
    double ciHigh = domain::kMissing;
    std::uint64_t familySize = 0;
    std::optional<store::UnsealRecord> opened; ///< what the hold-out said, if it was opened
};

/// All of them, strongest first. Any thread.
base::Result<std::vector<RelationshipView>> relationshipsOf(const Workbench &bench);
/// One by its id or a unique beginning of it; NotFound with a sentence. Any thread.
base::Result<RelationshipView> relationshipOf(const Workbench &bench, const std::string &id);

/// Opens the sealed hold-out for one relationship: once, for good, written into the ledger whatever it says.
/// `threads` 0: one per processor. Errors as discovery::openHoldOut.
base::Result<discovery::HoldOutReport> unseal(const Workbench &bench, const std::string &id, unsigned threads,
                                              const Job &job);

QJsonObject toJson(const RelationshipView &view);

} // namespace core::workbench
