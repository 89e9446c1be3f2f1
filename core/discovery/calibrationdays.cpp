// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/calibrationruns.h"
#include "core/stats/distributions.h"
#include "core/stats/evalues.h"
#include "core/stats/multiplicity.h"
#include "core/stats/onlinediscovery.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::discovery {

using base::Result;
using stats::Random;

namespace {

constexpr std::uint64_t kDayRow = 500;
constexpr std::uint64_t kPublishedDayRuns = 600;
constexpr std::size_t kHypotheses = 200;
constexpr std::size_t kReal = 20;
constexpr std::size_t kDays = 250;
constexpr std::size_t kBefore = 200;  // observations of each on the first day
constexpr double kLeastEffect = 0.04; // deviations of one observation
constexpr double kMostEffect = 0.31;
constexpr double kMixture = 0.2; // τ of the normal mixture
constexpr double kFalseRate = 0.05;

using Flags = std::vector<std::uint8_t>;

constexpr std::size_t kPolicies = 5;
struct Policy {
    const char *name;
    std::array<double, 3> published; ///< FDR, power, any false finding when all are null
};
constexpr std::array<Policy, kPolicies> kPolicyRows{{
    {"BH each day, union", {.111, .731, .212}},
    {"BH, last day only", {.042, .652, .045}},
    {"LORD++ on weekly re-tests", {.020, .503, .000}},
    {"BH with alpha spent over days", {.022, .222, .020}},
    {"e-process (normal mixture) + e-BH, union", {.002, .220, .003}},
}};
constexpr std::array<const char *, 3> kDayColumns{"FDR", "power", "any false, all null"};

void mark(Flags &all, const std::vector<double> &adjusted, double level)
{
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = all[i] != 0 || adjusted[i] <= level ? 1 : 0;
}

/// Everything the five policies ever found.
std::array<Flags, kPolicies> watch(Random &random, std::size_t real)
{
    std::array<Flags, kPolicies> found;
    found.fill(Flags(kHypotheses, 0));
    const auto effectOf = [real](std::size_t i) {
        const double step = (kMostEffect - kLeastEffect) / static_cast<double>(kReal - 1);
        return i < real ? kMostEffect - step * static_cast<double>(i) : 0.0;
    };
    std::vector<double> sums;
    for (std::size_t i = 0; i < kHypotheses; ++i)
        sums.push_back(effectOf(i) * kBefore + std::sqrt(static_cast<double>(kBefore)) * random.normal());
    std::vector<double> since(kHypotheses, 0.0); // of the days alone: what came after registration
    stats::OnlineDiscovery lord(stats::OnlineRule::Lord, kFalseRate);
    for (std::size_t day = 1; day <= kDays; ++day) {
        const auto n = static_cast<double>(kBefore + day);
        std::vector<double> p;
        std::vector<double> e;
        for (std::size_t i = 0; i < kHypotheses; ++i) {
            const double today = effectOf(i) + random.normal();
            sums[i] += today;
            since[i] += today;
            p.push_back(stats::normalTwoSided(sums[i] / std::sqrt(n)));
            const double widened = 1.0 + static_cast<double>(day) * kMixture * kMixture;
            e.push_back(std::exp(kMixture * kMixture * since[i] * since[i] / (2.0 * widened)) /
                        std::sqrt(widened));
        }
        const auto adjusted = stats::adjustedPValues(p, stats::Correction::BenjaminiHochberg);
        mark(found[0], adjusted, kFalseRate);
        if (day == kDays)
            mark(found[1], adjusted, kFalseRate);
        for (std::size_t i = 0; i < kHypotheses && day % 5 == 0; ++i)
            if (found[2][i] == 0) // what was found is not asked again
                found[2][i] = lord.next(p[i]) ? 1 : 0;
        mark(found[3], adjusted, kFalseRate * stats::powerSeries(day));
        const Flags evidence = stats::eBenjaminiHochberg(e, kFalseRate);
        for (std::size_t i = 0; i < kHypotheses; ++i)
            found[4][i] |= evidence[i];
    }
    return found;
}

void judgePolicies(Random &random, std::span<double> out)
{
    const auto withReal = watch(random, kReal);
    const auto allNull = watch(random, 0);
    for (std::size_t policy = 0; policy < kPolicies; ++policy) {
        const auto first = withReal[policy].begin();
        const auto hits = static_cast<double>(std::count(first, first + kReal, std::uint8_t{1}));
        const auto wrong =
            static_cast<double>(std::count(first + kReal, withReal[policy].end(), std::uint8_t{1}));
        const bool any = std::find(allNull[policy].begin(), allNull[policy].end(), std::uint8_t{1}) !=
                         allNull[policy].end();
        out[policy * 3] = wrong > 0.0 ? wrong / (wrong + hits) : 0.0;
        out[policy * 3 + 1] = hits / static_cast<double>(kReal);
        out[policy * 3 + 2] = any ? 1.0 : 0.0;
    }
}

} // namespace

Result<CalibrationFigures> calibrateDays(const CalibrationOptions &options)
{
    const auto runs = replicate(kDayRow, kPolicies * 3, options, judgePolicies);
    if (!runs.ok())
        return runs.error();
    CalibrationFigures figures;
    for (std::size_t policy = 0; policy < kPolicies; ++policy)
        for (std::size_t what = 0; what < kDayColumns.size(); ++what) {
            CalibrationFigure figure = runs->figure(policy * 3 + what);
            figure.row = QString::fromLatin1(kPolicyRows[policy].name);
            figure.column = QString::fromLatin1(kDayColumns[what]);
            figure.kind = what == 1 ? FigureKind::Power : FigureKind::Size;
            figure.published = kPolicyRows[policy].published[what];
            figure.publishedRuns = kPublishedDayRuns;
            figures.push_back(figure);
        }
    return figures;
}

} // namespace core::discovery
