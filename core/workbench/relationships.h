// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the workspace believes, each with the evidence it must never be shown without.
#pragma once

#include "core/discovery/forward.h"
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
    std::optional<discovery::Finding> finding; ///< as the run that found it reported it
    double alpha = 0.05;                       ///< of that run's family
    std::optional<store::UnsealRecord> opened; ///< what the hold-out said, if it was opened
    std::optional<store::ForwardStart> start;  ///< what forward evidence starts from; nothing: never checked
    std::vector<store::ForwardStep> steps;     ///< bets on events after the discovery, oldest first
    std::vector<store::LifeChange> history;    ///< after the discovery, oldest first
    std::string forwardUnit;                   ///< what forward responses are shown in
    double forwardScale = 1;                   ///< how many of them a response of 1 is
};

/// All of them, strongest first. Any thread.
base::Result<std::vector<RelationshipView>> relationshipsOf(const Workbench &bench);
/// One by its id or a unique beginning of it; NotFound with a sentence. Any thread.
base::Result<RelationshipView> relationshipOf(const Workbench &bench, const std::string &id);

/// Opens the sealed hold-out for one relationship: once, for good, written into the ledger whatever it says.
/// `threads` 0: one per processor. Errors as discovery::openHoldOut.
base::Result<discovery::HoldOutReport> unseal(const Workbench &bench, const std::string &id, unsigned threads,
                                              const Job &job);

/// Brings forward evidence up to date: of one relationship by its id or a unique beginning of it, of all when
/// it is empty. `threads` 0: one per processor. Blocks; any thread. Errors as discovery::checkForward,
/// NotFound.
base::Result<std::vector<discovery::ForwardCheck>>
checkRelationships(const Workbench &bench, const std::string &id, unsigned threads, const Job &job);

/// Ends a relationship by a person's wish, for good. Fails with NotFound, and BadInput when there is no
/// reason or it is retired already.
base::Result<RelationshipView> retireRelationship(const Workbench &bench, const std::string &id,
                                                  const QString &reason);

/// What its sentence says of later data: its status, or "followed" where they have not decided yet.
std::string standingOf(const RelationshipView &view);

/// "validated", "decayed", …: for people.
QString statusText(std::string_view status);

QJsonObject toJson(const RelationshipView &view);
QJsonObject toJson(const discovery::ForwardCheck &check);

} // namespace core::workbench
