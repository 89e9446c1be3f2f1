// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The family against its null: which method each event series takes, the screen, and what it says per
// hypothesis.
#pragma once

#include "core/base/progress.h"
#include "core/discovery/family.h"
#include "core/discovery/nulls.h"
#include "core/discovery/screen.h"

#include <span>
#include <vector>

namespace core::discovery {

struct RunContext;

/// The hypotheses tested by one method; alpha is split by their share.
struct TestedPart {
    NullMethod method = NullMethod::CircularShift;
    double share = 1;              ///< of the family's hypotheses
    std::vector<float> maxima;     ///< M of every shift or draw, the observed one first
    std::vector<float> sortedNull; ///< nullDistribution(maxima)
    std::vector<ScanCount> counts;
    double significantFrom = 0; ///< smallest y that is significant; infinity: none
};

/// The share of false ones that is allowed among the candidates.
inline constexpr double kCandidateRate = 0.05;

/// Hypotheses are numbered pair · windows + window.
struct Tested {
    std::vector<TestedPart> parts;
    std::vector<std::uint8_t> partOf; ///< per pair; kUntested: no method can test it
    std::vector<QString> reasons;     ///< per event series: why not the usual method, or what it cannot see
    std::vector<QString> notes;       ///< which days were no controls
    std::vector<float> y;             ///< per hypothesis
    std::vector<float> sigma;         ///< per hypothesis where draws gave it, else NaN; empty without draws:
                                      ///< the statistic's root mean square under the null
    std::vector<float> ownP;          ///< likewise: p of the hypothesis alone
    std::vector<float> aboveP;        ///< likewise: p of one side, where the statistic is large
    std::vector<float> belowP;        ///< likewise: where it is small
    MatchedDays matching;             ///< per placed series; empty when the study rules matched days out
    /// Per hypothesis the p by another correction than maxT, and the rate by another than the count of chance
    /// findings (corrections.h); empty: the default.
    std::vector<float> corrected;
    std::vector<float> rated;
    std::size_t windows = 0;
    /// Smallest y of a candidate, one for all parts: with a rate of its own each part would find something
    /// by chance in one family of twenty. Infinity: none.
    double candidateFrom = 0;

    static constexpr std::uint8_t kUntested = 255;

    [[nodiscard]] const TestedPart *partFor(std::uint64_t hypothesis) const;
    /// What its events were compared with by matched days; null for any other method.
    [[nodiscard]] const MatchedDays *matchingFor(std::uint64_t hypothesis) const;
    /// Family-wise, with the method's share of alpha taken in; 1 when untested.
    [[nodiscard]] double pAdjusted(std::uint64_t hypothesis) const;
    /// #{s ≠ 0: M(s) ≥ y}.
    [[nodiscard]] std::uint64_t exceedances(std::uint64_t hypothesis) const;
    /// "significant", "candidate" or "none", by the study's correction.
    [[nodiscard]] const char *tier(std::uint64_t hypothesis, const domain::Study &study) const;
};

/// Smallest y of a candidate by the counts of all parts together, which have the same thresholds; infinity:
/// none.
double candidateFrom(std::span<const TestedPart> parts);

/// The name on a finding: "circular_shift", "matched_days", …
std::string_view toText(NullMethod method);

/// Runs the whole family. The result is the same for any number of threads. `pieces`: where the parts of a
/// long screen are kept and found again; may be null. Errors: BadInput (a method the events do not allow),
/// Cancelled.
base::Result<Tested> testFamily(const Family &family, const RunContext &context,
                                const PieceFolder *pieces = nullptr);

/// The method of every event series of the family, for the study's choice; looks at dates and weights, never
/// at a response. Errors: BadInput (a method the events do not allow).
base::Result<std::vector<NullChoice>> chooseNulls(const Family &family, const MatchedDays &matching);

/// The positions of the pairs that a method tests; for circular shifts asset after asset, so that a piece of a
/// screen reads few assets and meets all their events.
std::vector<std::size_t> pairsBy(const Family &family, const std::vector<NullChoice> &choices,
                                 NullMethod method);

/// Some pairs of the family under the draws of a method (any but CircularShift and None), outcomes in the
/// order of nullInput. Errors: BadInput, Cancelled.
base::Result<NullResult> drawNull(const Family &family, NullMethod method, std::span<const std::size_t> pairs,
                                  const MatchedDays &matching, const NullOptions &options);

/// Y of one hypothesis at every shift of the family's grid, the observed one first (statistics, A.5).
base::Result<std::vector<float>> ownShifts(const Family &family, const FamilyPair &pair, std::size_t window);

/// One hypothesis of the circular part against its own shifts.
struct OwnShift {
    double p = 1;     ///< (1 + #{s ≠ 0: Y(s) ≥ Y(0)})/shifts
    double sigma = 0; ///< root mean square of the statistic over the shifts
};
base::Result<OwnShift> ownShift(const Family &family, const FamilyPair &pair, std::size_t window);

} // namespace core::discovery
