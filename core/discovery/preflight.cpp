// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/preflight.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/askedbefore.h"
#include "core/discovery/cost.h"
#include "core/discovery/matching.h"
#include "core/discovery/measure.h"
#include "core/discovery/pairing.h"
#include "core/discovery/runner.h"
#include "core/discovery/testing.h"
#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using domain::kMissing;
using domain::Statistic;

namespace {

constexpr std::size_t kMostSampled = 1'000; // hypotheses the median is taken over, evenly from the family

std::vector<PreflightSeries> seriesOf(const Family &family)
{
    std::vector<PreflightSeries> out(family.events.size());
    const auto widen = [&out](std::size_t event, std::size_t bars, bool first) {
        PreflightSeries &series = out[event];
        series.barsFewest = first ? bars : std::min(series.barsFewest, bars);
        series.barsMost = first ? bars : std::max(series.barsMost, bars);
    };
    for (std::size_t event = 0; event < out.size(); ++event) {
        out[event].name = family.events[event].name;
        out[event].events = family.events[event].events.size();
        out[event].tooFew = true;
    }
    for (const FamilyPair &pair : family.pairs) {
        std::size_t bars = 0;
        for (std::uint32_t i = 0; i < pair.termCount; ++i)
            bars += usableBars(family, family.terms[pair.firstTerm + i]);
        widen(pair.event, bars, out[pair.event].tooFew);
        out[pair.event].tooFew = false;
    }
    std::vector<bool> seen(out.size(), false);
    for (const PlacedSeries &placed : family.placed) {
        if (!out[placed.asked].tooFew)
            continue;
        widen(placed.asked, placed.series.bars.size(), !seen[placed.asked]);
        seen[placed.asked] = true;
    }
    return out;
}

/// The event bars of a hypothesis that have a response, and how many of them weigh more than 0 (a spread's
/// top).
struct Counted {
    std::size_t n = 0;
    std::size_t top = 0;
};

Counted count(const Family &family, const FamilyPair &pair, domain::Window window,
              const std::vector<const ResponseColumn *> &columns)
{
    Counted out;
    for (std::uint32_t term = 0; term < pair.termCount; ++term) {
        const EventSeries &series = family.placed[family.terms[pair.firstTerm + term].placed].series;
        const std::vector<double> &sums = columns[term]->sums;
        for (std::size_t i = 0; i < series.bars.size(); ++i) {
            const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(series.bars[i]) + window.first;
            if (at < 0 || static_cast<std::size_t>(at) >= sums.size() ||
                std::isnan(sums[static_cast<std::size_t>(at)]))
                continue;
            ++out.n;
            out.top += series.weights[i] > 0 ? 1 : 0;
        }
    }
    return out;
}

struct Detectable {
    double effect = kMissing;
    std::string unit;
};

/// From n and the responses of all bars: which of them follow an event is not looked at.
Detectable smallestSeen(const Family &family, const FamilyPair &pair, domain::Window window,
                        const std::vector<const ResponseColumn *> &columns, double threshold)
{
    const Counted events = count(family, pair, window, columns);
    const auto n = static_cast<double>(events.n);
    if (events.n < std::max<std::size_t>(3, static_cast<std::size_t>(family.events[pair.event].minEvents)))
        return {};
    double variance = 0;
    double kurtosis = 0;
    for (const ResponseColumn *column : columns) {
        variance += column->variance / static_cast<double>(columns.size());
        kurtosis += column->kurtosis / static_cast<double>(columns.size());
    }
    const double errors = detectable(threshold, kurtosis, events.n);
    switch (family.statisticOf(pair)) {
    case Statistic::Slope: {
        const double r = errors / std::sqrt(n);
        return {r <= 1 ? r : kMissing, "r"}; // no correlation is larger
    }
    case Statistic::QuantileSpread: {
        const auto top = static_cast<double>(events.top);
        if (events.top == 0 || events.top == events.n)
            return {};
        return {errors * std::sqrt(variance * (1 / top + 1 / (n - top))) * unitScale(family.study),
                unitOf(family.study)};
    }
    default:
        return {errors * std::sqrt(variance / n) * unitScale(family.study), unitOf(family.study)};
    }
}

/// Fills mde and mdeUnit. Fails on cancel.
Result<void> tellDetectable(Preflight &out, const Family &family, const std::vector<NullChoice> &choices,
                            const RunContext &context)
{
    const std::uint64_t windows = family.study.windows.size();
    const std::uint64_t m = family.hypotheses();
    // each hypothesis at the level that keeps the family's (Šidák 1967), both sides
    const double level = -std::expm1(std::log1p(-family.study.alpha) / static_cast<double>(m));
    const double threshold = -stats::normalQuantile(level / 2);
    std::vector<std::uint64_t> sampled;
    const std::uint64_t step = std::max<std::uint64_t>(1, m / kMostSampled);
    for (std::uint64_t h = 0; h < m; h += step)
        sampled.push_back(h);
    const auto key = [&](std::uint64_t h) { // one asset after the other, so that columns are computed once
        const FamilyPair &pair = family.pairs[h / windows];
        return std::tuple(family.terms[pair.firstTerm].asset, family.study.windows[h % windows].length(), h);
    };
    std::sort(sampled.begin(), sampled.end(),
              [&key](std::uint64_t a, std::uint64_t b) { return key(a) < key(b); });
    std::vector<Detectable> found(sampled.size());
    constexpr std::size_t kChunk = 32;
    inParallel(
        (sampled.size() + kChunk - 1) / kChunk, context.threads, context.cancel, [&](std::size_t chunk) {
            ResponseColumns columns(family);
            const std::size_t end = std::min(sampled.size(), (chunk + 1) * kChunk);
            for (std::size_t i = chunk * kChunk; i < end; ++i) {
                const FamilyPair &pair = family.pairs[sampled[i] / windows];
                if (choices[pair.event].method == NullMethod::None)
                    continue;
                const domain::Window window = family.study.windows[sampled[i] % windows];
                found[i] = smallestSeen(family, pair, window, columns.of(pair, window.length()), threshold);
            }
        });
    if (context.cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("The study was cancelled.")};
    std::map<std::string, std::vector<double>> byUnit;
    for (const Detectable &one : found) {
        if (!std::isnan(one.effect))
            byUnit[one.unit].push_back(one.effect);
    }
    const std::vector<double> *most = nullptr;
    for (const auto &[unit, effects] : byUnit) {
        if (!most || effects.size() > most->size()) {
            most = &effects;
            out.mdeUnit = unit;
        }
    }
    if (most)
        out.mde = stats::median(*most);
    if (byUnit.size() > 1)
        out.notes.push_back(Tr::tr("The smallest effect is that of the hypotheses measured in %1; the others "
                                   "have another unit.")
                                .arg(qs(out.mdeUnit)));
    return {};
}

} // namespace

