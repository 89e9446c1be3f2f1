// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The reported numbers of one hypothesis, in double, by summation in a fixed order.
#pragma once

#include "core/discovery/family.h"
#include "core/discovery/findings.h"

#include <vector>

namespace core::discovery {

/// The responses of one asset over one window length, with what is the same for all event series.
struct ResponseColumn {
    std::vector<double> sums; ///< windowSums
    double mean = domain::kMissing;
    double median = domain::kMissing;
    double variance = 0; ///< divisor n
    std::size_t present = 0;
};

ResponseColumn responseColumn(const Family &family, std::size_t asset, int length);

/// The event bars of a pair with a present response: what every figure is computed from.
struct PairSample {
    std::vector<double> response;
    std::vector<double> centred; ///< minus the mean over all bars of its asset
    std::vector<double> weight;  ///< as tested: 1, or centred
    std::vector<double> raw;     ///< the weight before centring
    double base = domain::kMissing;
    std::size_t nBars = 0;
    double variance = 0; ///< of the responses over all bars
};

/// `columns`: one per term of the pair, for the window's length.
PairSample pairSample(const Family &family, const FamilyPair &pair, domain::Window window,
                      const std::vector<const ResponseColumn *> &columns);

/// Fills n, n_bars, effect, base, unit, t, t_zero and slope of the finding.
/// t is that of S/√Q (statistics, A.3); for presence turned into the one-sample t against the base.
void measure(Finding &finding, const Family &family, const FamilyPair &pair, domain::Window window,
             const std::vector<const ResponseColumn *> &columns);

/// Fills median and rates; after measure().
void measureShares(Finding &finding, const Family &family, const FamilyPair &pair, domain::Window window,
                   const std::vector<const ResponseColumn *> &columns);

/// Fills the bootstrap interval and the smallest effect that would have been significant in 80 % of samples:
/// `threshold` is the |t| that is significant in this family (infinity: there is none).
void measureUncertainty(Finding &finding, const Family &family, const FamilyPair &pair, domain::Window window,
                        const std::vector<const ResponseColumn *> &columns, double threshold);

/// Basis points, points, …: what effects of the study are shown in, and how many of them a response of 1 is.
std::string unitOf(const domain::Study &study);
double unitScale(const domain::Study &study);

} // namespace core::discovery
