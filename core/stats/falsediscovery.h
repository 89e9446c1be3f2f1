// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing findings among many questions asked at once, so that few of those chosen are false.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// The estimated share of true nulls, min(1, #{p ≥ lambda}/(m·(1 − lambda))) (Storey 2002): p-values of true
/// nulls must be spread evenly above lambda. 0 ≤ lambda < 1; 1 for no p.
[[nodiscard]] double nullShare(std::span<const double> p, double lambda = 0.5);

/// The same at the lambda among .05, .10 … .95 with the smallest estimated mean square error, in closed form
/// (Storey, Taylor & Siegmund 2004; Robinson & Storey).
[[nodiscard]] double nullShareBootstrap(std::span<const double> p);

/// q-values: the smallest false discovery rate at which each is found (Storey 2002), min over j ≥ i of
/// share·m·p_(j)/j.
[[nodiscard]] std::vector<double> qValues(std::span<const double> p, double share);

/// Families chosen first, then hypotheses within those chosen.
struct HierarchicalDiscovery {
    std::vector<double> familyP;        ///< Simes' p of every family
    std::vector<std::uint8_t> selected; ///< per family
    double level = 0;                   ///< of BH within the selected families: q·selected/families
    std::vector<std::uint8_t> rejected; ///< per hypothesis
};

/// Two levels (Benjamini & Bogomolov 2014): the mean false discovery rate over the families selected is at
/// most q for independent families of independent or positively dependent hypotheses. family[i] in
/// 0..families − 1; a family without hypotheses has p = 1.
[[nodiscard]] HierarchicalDiscovery hierarchicalDiscovery(std::span<const double> p,
                                                          std::span<const std::size_t> family,
                                                          std::size_t families, double q);

/// The threshold of knockoff+ (Barber & Candès 2015): the smallest t among |W| with (1 + #{W ≤ −t})/max(1,
/// #{W ≥ t}) ≤ q; those with W ≥ t are found. Infinity if there is none. It asks that the signs of the true
/// nulls are fair coins, which serial dependence breaks: for use on exchangeable data only.
[[nodiscard]] double knockoffThreshold(std::span<const double> w, double q);

} // namespace core::stats
