// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A time zone of the system's tzdata, as a table of transitions: millions of conversions a second, any
// thread.
#pragma once

#include "core/base/instant.h"

#include <memory>

namespace core::base {

class Zone final
{
public:
    /// UTC.
    Zone();
    /// An IANA name ("America/New_York") or "UTC". Fails with a sentence when the system does not know it.
    static Result<Zone> find(std::string_view name);

    [[nodiscard]] const std::string &name() const;
    /// What to add to UTC to get local time at that instant.
    [[nodiscard]] Duration offsetAt(Instant at) const;
    /// The instant of a local wall-clock reading. A reading that occurs twice means the first; one that the
    /// clocks skip means the instant the same time after the jump.
    [[nodiscard]] Instant toUtc(Date day, Duration timeOfDay) const;
    /// The local calendar day at that instant.
    [[nodiscard]] Date localDay(Instant at) const;
    /// The local time of day at that instant.
    [[nodiscard]] Duration localTime(Instant at) const;

private:
    struct Table;
    std::shared_ptr<const Table> m_table;
};

} // namespace core::base
