// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/missing.h"
#include "core/discovery/calibrationruns.h"
#include "core/discovery/scan.h"
#include "core/stats/descriptive.h"
#include "core/stats/eventranks.h"
#include "core/stats/eventtests.h"
#include "core/stats/permutation.h"
#include "core/stats/regression.h"
#include "core/stats/simulation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::discovery {

using base::kMissing;
using base::Result;
using stats::Random;

namespace {

constexpr std::uint64_t kPanelRow = 400;
constexpr std::size_t kPanelAssets = 30;
constexpr std::size_t kSectors = 3;
constexpr std::size_t kWindow = 5;
constexpr std::size_t kPanelEstimation = 250;
constexpr std::size_t kLead = 500;  // bars before the sample: market model, then its deviation
constexpr std::size_t kPanelBars = 1500; // of the sample
constexpr std::size_t kAll = kLead + kPanelBars;
constexpr std::size_t kEvents = 167;
constexpr std::size_t kAssetsTogether = 4; // assets that share a day or a week
constexpr std::size_t kPanelDraws = 399;
constexpr stats::ReturnModel kPanelModel{0.0, 0.08, 0.90, 5.0};

enum class Pattern { Apart, SameDay, SameWeek };

struct PanelEvent {
    std::uint32_t asset;
    std::uint32_t bar; // of the whole series
};

struct Panel {
    std::vector<double> market;
    std::vector<std::vector<double>> returns; ///< per asset
    std::vector<PanelEvent> events;
};

/// Different assets, `count` of them.
std::vector<std::uint32_t> someAssets(Random &random, std::size_t count)
{
    std::vector<std::uint32_t> assets;
    while (assets.size() < count) {
        const auto asset = static_cast<std::uint32_t>(random.below(kPanelAssets));
        if (std::find(assets.begin(), assets.end(), asset) == assets.end())
            assets.push_back(asset);
    }
    return assets;
}

std::vector<PanelEvent> drawEvents(Random &random, Pattern pattern)
{
    constexpr std::size_t kPlaces = kPanelBars - 2 * kWindow; // no window ends beyond the sample
    const std::size_t together = pattern == Pattern::Apart ? 1 : kAssetsTogether;
    std::vector<PanelEvent> events;
    while (events.size() < kEvents) {
        const std::size_t start = kLead + random.below(kPlaces);
        for (const std::uint32_t asset : someAssets(random, together)) {
            const std::size_t later = pattern == Pattern::SameWeek ? random.below(kWindow) : 0;
            const auto bar = static_cast<std::uint32_t>(start + later);
            const bool taken = std::any_of(events.begin(), events.end(), [&](const PanelEvent &other) {
                return other.asset == asset && other.bar == bar;
            });
            if (!taken)
                events.push_back({asset, bar});
        }
    }
    return events;
}

Panel makePanel(Random &random, Pattern pattern)
{
    Panel panel;
    panel.market = stats::simulateReturns(random, kAll, kPanelModel).returns;
    std::vector<std::vector<double>> sectors;
    for (std::size_t sector = 0; sector < kSectors; ++sector)
        sectors.push_back(stats::simulateReturns(random, kAll, kPanelModel).returns);
    for (std::size_t asset = 0; asset < kPanelAssets; ++asset) {
        const double beta = 0.5 + random.uniform();
        std::vector<double> returns = stats::simulateReturns(random, kAll, kPanelModel).returns;
        for (std::size_t t = 0; t < kAll; ++t)
            returns[t] = beta * panel.market[t] + 0.6 * sectors[asset % kSectors][t] + 0.8 * returns[t];
        panel.returns.push_back(std::move(returns));
    }
    panel.events = drawEvents(random, pattern);
    return panel;
}

/// The classic layout: the 250 bars up to the event's, then the five after it.
stats::EventPanel classic(const Panel &panel)
{
    stats::EventPanel result{panel.events.size(), kPanelEstimation, kWindow, {}, {}};
    for (const PanelEvent &event : panel.events) {
        const auto first = static_cast<std::ptrdiff_t>(event.bar + 1 - kPanelEstimation);
        constexpr auto kWidth = static_cast<std::ptrdiff_t>(kPanelEstimation + kWindow);
        const auto &returns = panel.returns[event.asset];
        result.returns.insert(result.returns.end(), returns.begin() + first,
                              returns.begin() + first + kWidth);
        result.market.insert(result.market.end(), panel.market.begin() + first,
                             panel.market.begin() + first + kWidth);
    }
    return result;
}

std::vector<double> centred(std::vector<double> values)
{
    const double centre = stats::mean(values);
    for (double &value : values)
        value -= centre;
    return values;
}

/// R of every bar of the sample from rolling market models; `standardized`: over the deviation of the 250
/// bars before.
std::vector<double> rollingResponses(const Panel &panel, std::size_t asset, bool standardized)
{
    const std::vector<double> &returns = panel.returns[asset];
    const std::vector<std::uint8_t> usable(kAll, 1);
    const stats::RollingLine line = stats::rollingLine(returns, panel.market, usable, kPanelEstimation, 200);
    std::vector<double> abnormal(kAll, kMissing);
    for (std::size_t t = kPanelEstimation; t < kAll; ++t)
        abnormal[t] = returns[t] - line.alpha[t] - line.beta[t] * panel.market[t];
    std::vector<double> responses;
    for (std::size_t t = kLead; t < kAll; ++t) {
        double sum = 0.0;
        for (std::size_t j = 1; j <= kWindow; ++j)
            sum += abnormal[kLead + (t + j - kLead) % kPanelBars];
        double squares = 0.0;
        for (std::size_t i = t + 1 - kPanelEstimation; standardized && i <= t; ++i)
            squares += abnormal[i] * abnormal[i];
        responses.push_back(standardized ? sum / std::sqrt(squares) : sum);
    }
    return centred(std::move(responses));
}

/// p of the pooled t under the same shift for all assets: the program's own screen with one pool.
double jointP(const std::vector<std::vector<double>> &responses, const std::vector<ScanWeights> &events)
{
    ScanFamily family;
    family.bars = kPanelBars;
    family.weights = events;
    family.lengths = {{{0}, 0}};
    family.assets = kPanelAssets;
    for (std::uint32_t asset = 0; asset < kPanelAssets; ++asset)
        if (!events[asset].bars.empty())
            family.terms.push_back({asset, asset});
    family.units = {{0, 0, static_cast<std::uint32_t>(family.terms.size())}};
    family.returns = [&](std::uint32_t asset, std::uint32_t, std::span<double> out) {
        std::copy(responses[asset].begin(), responses[asset].end(), out.begin());
        return out.size();
    };
    const auto result = scan(family, {});
    return result.ok() ? adjustedP(nullDistribution(result->maxima), result->y(0)) : kMissing;
}

/// The same with a shift of its own for every asset.
double separateP(Random &random, const std::vector<std::vector<double>> &responses,
                 const std::vector<ScanWeights> &events)
{
    std::vector<stats::ShiftScan> scans;
    double n = 0.0;
    for (std::size_t asset = 0; asset < kPanelAssets; ++asset) {
        std::vector<double> presence(kPanelBars, 0.0);
        for (const std::uint32_t bar : events[asset].bars)
            presence[bar] = 1.0;
        n += static_cast<double>(events[asset].bars.size());
        scans.push_back(stats::circularShiftAll(presence, responses[asset]));
    }
    const auto statistic = [&](auto shiftOf) {
        double sum = 0.0;
        double squares = 0.0;
        for (const stats::ShiftScan &scan : scans) {
            const std::size_t shift = shiftOf();
            sum += scan.sums[shift];
            squares += scan.squares[shift];
        }
        return std::fabs(sum) / std::sqrt(n * (squares - sum * sum / n) / (n - 1.0));
    };
    const double observed = statistic([] { return std::size_t{0}; });
    std::size_t reached = 1;
    for (std::size_t draw = 0; draw < kPanelDraws; ++draw)
        reached +=
            statistic([&] { return static_cast<std::size_t>(random.below(kPanelBars)); }) >= observed ? 1 : 0;
    return static_cast<double>(reached) / static_cast<double>(kPanelDraws + 1);
}

struct Row {
    const char *name;
    std::array<double, 3> published;
};

constexpr std::array<const char *, 3> kPatterns{"no clustering", "same-day clusters",
                                                "clusters lasting a week"};
constexpr std::array<std::uint64_t, 3> kPublishedPanelRuns{1500, 4000, 1500};
constexpr std::array<Row, 8> kTestRows{{
    {"cross-sectional t", {.048, .088, .079}},
    {"Patell", {.073, .117, .096}},
    {"BMP", {.047, .089, .073}},
    {"Kolari-Pynnonen", {.055, .052, .071}},
    {"GRANK-T", {.057, .047, .072}},
    {"independent shift per asset", {.049, .091, .072}},
    {"joint shift, t", {.045, .051, .053}},
    {"joint shift, SCAR-type t", {.048, .050, .045}},
}};

void runPanelTests(Random &random, Pattern pattern, std::span<double> out)
{
    const Panel panel = makePanel(random, pattern);
    const stats::EventStudy study = stats::fitMarketModels(classic(panel));
    const stats::EventSpan all{0, kWindow - 1};
    std::vector<ScanWeights> events(kPanelAssets);
    for (const PanelEvent &event : panel.events)
        events[event.asset].bars.push_back(event.bar - static_cast<std::uint32_t>(kLead));
    std::vector<std::vector<double>> plain;
    std::vector<std::vector<double>> standardized;
    for (std::size_t asset = 0; asset < kPanelAssets; ++asset) {
        std::sort(events[asset].bars.begin(), events[asset].bars.end());
        plain.push_back(rollingResponses(panel, asset, false));
        standardized.push_back(rollingResponses(panel, asset, true));
    }
    const std::array<double, kTestRows.size()> p{
        stats::crossSectional(stats::cumulated(study, all)).p,
        stats::patell(study, all).p,
        stats::boehmer(study, all).p,
        stats::kolariPynnonen(study, all, stats::meanResidualCorrelation(study)).p,
        stats::generalizedRank(study, all).t.p,
        separateP(random, plain, events),
        jointP(plain, events),
        jointP(standardized, events),
    };
    for (std::size_t i = 0; i < p.size(); ++i)
        out[i] = std::isnan(p[i]) ? kMissing : p[i] <= kTestLevel ? 1.0 : 0.0;
}

} // namespace

Result<CalibrationFigures> calibratePanels(const CalibrationOptions &options)
{
    CalibrationFigures figures;
    for (std::size_t pattern = 0; pattern < kPatterns.size(); ++pattern) {
        const auto runs = replicate(kPanelRow + pattern, kTestRows.size(), options,
                                    [&](Random &random, std::span<double> out) {
                                        runPanelTests(random, static_cast<Pattern>(pattern), out);
                                    });
        if (!runs.ok())
            return runs.error();
        for (std::size_t i = 0; i < kTestRows.size(); ++i) {
            CalibrationFigure figure = runs->figure(i);
            figure.row = QString::fromLatin1(kTestRows[i].name);
            figure.column = QString::fromLatin1(kPatterns[pattern]);
            figure.published = kTestRows[i].published[pattern];
            figure.publishedRuns = kPublishedPanelRuns[pattern];
            figures.push_back(figure);
        }
    }
    return figures;
}

} // namespace core::discovery
