// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger: every family ever registered, what came out of it, and the relationships that are believed.
// Families, trials, openings of the hold-out and walks can only be added to, and a changed row is found by
// its hash.
#pragma once

#include "core/base/hash.h"
#include "core/base/instant.h"
#include "core/domain/bar.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core::store {

class Catalog;

/// One item of an axis: its hash is what makes two families ask the same.
struct AxisItem {
    base::Sha256 sha256{};
    std::string label;
};

struct FamilyAxes {
    std::vector<AxisItem> events;
    std::vector<AxisItem> assets;
    std::vector<AxisItem> windows;
    std::vector<unsigned char> pairs; ///< bit event · assets + asset, lowest first; empty: all pairs
};

struct FamilyRecord {
    base::Sha256 id{};
    std::string spec;           ///< canonical JSON of everything that makes the family
    base::Sha256 modelSha256{}; ///< of what its hypotheses share besides the axes
    std::uint64_t m = 0;
    std::uint64_t mNew = 0;
    base::Sha256 calendar{};
    base::Instant sampleFrom;
    base::Instant sampleTo;
    std::string restriction;
    std::uint64_t snapshot = 0;
    std::string run;
    base::Instant registeredAt;
};

struct TrialRecord {
    base::Sha256 family{};
    std::string run;
    std::uint64_t coordinate = 0;
    base::Sha256 hypothesis{};
    std::string tier;
    std::uint64_t n = 0;
    double effect = domain::kMissing;
    double t = domain::kMissing;
    double y = domain::kMissing;
    double pAdjusted = domain::kMissing;
    std::string finding; ///< canonical JSON of the whole finding where it was reported, else empty
};

struct RunRecord {
    std::string run;
    base::Sha256 family{};
    std::string study; ///< canonical JSON
    std::uint64_t snapshot = 0;
    base::Instant asOf;
    base::Instant sealedFrom;
    std::string status = "running";
    std::uint64_t hypotheses = 0;
    std::uint64_t significant = 0;
    std::uint64_t candidates = 0;
    double expectedFalse = 0;
    std::string resultHash;
    std::string program; ///< the version that made it; empty: not known
    std::int64_t elapsedMs = 0;
    std::string report; ///< JSON of the findings and notes
    std::vector<float> maxima;
    base::Instant startedAt;
    base::Instant finishedAt;
};

struct RelationshipRecord {
    base::Sha256 hypothesis{};
    base::Sha256 family{};
    std::string run;
    std::string event;
    std::string asset;
    int first = 0;
    int last = 0;
    std::string statistic;
    std::string tier;
    std::uint64_t n = 0;
    double effect = domain::kMissing;
    std::string unit;
    double t = domain::kMissing;
    double pValue = domain::kMissing;
    double pAdjusted = domain::kMissing;
    double hitRate = domain::kMissing;
    double baseRate = domain::kMissing;
    double edge = domain::kMissing; ///< basis points
    std::string status;             ///< candidate, significant, validated, decayed, retired
    std::string definition;         ///< canonical JSON of the hypothesis
    base::Instant discoveredAt;
    base::Instant validatedAt; ///< missing: not yet
};

struct UnsealRecord {
    base::Sha256 hypothesis{};
    base::Sha256 family{};
    base::Instant openedAt;
    std::uint64_t n = 0;
    double effect = domain::kMissing;
    double t = domain::kMissing;
    double p = domain::kMissing;     ///< one-sided, in the registered direction
    double pHolm = domain::kMissing; ///< over the family's relationships, those still closed counting as 1
    bool confirmed = false;
};

/// A study scored step by step on what came next (discovery/walk.h). It registers nothing and is asked by
/// nobody; that it was made is kept.
struct WalkRecord {
    std::string walk;  ///< its name
    std::string study; ///< canonical JSON
    std::uint64_t snapshot = 0;
    base::Instant from; ///< the first instant it discovered at
    base::Instant to;   ///< the end of what was scored
    std::string step;
    std::uint64_t questions = 0; ///< over all steps
    std::uint64_t found = 0;
    std::uint64_t scored = 0;
    std::uint64_t held = 0;
    std::string result; ///< canonical JSON
    std::string program;
    base::Instant recordedAt;
};

/// What was asked under the name of one study, or in the whole workspace.
struct LedgerSummary {
    std::uint64_t families = 0;
    std::uint64_t questions = 0; ///< distinct hypotheses asked (the sum of m_new)
    std::uint64_t runs = 0;
    std::uint64_t significant = 0;
    std::uint64_t candidates = 0;
    double expectedFalse = 0; ///< significant ones that chance alone gives, over all families
    std::uint64_t opened = 0; ///< of the hold-out
    std::uint64_t asked = 0;  ///< hypotheses of all families, those of earlier ones again (the sum of m)
    std::uint64_t walks = 0;
    std::uint64_t walked = 0; ///< questions asked in them, not counted above
    [[nodiscard]] std::uint64_t askedBefore() const { return asked - questions; }
};

