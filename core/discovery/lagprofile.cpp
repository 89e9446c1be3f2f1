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
constexpr double kLevel = 0.05;
constexpr std::size_t kDraws = 1'001;

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
    out.threshold = significantThreshold(nullDistribution(result->maxima), kLevel);
    return out;
}

Result<Band> byDraws(const Family &family, const std::vector<Finding> &measured, NullMethod method,
                     const MatchedDays &matching, const RunContext &context)
{
    NullOptions options;
    options.seed = family.study.seed;
    options.firstDraws = options.draws = kDraws;
    options.threads = context.threads;
    options.cancel = context.cancel;
    const std::size_t only = 0;
    const auto result = drawNull(family, method, std::span(&only, 1), matching, options);
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
    out.threshold = significantThreshold(nullDistribution(result->maxima), kLevel);
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

Result<std::vector<LagPoint>> lagProfile(const Family &whole, const FamilyPair &asked, domain::Window window,
                                         NullMethod method, const MatchedDays &matching,
                                         const RunContext &context)
{
    const Family family = atLags(whole, asked, window);
    const FamilyPair &pair = family.pairs.front();
    MatchedDays own{matching.strata, {}};
    for (std::uint32_t i = 0; i < asked.termCount && !matching.excluded.empty(); ++i)
        own.excluded.push_back(matching.excluded[whole.terms[asked.firstTerm + i].placed]);
    ResponseColumns columns(family);
    const auto used = columns.of(pair, window.length()); // one length: the same at every lag
    std::vector<Finding> measured(family.study.windows.size());
    std::vector<LagPoint> out(measured.size());
    inParallel(measured.size(), context.threads, context.cancel, [&](std::size_t i) {
        measure(measured[i], family, pair, family.study.windows[i], used);
        out[i].lag = family.study.windows[i].first;
        out[i].effect = measured[i].effect;
        out[i].n = measured[i].n;
    });
    if (context.cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("The evidence was cancelled.")};
    if (method == NullMethod::None)
        return out;
    const auto band = method == NullMethod::CircularShift ? byShifts(family, measured, context)
                                                          : byDraws(family, measured, method, own, context);
    if (!band.ok())
        return band.error();
    for (std::size_t i = 0; i < out.size(); ++i)
        drawBand(out[i], band->lags[i], band->threshold);
    return out;
}

} // namespace core::discovery
