// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/lagprofile.h"

#include "core/base/tr.h"
#include "core/discovery/measure.h"
#include "core/discovery/runner.h"
#include "core/discovery/scaninput.h"
#include "core/discovery/testing.h"

#include <algorithm>
#include <cmath>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using domain::kMissing;
using domain::Statistic;

namespace {

constexpr int kFarthest = 60;
constexpr double kProfileLevel = 0.05;
constexpr std::size_t kProfileDraws = 1'001;
constexpr double kMostWork = 3e9; // draws · lags · events: some ten seconds
constexpr std::size_t kBlocks = 5;
constexpr std::size_t kFewestBlocks = 3;
constexpr std::size_t kShortestBlock = 60;
constexpr std::size_t kWindowsPerBlock = 12; // as block_shift (statistics, A.4)

/// The family of one pair, asked at every lag instead of its windows. Carries only the pair's own assets and
/// event series, so that it costs little beside the whole.
Family atLags(const Family &family, const FamilyPair &pair, domain::Window window)
{
    Family out;
    out.study = family.study;
    out.calendar = family.calendar;
    out.grid = family.grid;
    out.closeGroups = family.closeGroups;
    out.events.resize(pair.event + 1);
    AskedSeries &asked = out.events[pair.event]; // statisticOf reads it; its events are placed already
    asked.weight = family.events[pair.event].weight;
    asked.spread = family.events[pair.event].spread;
    out.pairs = {{pair.event, pair.asset, 0, pair.termCount}};
    for (std::uint32_t i = 0; i < pair.termCount; ++i) {
        const FamilyTerm &term = family.terms[pair.firstTerm + i];
        out.terms.push_back({i, i});
        out.placed.push_back(family.placed[term.placed]);
        out.assets.push_back(family.assets[term.asset]);
    }
    // as for the windows of a study: none reaches further than a quarter of the sample
    const int length = window.length();
    const int reach = std::min(kFarthest, static_cast<int>(family.calendar.length()) / 4 - length);
    out.study.windows.clear();
    for (int lag = std::min(-reach, window.first); lag <= std::max(reach, window.first); ++lag)
        out.study.windows.push_back({lag, lag + length - 1});
    return out;
}

/// What the null says of one lag: |statistic| there, how far the effect is from its centre (in the effect's
/// unit), and the statistic's scale.
struct Standing {
    double statistic = kMissing;
    double distance = kMissing;
    double scale = kMissing;
};

struct Band {
    std::vector<Standing> lags;
    double threshold = kMissing; ///< of |statistic|/scale, simultaneous
};

/// The statistic of the screen from the reported t: X = S/√Q, of which t is made for presence.
double statisticOf(const Finding &finding, bool usesT)
{
    const auto n = static_cast<double>(finding.n);
    return usesT || finding.statistic != Statistic::Mean
               ? finding.t
               : finding.t * std::sqrt(n / (n - 1 + finding.t * finding.t));
}

Result<Band> byShifts(const Family &family, const std::vector<Finding> &measured, const RunContext &context)
{
    const std::size_t only = 0;
    const ScanInput input = scanInput(family, std::span(&only, 1));
    const auto result = scan(input.family, {context.threads, context.cancel, {}});
    if (!result.ok())
        return result.error();
    Band out;
    out.lags.resize(measured.size());
    for (std::size_t unit = 0; unit < input.pairs.size(); ++unit) {
        const auto &windows = input.windows[input.family.units[unit].length];
        for (std::size_t lag = 0; lag < windows.size(); ++lag) {
            const Finding &finding = measured[windows[lag]];
            out.lags[windows[lag]] = {statisticOf(finding, result->usesT[unit] != 0),
                                      finding.effect - finding.base,
                                      result->sigmas[result->hypothesis(unit, lag)]};
        }
    }
    out.threshold = significantThreshold(nullDistribution(result->maxima), kProfileLevel);
    return out;
}

/// Blocks of a year, or five to a sample of less than five; too few blocks where windows are long.
ShiftBlocks profileBlocks(const Family &family)
{
    const std::size_t slots = family.grid.slots, season = family.grid.season;
    const double years =
        static_cast<double>((family.sampleTo() - family.sampleFrom()).count()) / (365.25 * 86'400e6);
    const auto year = static_cast<std::size_t>(static_cast<double>(slots) / std::max(years, 1e-9));
    const auto length = static_cast<std::size_t>(family.study.windows.front().length());
    std::size_t block =
        std::max({std::min(year, slots / kBlocks), kShortestBlock, kWindowsPerBlock * length});
    block = (block + season - 1) / season * season;
    ShiftBlocks out;
    out.group = season;
    const std::size_t count = slots / block;
    for (std::size_t i = 0; i < count; ++i)
        out.starts.push_back(i == 0 ? 0 : slots - (count - i) * block);
    return out;
}

/// The null the band is drawn from; None when there is none for this sample, or none in reasonable time.
NullMethod bandMethod(const Family &family, NullMethod method, std::size_t events)
{
    const auto lags = static_cast<double>(family.study.windows.size());
    const double shifts = static_cast<double>(family.grid.slots) / static_cast<double>(family.grid.season);
    if (method == NullMethod::CircularShift && 2 * lags <= kProfileLevel * shifts)
        return method;
    if (method == NullMethod::CircularShift || method == NullMethod::BlockShift)
        method =
            profileBlocks(family).starts.size() >= kFewestBlocks ? NullMethod::BlockShift : NullMethod::None;
    return static_cast<double>(kProfileDraws * events) * lags <= kMostWork ? method : NullMethod::None;
}

Result<Band> byDraws(const Family &family, const std::vector<Finding> &measured, NullMethod method,
                     const MatchedDays &matching, const RunContext &context)
{
    NullOptions options;
    options.seed = family.study.seed;
    options.firstDraws = options.draws = kProfileDraws;
    options.threads = context.threads;
    options.cancel = context.cancel;
    const std::size_t only = 0;
    const std::span pairs(&only, 1);
    const auto result = method == NullMethod::BlockShift
                            ? blockShift(nullInput(family, pairs, true), profileBlocks(family), options)
                            : drawNull(family, method, pairs, matching, options);
    if (!result.ok())
        return result.error();
    Band out;
    for (std::size_t i = 0; i < measured.size(); ++i) {
        const NullOutcome &outcome = result->outcomes[i];
        const bool mean = measured[i].statistic == Statistic::Mean; // matched days: apart from its strata
        out.lags.push_back(
            {outcome.x,
             mean ? outcome.s / static_cast<double>(outcome.n) * unitScale(family.study) : measured[i].effect,
             outcome.sigma});
    }
    out.threshold = significantThreshold(nullDistribution(result->maxima), kProfileLevel);
    return out;
}

/// Exactly where the statistic passes its threshold the effect passes the band.
void drawBand(LagPoint &point, const Standing &lag, double threshold)
{
    if (!(lag.scale > 0) || !std::isfinite(threshold) || !(std::abs(lag.statistic) > 0))
        return;
    const double centre = point.effect - lag.distance;
    const double half = threshold * lag.scale * std::abs(lag.distance / lag.statistic);
    point.bandLow = centre - half;
    point.bandHigh = centre + half;
}

} // namespace

Result<LagProfile> lagProfile(const Family &whole, const FamilyPair &asked, domain::Window window,
                              NullMethod method, const MatchedDays &matching, const RunContext &context)
{
    const Family family = atLags(whole, asked, window);
    const FamilyPair &pair = family.pairs.front();
    MatchedDays own{matching.strata, {}};
    for (std::uint32_t i = 0; i < asked.termCount && !matching.excluded.empty(); ++i)
        own.excluded.push_back(matching.excluded[whole.terms[asked.firstTerm + i].placed]);
    ResponseColumns columns(family);
    const auto used = columns.of(pair, window.length()); // one length: the same at every lag
    std::vector<Finding> measured(family.study.windows.size());
    LagProfile out;
    out.points.resize(measured.size());
    inParallel(measured.size(), context.threads, context.cancel, [&](std::size_t i) {
        measure(measured[i], family, pair, family.study.windows[i], used);
        out.points[i].lag = family.study.windows[i].first;
        out.points[i].effect = measured[i].effect;
        out.points[i].n = measured[i].n;
    });
    if (context.cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("The evidence was cancelled.")};
    std::size_t events = 0;
    for (const PlacedSeries &placed : family.placed)
        events += placed.series.bars.size();
    out.band = bandMethod(family, method, events);
    if (out.band == NullMethod::None)
        return out;
    const auto band = out.band == NullMethod::CircularShift
                          ? byShifts(family, measured, context)
                          : byDraws(family, measured, out.band, own, context);
    if (!band.ok())
        return band.error();
    for (std::size_t i = 0; i < measured.size(); ++i)
        drawBand(out.points[i], band->lags[i], band->threshold);
    return out;
}

} // namespace core::discovery
