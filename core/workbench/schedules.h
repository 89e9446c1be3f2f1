// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Studies that run by themselves, by the clock or after a source, and the checks of the relationships with
// them.
#pragma once

#include "core/domain/recurrence.h"
#include "core/store/schedules.h"
#include "core/workbench/workbench.h"

#include <QJsonObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace core::workbench {

struct ScheduleView {
    store::Schedule schedule;
    QString rule;         ///< as people write it: "daily 02:00 America/New_York", "after fred"
    base::Instant nextAt; ///< missing: it goes by a source
    bool isDue = false;   ///< also missed while nothing ran
    std::optional<store::ScheduleTurn> last; ///< but for cancelled ones
    QString fault;                           ///< why it cannot run; empty when sound
};

/// All of them, ascending by name. Any thread, as everything here.
base::Result<std::vector<ScheduleView>> schedulesOf(const Workbench &bench);

/// Schedules the study of a file (or of the workspace's studies) as its key "schedule" says, under the
/// study's name; one of that name is replaced. Later changes of the file do not reach it. Fails with BadInput
/// when the study cannot be run or has no schedule, NotFound when there is no such file or source.
base::Result<ScheduleView> addSchedule(const Workbench &bench, const std::filesystem::path &file);
/// Fails with NotFound. What it ran stays.
base::Result<void> removeSchedule(const Workbench &bench, const std::string &name);

struct ScheduleOptions {
    bool onlyDue = true;                                   ///< else all, due or not
    unsigned threads = 0;                                  ///< 0: one per processor
    std::function<void(const store::ScheduleTurn &)> told; ///< of each turn when it ended; may be empty
};

/// Lets the studies run whose time has come, each once however often it was missed, and only when something
/// is newer than its last look among what it may read; then brings the relationships up to date (at least
/// once a day) when anything is newer at all. Every turn is written down with its reason. A study that fails
/// is a failed turn and tried again at its next time; one that is cancelled has its turn again. Gives the
/// turns. Errors: LeaseHeld when another program is at it, Storage, Cancelled.
base::Result<std::vector<store::ScheduleTurn>> runSchedules(const Workbench &bench,
                                                            const ScheduleOptions &options, const Job &job);

/// "done", "nothing newer", …: for people.
QString outcomeText(std::string_view outcome);

QJsonObject toJson(const ScheduleView &view);
QJsonObject toJson(const store::ScheduleTurn &turn);

} // namespace core::workbench
