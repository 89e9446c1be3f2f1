// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// When a source is asked next, for what, and how fresh it is: pure functions of its state and the time.
#pragma once

#include "core/sources/provider.h"
#include "core/store/sourcestates.h"

#include <QString>

#include <cstdint>

namespace core::ingest {

enum class Freshness : std::uint8_t { Fresh, Due, Fetching, Late, Failing, Off };

/// `isFetching`: a job of it runs now; `hasKey`: every key it needs is there.
Freshness freshnessOf(const sources::ProviderInfo &info, const store::SourceState &state, bool isFetching,
                      bool hasKey, base::Instant now);

/// A cadence after `now` plus up to a tenth of it, so that sources do not march in step; after failures a
/// doubling time up to six hours, half of it by chance (full jitter would ask too early). The same `salt` and
/// source give the same jitter.
base::Instant nextFetch(const sources::ProviderInfo &info, base::Instant now, std::uint32_t failures,
                        std::uint64_t salt);

/// When to try one job again after `attempts`: `retryAfter` when the provider named a time, else a doubling time
/// from ten seconds to an hour with jitter.
base::Duration retryDelay(int attempts, base::Duration retryAfter, std::uint64_t salt);

/// A job is given up after this many attempts.
inline constexpr int kAttempts = 8;

/// What to ask now, and the time that was missed while nothing was collected (computer asleep, program closed):
/// missing when less than three cadences went by.
struct LivePlan {
    sources::Window live;
    std::optional<sources::Window> missed;
};
LivePlan planLive(const sources::ProviderInfo &info, const store::SourceState &state, base::Instant now);

/// Whether the provider's limit allows the requests of one round within the cadence; the sentence says how many
/// it covers when not. Empty: it does.
QString quotaNote(const sources::ProviderInfo &info, std::size_t asksPerRound);

} // namespace core::ingest
