// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The reported numbers of one hypothesis, in double, by summation in a fixed order.
#pragma once

#include "core/discovery/family.h"
#include "core/discovery/findings.h"
#include "core/stats/descriptive.h"

#include <map>
#include <span>
#include <utility>
#include <vector>

namespace core::discovery {

struct MatchedDays;

/// Of every interval that is reported.
inline constexpr double kCoverage = 0.95;

/// The responses of one asset over one window length, with what is the same for all event series.
struct ResponseColumn {
    std::vector<double> sums; ///< windowSums
    double mean = domain::kMissing;
    double median = domain::kMissing;
    double variance = 0; ///< divisor n
    double kurtosis = 1; ///< of the bars present, 3 for a normal law
    std::size_t present = 0;
};

ResponseColumn responseColumn(const Family &family, std::size_t asset, int length);

/// Columns by (asset, length), computed when first asked for. One thread.
class ResponseColumns final
{
public:
    explicit ResponseColumns(const Family &family)
        : m_family(family)
    {}

    /// The columns of a pair's terms; they live until the next call.
    std::vector<const ResponseColumn *> of(const FamilyPair &pair, int length);

private:
    const Family &m_family;
    std::map<std::pair<std::uint32_t, int>, ResponseColumn> m_columns;
};

/// The event bars of a pair with a present response: what every figure is computed from.
struct PairSample {
    std::vector<double> response;
    std::vector<double> centred;     ///< minus the mean over all bars of its asset, or over its stratum
    std::vector<double> weight;      ///< as tested: 1, or centred
    std::vector<double> raw;         ///< the weight before centring
    std::vector<std::uint32_t> bar;  ///< the event bar, counted from the sample's first
    std::vector<std::uint32_t> term; ///< of the pair, 0 unless it is a pool
    /// Matched days: the present responses of the bars that could stand in, and each event's; else empty.
    std::vector<std::vector<double>> strata;
    std::vector<std::uint32_t> stratum;
    double base = domain::kMissing; ///< the mean of what `centred` takes away
    std::size_t nBars = 0;
    double variance = 0; ///< of the responses over all bars
};

/// `columns`: one per term of the pair, for the window's length. `matching`: what the null compares the
/// events with when it is matched days, so that every figure is of the statistic tested; null for any other.
PairSample pairSample(const Family &family, const FamilyPair &pair, domain::Window window,
                      const std::vector<const ResponseColumn *> &columns,
                      const MatchedDays *matching = nullptr);

/// Some of the events as a sample of their own, weights centred (a spread: shared out) among them; what holds
/// for all bars stays. `which`: positions in the sample.
PairSample part(const PairSample &sample, std::span<const std::size_t> which, domain::Statistic statistic);

/// Per event the term whose mean is the effect (unscaled; a slope: the correlation), so that one bootstrap of
/// a mean serves all three statistics. At least three events.
std::vector<double> effectTerms(const PairSample &sample, domain::Statistic statistic);

/// 95 % stationary bootstrap interval (Politis & Romano 1994, block length by Politis & White 2004) of the
/// mean of the terms, each event beside its neighbour in time (a pool: asset by asset). NaN below two.
stats::Interval meanInterval(const std::vector<double> &terms, std::uint64_t seed);

/// The same for the effect itself (unscaled). A slope's is drawn from pairs, so that it stays inside [−1, 1].
stats::Interval effectInterval(const PairSample &sample, domain::Statistic statistic,
                               const std::vector<double> &terms, std::uint64_t seed);

/// Fills n, n_bars, effect, base, unit, t, t_zero and slope of the finding.
/// t is that of S/√Q (statistics, A.3); for presence turned into the one-sample t against the base.
void measure(Finding &finding, const Family &family, const FamilyPair &pair, const PairSample &sample);
/// The same of pairSample().
void measure(Finding &finding, const Family &family, const FamilyPair &pair, domain::Window window,
             const std::vector<const ResponseColumn *> &columns);

/// Fills median and rates; after measure(). `columns`: those of the sample.
void measureShares(Finding &finding, const Family &family, const PairSample &sample,
                   const std::vector<const ResponseColumn *> &columns);

/// Fills the bootstrap interval and the smallest effect that would have been significant in 80 % of samples:
/// `threshold` is the |t| that is significant in this family (infinity: there is none).
void measureUncertainty(Finding &finding, const Family &family, const PairSample &sample, double threshold);

/// How many standard errors an effect must have to pass |t| = `threshold` with probability .80. Its t varies
/// more than a normal number: the deviation it is divided by is estimated too, the worse the fatter the tails
/// (delta method: variance 1 + λ²(κ − 1)/4n). Without that term 80 % would be 72 % on fat-tailed clustered
/// returns.
double detectable(double threshold, double kurtosis, std::size_t n);

/// Basis points, points, …: what effects of the study are shown in, and how many of them a response of 1 is.
std::string unitOf(const domain::Study &study);
double unitScale(const domain::Study &study);

} // namespace core::discovery
