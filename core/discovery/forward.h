// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a relationship: evidence from data that did not exist at its discovery, and what follows from
// it (validated, decayed, retired).
#pragma once

#include "core/domain/bar.h"
#include "core/store/ledger.h"
#include "core/store/lives.h"

#include <QString>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace core::discovery {

struct RunContext;

/// What a check found out about one relationship.
struct ForwardCheck {
    base::Sha256 hypothesis{};
    std::string event;
    std::string asset;
    std::string status;      ///< after it
    std::uint64_t added = 0; ///< bets
    store::ForwardTally tally;
    std::vector<store::LifeChange> changes;
    QString note; ///< why it could not be followed; empty: it could
};

/// Brings the forward evidence of relationships up to date; those that have decayed or are retired are left
/// alone. Reads `context` as of now, whatever is sealed.
///
/// Forward are bars that close after the last one the workspace held at the snapshot of the discovering run
/// (sealed ones too: the hold-out is not forward data), and on them events of which no version was in that
/// snapshot and which became known later; an event scheduled beforehand counts by its instant, where only
/// its presence is asked. An event is bet on once its window has ended and its asset has prices up to there;
/// one that is stored after a later one was bet on is left out. So checks day by day and one check at the end
/// give the same bets, unless data come late.
///
/// Status: validated when E first reaches 20, decayed when the process that accuses decay does
/// (forwardbets.h), retired when asset or event series have had nothing for two years, measured by the newest
/// bar or, two years after the discovery, by the clock. Errors: Corrupt, Storage, Cancelled (what was stored
/// before stays); a relationship that cannot be asked again is a note.
base::Result<std::vector<ForwardCheck>> checkForward(std::span<const store::RelationshipRecord> relationships,
                                                     const RunContext &context);

/// The effect over the latest forward events.
struct TrailingEffect {
    base::Instant at; ///< the end of the newest event's window; missing: fewer than three events
    std::size_t n = 0;
    double mean = domain::kMissing;  ///< of the responses on the registered side, in bare responses
    double ciLow = domain::kMissing; ///< 95 % stationary bootstrap interval
    double ciHigh = domain::kMissing;
};

/// How many of the newest events a trailing estimate looks at.
inline constexpr std::size_t kTrailingEvents = 20;

TrailingEffect trailingEffect(std::span<const store::ForwardStep> steps);
/// The same after every step from the third on, oldest first: the chart of decay.
std::vector<TrailingEffect> trailingEffects(std::span<const store::ForwardStep> steps);

} // namespace core::discovery
