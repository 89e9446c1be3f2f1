// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// When a study runs by itself: a study's "schedule", by the clock or after a source.
#pragma once

#include "core/base/instant.h"
#include "core/base/zone.h"

#include <QJsonValue>

#include <string>

namespace core::domain {

/// "hourly", "daily 02:00 America/New_York", "weekly monday 02:00 America/New_York" (no zone: UTC), or
/// {"after": "fred"}.
class Recurrence final
{
public:
    /// Fails (BadInput) with a sentence that shows what would do.
    static base::Result<Recurrence> parse(const QJsonValue &schedule);

    /// The source after whose success it runs; empty: it goes by the clock.
    [[nodiscard]] const std::string &after() const { return m_after; }
    /// The last time it stands for that is not after `now`; missing when it goes by a source.
    [[nodiscard]] base::Instant latest(base::Instant now) const;
    /// The first time after `now`; missing when it goes by a source.
    [[nodiscard]] base::Instant next(base::Instant now) const;

private:
    enum class Every : std::uint8_t { Hour, Day, Week };
    Recurrence() = default;
    [[nodiscard]] base::Instant on(base::Date day) const;
    [[nodiscard]] base::Date startOf(base::Date day) const;

    std::string m_after;
    Every m_every = Every::Day;
    std::chrono::weekday m_weekday;
    base::Duration m_time{};
    base::Zone m_zone;
};

} // namespace core::domain
