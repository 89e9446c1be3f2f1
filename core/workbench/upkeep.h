// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Looking after a workspace: check every checksum, seal and merge, copy to a file and back.
#pragma once

#include "core/store/backup.h"
#include "core/store/retention.h"
#include "core/store/verify.h"
#include "core/workbench/workbench.h"

#include <filesystem>

namespace core::workbench {

/// Reads everything; a workspace too damaged to open is checked too. As store::verifyWorkspace.
base::Result<store::VerifyReport> verifyWorkspace(const std::filesystem::path &folder,
                                                  const base::Clock &clock, const Job &job, store::Loss loss);

struct CompactReport {
    std::uint64_t sealedRows = 0;         ///< events moved out of the hot tier
    std::uint64_t mergedFiles = 0;        ///< files whose rows moved to others
    std::uint64_t writtenFiles = 0;       ///< of events
    std::uint64_t removedFiles = 0;       ///< replaced more than a day ago, and orphans
    std::vector<store::Removal> removals; ///< by the rules of retention
};

/// Moves events that were stored more than `hotDays` days ago into the lake and live ticks of past days into
/// the files of their days, merges small files and keeps the rules of retention, under the lease "compact".
/// Without such rules no snapshot changes.
base::Result<CompactReport> compactWorkspace(const Workbench &bench, int hotDays, const Job &job);

/// What a program that collects for months does beside: compactWorkspace() with a week hot, once a day; after
/// a failure, which lastCompacting() tells, an hour later again. False: it was not due, or another program is
/// at it.
base::Result<bool> compactDaily(const Workbench &bench, const Job &job);
/// Moves live ticks of past days, and of days that have many, into the files of their days, under the lease
/// "bulk". How many; 0 when another program is at it.
base::Result<std::uint64_t> foldTicks(const Workbench &bench, const Job &job);

struct LastCompacting {
    base::Instant at; ///< missing: never
    QString fault;    ///< why it failed; empty: it did not
};
base::Result<LastCompacting> lastCompacting(const Workbench &bench);

/// How long events stay, and what went for it.
struct RetentionView {
    std::vector<store::Retention> rules;  ///< ascending by source
    std::vector<store::Removal> removals; ///< the oldest first
};
base::Result<RetentionView> retentionOf(const Workbench &bench);
/// As store::setRetention; the next compactWorkspace() keeps it. False: no event of the source is stored
/// (yet).
base::Result<bool> keepYears(const Workbench &bench, const store::Retention &rule);
/// As store::removeRetention.
base::Result<void> keepForever(const Workbench &bench, const std::string &source);

/// As store::backupWorkspace.
base::Result<store::BackupReport> backupWorkspace(const Workbench &bench, const std::filesystem::path &file,
                                                  const Job &job);
/// As store::restoreWorkspace; the folder must be new or empty.
base::Result<store::BackupReport> restoreWorkspace(const std::filesystem::path &file,
                                                   const std::filesystem::path &folder, const Job &job);

} // namespace core::workbench
