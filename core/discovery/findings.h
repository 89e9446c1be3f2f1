// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a study run says: one finding per reported hypothesis, the run around them, and both as JSON.
#pragma once

#include "core/base/hash.h"
#include "core/domain/bar.h"
#include "core/domain/study.h"

#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace core::discovery {

/// Every number is computed in double by direct summation. NaN: does not exist for this hypothesis.
struct Finding {
    base::Sha256 hypothesis{};
    std::string event;
    std::string asset;
    domain::Window window;
    domain::Statistic statistic = domain::Statistic::Mean;
    std::size_t n = 0;     ///< distinct event bars (in a pool: of each asset) with a present response
    std::size_t nBars = 0; ///< bars with a present response
    /// Mean: the mean response over events. Slope: the correlation of weight and response (unit "r").
    /// Quantile spread: the mean of the top bin minus that of the bottom bin.
    double effect = domain::kMissing;
    double base = domain::kMissing;  ///< the mean over all bars; 0 for slope and spread
    std::string unit;                ///< "bp", "points", "logit", "log", "r"
    double t = domain::kMissing;     ///< of effect − base
    double tZero = domain::kMissing; ///< of effect alone
    double ciLow = domain::kMissing; ///< 95 % stationary bootstrap interval of the effect
    double ciHigh = domain::kMissing;
    double p = domain::kMissing;          ///< against the hypothesis's own null
    double pAdjusted = domain::kMissing;  ///< against the family's
    double pWorkspace = domain::kMissing; ///< against all families on the same calendar
    std::string tier = "none";            ///< significant, candidate, none
    double hitRate = domain::kMissing;    ///< share of events on the effect's side
    double baseRate = domain::kMissing;   ///< share of all bars on that side
    double mde = domain::kMissing; ///< smallest effect − base that would be significant 80 % of the time
    std::string nullMethod;
    std::uint64_t familySize = 0;
    std::string sample = "in"; ///< in, holdout, forward
    bool tradable = false;
    std::string knownBasis;
    /// Whether responses, weights and entries come out again from what was known at past instants: passed,
    /// failed, not tested.
    std::string lookAhead = "not tested";

    // beside the names of the JSON
    std::uint64_t coordinate = 0;
    double y = 0; ///< |statistic| over its root mean square under the null
    double median = domain::kMissing;
    double slope = domain::kMissing;                              ///< response per unit of weight, for Slope
    double hitLow = domain::kMissing, hitHigh = domain::kMissing; ///< Wilson 95 %
    double baseLow = domain::kMissing, baseHigh = domain::kMissing; ///< Wilson 95 %
    std::uint64_t exceedances = 0;                                  ///< of the joint null
    bool askedBefore = false;          ///< the tier is the first verdict's, not this run's
    std::string computedTier = "none"; ///< this run's own
};

struct RunReport {
    std::string run;
    base::Sha256 family{};
    std::uint64_t hypotheses = 0;
    std::uint64_t newHypotheses = 0; ///< asked by no earlier family
    std::uint64_t snapshot = 0;
    std::string resultHash;
    std::int64_t elapsedMs = 0;
    std::vector<Finding>
        findings; ///< all significant and candidate ones and the strongest others, strongest first
    std::uint64_t significant = 0;
    std::uint64_t candidates = 0;
    double expectedSignificant = 0; ///< by chance, under the same rule
    double expectedCandidates = 0;
    std::vector<float> maxima; ///< the joint null, for the picture of it; empty when not all share one
    std::vector<QString>
        notes; ///< sentences for the person: benchmark, trimming, seal, what was not tested and why
};

/// The keys of the command line's JSON (architecture: The command line), NaN as null.
QJsonObject toJson(const Finding &finding);
QJsonObject toJson(const RunReport &report);
/// The finding with everything beside, as the ledger keeps it; findingFromJson of it gives the same finding.
QJsonObject detailJson(const Finding &finding);
Finding findingFromJson(const QJsonObject &json);

/// SHA-256 over the family id and, per finding in order, id, n, exceedances, this run's tier, effect and t
/// ("%.10e").
std::string resultHash(const base::Sha256 &family, const std::vector<Finding> &findings);

} // namespace core::discovery
