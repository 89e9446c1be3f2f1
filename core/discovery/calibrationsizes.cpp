// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/missing.h"
#include "core/discovery/calibrationruns.h"
#include "core/discovery/nulls.h"
#include "core/stats/distributions.h"
#include "core/stats/permutation.h"
#include "core/stats/regression.h"
#include "core/stats/simulation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace core::discovery {

using base::kMissing;
using base::Result;
using stats::Random;

namespace {

constexpr std::size_t kSizeBars = 2000;
constexpr std::size_t kYear = 250;
constexpr double kEventRate = 0.031; // about 57 bars with an event
constexpr std::size_t kSizeDraws = 399;
constexpr std::size_t kFurthest = 200; // Harris' N
constexpr std::uint64_t kPublishedSizeRuns = 4000;
constexpr std::uint64_t kSizeRow = 100; // of the random numbers

struct Sample {
    std::vector<double> returns;
    std::vector<std::uint32_t> events;
};

using Make = Sample (*)(Random &random);

std::vector<double> steady(double rate)
{
    return std::vector<double>(kSizeBars, rate);
}

/// rate times a share that grows from 1/3 to 5/3 of it: five times as frequent at the end.
std::vector<double> growing(double rate)
{
    std::vector<double> rates;
    for (std::size_t t = 0; t < kSizeBars; ++t)
        rates.push_back(rate * (1.0 + 4.0 * static_cast<double>(t) / kSizeBars) / 3.0);
    return rates;
}

Sample clusteredOn(Random &random, const stats::ReturnModel &model)
{
    Sample sample;
    sample.returns = stats::simulateReturns(random, kSizeBars, model).returns;
    sample.events = stats::simulateEvents(random, steady(kEventRate), {});
    return sample;
}

/// Independent returns whose deviation goes evenly from 1 to `last`, while events become five times as
/// frequent.
Sample changing(Random &random, double last)
{
    Sample sample;
    for (std::size_t t = 0; t < kSizeBars; ++t)
        sample.returns.push_back(random.normal() * (1.0 + (last - 1.0) * static_cast<double>(t) / kSizeBars));
    sample.events = stats::simulateEvents(random, growing(kEventRate), {});
    return sample;
}

constexpr stats::ReturnModel kGarch{0.0, 0.08, 0.90, 5.0};
constexpr stats::ReturnModel kBoth{0.1, 0.08, 0.90, 5.0};

Sample poisson(Random &random)
{
    Sample sample;
    sample.returns = stats::simulateReturns(random, kSizeBars, {}).returns;
    sample.events = stats::simulateEvents(random, steady(0.029), {0.0, 0.3});
    return sample;
}

Sample hawkes(Random &random)
{
    return clusteredOn(random, {});
}

Sample weakMemory(Random &random)
{
    return clusteredOn(random, {0.1, 0.0, 0.0, 0.0});
}

Sample memory(Random &random)
{
    return clusteredOn(random, {0.3, 0.0, 0.0, 0.0});
}

Sample turbulent(Random &random)
{
    return clusteredOn(random, kGarch);
}

Sample turbulentMemory(Random &random)
{
    return clusteredOn(random, kBoth);
}

Sample triggered(Random &random)
{
    const stats::ReturnPath path = stats::simulateReturns(random, kSizeBars, kGarch);
    std::vector<double> rates;
    for (const double deviation : path.deviations)
        rates.push_back(kEventRate * deviation * deviation * deviation);
    return {path.returns, stats::simulateEvents(random, rates, {})};
}

Sample calming(Random &random)
{
    return changing(random, 0.5);
}

Sample heating(Random &random)
{
    return changing(random, 2.0);
}

/// Drift and rate each follow a slow autoregression of their own.
Sample persistent(Random &random)
{
    Sample sample = {stats::simulateReturns(random, kSizeBars, {}).returns, {}};
    const stats::ReturnModel slow{0.99, 0.0, 0.0, 0.0};
    const std::vector<double> drift = stats::simulateReturns(random, kSizeBars, slow).returns;
    const std::vector<double> level = stats::simulateReturns(random, kSizeBars, slow).returns;
    const double unit = std::sqrt(1.0 - 0.99 * 0.99);
    std::vector<double> rates;
    for (std::size_t t = 0; t < kSizeBars; ++t) {
        sample.returns[t] += 0.32 * unit * drift[t];
        rates.push_back(kEventRate * std::exp(unit * level[t] - 0.5));
    }
    sample.events = stats::simulateEvents(random, rates, {});
    return sample;
}

/// Drift rises evenly while events become five times as frequent: dependent, but not through the events.
Sample trending(Random &random)
{
    Sample sample = {stats::simulateReturns(random, kSizeBars, {}).returns, {}};
    for (std::size_t t = 0; t < kSizeBars; ++t)
        sample.returns[t] += 0.42 * (2.0 * static_cast<double>(t) / kSizeBars - 1.0);
    sample.events = stats::simulateEvents(random, growing(kEventRate), {});
    return sample;
}

Sample mondays(Random &random)
{
    Sample sample = {stats::simulateReturns(random, kSizeBars, {}).returns, {}};
    for (std::size_t t = 0; t < kSizeBars; ++t) {
        sample.returns[(t + 1) % kSizeBars] +=
            t % 5 == 0 ? 0.34 : 0.0; // the bar the window of a Monday holds
        if (t % 5 == 0 && random.uniform() < 5.0 * 0.0285)
            sample.events.push_back(static_cast<std::uint32_t>(t));
    }
    return sample;
}

Sample afterLosses(Random &random)
{
    Sample sample = {stats::simulateReturns(random, kSizeBars, kBoth).returns, {}};
    std::vector<double> rates(kSizeBars, 0.003);
    for (std::size_t t = 5; t < kSizeBars; ++t) {
        const auto now = sample.returns.begin() + static_cast<std::ptrdiff_t>(t) + 1;
        const double past = std::accumulate(now - 5, now, 0.0);
        rates[t] = past < -3.5 ? 0.40 : 0.003;
    }
    sample.events = stats::simulateEvents(random, rates, {});
    return sample;
}

double studentT(std::span<const std::uint32_t> bars, std::span<const double> responses, std::ptrdiff_t shift)
{
    double sum = 0.0;
    double squares = 0.0;
    for (const std::uint32_t bar : bars) {
        const double r = responses[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(bar) + shift)];
        sum += r;
        squares += r * r;
    }
    const auto n = static_cast<double>(bars.size());
    return sum / std::sqrt(n * (squares - sum * sum / n) / (n - 1.0));
}

