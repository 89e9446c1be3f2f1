// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/upkeep.h"

#include "core/store/eventcompact.h"

namespace core::workbench {

using base::Result;

base::Result<store::VerifyReport> verifyWorkspace(const std::filesystem::path &folder,
                                                  const base::Clock &clock, const Job &job, store::Loss loss)
{
    return store::verifyWorkspace(folder, clock, job.cancel, job.progress, loss);
}

base::Result<CompactReport> compactWorkspace(const Workbench &bench, int hotDays, const Job &job)
{
    store::Workspace &workspace = bench.workspace();
    const Result<std::unique_ptr<store::Lease>> lease =
        store::Lease::take(workspace.catalog(), "compact", "compacting the workspace");
    if (!lease)
        return lease.error();
    store::CompactOptions options;
    options.hotWindow = std::chrono::days(hotDays);
    const Result<store::CompactSummary> events =
        store::compactEvents(workspace.events(), **lease, options, job.cancel, job.progress);
    if (!events)
        return events.error();
    const Result<std::uint64_t> bars = workspace.bars().compact(**lease, 24, job.cancel);
    if (!bars)
        return bars.error();
    return CompactReport{events->sealedRows, events->mergedFiles + *bars, events->writtenFiles,
                         events->unlinkedFiles};
}

base::Result<store::BackupReport> backupWorkspace(const Workbench &bench, const std::filesystem::path &file,
                                                  const Job &job)
{
    return store::backupWorkspace(bench.workspace(), file, job.cancel, job.progress);
}

base::Result<store::BackupReport> restoreWorkspace(const std::filesystem::path &file,
                                                   const std::filesystem::path &folder, const Job &job)
{
    return store::restoreWorkspace(file, folder, job.cancel, job.progress);
}

} // namespace core::workbench
