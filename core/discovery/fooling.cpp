// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/fooling.h"

#include "core/base/clock.h"
#include "core/base/tr.h"
#include "core/discovery/pairing.h"
#include "core/discovery/runner.h"
#include "core/discovery/scaninput.h"
#include "core/stats/distributions.h"
#include "core/stats/random.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using stats::Random;
using stats::RandomPurpose;

namespace {

constexpr double kNaive = 1.96;
constexpr double kAlpha = 0.05;
constexpr std::size_t kPlantedWindow = 1; // [1, 1] of the three below
constexpr std::size_t kFewestUsable = 15;

/// Every asset with daily bars, plain returns: what people look at.
domain::Study everything()
{
    domain::Study study;
    study.assets.filter = "symbol != \"\"";
    study.returns.kind = domain::ReturnKind::Simple; // prices may be below zero
    study.returns.model = domain::ReturnModel::Raw;
    study.windows = {{0, 0}, {1, 1}, {1, 5}};
    return study;
}

/// Dates that come in clusters, as news does (a branching process; Hawkes 1971): seven of ten are followed
/// by another within days. They know nothing of any price.
std::vector<std::uint32_t> randomDates(std::uint64_t seed, std::uint32_t number, std::size_t bars)
{
    constexpr double kBranching = 0.7;
    constexpr double kDelay = 3.3; // bars, mean
    constexpr std::size_t kMargin = 8;
    Random random(seed, RandomPurpose::Fooling, number);
    const std::uint64_t parents = 6 + random.below(40);
    std::vector<std::uint32_t> out;
    for (std::uint64_t i = 0; i < parents; ++i) {
        auto at = static_cast<double>(kMargin + random.below(bars - 2 * kMargin));
        while (at < static_cast<double>(bars - kMargin)) {
            out.push_back(static_cast<std::uint32_t>(at));
            if (random.uniform() >= kBranching)
                break;
            at += 1 - kDelay * std::log1p(-random.uniform());
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// One-sample t from X = S/√Q of n presence events (scan.h).
double tOf(double x, double n)
{
    return n >= 2 && x * x < n ? std::fabs(x) * std::sqrt((n - 1) / (n - x * x)) : 0;
}

} // namespace

Result<Fooling> Fooling::prepare(const FoolingOptions &options, const RunContext &context)
{
    Fooling out;
    out.m_options = options;
    auto market = makeMarket(everything(), context);
    if (!market.ok())
        return market.error();
    Family &family = out.m_family = std::move(*market);
    if (family.assets.size() > options.mostAssets)
        family.assets.resize(options.mostAssets);
    const std::size_t bars = family.calendar.length();
    family.events.resize(options.series);
    for (const FamilyAsset &asset : family.assets)
        family.assetLabels.push_back(asset.symbol);
    for (std::uint32_t e = 0; e < options.series; ++e) {
        PlacedSeries placed;
        placed.asked = e;
        placed.series.bars = randomDates(options.seed, e, bars);
        family.placed.push_back(std::move(placed));
        for (std::uint32_t a = 0; a < family.assets.size(); ++a) {
            const FamilyTerm term{e, a};
            if (usableBars(family, term) < kFewestUsable)
                continue;
            family.pairs.push_back({e, a, static_cast<std::uint32_t>(family.terms.size()), 1});
            family.terms.push_back(term);
        }
    }
    if (family.pairs.empty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("No asset here has enough daily bars to ask random dates about; import prices first.")};
    return out;
}

Result<FoolingResult> Fooling::ask(const RunContext &context)
{
    std::vector<std::size_t> pairs(m_family.pairs.size());
    std::iota(pairs.begin(), pairs.end(), std::size_t{0});
    const base::Stopwatch watch;
    const ScanInput input = scanInput(m_family, pairs);
    const auto result = scan(input.family, {context.threads, context.cancel, context.progress});
    if (!result.ok())
        return result.error();
    const auto null = nullDistribution(result->maxima);
    m_significantFrom = significantThreshold(null, kAlpha);
    const ScanCount &candidate = candidateThreshold(result->counts, kAlpha);
    m_candidateFrom =
        candidate.chance <= kAlpha * static_cast<double>(std::max<std::uint64_t>(1, candidate.observed))
            ? candidate.threshold
            : std::numeric_limits<double>::infinity();
    FoolingResult out;
    out.seconds = watch.seconds();
    out.hypotheses = result->hypotheses();
    out.assets = m_family.assets.size();
    out.series = m_options.series;
    out.bars = result->bars;
    out.testsPerSecond = static_cast<double>(input.family.units.size()) * static_cast<double>(result->bars) /
                         std::max(out.seconds, 1e-9);
    const double bonferroni = -stats::normalQuantile(kAlpha / 2 / static_cast<double>(out.hypotheses));
    for (std::size_t unit = 0; unit < input.family.units.size(); ++unit) {
        const ScanTerm &term = input.family.terms[input.family.units[unit].firstTerm];
        const auto events = static_cast<double>(input.family.weights[term.weights].bars.size());
        for (std::uint64_t h = result->firstHypothesis[unit]; h < result->firstHypothesis[unit + 1]; ++h) {
            const double y = result->y(h);
            const double statistic = y * static_cast<double>(result->sigmas[h]);
            const double t = result->usesT[unit] != 0 ? statistic : tOf(statistic, events);
            out.naive += t >= kNaive ? 1 : 0;
            out.bonferroni += t >= bonferroni ? 1 : 0;
            out.significant += y >= m_significantFrom ? 1 : 0;
            out.candidates += y < m_significantFrom && y >= m_candidateFrom ? 1 : 0;
        }
    }
    return out;
}

Result<FoolingPower> Fooling::plant(double effect, std::size_t first, std::size_t count,
                                    const RunContext &context) const
{
    ScanFamily family;
    family.bars = m_family.grid.slots;
    family.lengths = {{{0}, 1}}; // the last bar has no response after it
    std::vector<std::vector<double>> returns;
    for (std::size_t i = 0; i < count; ++i) {
        Random random(m_options.seed, RandomPurpose::Fooling, (std::uint64_t{1} << 32) + first + i);
        const FamilyPair &pair = m_family.pairs[random.below(m_family.pairs.size())];
        const FamilyTerm &term = m_family.terms[pair.firstTerm];
        const std::vector<std::uint32_t> &bars = m_family.placed[term.placed].series.bars;
        std::vector<double> r =
            windowResponses(m_family, term.asset, m_family.study.windows[kPlantedWindow]);
        stats::Sum total, squares;
        std::size_t present = 0;
        for (const double value : r) {
            if (std::isnan(value))
                continue;
            total.add(value);
            squares.add(value * value);
            ++present;
        }
        const double mean = total.value() / static_cast<double>(std::max<std::size_t>(1, present));
        const double deviation = std::sqrt(std::max(
            0.0, squares.value() / static_cast<double>(std::max<std::size_t>(1, present)) - mean * mean));
        for (const std::uint32_t bar : bars)
            r[bar] += effect * deviation;
        returns.push_back(std::move(r));
        const auto number = static_cast<std::uint32_t>(i);
        family.weights.push_back({bars, {}});
        family.terms.push_back({number, number});
        family.units.push_back({0, number, 1});
    }
    family.assets = static_cast<std::uint32_t>(count);
    family.returns = [&returns](std::uint32_t asset, std::uint32_t, std::span<double> out) {
        std::copy(returns[asset].begin(), returns[asset].end(), out.begin());
        return centrePresent(out);
    };
    const auto result = scan(family, {context.threads, context.cancel, {}});
    if (!result.ok())
        return result.error();
    FoolingPower out;
    out.effect = effect;
    out.planted = count;
    for (std::size_t i = 0; i < count; ++i) {
        const double y = result->y(i);
        const double statistic = y * static_cast<double>(result->sigmas[i]);
        const double t = result->usesT[i] != 0
                             ? statistic
                             : tOf(statistic, static_cast<double>(family.weights[i].bars.size()));
        out.naive += t >= kNaive ? 1 : 0;
        out.significant += y >= m_significantFrom ? 1 : 0;
        out.candidate += y >= std::min(m_candidateFrom, m_significantFrom) ? 1 : 0;
    }
    return out;
}

} // namespace core::discovery