Result<Preflight> preflight(const domain::Study &study, const RunContext &context)
{
    const base::Stopwatch watch;
    const auto family = makeFamily(study, context);
    if (!family.ok())
        return family.error();
    const store::FamilyAxes axes = axesOf(*family);
    const auto before = askedBefore(*family, axes, recordOf(*family, axes), context.ledger);
    if (!before.ok())
        return before.error();
    const auto matching = makeMatching(*family, context);
    if (!matching.ok())
        return matching.error();
    const auto choices = chooseNulls(*family, *matching);
    if (!choices.ok())
        return choices.error();

    Preflight out;
    out.hypotheses = family->hypotheses();
    out.newHypotheses = out.hypotheses - before->count;
    out.series = seriesOf(*family);
    out.assets = family->assets.size();
    out.bars = family->calendar.length();
    out.benchmark = family->benchmark;
    out.sampleFrom = family->sampleFrom();
    out.sampleTo = family->sampleTo();
    out.sealedFrom = family->sealedFrom;
    out.smallestP = static_cast<double>(family->grid.season) / static_cast<double>(family->grid.slots);
    out.notes = family->notes;
    for (std::size_t e = 0; e < choices->size(); ++e) {
        const NullChoice &choice = (*choices)[e];
        if (const QString told = choice.told(); !told.isEmpty())
            out.notes.push_back(Tr::tr("“%1”: %2").arg(qs(family->events[e].name), told));
    }
    for (const QString &note : excludedControls(*family, *choices, *matching))
        out.notes.push_back(note);
    if (before->count > 0)
        out.notes.push_back(Tr::tr("%1 of %2 hypotheses were asked before on an overlapping sample; they "
                                   "keep their first verdict.")
                                .arg(before->count)
                                .arg(out.hypotheses));
    if (out.smallestP > family->study.alpha)
        out.notes.push_back(Tr::tr("The sample has too few shifts for anything to be significant at %1; use "
                                   "a longer one.")
                                .arg(family->study.alpha));
    if (auto told = tellDetectable(out, *family, *choices, context); !told.ok())
        return told.error();
    const Cost cost = costOf(*family, *choices, context.threads);
    out.estimatedSeconds = watch.seconds() + cost.seconds;
    out.estimatedBytes = cost.bytes;
    return out;
}

} // namespace core::discovery
