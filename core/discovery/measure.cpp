// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/measure.h"

#include "core/discovery/nulls.h"
#include "core/stats/bootstrap.h"
#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cmath>

namespace core::discovery {

using domain::kMissing;
using domain::Response;
using domain::ReturnKind;
using domain::Statistic;
using stats::count;

namespace {

constexpr std::size_t kMostColumns = 2'000; // response columns held at once, some 90 MB
constexpr std::size_t kBootstraps = 999;
constexpr double kPower = 0.80;

/// A response that cannot fall below zero or sits on a level is on the effect's side when it is above the
/// usual one.
bool isSigned(Response response)
{
    return response == Response::Return;
}

struct Moments {
    double mean = kMissing;
    double variance = kMissing; ///< divisor n − 1
};

Moments moments(const std::vector<double> &x)
{
    return {stats::mean(x), stats::variance(x)};
}

/// X = S/√Q, 0 below the floor.
double studentized(const PairSample &sample)
{
    stats::Sum s, q, w2;
    for (std::size_t i = 0; i < sample.centred.size(); ++i) {
        const double product = sample.weight[i] * sample.centred[i];
        s.add(product);
        q.add(product * product);
        w2.add(sample.weight[i] * sample.weight[i]);
    }
    return q.value() > kQFloor * w2.value() * sample.variance ? s.value() / std::sqrt(q.value()) : 0;
}

void measureMean(Finding &finding, const PairSample &sample, double scale)
{
    const double n = count(sample.response.size());
    const auto [mean, variance] = moments(sample.response);
    const double x = studentized(sample);
    finding.effect = mean * scale;
    finding.base = sample.base * scale;
    finding.t = x * x < n ? x * std::sqrt((n - 1) / (n - x * x)) : x;
    finding.tZero = variance > 0 ? mean / std::sqrt(variance / n) : kMissing;
}

void measureSlope(Finding &finding, const PairSample &sample, double scale)
{
    const double n = count(sample.response.size());
    const double r = stats::correlation(sample.raw, sample.response);
    const double spread = stats::standardDeviation(sample.raw);
    finding.effect = r;
    finding.base = 0;
    finding.unit = std::string("r");
    finding.t = studentized(sample);
    finding.tZero = r * r < 1 ? r * std::sqrt((n - 2) / (1 - r * r)) : kMissing;
    finding.slope = spread > 0 ? r * stats::standardDeviation(sample.response) / spread * scale : kMissing;
}

/// The responses of the top and of the bottom bin.
std::pair<std::vector<double>, std::vector<double>> sides(const PairSample &sample)
{
    std::pair<std::vector<double>, std::vector<double>> out;
    for (std::size_t i = 0; i < sample.response.size(); ++i)
        (sample.raw[i] > 0 ? out.first : out.second).push_back(sample.response[i]);
    return out;
}

void measureSpread(Finding &finding, const PairSample &sample, double scale)
{
    const auto [top, bottom] = sides(sample);
    const auto high = moments(top), low = moments(bottom);
    const double error = std::sqrt(high.variance / count(top.size()) + low.variance / count(bottom.size()));
    finding.effect = (high.mean - low.mean) * scale;
    finding.base = 0;
    finding.t = studentized(sample);
    finding.tZero = error > 0 ? (high.mean - low.mean) / error : kMissing; // Welch 1947
}

/// How often bars are on a side without an event, and how many were looked at.
struct UsualRate {
    double rate = 0;
    std::size_t bars = 0;
};

/// Of all bars, or of the strata of matched days: each asset (stratum) weighs as much as it has events.
template <typename OnSide>
UsualRate usualRate(const PairSample &sample, const std::vector<const ResponseColumn *> &columns,
                    OnSide onSide)
{
    const bool matched = !sample.strata.empty();
    const std::size_t groups = matched ? sample.strata.size() : columns.size();
    std::vector<std::size_t> events(groups, 0);
    std::vector<std::uint32_t> termOf(groups, 0);
    for (std::size_t i = 0; i < sample.response.size(); ++i) {
        const std::size_t group = matched ? sample.stratum[i] : sample.term[i];
        ++events[group];
        termOf[group] = sample.term[i];
    }
    UsualRate out;
    stats::Sum rate;
    for (std::size_t group = 0; group < groups; ++group) {
        if (events[group] == 0)
            continue;
        std::size_t hits = 0, present = 0;
        for (const double value : matched ? sample.strata[group] : columns[group]->sums) {
            hits += onSide(value, termOf[group]) ? 1 : 0; // NaN is on no side
            present += value == value ? 1 : 0;
        }
        rate.add(count(events[group]) / count(sample.response.size()) * (count(hits) / count(present)));
        out.bars += present;
    }
    out.rate = rate.value();
    return out;
}

/// Shares on the effect's side: for events, and for bars without regard to them (a slope or spread is right
/// half the time by chance).
void measureRates(Finding &finding, const Family &family, const PairSample &sample,
                  const std::vector<const ResponseColumn *> &columns)
{
    std::size_t hits = 0;
    const bool means = finding.statistic == Statistic::Mean;
    const bool plain = isSigned(family.study.response) || !means;
    const double side = finding.effect - finding.base >= 0 ? 1 : -1;
    const auto isHit = [&](double value, std::uint32_t term) {
        return side * (value - (plain ? 0 : columns[term]->median)) > 0;
    };
    for (std::size_t i = 0; i < sample.response.size(); ++i) {
        const double value = means ? sample.response[i] : sample.centred[i] * sample.weight[i];
        hits += isHit(value, sample.term[i]) ? 1 : 0;
    }
    if (sample.response.empty())
        return;
    const auto interval = stats::wilson(hits, sample.response.size(), kCoverage);
    finding.hitRate = count(hits) / count(sample.response.size());
    finding.hitLow = interval.low;
    finding.hitHigh = interval.high;
    if (!means) {
        finding.baseRate = 0.5;
        return;
    }
    const UsualRate usual = usualRate(sample, columns, isHit);
    const auto usualHits = static_cast<std::size_t>(std::llround(usual.rate * count(usual.bars)));
    const auto all = stats::wilson(usualHits, usual.bars, kCoverage);
    finding.baseRate = usual.rate;
    finding.baseLow = all.low;
    finding.baseHigh = all.high;
}

double responseAt(const ResponseColumn &column, std::uint32_t bar, domain::Window window)
{
    const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(bar) + window.first;
    const bool inside = at >= 0 && static_cast<std::size_t>(at) < column.sums.size();
    return inside ? column.sums[static_cast<std::size_t>(at)] : kMissing;
}

/// Compares every event with the mean of its stratum, as matched days test it, instead of with all bars.
void compareWithStrata(PairSample &sample, const Family &family, const FamilyPair &pair,
                       domain::Window window, const std::vector<const ResponseColumn *> &columns,
                       const MatchedDays &matching)
{
    stats::Sum bases;
    std::size_t i = 0;
    for (std::uint32_t term = 0; term < pair.termCount; ++term) {
        const std::uint32_t placed = family.terms[pair.firstTerm + term].placed;
        const std::vector<std::uint32_t> &bars = family.placed[placed].series.bars;
        const StandIns standIns = standInsOf(bars, matching, placed);
        const auto first = static_cast<std::uint32_t>(sample.strata.size());
        for (const std::vector<std::uint32_t> &pool : standIns.pools) {
            std::vector<double> &present = sample.strata.emplace_back();
            for (const std::uint32_t bar : pool) {
                if (const double value = responseAt(*columns[term], bar, window); value == value)
                    present.push_back(value);
            }
        }
        for (; i < sample.term.size() && sample.term[i] == term; ++i) {
            const auto event = std::lower_bound(bars.begin(), bars.end(), sample.bar[i]) - bars.begin();
            sample.stratum.push_back(first + standIns.poolOf[static_cast<std::size_t>(event)]);
            const double usual = stats::mean(sample.strata[sample.stratum.back()]);
            sample.centred[i] = sample.response[i] - usual;
            bases.add(usual);
        }
    }
    if (!sample.response.empty())
        sample.base = bases.value() / count(sample.response.size());
}

/// Of the sample itself: n Σ d⁴/(Σ d²)²; 1 where nothing varies.
double kurtosis(const std::vector<double> &values)
{
    const double middle = stats::mean(values);
    double squares = 0;
    double fourths = 0;
    for (const double value : values) {
        const double square = (value - middle) * (value - middle);
        squares += square;
        fourths += square * square;
    }
    return squares > 0 ? fourths * count(values.size()) / (squares * squares) : 1;
}

} // namespace

std::string unitOf(const domain::Study &study)
{
    if (study.response == Response::Range || study.response == Response::Volume)
        return "log";
    switch (study.returns.kind) {
    case ReturnKind::Diff:
        return "points";
    case ReturnKind::LogitDiff:
        return "logit";
    default:
        return "bp";
    }
}

double unitScale(const domain::Study &study)
{
    return unitOf(study) == "bp" ? 1e4 : 1;
}

ResponseColumn responseColumn(const Family &family, std::size_t asset, int length)
{
    ResponseColumn out;
    out.sums = windowSums(family.assets[asset].response, family.calendar, static_cast<std::size_t>(length));
    std::vector<double> present;
    std::copy_if(out.sums.begin(), out.sums.end(), std::back_inserter(present),
                 [](double value) { return value == value; });
    out.present = present.size();
    out.mean = stats::mean(present);
    out.median = stats::median(present);
    stats::Sum squares;
    for (const double value : present)
        squares.add((value - out.mean) * (value - out.mean));
    out.variance = present.empty() ? 0 : squares.value() / count(present.size());
    out.kurtosis = kurtosis(present);
    return out;
}

double detectable(double threshold, double kurtosis, std::size_t n)
{
    const double spread = (kurtosis - 1) / (4 * count(n));
    const double quantile = stats::normalQuantile(kPower);
    double errors = threshold;
    for (int step = 0; step < 50; ++step) // the slope is below quantile/2, so this settles to the last digit
        errors = threshold + quantile * std::sqrt(1 + errors * errors * spread);
    return errors;
}

std::vector<const ResponseColumn *> ResponseColumns::of(const FamilyPair &pair, int length)
{
    if (m_columns.size() > kMostColumns)
        m_columns.clear();
    std::vector<const ResponseColumn *> out;
    for (std::uint32_t i = 0; i < pair.termCount; ++i) {
        const std::uint32_t asset = m_family.terms[pair.firstTerm + i].asset;
        auto found = m_columns.find({asset, length});
        if (found == m_columns.end())
            found =
                m_columns.emplace(std::pair{asset, length}, responseColumn(m_family, asset, length)).first;
        out.push_back(&found->second);
    }
    return out;
}

PairSample pairSample(const Family &family, const FamilyPair &pair, domain::Window window,
                      const std::vector<const ResponseColumn *> &columns, const MatchedDays *matching)
{
    PairSample out;
    stats::Sum bases, variances;
    for (std::uint32_t term = 0; term < pair.termCount; ++term) {
        const PlacedSeries &placed = family.placed[family.terms[pair.firstTerm + term].placed];
        const ResponseColumn &column = *columns[term];
        out.nBars += column.present;
        for (std::size_t i = 0; i < placed.series.bars.size(); ++i) {
            const double value = responseAt(column, placed.series.bars[i], window);
            if (value != value)
                continue;
            out.response.push_back(value);
            out.centred.push_back(value - column.mean);
            out.weight.push_back(placed.weights.empty() ? 1 : placed.weights[i]);
            out.raw.push_back(placed.series.weights[i]);
            out.bar.push_back(placed.series.bars[i]);
            out.term.push_back(term);
            bases.add(column.mean);
            variances.add(column.variance);
        }
    }
    if (!out.response.empty()) {
        out.base = bases.value() / count(out.response.size());
        out.variance = variances.value() / count(out.response.size());
    }
    if (matching)
        compareWithStrata(out, family, pair, window, columns, *matching);
    return out;
}

PairSample part(const PairSample &sample, std::span<const std::size_t> which, Statistic statistic)
{
    PairSample out;
    out.nBars = sample.nBars;
    out.variance = sample.variance;
    stats::Sum bases, total, top, bottom;
    for (const std::size_t i : which) {
        out.response.push_back(sample.response[i]);
        out.centred.push_back(sample.centred[i]);
        out.weight.push_back(sample.weight[i]);
        out.raw.push_back(sample.raw[i]);
        out.bar.push_back(sample.bar[i]);
        out.term.push_back(sample.term[i]);
        bases.add(sample.response[i] - sample.centred[i]);
        total.add(sample.raw[i]);
        (sample.raw[i] > 0 ? top : bottom).add(sample.raw[i]);
    }
    if (which.empty())
        return out;
    out.base = bases.value() / count(which.size());
    for (std::size_t i = 0; i < which.size(); ++i) {
        const double raw = out.raw[i];
        if (statistic == Statistic::Slope)
            out.weight[i] = raw - total.value() / count(which.size());
        else if (statistic == Statistic::QuantileSpread)
            out.weight[i] = raw > 0 ? raw / top.value() : bottom.value() != 0 ? -raw / bottom.value() : 0;
    }
    return out;
}

std::vector<double> effectTerms(const PairSample &sample, Statistic statistic)
{
    std::vector<double> terms(sample.response);
    const std::size_t size = terms.size();
    const double n = count(size);
    if (statistic == Statistic::Slope) {
        const double meanX = stats::mean(sample.raw), meanY = stats::mean(sample.response);
        const double spread =
            stats::standardDeviation(sample.raw) * stats::standardDeviation(sample.response) * (n - 1) / n;
        for (std::size_t i = 0; i < size; ++i)
            terms[i] = (sample.raw[i] - meanX) * (sample.response[i] - meanY) / spread;
    } else if (statistic == Statistic::QuantileSpread) {
        const auto [top, bottom] = sides(sample);
        const double meanTop = stats::mean(top), meanBottom = stats::mean(bottom);
        for (std::size_t i = 0; i < size; ++i) {
            const bool up = sample.raw[i] > 0;
            const double share = n / count(up ? top.size() : bottom.size());
            terms[i] = (meanTop - meanBottom) + (up ? share * (sample.response[i] - meanTop)
                                                    : -share * (sample.response[i] - meanBottom));
        }
    }
    return terms;
}

stats::Interval meanInterval(const std::vector<double> &terms, std::uint64_t seed)
{
    const double block = std::max(1.0, stats::optimalBlockLength(terms).stationary);
    return stats::bootstrapMean(terms, block, kBootstraps, kCoverage, seed);
}

stats::Interval effectInterval(const PairSample &sample, Statistic statistic, const std::vector<double> &terms,
                               std::uint64_t seed)
{
    if (statistic != Statistic::Slope)
        return meanInterval(terms, seed);
    const double block = std::max(1.0, stats::optimalBlockLength(terms).stationary);
    return stats::bootstrapCorrelation(sample.raw, sample.response, block, kBootstraps, kCoverage, seed);
}

void measure(Finding &finding, const Family &family, const FamilyPair &pair, domain::Window window,
             const std::vector<const ResponseColumn *> &columns)
{
    measure(finding, family, pair, pairSample(family, pair, window, columns));
}

void measure(Finding &finding, const Family &family, const FamilyPair &pair, const PairSample &sample)
{
    const double scale = unitScale(family.study);
    finding.n = sample.response.size();
    finding.nBars = sample.nBars;
    finding.unit = unitOf(family.study);
    finding.statistic = family.statisticOf(pair);
    if (sample.response.size() < 3)
        return;
    switch (finding.statistic) {
    case Statistic::Slope:
        measureSlope(finding, sample, scale);
        break;
    case Statistic::QuantileSpread:
        measureSpread(finding, sample, scale);
        break;
    default:
        measureMean(finding, sample, scale);
    }
}

void measureShares(Finding &finding, const Family &family, const PairSample &sample,
                   const std::vector<const ResponseColumn *> &columns)
{
    if (sample.response.size() < 3)
        return;
    finding.median = stats::median(sample.response) * unitScale(family.study);
    measureRates(finding, family, sample, columns);
}

void measureUncertainty(Finding &finding, const Family &family, const PairSample &sample, double threshold)
{
    const std::size_t size = sample.response.size();
    if (size < 3)
        return;
    const double scale = unitScale(family.study);
    const double n = count(size);
    const std::vector<double> terms = effectTerms(sample, finding.statistic);
    const double toEffect = finding.statistic == Statistic::Slope ? 1 : scale;
    const auto interval = effectInterval(sample, finding.statistic, terms, family.study.seed);
    finding.ciLow = interval.low * toEffect;
    finding.ciHigh = interval.high * toEffect;
    // what t divides by: a mean is tested apart from its base
    const std::vector<double> &noise = finding.statistic == Statistic::Mean ? sample.centred : terms;
    const double error = stats::standardDeviation(noise) / std::sqrt(n) * toEffect;
    if (std::isfinite(threshold))
        finding.mde = detectable(threshold, kurtosis(noise), size) * error;
    if (finding.statistic == Statistic::Slope && finding.mde > 1)
        finding.mde = kMissing; // no correlation is large enough
}

} // namespace core::discovery
