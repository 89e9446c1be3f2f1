// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Beside collecting, on a thread of its own: scheduled studies, live ticks into their days once an hour,
// compacting once a day.
#pragma once

#include "core/store/schedules.h"
#include "core/workbench/workbench.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace core::workbench {

/// One look at what is due, as runSchedules; that another program is at it is no error.
base::Result<void> runDueStudies(const Workbench &bench,
                                 const std::function<void(const store::ScheduleTurn &)> &told,
                                 const Job &job);

/// Looks at once and then twice a minute. The destructor cancels what runs and waits for it: it has its turn
/// again. What fails is told by its turn, and a workspace that cannot be written by who collects into it.
class ScheduleWatch final
{
public:
    /// The workbench must outlive it; `told` is called on its thread and may be empty.
    ScheduleWatch(const Workbench &bench, std::function<void(const store::ScheduleTurn &)> told);
    ~ScheduleWatch();
    ScheduleWatch(const ScheduleWatch &) = delete;
    ScheduleWatch &operator=(const ScheduleWatch &) = delete;

private:
    void watch(const std::stop_token &stop);

    const Workbench &m_bench;
    std::function<void(const store::ScheduleTurn &)> m_told;
    base::CancelToken m_cancel;
    std::mutex m_mutex; ///< of the wait alone
    std::condition_variable_any m_woken;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace core::workbench
