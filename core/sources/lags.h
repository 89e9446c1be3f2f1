// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// When a fact could be known if its source does not say: stated lags and release calendars
// (resources/lags.json).
#pragma once

#include "core/base/instant.h"
#include "core/base/zone.h"

#include <map>
#include <string>

namespace core::sources {

/// "Known this long after it happened."
struct LagRule {
    base::Duration add{0};
    std::string why;
    std::string seen; ///< a filter: events that were seen live, whose lag is this one's measure; empty: it has none
};

/// "Published on this weekday at this time": the first such day after the period ends.
struct ReleaseRule {
    std::chrono::weekday weekday;
    base::Duration time{0};
    base::Zone zone;
    bool afterMondayHoliday = false; ///< one day later when the Monday of that week is a federal holiday
    std::string why;

    /// The release of a period that ends on `period`. A release day that is itself a federal holiday moves to
    /// the next working day.
    [[nodiscard]] base::Instant releaseOf(base::Date period) const;
};

/// A public holiday of the United States government (5 U.S.C. 6103), in lieu days included. From 1971 on.
bool isFederalHoliday(base::Date day);

class LagRules final
{
public:
    /// The rules that come with the program.
    static const LagRules &builtIn();
    /// Fails with a sentence that names the line.
    static base::Result<LagRules> parse(const QString &name, const std::string &text);

    /// Part of every parser version that uses a rule.
    [[nodiscard]] int version() const { return m_version; }
    /// Null when there is no such rule.
    [[nodiscard]] const LagRule *lag(const std::string &name) const;
    [[nodiscard]] const std::map<std::string, LagRule> &lags() const { return m_lags; }
    [[nodiscard]] const ReleaseRule *release(const std::string &name) const;

private:
    int m_version = 0;
    std::map<std::string, LagRule> m_lags;
    std::map<std::string, ReleaseRule> m_releases;
};

/// "20m", "45d", "18h": a whole number and one of s, m, h, d.
base::Result<base::Duration> parseSpan(std::string_view text);
/// "10:30" or "24:00" as time of day.
base::Result<base::Duration> parseClock(std::string_view text);

} // namespace core::sources
