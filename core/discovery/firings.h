// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events that relationships are about and that have just happened.
#pragma once

#include "core/domain/bar.h"
#include "core/store/ledger.h"

#include <span>
#include <string>
#include <vector>

namespace core::discovery {

struct RunContext;

/// One event of the series of one relationship.
struct Firing {
    base::Sha256 hypothesis{};
    std::string asset;  ///< in a pool, the one the event is about
    std::string entity; ///< of the event
    base::Instant at;   ///< when it was known, or its scheduled instant
    double value = domain::kMissing;
};

/// The events that were first seen here after `since` and up to `until`, of relationships that were found
/// before them and have neither decayed nor are retired; ascending by instant. What became known more than a
/// week before `since`, or the discovery, is history that was filled in, and left out. No price is looked at.
/// Blocks; any thread. Errors: Storage, Corrupt, Cancelled.
base::Result<std::vector<Firing>> firingsSince(std::span<const store::RelationshipRecord> relationships,
                                               base::Instant since, base::Instant until,
                                               const RunContext &context);

} // namespace core::discovery
