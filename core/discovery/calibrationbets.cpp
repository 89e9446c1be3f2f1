// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/missing.h"
#include "core/discovery/calibrationruns.h"
#include "core/stats/bettingprocess.h"
#include "core/stats/simulation.h"

#include <array>
#include <cmath>

namespace core::discovery {

using base::kMissing;
using base::Result;
using stats::BettingWindow;
using stats::Random;

namespace {

constexpr std::size_t kBetBars = 2500; // ten years
constexpr std::uint64_t kBetRow = 600;
constexpr double kBound = 20.0; // 1/α at 5 %

struct BetDesign {
    const char *name;
    BettingWindow window;
    double autoregression;
    double effect; ///< in deviations of a bar, on every bar of the window of an event
    double published;
};

/// The design says .006–.008 of this process without the number of replications: the upper end stands for it,
/// and as many replications as E1 has are taken to be behind it.
constexpr std::array<BetDesign, 5> kBetDesigns{{
    {"one bar", {1, 1}, 0.0, 0.0, .008},
    {"five bars", {1, 5}, 0.0, 0.0, .008},
    {"five bars, AR(.1)", {1, 5}, 0.1, 0.0, .008},
    {"one bar, effect .25 sd", {1, 1}, 0.0, 0.25, kMissing},
    {"one bar, effect .5 sd", {1, 1}, 0.0, 0.5, kMissing},
}};

double reaches(Random &random, const BetDesign &design)
{
    auto path = stats::simulateReturns(random, kBetBars, {design.autoregression, 0.08, 0.90, 3.0});
    const auto events = stats::simulateEvents(random, std::vector<double>(kBetBars, 0.06), {});
    const BettingWindow window = design.window;
    for (const std::uint32_t event : events)
        for (std::size_t j = window.first; j <= window.last && event + j < kBetBars; ++j)
            path.returns[event + j] += design.effect * path.deviations[event + j];
    stats::BettingProcess process(1.0, window);
    std::size_t next = 0;
    for (std::size_t t = 0; t + window.last < kBetBars; ++t) {
        double response = 0.0;
        for (std::size_t j = window.first; j <= window.last; ++j)
            response += path.returns[t + j];
        if (next < events.size() && events[next] == t) {
            process.bet(response);
            ++next;
        }
        process.addBar(response);
    }
    return process.highest() >= kBound ? 1.0 : 0.0;
}

} // namespace

Result<CalibrationFigures> calibrateBets(const CalibrationOptions &options)
{
    CalibrationFigures figures;
    for (std::size_t row = 0; row < kBetDesigns.size(); ++row) {
        const BetDesign &design = kBetDesigns[row];
        const auto runs = replicate(kBetRow + row, 1, options, [&](Random &random, std::span<double> out) {
            out[0] = reaches(random, design);
        });
        if (!runs.ok())
            return runs.error();
        CalibrationFigure figure = runs->figure(0);
        figure.row = QString::fromLatin1(design.name);
        figure.column = QStringLiteral("P(sup E >= 20)");
        figure.kind = design.effect > 0.0 ? FigureKind::Power : FigureKind::Size;
        figure.published = design.published;
        figure.publishedRuns = 4000;
        figures.push_back(figure);
    }
    return figures;
}

} // namespace core::discovery
