// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps to what each host allows: a token bucket a host, and the pauses that hosts ask for.
#pragma once

#include "core/base/clock.h"

#include <map>
#include <string>
#include <string_view>

namespace core::net {

struct RateLimit {
    double perSecond = 4; ///< tokens that come back in a second, > 0
    double burst = 4;     ///< tokens that can be saved up, ≥ 1
};

/// One thread. The clock must outlive it. A clock that is set back makes nobody wait longer than a pause or
/// the making of a token takes; one that jumps ahead gives no more than the burst.
class RateLimiter final
{
public:
    RateLimiter(const base::Clock &clock, RateLimit usual);

    void setLimit(std::string_view host, RateLimit limit);
    /// Takes a token and returns zero; or takes none and returns how long it is until there is one, which
    /// includes a pause.
    base::Duration take(std::string_view host);
    /// Nothing is given out for that long; a longer pause that is under way stays.
    void pause(std::string_view host, base::Duration length);
    /// What is left of the pause.
    base::Duration pausedFor(std::string_view host);
    /// The host answers again.
    void resume(std::string_view host);

private:
    struct Bucket {
        RateLimit limit;
        double tokens = 0;
        base::Instant filledAt;
        base::Instant pausedAt; ///< missing: no pause
        base::Duration pause{};
    };
    Bucket &bucketOf(std::string_view host);

    const base::Clock &m_clock;
    RateLimit m_usual;
    std::map<std::string, Bucket, std::less<>> m_buckets;
};

} // namespace core::net
