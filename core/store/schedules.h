// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Studies that run by themselves, what came of each turn, and whether there is anything newer for them to
// read.
#pragma once

#include "core/store/catalog.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

struct Schedule {
    std::string name;
    std::string study; ///< the text of the file
    std::string rule;  ///< canonical JSON of the study's "schedule"
    base::Instant addedAt;
};

/// The name under which the checks of the relationships keep their turns.
inline constexpr std::string_view kChecksName = "";

struct ScheduleTurn {
    std::string name;
    base::Instant dueAt; ///< the time it stands for; missing: a person asked for it
    base::Instant beganAt;
    base::Instant endedAt;
    std::string outcome; ///< done, same (nothing newer to read), failed, cancelled
    std::string run;     ///< empty: none
    std::uint64_t snapshot = 0;
    std::string reason;
};

/// All of them, ascending by name.
base::Result<std::vector<Schedule>> schedules(Database &database);
/// Adds one, or replaces the one of that name.
base::Result<void> saveSchedule(WriteTransaction &transaction, const Schedule &schedule);
/// False: there is none of that name. Its turns stay.
base::Result<bool> removeSchedule(WriteTransaction &transaction, std::string_view name);

/// Adds a turn. One of which the outcome is "same" takes the place of the one before it when that was too:
/// only the latest time that nothing was newer is worth keeping.
base::Result<void> addTurn(WriteTransaction &transaction, const ScheduleTurn &turn);
/// The newest turn that was not cancelled.
base::Result<std::optional<ScheduleTurn>> lastTurn(Database &database, std::string_view name);
/// The snapshot of the newest turn that looked at all there was (done or same); 0: none yet.
base::Result<std::uint64_t> lastLook(Database &database, std::string_view name);
/// Those that ended after an instant (missing: ever), oldest first.
base::Result<std::vector<ScheduleTurn>> turnsSince(Database &database, base::Instant since);

/// Whether bars of a symbol that begin before `before` (missing: any), or actions of it, came after a
/// snapshot.
base::Result<bool> hasNewerBars(Database &database, std::string_view interval, std::string_view symbol,
                                std::uint64_t snapshot, base::Instant before);

/// A word of the workspace's settings; nothing when it was never set.
base::Result<std::optional<std::string>> setting(Database &database, std::string_view name);
base::Result<void> saveSetting(WriteTransaction &transaction, std::string_view name, std::string_view value);

} // namespace core::store
