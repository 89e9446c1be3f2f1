// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How long to leave a host alone after it failed: longer each time, at random, and never less than it asked
// for.
#pragma once

#include "core/base/instant.h"
#include "core/stats/random.h"

#include <optional>
#include <string_view>

namespace core::net {

struct BackoffOptions {
    base::Duration first = std::chrono::seconds(2); ///< the longest wait after the first failure
    base::Duration longest = std::chrono::minutes(15);
};

/// No provider is left alone for longer, whatever it asks for: a day's mistake of theirs is not to cost us
/// more.
inline constexpr base::Duration kLongestRetryAfter = std::chrono::hours(24);

/// Exponential with full jitter (Brooker 2015, "Exponential Backoff And Jitter"): uniform between nothing and
/// a bound that doubles with every failure, so that many programs do not come back at the same instant. One
/// thread.
class Backoff final
{
public:
    Backoff(BackoffOptions options, stats::Random random);

    /// How long to wait after one more failure. With a pause that the host asked for: that pause (at most a
    /// day), and the jitter on top.
    base::Duration next(std::optional<base::Duration> retryAfter = {});
    /// The host answers again.
    void reset() { m_failures = 0; }
    [[nodiscard]] unsigned failures() const { return m_failures; }

private:
    BackoffOptions m_options;
    stats::Random m_random;
    unsigned m_failures = 0;
};

/// The three forms of RFC 9110 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
/// "Sun Nov  6 08:49:37 1994". A year of two digits is at most 50 years after `now`. Nothing if it is none.
std::optional<base::Instant> parseHttpDate(std::string_view text, base::Instant now);

/// The header Retry-After, in seconds or as a date; a date that is past means no wait. At most a day. Nothing
/// if it cannot be read.
std::optional<base::Duration> parseRetryAfter(std::string_view text, base::Instant now);

} // namespace core::net
