// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a study from the question to the verdict: reads, registers the family in the ledger, tests, reports.
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/discovery/findings.h"
#include "core/domain/companynames.h"
#include "core/domain/linkreader.h"
#include "core/domain/readers.h"
#include "core/domain/study.h"
#include "core/store/ledger.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::discovery {

struct Cost;

/// What a run reads, and where it stands. A run is a pure function of (study, snapshot, asOf, sealedFrom).
struct RunContext {
    const domain::EventReader &events;
    const domain::BarReader &bars;
    store::Ledger &ledger;
    const base::Clock &clock;
    std::uint64_t snapshot = 0;
    base::Instant asOf = {};       ///< missing: everything known
    base::Instant sealedFrom = {}; ///< the workspace's; missing: no seal
    /// The symbols of a watchlist at a snapshot; NotFound with a sentence. May be empty: then there are no
    /// watchlists.
    std::function<base::Result<std::vector<std::string>>(const std::string &, std::uint64_t)> watchlist = {};
    /// What entities are linked to. May be null: then there are no links.
    std::shared_ptr<const domain::LinkReader> links = {};
    /// What companies are called. May be null: then assets and entities are taken by their symbols only.
    std::shared_ptr<const domain::NameReader> names = {};
    /// Where the pieces of a long screen are kept until its run is done, so that a run that was cut short goes
    /// on; empty: nowhere.
    std::filesystem::path pieces = {};
    /// The folders of shards (shard.h) this run puts together; empty: it screens everything itself.
    std::vector<std::filesystem::path> shards = {};
    unsigned threads = 1; ///< the result is the same for any number
    base::CancelToken cancel = {};
    base::ProgressSink progress = {};
    std::function<void(const Cost &)> planned = {}; ///< called once before the first test; may be empty
};

/// Runs the study and stores run, trials and relationships. Blocks; any thread. Errors: BadInput with one
/// plain sentence (unknown asset, impossible window, nothing to test), Corrupt when a file does not match its
/// hash, Cancelled (the ledger then says "not shown").
base::Result<RunReport> runStudy(const domain::Study &study, const RunContext &context);

/// "20240102T030405-1a2b3c4d": sorts by time, never the same twice.
std::string runName(const base::Clock &clock);

struct VerifyReport {
    std::string run;
    std::string expected; ///< the stored result hash
    std::string found;
    std::int64_t elapsedMs = 0;
    [[nodiscard]] bool same() const { return expected == found; }
};

/// Runs a stored run again on its snapshot, as of then, under its seal, writes nothing, and compares the
/// hash.
base::Result<VerifyReport> verifyRun(const std::string &run, const RunContext &context);

/// A stored run as it was reported; with `all` every stored trial is a finding (those not reported have only
/// tier, n, effect, t, y and p_adjusted).
base::Result<RunReport> showRun(const std::string &run, const store::Ledger &ledger, bool all);

/// What became of a run that has no result, to follow its name in a sentence: "was cancelled", "failed".
QString endWords(std::string_view status);

} // namespace core::discovery
