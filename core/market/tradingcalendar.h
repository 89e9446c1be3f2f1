// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// When an exchange trades: its sessions as instants, computed from rules, so that a daily bar has clock
// times.
#pragma once

#include "core/base/instant.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::base {
class Zone;
}

namespace core::market {

/// One trading day. A lunch break (Tokyo, Hong Kong) lies inside it.
struct Session {
    base::Date day;      ///< the exchange's local calendar day
    base::Instant open;  ///< start of regular trading
    base::Instant close; ///< end of regular trading, early closes included

    friend bool operator==(const Session &, const Session &) = default;
};

/// The sessions of one exchange over the range for which its rules are known. Scheduled hours only: trading
/// halts and late openings inside a session are not told. Cheap to copy; any thread.
class TradingCalendar final
{
public:
    /// "XNYS", "XLON", "XETR", "XTKS", "XHKG" or "24/7". Fails with a sentence that lists them.
    static base::Result<TradingCalendar> find(std::string_view name);
    /// Every name `find` knows.
    static std::vector<std::string> names();

    [[nodiscard]] const std::string &name() const;
    [[nodiscard]] const base::Zone &zone() const;
    /// First and last day for which the calendar can speak.
    [[nodiscard]] base::Date firstDay() const;
    [[nodiscard]] base::Date lastDay() const;
    [[nodiscard]] bool covers(base::Date day) const;

    /// The session of that local day; none on a closed day, and none outside the range (ask `covers`).
    [[nodiscard]] std::optional<Session> session(base::Date day) const;
    /// A weekday that was closed and known to be so in advance: a holiday, not an incident. False outside the
    /// range.
    [[nodiscard]] bool isHoliday(base::Date day) const;
    /// The first session of a later day; none at the end of the range.
    [[nodiscard]] std::optional<Session> next(base::Date day) const;
    /// The last session of an earlier day; none at the beginning of the range.
    [[nodiscard]] std::optional<Session> previous(base::Date day) const;
    /// The first session that closes at or after an instant; none outside the range.
    [[nodiscard]] std::optional<Session> closingAtOrAfter(base::Instant at) const;
    /// The sessions of the days from..to, both included, ascending; valid as long as any copy of the calendar
    /// lives. Fails with a sentence when the range reaches beyond what the calendar knows.
    [[nodiscard]] base::Result<std::span<const Session>> sessions(base::Date from, base::Date to) const;

private:
    struct Table;
    explicit TradingCalendar(std::shared_ptr<const Table> table);
    std::shared_ptr<const Table> m_table;
};

} // namespace core::market
