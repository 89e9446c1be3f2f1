// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace core::net {

namespace {

double secondsOf(base::Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

RateLimit sensible(RateLimit limit)
{
    // a limit of nothing would never give a token: once an hour is the least
    return {std::max(limit.perSecond, 1.0 / 3600), std::max(limit.burst, 1.0)};
}

} // namespace

RateLimiter::RateLimiter(const base::Clock &clock, RateLimit usual)
    : m_clock(clock)
    , m_usual(sensible(usual))
{}

RateLimiter::Bucket &RateLimiter::bucketOf(std::string_view host)
{
    if (const auto known = m_buckets.find(host); known != m_buckets.end())
        return known->second;
    return m_buckets.emplace(std::string(host), Bucket{m_usual, m_usual.burst, m_clock.now(), {}, {}})
        .first->second;
}

void RateLimiter::setLimit(std::string_view host, RateLimit limit)
{
    Bucket &bucket = bucketOf(host);
    const double used = bucket.limit.burst - bucket.tokens;
    bucket.limit = sensible(limit);
    bucket.tokens = std::max(0.0, bucket.limit.burst - used);
}

base::Duration RateLimiter::take(std::string_view host)
{
    if (const base::Duration pause = pausedFor(host); pause > base::Duration(0))
        return pause;
    Bucket &bucket = bucketOf(host);
    const base::Instant now = m_clock.now();
    const double passed = std::max(0.0, secondsOf(now - bucket.filledAt)); // negative: the clock was set back
    bucket.tokens = std::min(bucket.limit.burst, bucket.tokens + passed * bucket.limit.perSecond);
    bucket.filledAt = now;
    constexpr double enough = 1.0 - 1e-9; // rounding is not to cost another round
    if (bucket.tokens >= enough) {
        bucket.tokens = std::max(0.0, bucket.tokens - 1.0);
        return base::Duration(0);
    }
    const double seconds = (1.0 - bucket.tokens) / bucket.limit.perSecond;
    return base::Duration(static_cast<std::int64_t>(std::ceil(seconds * 1e6)));
}

void RateLimiter::pause(std::string_view host, base::Duration length)
{
    if (length <= pausedFor(host))
        return;
    Bucket &bucket = bucketOf(host);
    bucket.pausedAt = m_clock.now();
    bucket.pause = length;
}

base::Duration RateLimiter::pausedFor(std::string_view host)
{
    const auto known = m_buckets.find(host);
    if (known == m_buckets.end() || !known->second.pausedAt.isValid())
        return base::Duration(0);
    Bucket &bucket = known->second;
    const base::Instant now = m_clock.now();
    if (now <
        bucket.pausedAt) // the clock was set back: the pause begins anew rather than last until tomorrow
        bucket.pausedAt = now;
    const base::Duration left = bucket.pause - (now - bucket.pausedAt);
    if (left > base::Duration(0))
        return left;
    bucket.pausedAt = {};
    return base::Duration(0);
}

void RateLimiter::resume(std::string_view host)
{
    if (const auto known = m_buckets.find(host); known != m_buckets.end())
        known->second.pausedAt = {};
}

} // namespace core::net
