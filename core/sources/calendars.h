// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The built-in source "calendar": events that follow from rules or are typed as facts, without any file or
// network.
#pragma once

#include "core/domain/event.h"

#include <span>
#include <string>
#include <vector>

namespace core::sources {

inline constexpr std::string_view kCalendarSource = "calendar";
inline constexpr std::int32_t kCalendarParserVersion = 1;

/// What the source can compute, with one sentence each that says the rule and its limits.
struct CalendarEventType {
    std::string_view name;
    QString rule;
};
std::vector<CalendarEventType> calendarEventTypes();

/// The events whose instant falls on the days from..to (UTC, both included), ascending by (timestamp, type,
/// entity); all types when none is named. A pure function of its arguments. knownAt is when the date was
/// fixed: a year ahead for what follows from a rule, ninety days for exchange holidays, the beginning of the
/// year for the meetings of the Federal Reserve; those have basis `scheduled`. Target changes and NBER
/// turning points have basis `published` and knownAt of their announcement (of the NBER only the day is kept,
/// so the end of it). Fails with a sentence on an unknown type, or days outside 1960 to 2100. Any thread.
base::Result<std::vector<domain::Event>> calendarEvents(base::Date from, base::Date to,
                                                        std::span<const std::string> types = {});

} // namespace core::sources
