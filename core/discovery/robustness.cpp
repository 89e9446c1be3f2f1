// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/robustness.h"

#include "core/base/tr.h"
#include "core/discovery/measure.h"
#include "core/discovery/nulls.h"
#include "core/discovery/runner.h"
#include "core/stats/eventranks.h"
#include "core/stats/regression.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using domain::kMissing;
using domain::Statistic;

namespace {

constexpr std::size_t kCandidates = 30; // assets looked at for controls
constexpr std::size_t kControls = 5;
constexpr double kCovered = 0.8; // of the asset's bars a control must have
constexpr domain::Window kPast{-5, -1};
constexpr std::size_t kPanelEvents = 2'000;
constexpr std::size_t kEstimation = 120;

bool isOf(const Family &family, const FamilyPair &pair, const std::string &symbol)
{
    for (std::uint32_t i = 0; i < pair.termCount; ++i) {
        if (family.assets[family.terms[pair.firstTerm + i].asset].symbol == symbol)
            return true;
    }
    return symbol == family.benchmark;
}

/// Assets of the workspace, evenly from the list, that are neither the finding's nor the benchmark.
Result<std::vector<std::string>> otherAssets(const Family &family, const FamilyPair &pair,
                                             const RunContext &context)
{
    auto all = context.bars.symbols(family.study.interval);
    if (!all.ok())
        return all.error();
    std::erase_if(*all, [&](const std::string &symbol) { return isOf(family, pair, symbol); });
    std::sort(all->begin(), all->end());
    std::vector<std::string> out;
    const std::size_t count = std::min(kCandidates, all->size());
    for (std::size_t i = 0; i < count; ++i)
        out.push_back((*all)[i * all->size() / count]);
    return out;
}

/// A market of other assets under the rules of the family's study, on the same bars.
Result<Family> marketOf(const Family &family, std::vector<std::string> symbols, domain::ReturnModel model,
                        const RunContext &context)
{
    domain::Study study = family.study;
    study.assets = {};
    study.assets.symbols = std::move(symbols);
    study.returns.benchmark = family.benchmark;
    study.returns.model = model;
    auto market = makeMarket(study, context, Unlisted::Kept);
    if (!market.ok())
        return market.error();
    // another model warms up longer or shorter: the sample is the finding's
    const auto &closes = market->calendar.closes;
    const base::Instant first = family.calendar.closes[family.calendar.first];
    const auto at = std::lower_bound(closes.begin(), closes.end(), first);
    if (at == closes.end() || *at != first || closes.back() != family.calendar.closes.back())
        return Error{ErrorCode::Internal, Tr::tr("The bars of the market are not those of the finding.")};
    market->calendar.first = static_cast<std::size_t>(at - closes.begin());
    return market;
}

/// Over the bars both have; NaN below sixty of them.
double correlationOf(const std::vector<double> &a, const std::vector<double> &b, std::size_t &both)
{
    std::vector<double> x, y;
    for (std::size_t t = 0; t < a.size() && t < b.size(); ++t) {
        if (!std::isnan(a[t]) && !std::isnan(b[t])) {
            x.push_back(a[t]);
            y.push_back(b[t]);
        }
    }
    both = x.size();
    return both < 60 ? kMissing : stats::correlation(x, y);
}

Result<std::vector<ControlAsset>> controlsOf(const Finding &finding, const Family &family,
                                             const FamilyPair &pair, const MatchedDays *matching,
                                             const RunContext &context)
{
    std::vector<ControlAsset> out;
    const auto symbols = otherAssets(family, pair, context);
    if (!symbols.ok())
        return symbols.error();
    if (symbols->empty())
        return out;
    auto market = marketOf(family, *symbols, family.study.returns.model, context);
    if (!market.ok()) // prices that the study's returns do not exist for: they are no controls
        return market.error().code == ErrorCode::Cancelled ? Result<std::vector<ControlAsset>>(market.error())
                                                           : Result<std::vector<ControlAsset>>(out);
    const FamilyTerm own = family.terms[pair.firstTerm];
    const std::vector<double> mine = windowSums(family.assets[own.asset].response, family.calendar, 1);
    const auto present = static_cast<double>(
        std::count_if(mine.begin(), mine.end(), [](double r) { return !std::isnan(r); }));
    market->events = family.events;
    market->placed = {family.placed[own.placed]};
    market->eventTexts = family.eventTexts;
    MatchedDays days; // of the one series that is placed
    if (matching)
        days = {matching->strata, {matching->excluded[own.placed]}};
    for (std::uint32_t a = 0; a < market->assets.size(); ++a) {
        ControlAsset control;
        control.asset = market->assets[a].symbol;
        std::size_t both = 0;
        control.correlation =
            correlationOf(mine, windowSums(market->assets[a].response, market->calendar, 1), both);
        if (std::isnan(control.correlation) || static_cast<double>(both) < kCovered * present)
            continue;
        market->terms = {{0, a}};
        const FamilyPair asked{pair.event, 0, 0, 1};
        ResponseColumns columns(*market);
        Finding measured;
        measured.window = finding.window;
        measure(measured, *market, asked,
                pairSample(*market, asked, finding.window, columns.of(asked, finding.window.length()),
                           matching ? &days : nullptr));
        control.n = measured.n;
        control.effect = measured.effect;
        control.t = measured.t;
        if (measured.n >= 3)
            out.push_back(std::move(control));
    }
    std::stable_sort(out.begin(), out.end(), [](const ControlAsset &a, const ControlAsset &b) {
        return std::fabs(a.correlation) < std::fabs(b.correlation);
    });
    out.resize(std::min(out.size(), kControls));
    return out;
}

PastReaction pastOf(const Finding &finding, const Family &family, const FamilyPair &pair,
                    const MatchedDays *matching)
{
    PastReaction out;
    if (finding.window.first <= kPast.last) // a placebo: its own window is the past
        return out;
    ResponseColumns columns(family);
    Finding past;
    past.window = kPast;
    measure(past, family, pair, pairSample(family, pair, kPast, columns.of(pair, kPast.length()), matching));
    out.n = past.n;
    if (past.n < 3)
        return out;
    out.effect = past.effect;
    out.t = past.t;
    if (pair.termCount > 1 || family.statisticOf(pair) != Statistic::Mean)
        return out;
    // R[t + first …] on R[t − 5 … t − 1], over all bars
    const std::size_t asset = family.terms[pair.firstTerm].asset;
    const auto length = static_cast<std::size_t>(finding.window.length());
    const auto ahead = windowSums(family.assets[asset].response, family.calendar, length);
    const auto behind = windowSums(family.assets[asset].response, family.calendar, 5);
    std::vector<double> x, y;
    const std::ptrdiff_t apart = 5 + finding.window.first;
    for (std::ptrdiff_t t = 0; t + apart < std::ssize(ahead); ++t) {
        const double before = behind[static_cast<std::size_t>(t)];
        const double after = ahead[static_cast<std::size_t>(t + apart)];
        if (!std::isnan(before) && !std::isnan(after)) {
            x.push_back(before);
            y.push_back(after);
        }
    }
    if (x.size() >= 60)
        out.adjusted = finding.effect - stats::fitLine(y, x).beta * (past.effect - past.base);
    return out;
}

/// The benchmark's own return per bar of the family's calendar, by the same kind; NaN where missing.
Result<std::vector<double>> benchmarkReturns(const Family &family, const RunContext &context)
{
    const auto market = marketOf(family, {family.benchmark}, domain::ReturnModel::Raw, context);
    if (!market.ok())
        return market.error();
    return market->assets.front().response.value;
}

/// Evenly taken events of the pool as a panel: responses of 120 bars before the window, then the window's.
stats::EventPanel panelOf(const Family &family, const FamilyPair &pair, domain::Window window,
                          const std::vector<double> &benchmark)
{
    struct At {
        std::uint32_t asset, bar;
    };
    std::vector<At> events;
    const auto before = static_cast<std::size_t>(std::max(0, -window.first)) + kEstimation;
    for (std::uint32_t i = 0; i < pair.termCount; ++i) {
        const FamilyTerm &term = family.terms[pair.firstTerm + i];
        for (const std::uint32_t bar : family.placed[term.placed].series.bars) {
            if (family.calendar.first + bar >= before)
                events.push_back({term.asset, bar});
        }
    }
    stats::EventPanel out;
    out.estimation = kEstimation;
    out.window = static_cast<std::size_t>(window.length());
    out.events = std::min(events.size(), kPanelEvents);
    const std::size_t width = out.estimation + out.window;
    for (std::size_t i = 0; i < out.events; ++i) {
        const At &event = events[i * events.size() / out.events];
        const std::vector<double> &response = family.assets[event.asset].response.value;
        const auto bar = static_cast<std::ptrdiff_t>(family.calendar.first + event.bar);
        const std::ptrdiff_t begin =
            bar + std::min(0, window.first) - static_cast<std::ptrdiff_t>(kEstimation);
        for (std::size_t k = 0; k < width; ++k) {
            const std::ptrdiff_t at = k < kEstimation
                                          ? begin + static_cast<std::ptrdiff_t>(k)
                                          : bar + window.first + static_cast<std::ptrdiff_t>(k - kEstimation);
            const auto place = static_cast<std::size_t>(at);
            const bool inside = at >= 0 && place < response.size() && place < benchmark.size();
            out.returns.push_back(inside ? response[place] : kMissing);
            out.market.push_back(inside ? benchmark[place] : kMissing);
        }
    }
    return out;
}

Result<void> addPanel(Robustness &out, const Finding &finding, const Family &family, const FamilyPair &pair,
                      const RunContext &context)
{
    const bool isPool = pair.termCount > 1 && family.study.response == domain::Response::Return &&
                        family.statisticOf(pair) == Statistic::Mean;
    if (!isPool)
        return {};
    const auto benchmark = benchmarkReturns(family, context);
    if (!benchmark.ok())
        return benchmark.error();
    const stats::EventStudy study =
        stats::fitMarketModels(panelOf(family, pair, finding.window, *benchmark));
    const stats::EventSpan span{0, study.window - 1};
    out.clustering = stats::meanResidualCorrelation(study);
    const stats::EventTest bmp = stats::boehmer(study, span);
    const stats::EventTest kp = stats::kolariPynnonen(study, span, out.clustering);
    const stats::EventTest rank = stats::generalizedRank(study, span).t;
    out.panelEvents = bmp.n;
    out.panel = {{"BMP", bmp.statistic, bmp.p},
                 {"Kolari–Pynnönen", kp.statistic, kp.p},
                 {"GRANK-T", rank.statistic, rank.p}};
    return {};
}

} // namespace

Result<Robustness> robustnessOf(const Finding &finding, const Family &family, const FamilyPair &pair,
                                const MatchedDays *matching, const RunContext &context)
{
    Robustness out;
    out.past = pastOf(finding, family, pair, matching);
    auto controls = controlsOf(finding, family, pair, matching, context);
    if (!controls.ok())
        return controls.error();
    out.controls = std::move(*controls);
    if (auto added = addPanel(out, finding, family, pair, context); !added.ok())
        return added.error();
    return out;
}

} // namespace core::discovery
