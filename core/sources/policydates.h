// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions of the Federal Open Market Committee and the business-cycle dates of the NBER, typed as facts.
#pragma once

#include <span>

namespace core::sources {

/// A scheduled decision: local day (written 20131218) and New York clock time (hhmm) at which it was, or is
/// to be, told.
struct FomcMeeting {
    int day;
    int time;
};

/// A change of the federal funds target: when it was announced, and the target after it in percent (the upper
/// limit since the target is a range, December 2008).
struct TargetChange {
    int day;
    int time;
    double before;
    double after;
    bool scheduled; ///< announced at a scheduled meeting
};

/// A turning point: its month (200712) and the day on which the NBER's committee announced it.
struct TurningPoint {
    int month;
    int announced;
    bool peak;
};

/// Ascending; from 1994, when decisions were first announced, to the last year the Board has scheduled.
std::span<const FomcMeeting> fomcMeetings();
/// Ascending; from 1994.
std::span<const TargetChange> targetChanges();
/// Ascending by announcement; from 1980, when the committee began to announce.
std::span<const TurningPoint> turningPoints();

/// The last day up to which the tables above are complete, written 20261231.
inline constexpr int kFomcMeetingsTo = 20261231;
inline constexpr int kTargetChangesTo = 20251231;

} // namespace core::sources