/// Days exchanged at random, mean of the events: what one would write first.
double labelP(Random &random, std::span<const std::uint32_t> events, std::span<const double> responses)
{
    const auto meanOf = [&](std::span<const std::uint32_t> bars) {
        double sum = 0.0;
        for (const std::uint32_t bar : bars)
            sum += responses[bar];
        return std::fabs(sum);
    };
    const double observed = meanOf(events);
    std::vector<std::uint32_t> order(responses.size());
    std::iota(order.begin(), order.end(), 0U);
    std::size_t reached = 1;
    for (std::size_t draw = 0; draw < kSizeDraws; ++draw) {
        for (std::size_t i = 0; i < events.size(); ++i)
            std::swap(order[i], order[i + random.below(order.size() - i)]);
        reached += meanOf(std::span(order).first(events.size())) >= observed ? 1 : 0;
    }
    return static_cast<double>(reached) / static_cast<double>(kSizeDraws + 1);
}

double yearBlockP(Random &random, std::span<const std::uint32_t> events, const std::vector<double> &responses)
{
    NullFamily family;
    family.bars = kSizeBars;
    family.weights = {{{events.begin(), events.end()}, {}}};
    family.terms = {{0, 0}};
    family.units = {{0, 1, 0, 0}};
    family.returns = [&](std::uint32_t, std::uint32_t, std::span<double> out) {
        std::copy(responses.begin(), responses.end(), out.begin());
    };
    ShiftBlocks blocks;
    for (std::size_t start = 0; start < kSizeBars; start += kYear)
        blocks.starts.push_back(start);
    NullOptions options;
    options.seed = random.bits();
    options.firstDraws = kSizeDraws + 1;
    options.draws = kSizeDraws + 1;
    const auto result = blockShift(family, blocks, options);
    return result.ok() ? result->outcomes[0].p : kMissing;
}

/// Harris (2020): the events of the middle against responses moved without wrapping, p = m/(N + 1).
double linearP(std::span<const std::uint32_t> events, std::span<const double> responses)
{
    std::vector<std::uint32_t> middle;
    for (const std::uint32_t bar : events)
        if (bar >= kFurthest && bar + kFurthest < kSizeBars)
            middle.push_back(bar);
    const double observed = std::fabs(studentT(middle, responses, 0)) * (1.0 - 1e-9);
    constexpr auto kMost = static_cast<std::ptrdiff_t>(kFurthest);
    std::size_t reached = 0;
    for (std::ptrdiff_t shift = -kMost; shift <= kMost; ++shift)
        reached += std::fabs(studentT(middle, responses, shift)) >= observed ? 1 : 0;
    return std::min(1.0, static_cast<double>(reached) / static_cast<double>(kFurthest + 1));
}

