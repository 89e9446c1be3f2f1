// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/schedule.h"

#include "core/base/hash.h"
#include "core/base/tr.h"

#include <algorithm>
#include <cstring>

namespace core::ingest {

using base::Duration;
using base::Instant;
using base::Tr;

namespace {

constexpr Duration kLongestPause = std::chrono::hours(6);
constexpr Duration kLeastOverlap = std::chrono::minutes(10);

/// 0 ≤ u < 1, the same for the same words.
double chance(const std::string &word, std::uint64_t salt)
{
    const base::Sha256 hash = base::sha256(word + '/' + std::to_string(salt));
    std::uint64_t bits = 0;
    std::memcpy(&bits, hash.data(), sizeof bits);
    return static_cast<double>(bits >> 11) * 0x1.0p-53;
}

Duration share(Duration of, double by)
{
    return Duration(static_cast<std::int64_t>(static_cast<double>(of.count()) * by));
}

Duration doubled(Duration first, unsigned times, Duration most)
{
    Duration pause = first;
    for (unsigned i = 0; i < times && pause < most; ++i)
        pause *= 2;
    return std::min(pause, most);
}

} // namespace

Freshness freshnessOf(const sources::ProviderInfo &info, const store::SourceState &state, bool isFetching, bool hasKey,
                      Instant now)
{
    if (!state.enabled || (info.key == sources::KeyNeed::Needed && !hasKey))
        return Freshness::Off;
    if (isFetching)
        return Freshness::Fetching;
    if (state.failures > 0)
        return Freshness::Failing;
    if (!state.succeededAt.isValid())
        return Freshness::Due;
    const Duration age = now - state.succeededAt;
    if (age > 3 * info.cadence + std::chrono::minutes(1))
        return Freshness::Late;
    return state.nextAt.isValid() && state.nextAt <= now ? Freshness::Due : Freshness::Fresh;
}

Instant nextFetch(const sources::ProviderInfo &info, Instant now, std::uint32_t failures, std::uint64_t salt)
{
    const double u = chance(info.name, salt);
    if (failures == 0)
        return now + info.cadence + share(info.cadence, u / 10);
    const Duration pause =
        std::max(info.cadence, doubled(std::chrono::minutes(1), failures - 1, kLongestPause));
    return now + share(pause, 0.5 + u / 2);
}

Duration retryDelay(int attempts, Duration retryAfter, std::uint64_t salt)
{
    if (retryAfter.count() > 0)
        return std::min(retryAfter, Duration(std::chrono::hours(24)));
    const Duration pause = doubled(std::chrono::seconds(10), static_cast<unsigned>(std::max(attempts - 1, 0)),
                                   std::chrono::hours(1));
    return share(pause, 0.5 + chance("retry", salt) / 2);
}

LivePlan planLive(const sources::ProviderInfo &info, const store::SourceState &state, Instant now)
{
    const Duration overlap = std::max(info.cadence, kLeastOverlap);
    if (!state.coveredTo.isValid())
        return {{now - overlap, now, false}, std::nullopt};
    LivePlan plan{{std::min(state.coveredTo, now) - overlap, now, false}, std::nullopt};
    if (now - state.coveredTo > 3 * info.cadence + kLeastOverlap) {
        plan.live.from = now - overlap;
        // the last answer may not have come
        plan.missed = sources::Window{state.coveredTo - overlap, now, true, now};
    }
    return plan;
}

QString quotaNote(const sources::ProviderInfo &info, std::size_t asksPerRound)
{
    if (asksPerRound == 0 || info.requests <= 0 || info.per.count() <= 0)
        return {};
    const double allowed = static_cast<double>(info.requests) * static_cast<double>(info.cadence.count()) /
                           static_cast<double>(info.per.count());
    if (static_cast<double>(asksPerRound) <= allowed)
        return {};
    const double minutes = static_cast<double>(info.cadence.count()) / 6e7;
    const double needed = static_cast<double>(asksPerRound) * static_cast<double>(info.per.count()) /
                          static_cast<double>(info.requests) / 6e7;
    return Tr::tr("%1 allows %2 requests every %3 minutes, and this asks for %4: a round takes about %5 minutes "
                  "instead.")
        .arg(info.title)
        .arg(static_cast<qint64>(allowed))
        .arg(minutes, 0, 'g', 3)
        .arg(asksPerRound)
        .arg(needed, 0, 'g', 3);
}

} // namespace core::ingest
