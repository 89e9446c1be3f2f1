// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sources as a person sees them, and collecting from them.
#pragma once

#include "core/ingest/collector.h"
#include "core/ingest/lagproposals.h"
#include "core/ingest/replay.h"
#include "core/ingest/reparse.h"
#include "core/ingest/schedule.h"
#include "core/ingest/secrets.h"
#include "core/store/schedules.h"
#include "core/workbench/workbench.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::workbench {

struct SourceStatus {
    std::string name;
    QString title;
    QString about;
    QString licence;
    sources::KeyNeed key = sources::KeyNeed::None;
    std::vector<std::string> missingKeys; ///< names of the keys it wants and does not have
    std::string keyUrl;
    bool isStarter = false;
    bool isEnabled = false;
    std::uint32_t failures = 0; ///< attempts without data in a row
    ingest::Freshness freshness = ingest::Freshness::Off;
    base::Duration cadence{0};
    base::Instant succeededAt; ///< missing: never
    base::Instant nextAt;
    std::uint64_t rowsToday = 0;
    std::uint64_t refusedToday = 0;
    std::uint64_t requestsToday = 0; ///< that were answered
    std::vector<std::uint64_t> rowsByDay;    ///< of the last 30 days (UTC), the oldest first, today last
    std::vector<std::uint64_t> refusedByDay; ///< likewise
    std::uint64_t waiting = 0; ///< jobs
    std::uint64_t failed = 0;  ///< jobs given up, until somebody retries
    double lagMedian = 0;      ///< seconds from known to stored, of the last 30 days; NaN: no row yet
    double lag95 = 0;
    store::SourceDay month; ///< summed over the last 30 days (UTC)
    QString live;           ///< how its live stream fares; empty: it has none, or none is asked for
    QString fault;  ///< of the last attempt; empty: it went well
    QString remedy; ///< what to do about it; empty: nothing
    std::vector<std::string> series;
    QString quota; ///< why a round takes longer than the cadence; empty: it does not
};

/// Where a person's own sources lie, a JSON file each.
std::filesystem::path sourceFolderOf(const Workbench &bench);
/// The program's sources and those described in sources/*.json of the workspace.
sources::SourceBook sourcesOf(const Workbench &bench);

/// Every source there is, ascending by name.
base::Result<std::vector<SourceStatus>> sourceStatuses(const Workbench &bench, const ingest::SecretOf &secretOf);

/// Switches a source on or off, and sets what it follows when given. Fails with NotFound when there is no such
/// source, with BadInput when it does not work without a series and has none.
base::Result<void> setSource(const Workbench &bench, const std::string &name, bool isEnabled,
                             const std::optional<std::vector<std::string>> &series = {},
                             const std::optional<std::map<std::string, std::string>> &options = {});

/// Whether any source is switched on.
base::Result<bool> isAnySourceOn(const Workbench &bench);
/// The source is due at once, whatever it waited for. Fails with NotFound when there is none of that name.
base::Result<void> askNow(const Workbench &bench, const std::string &name);

/// Asks the days of a source from the past; the jobs are in the queue when it returns. What is asked may depend on
/// whether there is a key.
base::Result<std::uint64_t> startBackfill(const Workbench &bench, const std::string &name, base::Date from, base::Date to,
                                          const ingest::SecretOf &secretOf = ingest::secretFromEnvironment);
/// Failed jobs wait again: of one source, or of all when the name is empty. How many.
base::Result<std::uint64_t> retryFailed(const Workbench &bench, const std::string &name);

struct CollectJob {
    std::vector<std::string> only; ///< these sources; empty: all that are switched on
    bool once = false;             ///< ends when nothing is due any more
    std::string contact;           ///< for the User-Agent
    ingest::SecretOf secretOf = ingest::secretFromEnvironment;
    std::shared_ptr<ingest::Fetcher> fetcher; ///< where answers come from; null: the web
    std::shared_ptr<ingest::Streamer>
        streamer;                ///< where live frames come from when answers are not from the web
    std::function<void()> began; ///< called once nobody else may collect; may be empty
    std::function<void(const ingest::TransformReport &)> told; ///< of each answer, from any thread; may be empty
    /// Of each turn of a scheduled study or check, from another thread; may be empty.
    std::function<void(const store::ScheduleTurn &)> ran;
};
/// Collects from the web until it is cancelled or nothing is due, and meanwhile lets the scheduled studies run whose
/// time has come (with `once`, after it). Fails with LeaseHeld and the sentence that names who collects already.
base::Result<ingest::CollectorReport> collect(const Workbench &bench, const CollectJob &what, const Job &job);

struct IngestStatus {
    std::vector<store::IngestCounts> queue;
    std::vector<store::IngestJob> failed; ///< the newest, at most 100
    std::vector<store::Backfill> backfills;
    std::vector<store::Gap> gaps;
    std::optional<store::LeaseHolder> collector; ///< who collects now
};
base::Result<IngestStatus> ingestStatus(const Workbench &bench);

/// What collecting measured of the lags that are only stated, over the last 90 days.
base::Result<std::vector<ingest::LagProposal>> lagProposals(const Workbench &bench);
/// The next version of the lag rules with what is proposed; a person decides about it.
base::Result<std::string> proposedLagRules(const Workbench &bench);

/// As ingest::reparse(). Fails with NotFound when there is no such source.
base::Result<ingest::ReparseReport> reparse(const Workbench &bench, const std::string &name, bool all, const Job &job);

/// Takes in a folder of recorded answers; the source is the folder's name when `source` is empty.
base::Result<std::vector<ingest::ReplayedFile>> replay(const Workbench &bench, const std::filesystem::path &folder,
                                                       const std::string &source, const Job &job);

} // namespace core::workbench
