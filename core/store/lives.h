// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of relationships after their discovery: bets on events that came later, and every change of
// status with its reason. All of it can only be added to and is chained by hash, like the ledger.
#pragma once

#include "core/base/hash.h"
#include "core/base/instant.h"
#include "core/domain/bar.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core::store {

class Catalog;
class Database;

/// What the forward evidence of a relationship is measured by, fixed before its first bet.
struct ForwardStart {
    base::Sha256 hypothesis{};
    base::Instant from; ///< the close of the last bar there was at discovery: forward bars close later
    std::uint64_t snapshot = 0;           ///< the discovering run's: forward events have a higher seq
    double registered = domain::kMissing; ///< the effect on the registered side, as a bare response
    double centre = domain::kMissing;     ///< the weight above which an event is on the upper side; NaN: none
    base::Instant recordedAt;
};

/// One bet on one event.
struct ForwardStep {
    base::Sha256 hypothesis{};
    std::uint64_t number = 0; ///< from 1
    base::Instant eventAt;    ///< the close of the event bar
    base::Instant firstAt;    ///< of the window's first bar
    base::Instant lastAt;     ///< of its last bar
    std::string asset;
    int side = 1; ///< −1: its weight is below the centre, so the response is expected on the other side
    double response = domain::kMissing;
    double bet = domain::kMissing;  ///< the share put down, 0 to ½
    double gain = domain::kMissing; ///< what a share of 1 would have won
    double e = 1;                   ///< the e-process after it
    double decay = 1;               ///< the one that bets on decay, after it
    std::string state;              ///< canonical JSON of what both go on from
    base::Instant recordedAt;
};

struct LifeChange {
    base::Sha256 hypothesis{};
    base::Instant at;
    std::string from; ///< candidate, significant, validated, decayed
    std::string to;   ///< validated, decayed, retired
    std::string reason;
};

/// The forward evidence of a relationship in short.
struct ForwardTally {
    std::uint64_t n = 0;
    double e = 1;
    double highest = 1;
    double decay = 1;
    base::Instant lastAt; ///< of the newest step's window
};

/// E at which a relationship is validated, or has decayed: 1/0.05 (Ville 1939).
inline constexpr double kEnoughEvidence = 20;

/// All functions: any thread. Failures are Storage errors unless said.
class Lives final
{
public:
    explicit Lives(Catalog &catalog)
        : m_catalog(catalog)
    {}

    /// The start of a relationship; what was stored first stays. Gives what is stored.
    base::Result<ForwardStart> begin(const ForwardStart &start);
    base::Result<std::optional<ForwardStart>> startOf(const base::Sha256 &hypothesis) const;
    /// Its bets in order.
    base::Result<std::vector<ForwardStep>> stepsOf(const base::Sha256 &hypothesis) const;
    base::Result<std::map<base::Sha256, ForwardTally>> tallies() const;

    /// Adds bets that follow on the last one and changes of status, all or nothing; `validated_at` is set by
    /// a change to validated. False: another check was quicker or the status is no longer what the change
    /// starts from, and nothing was added.
    base::Result<bool> add(const base::Sha256 &hypothesis, std::span<const ForwardStep> steps,
                           std::span<const LifeChange> changes);

    /// Of one relationship, oldest first.
    base::Result<std::vector<LifeChange>> changesOf(const base::Sha256 &hypothesis) const;
    /// Of all after an instant, oldest first; missing: ever.
    base::Result<std::vector<LifeChange>> changesSince(base::Instant since) const;

    /// Reads every row. Fails with Corrupt naming the table and the first row whose hash does not fit.
    base::Result<void> check() const;

private:
    Catalog &m_catalog;
};

} // namespace core::store
