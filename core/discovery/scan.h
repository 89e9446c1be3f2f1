// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The screen: every hypothesis of a family against all circular shifts at once, in single precision, with the
// joint null (maxT) and the streamed count of chance findings. Pure arrays: no store, no study, no clock.
#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace core::discovery {

class CountTable;

/// Below this share of its mean, n·var R, Q is rounding: it says nothing and X is 0 (statistics, A.3).
inline constexpr double kQFloor = 1e-6;

/// One event series on the bars of the calendar, without its zeros. Values and counts come summed per bar and
/// centred over the events. Bars whose window would wrap round the end of the sample must be left out by the
/// caller.
struct ScanWeights {
    std::vector<std::uint32_t> bars; ///< ascending, each once, all < ScanFamily::bars
    std::vector<double> weights;     ///< one per bar; empty: presence, 1 for each
};

/// Writes R of one asset and window length into `out` (ScanFamily::bars values): centred by the mean of its
/// present bars, 0 where missing. Returns how many bars are present. Called from several threads at once,
/// once or a few times for each (asset, length).
using ReturnsSource =
    std::function<std::size_t(std::uint32_t asset, std::uint32_t length, std::span<double> out)>;

/// One window length and the lags it is tested at: a lag is the shift that pairs w[t] with R[t + lag].
struct ScanLength {
    std::vector<std::int32_t> lags;
    std::size_t past = 0; ///< bars at the end whose window would run past it: their R is no missing bar
};

struct ScanTerm {
    std::uint32_t weights = 0;
    std::uint32_t asset = 0;
};

/// What one transform serves: one event series on one asset, or a pool of several terms whose S and Q are
/// summed, at one window length. It holds one hypothesis per lag of that length.
struct ScanUnit {
    std::uint32_t length = 0;
    std::uint32_t firstTerm = 0;
    std::uint32_t termCount = 1;
};

struct ScanFamily {
    std::size_t bars = 0; ///< T; any T works, one with prime factors 2–13 only is much faster
    std::vector<ScanWeights> weights;
    std::vector<ScanLength> lengths;
    std::vector<ScanTerm> terms;
    std::vector<ScanUnit> units;
    std::uint32_t assets = 0;
    ReturnsSource returns;
    std::size_t group = 1; ///< g: the null takes the shifts 0, g, 2g, …; g must divide T
};

struct ScanOptions {
    unsigned threads = 1; ///< the result is the same, bit for bit, for any number
    base::CancelToken cancel;
    base::ProgressSink progress; ///< counts units; may be empty
};

/// Chance and observed counts at one threshold of the streamed histogram.
struct ScanCount {
    double threshold = 0;       ///< c
    double chance = 0;          ///< V̄(c): mean over the shifts of #{i: Y_i(s) ≥ c}
    double chance95 = 0;        ///< the .95 quantile over the shifts of the same count
    std::uint64_t observed = 0; ///< R(c) = #{i: Y_i(0) ≥ c}
};

struct ScanResult {
    std::size_t bars = 0;
    std::size_t group = 1;
    std::vector<std::uint64_t> firstHypothesis; ///< per unit, and the number of hypotheses at the end
    std::vector<float> squares;                 ///< per hypothesis Y(0)²; 0 where sigma is 0 ("too few")
    std::vector<float> sigmas;                  ///< per hypothesis σ, of t where `usesT`, of X elsewhere
    std::vector<std::uint8_t> usesT;            ///< per unit: presence and no bar missing within the assets'
                                                ///< lives, so t instead of X
    std::vector<float> maxima;                  ///< M(s) for s = 0, g, 2g, …: the joint null, T/g values
    std::vector<ScanCount> counts;              ///< ascending thresholds, from kLowestThreshold on
    std::shared_ptr<CountTable> table;          ///< what `counts` sums up; tables of several scans add up

    [[nodiscard]] std::uint64_t hypotheses() const { return squares.size(); }
    /// Hypothesis of a unit at the position of the lag in its length's list.
    [[nodiscard]] std::uint64_t hypothesis(std::size_t unit, std::size_t lagPosition) const;
    [[nodiscard]] double y(std::uint64_t hypothesis) const;
};

/// Thresholds are counted from 1.89 (√3.5625) on. That is where the search for a candidate threshold starts
/// by definition: a higher c is always the stricter choice, so nothing is found that the full search would
/// reject. Little is lost: where Y is roughly normal P(Y ≥ 1.89) = .059, so V̄(c)/R(c) ≤ .05 below it would
/// need R(c) above m.
inline constexpr double kLowestThreshold = 1.8874586;

/// Runs the screen (statistics A.3–A.5; Westfall & Young 1993; Tusher et al. 2001). X = S/√Q by one complex
/// inverse transform per unit; presence weights on a complete series use t = X·√((n−1)/(n−X²)). An asset
/// whose returns begin late or end early is repeated outside its life (life.h) and meets the events of its
/// life only. Tried and rejected: leaving its bars empty. With a growing event rate the sample then has more
/// events than the shifts it is compared with; X, at most √n, falls short there, fewer hypotheses take part
/// in M, and 45 of 600 null families had a finding. σ is the root mean square over all shifts of the lag's
/// class mod g, Y = |X|/σ. Errors: BadInput (empty, inconsistent, or g does not divide T), Cancelled. Blocks
/// the calling thread.
[[nodiscard]] base::Result<ScanResult> scan(const ScanFamily &family, const ScanOptions &options);

/// p_adjusted = (1 + #{s ≠ 0: M(s) ≥ y})/(number of shifts), ties within 1e-5 counted.
/// `sortedNull` = nullDistribution(maxima).
[[nodiscard]] double adjustedP(std::span<const float> sortedNull, double y);

/// M(s) for s ≠ 0, ascending.
[[nodiscard]] std::vector<float> nullDistribution(std::span<const float> maxima);

/// The smallest y that is significant at alpha; infinity if alpha is below 1/(number of shifts).
[[nodiscard]] double significantThreshold(std::span<const float> sortedNull, double alpha);

/// The entry with the smallest threshold where chance/max(1, observed) ≤ rate; the last entry if there is
/// none.
[[nodiscard]] const ScanCount &candidateThreshold(std::span<const ScanCount> counts, double rate);

/// V̄ at y: the mean number of hypotheses that reach y under the null (at the next lower counted threshold).
[[nodiscard]] double expectedByChance(std::span<const ScanCount> counts, double y);

/// The k hypotheses with the largest Y(0), largest first, ties by index.
[[nodiscard]] std::vector<std::uint64_t> strongest(const ScanResult &result, std::size_t k);

/// One hypothesis at one shift in double by direct summation: what is reported and hashed.
struct DirectStatistic {
    std::size_t n = 0; ///< event bars with a present R
    double s = 0;      ///< Σ w R
    double q = 0;      ///< Σ w² R²
    double x = 0;      ///< S/√Q, 0 below the floor
    double t = 0;      ///< x, turned into t when presence and no bar is missing
};

/// `returns` as ReturnsSource writes them, `present` one flag per bar; bar (t + shift) mod T is paired with
/// t.
[[nodiscard]] DirectStatistic directStatistic(const ScanWeights &weights, std::span<const double> returns,
                                              std::span<const std::uint8_t> present, std::int64_t shift);

} // namespace core::discovery
