// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/upkeep.h"

#include "core/store/eventcompact.h"
#include "core/store/schedules.h"

#include <algorithm>

namespace core::workbench {

using base::Instant;
using base::Result;

namespace {

constexpr const char *kCompactedAt = "compacted_at"; // a setting of the workspace
constexpr base::Duration kCompactEvery = std::chrono::days(1);
constexpr int kHotDays = 7;

Result<void> noteCompacted(const Workbench &bench)
{
    Result<store::WriteTransaction> transaction = bench.workspace().catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    if (const auto saved = store::saveSetting(*transaction, kCompactedAt, base::toIso(bench.clock().now()));
        !saved)
        return saved;
    return transaction->commit();
}

Result<bool> isCompactingDue(const Workbench &bench)
{
    const Result<store::ReadConnection> reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    const auto last = store::setting(**reader, kCompactedAt);
    if (!last)
        return last.error();
    if (!*last)
        return true;
    const Result<Instant> at = base::parseInstant(**last);
    const Instant now = bench.clock().now();
    return !at || now - *at >= kCompactEvery || *at > now; // a clock that went back must not stop it
}

} // namespace

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
    const Result<std::uint64_t> ticks =
        workspace.ticks().fold(**lease, {.before = bench.clock().now().utcDay()}, job.cancel);
    if (!ticks)
        return ticks.error();
    auto removals = store::keepRetention(workspace.events(), **lease, job.cancel);
    if (!removals)
        return removals.error();
    if (const auto noted = noteCompacted(bench); !noted)
        return noted.error();
    return CompactReport{events->sealedRows, events->mergedFiles + *bars, events->writtenFiles,
                         events->unlinkedFiles, std::move(*removals)};
}

base::Result<bool> compactDaily(const Workbench &bench, const Job &job)
{
    const Result<bool> isDue = isCompactingDue(bench);
    if (!isDue || !*isDue)
        return isDue;
    const Result<CompactReport> done = compactWorkspace(bench, kHotDays, job);
    if (!done && done.error().code != base::ErrorCode::LeaseHeld)
        return done.error();
    return done.ok();
}

base::Result<RetentionView> retentionOf(const Workbench &bench)
{
    const Result<store::ReadConnection> reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    auto rules = store::retentions(**reader);
    if (!rules)
        return rules.error();
    auto removals = store::removals(**reader);
    if (!removals)
        return removals.error();
    return RetentionView{std::move(*rules), std::move(*removals)};
}

base::Result<bool> keepYears(const Workbench &bench, const store::Retention &rule)
{
    store::Workspace &workspace = bench.workspace();
    {
        Result<store::WriteTransaction> transaction = workspace.catalog().beginWrite();
        if (!transaction)
            return transaction.error();
        if (const auto set = store::setRetention(*transaction, workspace.path(), rule); !set)
            return set.error();
        if (const auto done = transaction->commit(); !done)
            return done.error();
    }
    const auto counts = workspace.events().count({}, "source");
    if (!counts)
        return counts.error();
    return std::ranges::any_of(*counts, [&rule](const auto &group) { return group.key == rule.source; });
}

base::Result<void> keepForever(const Workbench &bench, const std::string &source)
{
    Result<store::WriteTransaction> transaction = bench.workspace().catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    if (const auto done = store::removeRetention(*transaction, source); !done)
        return done;
    return transaction->commit();
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