constexpr std::size_t kTests = 8;
constexpr std::array<const char *, kTests> kSizeColumns{"t-test",
                                                        "HAC NW(2h)",
                                                        "label permutation",
                                                        "circular shift, mean",
                                                        "circular shift, t",
                                                        "year blocks, t",
                                                        "Harris m/(N+1)",
                                                        "circular shift by weeks, t"};

struct SizeDesign {
    const char *name;
    std::size_t window;
    Make make;
    std::array<double, kTests> published;
};

constexpr std::array<SizeDesign, 13> kSizeDesigns{{
    {"iid returns, Poisson events", 5, poisson, {.047, .056, .050, .049, .051, .048, .023, kMissing}},
    {"iid returns, Hawkes", 5, hawkes, {.151, .092, .156, .049, .050, .050, .023, kMissing}},
    {"AR(.1), Hawkes", 5, weakMemory, {.164, .096, .166, .049, .050, .053, .021, kMissing}},
    {"AR(.3), Hawkes", 5, memory, {.174, .102, .177, .054, .052, .057, .023, kMissing}},
    {"GARCH, Hawkes", 5, turbulent, {.148, .088, .143, .050, .057, .051, .025, kMissing}},
    {"AR(.1)+GARCH, Hawkes", 5, turbulentMemory, {.149, .082, .150, .048, .046, .048, .029, kMissing}},
    {"GARCH, volatility-triggered Hawkes",
     5,
     triggered,
     {.176, .091, .347, .169, .049, .049, .024, kMissing}},
    {"event rate x5 up, vol halves", 5, calming, {.149, .081, .107, .031, .054, .053, .022, kMissing}},
    {"event rate x5 up, vol doubles", 5, heating, {.138, .080, .165, .064, .048, .050, .020, kMissing}},
    {"persistent drift x persistent rate",
     5,
     persistent,
     {.284, .176, .269, .050, .051, .059, .025, kMissing}},
    {"common trends in drift and rate", 5, trending, {.385, .255, .398, .114, .123, .048, .009, kMissing}},
    {"weekday effect, Monday events, h=1", 1, mondays, {.536, .570, .529, .198, .209, .503, .087, .053}},
    {"events after 5-day losses, AR(.1)+GARCH",
     5,
     afterLosses,
     {.147, .086, .302, .154, .047, .032, .018, kMissing}},
}};

void runSizeTests(Random &random, const SizeDesign &design, std::span<double> out)
{
    Sample sample = design.make(random);
    std::erase_if(sample.events, [&](std::uint32_t bar) { return bar + design.window >= kSizeBars; });
    const std::vector<double> responses = circularResponses(sample.returns, design.window);
    std::vector<double> presence(kSizeBars, 0.0);
    for (const std::uint32_t bar : sample.events)
        presence[bar] = 1.0;
    const stats::ShiftScan scan = stats::circularShiftAll(presence, responses);
    if (scan.t.empty()) { // fewer than two events
        std::fill(out.begin(), out.end(), kMissing);
        return;
    }
    const stats::Line line = stats::fitLine(responses, presence);
    const double hac = stats::neweyWest(responses, presence, line, 2 * design.window).beta;
    const double degrees = static_cast<double>(sample.events.size()) - 1.0;
    const std::array<double, kTests> p{
        stats::studentTwoSided(scan.t[0], degrees), stats::normalTwoSided(line.beta / hac),
        labelP(random, sample.events, responses),   stats::shiftP(scan.sums, stats::Side::Two),
        stats::shiftP(scan.t, stats::Side::Two),    yearBlockP(random, sample.events, responses),
        linearP(sample.events, responses),          stats::shiftP(scan.t, stats::Side::Two, 5),
    };
    for (std::size_t i = 0; i < kTests; ++i)
        out[i] = std::isnan(p[i]) ? kMissing : p[i] <= kTestLevel ? 1.0 : 0.0;
}

} // namespace

Result<CalibrationFigures> calibrateSizes(const CalibrationOptions &options)
{
    CalibrationFigures figures;
    for (std::size_t row = 0; row < kSizeDesigns.size(); ++row) {
        const SizeDesign &design = kSizeDesigns[row];
        const auto runs =
            replicate(kSizeRow + row, kTests, options,
                      [&](Random &random, std::span<double> out) { runSizeTests(random, design, out); });
        if (!runs.ok())
            return runs.error();
        for (std::size_t i = 0; i < kTests; ++i) {
            if (i + 1 == kTests && std::isnan(design.published[i]))
                continue; // whole weeks are for the weekday alone
            CalibrationFigure figure = runs->figure(i);
            figure.row = QString::fromLatin1(design.name);
            figure.column = QString::fromLatin1(kSizeColumns[i]);
            figure.published = design.published[i];
            figure.publishedRuns = kPublishedSizeRuns;
            figures.push_back(figure);
        }
    }
    return figures;
}

} // namespace core::discovery
