// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/missing.h"
#include "core/discovery/calibrationruns.h"
#include "core/discovery/calibrationshifts.h"
#include "core/discovery/nulls.h"
#include "core/stats/distributions.h"
#include "core/stats/multiplicity.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::discovery {

using base::kMissing;
using base::Result;
using stats::Correction;
using stats::Random;

namespace {

using Flags = std::vector<std::uint8_t>;

constexpr std::array<double, 3> kEffects{0.0, 0.6, 1.2};
constexpr std::array<const char *, 3> kEffectNames{"null", ".6 sd", "1.2 sd"};
constexpr std::array<const char *, 3> kFigureNames{"any", "FDR", "power"};
constexpr std::size_t kFigures = 3;
constexpr std::size_t kBlock = 250;
constexpr std::size_t kFirstDraws = 1000; // 999 and the observed one
constexpr std::size_t kAllDraws = 40001;
constexpr double kWorthMore = 0.02; // p after the first draws above which more would change nothing

/// A procedure's published figures: any false finding, rate and power for each effect.
struct Procedure {
    const char *name;
    std::array<std::array<double, kFigures>, 3> published;
};

using None = std::array<double, kFigures>;
constexpr None kNone{kMissing, kMissing, kMissing};

Flags below(const std::vector<double> &p)
{
    Flags found;
    for (const double value : p)
        found.push_back(value <= kTestLevel ? 1 : 0);
    return found;
}

Flags below(const std::vector<double> &p, Correction correction)
{
    return below(stats::adjustedPValues(p, correction));
}

void write(const CalibrationWorld &world, const Flags &found, std::span<double> out, std::size_t procedure)
{
    const Verdict verdict = judge(world, found);
    out[procedure * kFigures] = verdict.any;
    out[procedure * kFigures + 1] = verdict.rate;
    out[procedure * kFigures + 2] = verdict.power;
}

/// What the screen calls significant and what it calls a candidate.
struct Screened {
    Flags significant;
    Flags candidates;
};

Screened screen(const CalibrationWorld &world)
{
    const auto result = scan(scanFamilyOf(world), {});
    const std::size_t count = world.pairs.size() * kWorldLags;
    if (!result.ok())
        return {Flags(count, 0), Flags(count, 0)};
    const double significant = significantThreshold(nullDistribution(result->maxima), kTestLevel);
    const ScanCount &candidate = candidateThreshold(result->counts, kTestLevel);
    const bool any =
        candidate.chance <= kTestLevel * static_cast<double>(std::max<std::uint64_t>(candidate.observed, 1));
    Screened screened;
    for (std::uint64_t i = 0; i < result->hypotheses(); ++i) {
        screened.significant.push_back(result->y(i) >= significant ? 1 : 0);
        screened.candidates.push_back(any && result->y(i) >= candidate.threshold ? 1 : 0);
    }
    return screened;
}

constexpr std::array<Procedure, 9> kFamilyProcedures{{
    {"Bonferroni on t-test", {{{.370, kMissing, kMissing}, {.381, .060, .390}, {.436, .035, .762}}}},
    {"BH on t-test", {{{.400, kMissing, kMissing}, {.916, .239, .560}, {.990, .228, .879}}}},
    {"maxT, raw t", {{{.041, kMissing, kMissing}, {.044, .016, .118}, {.040, .003, .570}}}},
    {"maxT, t/q95", {{{.044, kMissing, kMissing}, {.044, .007, .247}, {.044, .003, .629}}}},
    {"maxT, mean/sd(shift)", {{{.046, kMissing, kMissing}, {.045, .011, .178}, {.043, .004, .611}}}},
    {"BH on shift p (1/T)", {{{.000, kMissing, kMissing}, {.007, .001, .004}, {.181, .020, .150}}}},
    {"BY on shift p", {{{.000, kMissing, kMissing}, {.000, .000, .000}, {.000, .000, .000}}}},
    {"the screen: maxT, RMS scale", {{kNone, kNone, kNone}}},
    {"the screen: candidates", {{{.050, kMissing, kMissing}, {kMissing, .033, .356}, kNone}}},
}};

void runFamily(Random &random, double effect, std::span<double> out)
{
    const CalibrationWorld world = makeCalibrationWorld(random, effect, 8);
    const ShiftedFamily shifted = shiftFamily(world, false);
    std::vector<double> student;
    for (std::size_t i = 0; i < shifted.t.size(); ++i) {
        const std::size_t n = world.types[world.pairs[i / kWorldLags].type].bars.size();
        student.push_back(stats::studentTwoSided(shifted.t[i], static_cast<double>(n) - 1.0));
    }
    const Screened screened = screen(world);
    const std::array<Flags, kFamilyProcedures.size()> found{
        below(student, Correction::Bonferroni),
        below(student, Correction::BenjaminiHochberg),
        significantUnder(shifted.raw),
        significantUnder(shifted.quantile),
        significantUnder(shifted.mean),
        below(shifted.p, Correction::BenjaminiHochberg),
        below(shifted.p, Correction::BenjaminiYekutieli),
        screened.significant,
        screened.candidates,
    };
    for (std::size_t i = 0; i < found.size(); ++i)
        write(world, found[i], out, i);
}

constexpr std::array<Procedure, 8> kBlockProcedures{{
    {"maxT, RMS scale, 999 common block draws (table: q95)",
     {{{.037, kMissing, kMissing}, {.033, .004, .315}, {.030, .002, .694}}}},
    {"maxT, t/q95, whole-sample shifts", {{{.020, kMissing, kMissing}, {.020, .003, .324}, kNone}}},
    {"block draws (40k) + BH", {{{.013, kMissing, kMissing}, {.317, .040, .447}, {.457, .039, .827}}}},
    {"block draws + BY", {{{.000, kMissing, kMissing}, {.020, .003, .262}, {.067, .004, .722}}}},
    {"block draws + Bonferroni", {{{.013, kMissing, kMissing}, {.027, .004, .305}, {.037, .002, .677}}}},
    {"GPD tail (incl. self) + BH", {{{.103, kMissing, kMissing}, {.337, .048, .364}, {.450, .041, .631}}}},
    {"GPD tail + Bonferroni", {{{.103, kMissing, kMissing}, {.100, .018, .259}, {.107, .012, .439}}}},
    {"the screen: candidates, whole-sample shifts", {{kNone, kNone, kNone}}},
}};

NullFamily nullFamilyOf(const CalibrationWorld &world, std::span<const std::size_t> hypotheses)
{
    NullFamily family;
    family.bars = kWorldBars;
    family.weights = world.types;
    for (const std::size_t i : hypotheses) {
        const WorldPair &pair = world.pairs[i / kWorldLags];
        family.units.push_back({static_cast<std::uint32_t>(family.terms.size()), 1, pair.length,
                                static_cast<std::int32_t>(i % kWorldLags)});
        family.terms.push_back({pair.type, pair.asset});
    }
    family.returns = [&world](std::uint32_t asset, std::uint32_t length, std::span<double> out) {
        const std::vector<double> &responses = world.responsesOf(asset, length);
        std::copy(responses.begin(), responses.end(), out.begin());
    };
    return family;
}

/// p of each hypothesis by block shifts, to 1/40,001 where that could matter, and what maxT makes of the
/// first draws.
struct BlockDrawn {
    std::vector<double> p;
    std::vector<double> adjusted;
};

BlockDrawn drawBlocks(const CalibrationWorld &world, std::uint64_t seed)
{
    ShiftBlocks blocks;
    for (std::size_t start = 0; start < kWorldBars; start += kBlock)
        blocks.starts.push_back(start);
    NullOptions options;
    options.seed = seed;
    options.firstDraws = kFirstDraws;
    options.draws = kFirstDraws;
    std::vector<std::size_t> all(world.pairs.size() * kWorldLags);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    BlockDrawn drawn{std::vector<double>(all.size(), 1.0), std::vector<double>(all.size(), 1.0)};
    const auto first = blockShift(nullFamilyOf(world, all), blocks, options);
    if (!first.ok())
        return drawn;
    std::vector<std::size_t> strong;
    for (const std::size_t i : all) {
        drawn.p[i] = first->outcomes[i].p;
        drawn.adjusted[i] = first->outcomes[i].pAdjusted;
        if (drawn.p[i] <= kWorthMore)
            strong.push_back(i);
    }
    if (strong.empty())
        return drawn;
    options.firstDraws = kAllDraws;
    options.draws = kAllDraws;
    const auto second = blockShift(nullFamilyOf(world, strong), blocks, options);
    for (std::size_t j = 0; second.ok() && j < strong.size(); ++j)
        drawn.p[strong[j]] = second->outcomes[j].p;
    return drawn;
}

void runBlocks(Random &random, double effect, std::span<double> out)
{
    const CalibrationWorld world = makeCalibrationWorld(random, effect, 15);
    if (world.pairs.empty()) {
        std::fill(out.begin(), out.end(), kMissing);
        return;
    }
    const ShiftedFamily shifted = shiftFamily(world, true);
    const BlockDrawn drawn = drawBlocks(world, random.bits());
    const std::array<Flags, kBlockProcedures.size()> found{
        below(drawn.adjusted),
        significantUnder(shifted.quantile),
        below(drawn.p, Correction::BenjaminiHochberg),
        below(drawn.p, Correction::BenjaminiYekutieli),
        below(drawn.p, Correction::Bonferroni),
        below(shifted.tail, Correction::BenjaminiHochberg),
        below(shifted.tail, Correction::Bonferroni),
        screen(world).candidates,
    };
    for (std::size_t i = 0; i < found.size(); ++i)
        write(world, found[i], out, i);
}

template <std::size_t kCount>
Result<CalibrationFigures> calibrate(const std::array<Procedure, kCount> &procedures, std::uint64_t row,
                                     std::uint64_t publishedRuns, const CalibrationOptions &options,
                                     void (*run)(Random &, double, std::span<double>))
{
    CalibrationFigures figures;
    for (std::size_t effect = 0; effect < kEffects.size(); ++effect) {
        const auto runs =
            replicate(row + effect, kCount * kFigures, options,
                      [&](Random &random, std::span<double> out) { run(random, kEffects[effect], out); });
        if (!runs.ok())
            return runs.error();
        for (std::size_t i = 0; i < kCount; ++i)
            for (std::size_t what = 0; what < (effect == 0 ? 1 : kFigures); ++what) {
                CalibrationFigure figure = runs->figure(i * kFigures + what);
                figure.row = QString::fromLatin1(procedures[i].name);
                figure.column = QStringLiteral("%1: %2").arg(QLatin1String(kEffectNames[effect]),
                                                             QLatin1String(kFigureNames[what]));
                figure.kind = what == 2 ? FigureKind::Power : FigureKind::Size;
                figure.published = procedures[i].published[effect][what];
                figure.publishedRuns = publishedRuns;
                figures.push_back(figure);
            }
    }
    return figures;
}

} // namespace

Result<CalibrationFigures> calibrateFamilies(const CalibrationOptions &options)
{
    return calibrate(kFamilyProcedures, 200, 800, options, runFamily);
}

Result<CalibrationFigures> calibrateBlocks(const CalibrationOptions &options)
{
    return calibrate(kBlockProcedures, 250, 300, options, runBlocks);
}

} // namespace core::discovery