/// The questions of one study, by the name it had when a family was registered.
struct StudyQuestions {
    std::string study;
    LedgerSummary counts;
};

/// A trial as the ledger remembers it.
struct PastVerdict {
    base::Sha256 hypothesis{};
    std::string tier;
};

class Lives;

/// All functions: any thread. Failures are Storage errors unless said.
class Ledger final
{
public:
    explicit Ledger(Catalog &catalog)
        : m_catalog(catalog)
    {}

    /// Adds family and axes in one transaction. False: this very family was registered before, nothing was
    /// added.
    base::Result<bool> registerFamily(const FamilyRecord &family, const FamilyAxes &axes);
    base::Result<std::optional<FamilyRecord>> family(const base::Sha256 &id) const;
    /// All of them, newest first.
    base::Result<std::vector<FamilyRecord>> families() const;
    /// Families of the same model whose samples overlap (from, to] and whose results were shown, oldest
    /// first.
    base::Result<std::vector<FamilyRecord>> earlierFamilies(const base::Sha256 &model, base::Instant from,
                                                            base::Instant to) const;
    base::Result<FamilyAxes> axes(const base::Sha256 &family) const;

    /// Appends trials, in transactions of some thousand rows.
    base::Result<void> recordTrials(std::span<const TrialRecord> trials);
    /// The first tier each hypothesis of the family was given that is more than "none", ascending by
    /// hypothesis.
    base::Result<std::vector<PastVerdict>> verdicts(const base::Sha256 &family) const;
    /// The trials of a run by position; `limit` 0: all.
    base::Result<std::vector<TrialRecord>> trials(const std::string &run, std::uint64_t limit = 0) const;
    /// The first trial of a hypothesis in a run; nothing when the run kept none.
    base::Result<std::optional<TrialRecord>> trial(const std::string &run, const base::Sha256 &hypothesis) const;

    /// Adds a run, or brings the one of that name up to date.
    base::Result<void> saveRun(const RunRecord &run);
    /// NotFound with a sentence when there is none; a unique beginning of its name is enough.
    base::Result<RunRecord> run(const std::string &name) const;
    /// M(s) of the hypotheses of a run that were tested by shifts, the observed one first; empty when there are
    /// none.
    base::Result<std::vector<float>> maximaOf(const std::string &run) const;
    /// All runs without report and maxima, newest first.
    base::Result<std::vector<RunRecord>> runs() const;
    /// M(s) of the finished runs of other families with this calendar and restriction and `size` shifts.
    base::Result<std::vector<std::vector<float>>> maxima(const base::Sha256 &calendar,
                                                         const std::string &restriction,
                                                         const base::Sha256 &notFamily,
                                                         std::size_t size) const;

    /// Adds relationships; one that is there already keeps everything it was first given.
    base::Result<void> addRelationships(std::span<const RelationshipRecord> relationships);
    base::Result<std::vector<RelationshipRecord>> relationships() const; ///< strongest first
    /// NotFound with a sentence when there is none; a unique beginning of the id in hexadecimal is enough.
    base::Result<RelationshipRecord> relationship(const std::string &id) const;

    /// Adds an opening. BadInput when this relationship was opened before.
    base::Result<void> recordUnseal(const UnsealRecord &act);
    base::Result<std::vector<UnsealRecord>> unseals() const;

    /// What became of the relationships since; lives as long as the catalog.
    [[nodiscard]] Lives lives() const;
    /// Adds a walk.
    base::Result<void> recordWalk(const WalkRecord &walk);
    base::Result<std::vector<WalkRecord>> walks() const; ///< newest first

    base::Result<LedgerSummary> summary() const;
    /// The same of what was registered after `since`; missing: ever.
    base::Result<LedgerSummary> summary(base::Instant since) const;
    /// By study, the one with most questions first.
    base::Result<std::vector<StudyQuestions>> questionsByStudy() const;
    /// Distinct hypotheses that were ever significant or candidate.
    base::Result<std::uint64_t> foundEver() const;
    /// Of the hypotheses that each family found (significant or candidate), how many were validated since;
    /// families of none are left out.
    base::Result<std::map<base::Sha256, std::uint64_t>> validatedByFamily() const;
    /// Reads every chained row. Fails with Corrupt naming the table and the first row whose hash does not
    /// fit.
    base::Result<void> check() const;

private:
    Catalog &m_catalog;
};

} // namespace core::store
