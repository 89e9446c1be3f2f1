// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/upkeep.h"

#include "core/base/text.h"
#include "core/store/eventcompact.h"
#include "core/store/schedules.h"

#include <algorithm>

namespace core::workbench {

using base::Instant;
using base::Result;

namespace {

// settings of the workspace
constexpr const char *kCompactedAt = "compacted_at";
constexpr const char *kCompactFault = "compact_fault";
constexpr base::Duration kCompactEvery = std::chrono::days(1);
constexpr base::Duration kTryAgainAfter = std::chrono::hours(1);
constexpr int kHotDays = 7;

Result<void> noteCompacting(const Workbench &bench, const QString &fault)
{
    Result<store::WriteTransaction> transaction = bench.workspace().catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    auto saved = store::saveSetting(*transaction, kCompactedAt, base::toIso(bench.clock().now()));
    if (saved)
        saved = store::saveSetting(*transaction, kCompactFault, base::utf8(fault));
    return saved ? transaction->commit() : saved;
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
    if (const auto noted = noteCompacting(bench, {}); !noted)
        return noted.error();
    return CompactReport{events->sealedRows, events->mergedFiles + *bars, events->writtenFiles,
                         events->unlinkedFiles, std::move(*removals)};
}

base::Result<bool> compactDaily(const Workbench &bench, const Job &job)
{
    const Result<LastCompacting> last = lastCompacting(bench);
    if (!last)
        return last.error();
    const Instant now = bench.clock().now();
    const base::Duration pause = last->fault.isEmpty() ? kCompactEvery : kTryAgainAfter;
    // a clock that went back must not stop it
    if (last->at.isValid() && last->at <= now && now - last->at < pause)
        return false;
    const Result<CompactReport> done = compactWorkspace(bench, kHotDays, job);
    if (done)
        return true;
    if (done.error().code == base::ErrorCode::LeaseHeld)
        return false;
    if (done.error().code != base::ErrorCode::Cancelled)
        (void)noteCompacting(bench, done.error().message); // the failure itself is told in any case
    return done.error();
}

base::Result<std::uint64_t> foldTicks(const Workbench &bench, const Job &job)
{
    store::Workspace &workspace = bench.workspace();
    const auto lease = store::Lease::take(workspace.catalog(), "bulk", "putting live ticks into their days");
    if (!lease && lease.error().code == base::ErrorCode::LeaseHeld)
        return std::uint64_t{0};
    if (!lease)
        return lease.error();
    return workspace.ticks().fold(**lease, {.before = bench.clock().now().utcDay()}, job.cancel);
}

base::Result<LastCompacting> lastCompacting(const Workbench &bench)
{
    const Result<store::ReadConnection> reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    const auto at = store::setting(**reader, kCompactedAt);
    if (!at)
        return at.error();
    const auto fault = store::setting(**reader, kCompactFault);
    if (!fault)
        return fault.error();
    LastCompacting last{{}, base::qs(fault->value_or(std::string()))};
    if (*at) {
        if (const Result<Instant> parsed = base::parseInstant(**at); parsed)
            last.at = *parsed;
    }
    return last;
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
