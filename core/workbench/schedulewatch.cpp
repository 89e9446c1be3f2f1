// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/schedulewatch.h"

#include "core/workbench/schedules.h"
#include "core/workbench/upkeep.h"

#include <algorithm>
#include <utility>

namespace core::workbench {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::chrono::seconds kLook{30};
constexpr double kFoldSeconds = 3600;

} // namespace

Result<void> runDueStudies(const Workbench &bench,
                           const std::function<void(const store::ScheduleTurn &)> &told, const Job &job)
{
    ScheduleOptions options;
    options.told = told;
    options.threads =
        std::max(1U, std::thread::hardware_concurrency() / 2); // collecting and the window go on
    const auto turns = runSchedules(bench, options, job);
    if (!turns && turns.error().code != ErrorCode::LeaseHeld)
        return turns.error();
    return {};
}

ScheduleWatch::ScheduleWatch(const Workbench &bench, std::function<void(const store::ScheduleTurn &)> told)
    : m_bench(bench)
    , m_told(std::move(told))
    , m_thread([this](const std::stop_token &stop) { watch(stop); })
{}

ScheduleWatch::~ScheduleWatch()
{
    m_cancel.cancel();
    m_thread.request_stop();
}

void ScheduleWatch::watch(const std::stop_token &stop)
{
    base::Stopwatch sinceFold;
    for (bool isFirst = true; !stop.stop_requested(); isFirst = false) {
        // a failure to write comes to light where the answers are kept; the next look tries again
        (void)runDueStudies(m_bench, m_told, {m_cancel, {}});
        if (isFirst || sinceFold.seconds() > kFoldSeconds) {
            (void)foldTicks(m_bench, {m_cancel, {}});
            sinceFold = {};
        }
        (void)compactDaily(m_bench, {m_cancel, {}});
        std::unique_lock lock(m_mutex);
        m_woken.wait_for(lock, stop, kLook, [] { return false; });
    }
}

} // namespace core::workbench
