// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/missing.h"
#include "core/discovery/calibrationruns.h"
#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"
#include "core/stats/permutation.h"
#include "core/stats/simulation.h"
#include "core/stats/tail.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::discovery {

using base::kMissing;
using base::Result;
using stats::Random;

namespace {

constexpr std::size_t kTailBars = 1500;
constexpr std::uint64_t kTailRow = 300;
constexpr std::uint64_t kPublishedTailRuns = 60000;
constexpr std::size_t kTailShare = 10; // one in ten shifts is fitted
constexpr std::array<double, 2> kLevels{.001, .0001};
constexpr std::array<const char *, 3> kMethods{"rank, all shifts", "GPD 10 %, incl. self",
                                               "normal, S/sd over shifts"};

struct TailDesign {
    const char *name;
    std::size_t window;
    stats::ReturnModel model;
    std::array<std::array<double, 2>, 3> published; ///< per method and level
};

constexpr std::array<TailDesign, 3> kTailDesigns{{
    {"AR+GARCH h=5", 5, {0.1, 0.08, 0.90, 5.0}, {{{.00047, kMissing}, {.00105, .00012}, {.00214, .00062}}}},
    {"AR N h=5", 5, {0.1, 0.0, 0.0, 0.0}, {{{.00077, kMissing}, {.00119, .00023}, {.00084, .00008}}}},
    {"AR+GARCH h=21", 21, {0.1, 0.08, 0.90, 5.0}, {{{.00060, kMissing}, {.00089, .00033}, {.00246, .00065}}}},
}};

/// By counting where that is possible, else from the fitted tail, which holds the observed value too.
double tailP(std::vector<double> t)
{
    for (double &value : t)
        value = std::fabs(value);
    const double observed = t[0];
    const auto reached =
        static_cast<std::size_t>(std::count_if(t.begin(), t.end(), [&](double v) { return v >= observed; }));
    if (reached > stats::kCountable)
        return static_cast<double>(reached) / static_cast<double>(t.size());
    return stats::paretoTail(t, t.size() / kTailShare, observed).p;
}

void runTailTests(Random &random, const TailDesign &design, std::span<double> out)
{
    const std::vector<double> returns = stats::simulateReturns(random, kTailBars, design.model).returns;
    const std::vector<double> responses = circularResponses(returns, design.window);
    std::vector<double> presence(kTailBars, 0.0);
    for (const std::uint32_t bar : stats::simulateEvents(random, std::vector<double>(kTailBars, 0.031), {}))
        presence[bar] = bar + design.window < kTailBars ? 1.0 : 0.0;
    const stats::ShiftScan scan = stats::circularShiftAll(presence, responses);
    if (scan.t.empty()) {
        std::fill(out.begin(), out.end(), kMissing);
        return;
    }
    const std::array<double, 3> p{stats::shiftP(scan.t, stats::Side::Two), tailP(scan.t),
                                  stats::normalTwoSided(scan.sums[0] / stats::standardDeviation(scan.sums))};
    for (std::size_t method = 0; method < p.size(); ++method)
        for (std::size_t level = 0; level < kLevels.size(); ++level)
            out[method * kLevels.size() + level] = p[method] <= kLevels[level] ? 1.0 : 0.0;
}

} // namespace

Result<CalibrationFigures> calibrateTails(const CalibrationOptions &options)
{
    CalibrationFigures figures;
    for (std::size_t row = 0; row < kTailDesigns.size(); ++row) {
        const TailDesign &design = kTailDesigns[row];
        const auto runs =
            replicate(kTailRow + row, kMethods.size() * kLevels.size(), options,
                      [&](Random &random, std::span<double> out) { runTailTests(random, design, out); });
        if (!runs.ok())
            return runs.error();
        for (std::size_t method = 0; method < kMethods.size(); ++method)
            for (std::size_t level = 0; level < kLevels.size(); ++level) {
                if (std::isnan(design.published[method][level]))
                    continue; // below 1/T a rank says nothing
                CalibrationFigure figure = runs->figure(method * kLevels.size() + level);
                figure.row = QString::fromLatin1(design.name);
                figure.column = QStringLiteral("%1 at %2")
                                    .arg(QLatin1String(kMethods[method]))
                                    .arg(kLevels[level], 0, 'g', 4);
                figure.published = design.published[method][level];
                figure.publishedRuns = kPublishedTailRuns;
                figures.push_back(figure);
            }
    }
    return figures;
}

} // namespace core::discovery
