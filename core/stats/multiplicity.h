// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Corrections for asking many questions: from p-values alone, or from the joint null of the statistics.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace core::stats {

enum class Correction {
    Bonferroni,
    Sidak,             ///< single step, independence
    SidakStepDown,     ///< Holland & Copenhaver 1987
    Holm,              ///< 1979, any dependence
    Hochberg,          ///< 1988, positive dependence
    Hommel,            ///< 1988, positive dependence
    BenjaminiHochberg, ///< 1995, false discovery rate
    BenjaminiYekutieli ///< 2001, false discovery rate under any dependence
};

/// Adjusted p-values in the order given; each p in [0, 1].
[[nodiscard]] std::vector<double> adjustedPValues(std::span<const double> p, Correction correction);

/// Benjamini, Krieger & Yekutieli (2006) in the two-stage form at level q: BH times the estimated share of
/// nulls; plain BH where the first stage rejects all and leaves none to rate by.
[[nodiscard]] std::vector<double> twoStageBenjaminiHochberg(std::span<const double> p, double q);

/// How the observed value enters the count of a resampling p-value.
enum class Identity {
    AddOne,  ///< the draws do not hold the observed value: (1 + #)/(1 + draws)
    Included ///< complete enumeration: #/draws
};

/// The null of several statistics under common draws, one row per hypothesis; larger is more extreme (take
/// |x| first).
struct JointNull {
    std::span<const double> values; ///< hypothesis × draw, row by row
    std::size_t draws = 0;
};

struct StepP {
    std::vector<double> singleStep;
    std::vector<double> stepDown;
};

/// maxT (Westfall & Young 1993, algorithm 4.1; Romano & Wolf 2005): strong control of the family-wise error
/// if the joint law of the true nulls does not depend on which hypotheses are false. Ties within `tie`·max(1,
/// |observed|) count.
[[nodiscard]] StepP maxT(std::span<const double> observed, const JointNull &null, Identity identity,
                         double tie = 1e-9);

/// Raw p-values of each hypothesis against its own draws.
[[nodiscard]] std::vector<double> resamplingP(std::span<const double> observed, const JointNull &null,
                                              Identity identity, double tie = 1e-9);

/// Step-down minP by complete enumeration (Westfall & Young 1993). Useless for circular shifts: with as many
/// hypotheses as shifts some hypothesis is always at its own maximum.
[[nodiscard]] std::vector<double> minP(std::span<const double> observed, const JointNull &null,
                                       double tie = 1e-9);

} // namespace core::stats
