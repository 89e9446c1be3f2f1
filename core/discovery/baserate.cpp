// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/baserate.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/eventpaths.h"
#include "core/discovery/measure.h"
#include "core/discovery/runner.h"
#include "core/domain/filter.h"
#include "core/stats/descriptive.h"

#include <algorithm>
#include <cmath>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using domain::kMissing;

namespace {

constexpr std::size_t kFewestPast = 3;
constexpr std::size_t kMostPaths = 200;
constexpr int kPathLast = 20;

Error tooFew(std::size_t n, const std::string &asset)
{
    return {ErrorCode::BadInput,
            ::core::base::Tr::tr(
                "Only %1 past events have a bar of “%2” before the seal; a base rate needs %3. Widen the "
                "filter or choose another asset.")
                .arg(n)
                .arg(qs(asset))
                .arg(kFewestPast)};
}

/// One definition, present or not, on one asset and its own calendar; nothing is dropped for being rare.
domain::Study cardStudy(const std::string &filter, const std::string &asset, domain::Window window,
                        domain::ReturnKind kind)
{
    domain::Study study;
    study.name = filter;
    study.events.emplace_back();
    study.events.back().name = filter;
    study.events.back().filter = filter;
    study.events.back().weight = domain::Weight::Presence;
    study.events.back().minEvents = 0;
    study.assets.symbols = {asset};
    study.returns.benchmark = asset;
    study.returns.kind = kind;
    study.windows = {window};
    study.trim = false;
    return study;
}

/// Whether any event the card may see passes the filter.
Result<bool> anyEvent(const domain::Filter &filter, const RunContext &context)
{
    domain::EventQuery query;
    query.filter = std::make_shared<const domain::Filter>(filter);
    query.asOf = context.asOf;
    if (context.sealedFrom.isValid() && (!query.asOf.isValid() || context.sealedFrom < query.asOf))
        query.asOf = context.sealedFrom;
    query.snapshot = context.snapshot;
    query.limit = 1;
    bool any = false;
    const auto read = context.events.read(
        query,
        [&any](const domain::Event &) {
            any = true;
            return false;
        },
        context.cancel);
    if (!read.ok())
        return read.error();
    return any;
}

/// Log returns; differences for what is not a price (a yield, a spread) and has none.
Result<Family> cardFamily(const std::string &filter, const std::string &asset, domain::Window window,
                          const RunContext &context)
{
    auto family = makeFamily(cardStudy(filter, asset, window, domain::ReturnKind::Log), context);
    if (family.ok() || family.error().code != ErrorCode::BadInput)
        return family;
    auto differences = makeFamily(cardStudy(filter, asset, window, domain::ReturnKind::Diff), context);
    return differences.ok() ? std::move(differences) : std::move(family);
}

void tellShares(BaseRate &out, const PairSample &sample, const ResponseColumn &column)
{
    const auto above = [](const std::vector<double> &values) {
        return static_cast<std::size_t>(
            std::count_if(values.begin(), values.end(), [](double value) { return value > 0; }));
    };
    const std::size_t hits = above(sample.response), bars = above(column.sums);
    const auto hit = stats::wilson(hits, out.n, kCoverage),
               all = stats::wilson(bars, column.present, kCoverage);
    out.hitRate = static_cast<double>(hits) / static_cast<double>(out.n);
    out.hitLow = hit.low;
    out.hitHigh = hit.high;
    out.baseRate = static_cast<double>(bars) / static_cast<double>(column.present);
    out.baseLow = all.low;
    out.baseHigh = all.high;
}

void addPaths(BaseRate &out, const Family &family, const PairSample &sample, double scale)
{
    const std::size_t first = sample.bar.size() - std::min(kMostPaths, sample.bar.size());
    for (std::size_t i = first; i < sample.bar.size(); ++i) {
        const std::vector<double> bars = barResponses(family, 0, sample.bar[i], {out.pathFirst, kPathLast});
        std::vector<float> path;
        double sum = 0;
        for (const double value : bars) { // NaN stays NaN from the first missing bar on
            sum += value;
            path.push_back(static_cast<float>(sum * scale));
        }
        out.paths.push_back(std::move(path));
    }
    if (first > 0)
        out.notes.push_back(
            Tr::tr("The newest %1 of %2 past paths are drawn.").arg(kMostPaths).arg(sample.bar.size()));
}

} // namespace

Result<BaseRate> baseRate(const std::string &text, const std::string &asset, domain::Window window,
                          const RunContext &context)
{
    const auto filter = domain::Filter::parse(text, context.clock.now());
    if (!filter.ok())
        return filter.error();
    if (window.length() < 1)
        return Error{ErrorCode::BadInput,
                     Tr::tr("The window [%1, %2] ends before it begins.").arg(window.first).arg(window.last)};
    const auto any = anyEvent(*filter, context);
    if (!any.ok())
        return any.error();
    if (!*any)
        return tooFew(0, asset);
    const auto family = cardFamily(filter->normalForm(), asset, window, context);
    if (!family.ok())
        return family.error();

    const FamilyPair &pair = family->pairs.front();
    ResponseColumns columns(*family);
    const auto used = columns.of(pair, window.length());
    const PairSample sample = pairSample(*family, pair, window, used);
    const double scale = unitScale(family->study);
    BaseRate out;
    out.event = filter->normalForm();
    out.asset = asset;
    out.window = window;
    out.n = sample.response.size();
    if (out.n < kFewestPast)
        return tooFew(out.n, asset);
    out.median = stats::median(sample.response) * scale;
    out.lowerQuartile = stats::quantile(sample.response, 0.25) * scale;
    out.upperQuartile = stats::quantile(sample.response, 0.75) * scale;
    out.mean = stats::mean(sample.response) * scale;
    out.unit = unitOf(family->study);
    out.from = family->sampleFrom();
    out.to = family->sampleTo();
    out.notes = family->notes;
    const EventSeries &placed = family->placed[family->terms[pair.firstTerm].placed].series;
    const std::size_t events = family->events[pair.event].events.size() - placed.withoutBar;
    if (events > placed.bars.size())
        out.notes.push_back(Tr::tr("%1 events fall on %2 bars; several in one bar count once.")
                                .arg(events)
                                .arg(placed.bars.size()));
    tellShares(out, sample, *used.front());
    addPaths(out, *family, sample, scale);
    return out;
}

} // namespace core::discovery
