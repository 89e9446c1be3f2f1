// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/pairing.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/runner.h"
#include "core/stats/sum.h"

#include <QJsonArray>

#include <algorithm>
#include <map>
#include <numeric>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using domain::Pairing;
using domain::Weight;
using namespace Qt::StringLiterals;
using State = ResponseSeries::State;

namespace {

/// Centres the weights over all events of the terms; ±1 becomes ±1/count of its side. False: nothing varies.
bool setWeights(Family &family, std::span<const FamilyTerm> terms, const AskedSeries &asked)
{
    if (asked.weight == Weight::Presence && !asked.spread)
        return true;
    stats::Sum total, top, bottom;
    std::size_t count = 0;
    double low = 0, high = 0;
    for (const FamilyTerm &term : terms) {
        for (const double weight : family.placed[term.placed].series.weights) {
            low = count == 0 ? weight : std::min(low, weight);
            high = count == 0 ? weight : std::max(high, weight);
            total.add(weight);
            (weight > 0 ? top : bottom).add(weight);
            ++count;
        }
    }
    if (count == 0 || low == high || (asked.spread && (top.value() == 0 || bottom.value() == 0)))
        return false;
    const double mean = total.value() / static_cast<double>(count);
    for (const FamilyTerm &term : terms) {
        PlacedSeries &placed = family.placed[term.placed];
        placed.weights = placed.series.weights;
        for (double &weight : placed.weights)
            weight = !asked.spread ? weight - mean
                     : weight > 0  ? weight / top.value()
                                   : -weight / bottom.value();
    }
    return true;
}

/// Adds a pair unless it has too few events; returns whether it did.
bool addPair(Family &family, std::size_t event, std::size_t asset, const std::vector<FamilyTerm> &terms)
{
    const AskedSeries &asked = family.events[event];
    std::size_t usable = 0;
    for (const FamilyTerm &term : terms)
        usable += usableBars(family, term);
    if (usable < static_cast<std::size_t>(asked.minEvents))
        return false;
    family.pairs.push_back({static_cast<std::uint32_t>(event), static_cast<std::uint32_t>(asset),
                            static_cast<std::uint32_t>(family.terms.size()),
                            static_cast<std::uint32_t>(terms.size())});
    family.terms.insert(family.terms.end(), terms.begin(), terms.end());
    return true;
}

std::uint32_t place(Family &family, std::size_t event, std::size_t group,
                    std::span<const std::uint32_t> which, Margins margins)
{
    PlacedSeries placed{event,
                        group,
                        placeEvents(family.events[event], family.calendar, family.closeGroups[group], which,
                                    margins.before, margins.after),
                        {}};
    family.placed.push_back(std::move(placed));
    return static_cast<std::uint32_t>(family.placed.size() - 1);
}

void noteLost(Family &family, std::size_t event, const PlacedSeries &placed)
{
    const EventSeries &series = placed.series;
    if (series.withoutBar + series.withoutValue == 0)
        return;
    family.notes.push_back(
        Tr::tr("“%1”: %2 events have no bar in the sample and %3 no value; they are left out.")
            .arg(qs(family.events[event].name))
            .arg(series.withoutBar)
            .arg(series.withoutValue));
}

/// Every event series with every asset: one placed series per close-time group.
std::size_t pairAll(Family &family, Margins margins)
{
    std::size_t few = 0;
    for (std::size_t event = 0; event < family.events.size(); ++event) {
        std::vector<std::uint32_t> which(family.events[event].events.size());
        std::iota(which.begin(), which.end(), 0u);
        std::vector<std::uint32_t> placed(family.closeGroups.size());
        std::vector<bool> usable(family.closeGroups.size());
        for (std::size_t group = 0; group < placed.size(); ++group) {
            placed[group] = place(family, event, group, which, margins);
            const std::vector<FamilyTerm> alone{{placed[group], 0}};
            usable[group] = setWeights(family, alone, family.events[event]);
        }
        noteLost(family, event, family.placed[placed.front()]);
        for (std::size_t asset = 0; asset < family.assets.size(); ++asset) {
            const std::size_t group = family.assets[asset].closeGroup;
            if (!usable[group] ||
                !addPair(family, event, asset, {{placed[group], static_cast<std::uint32_t>(asset)}}))
                ++few;
        }
    }
    return few;
}

/// Each event series with the assets its entities point to: one pair per asset, or one pool of all.
Result<std::size_t> pairByEntity(Family &family, Margins margins, const RunContext &context)
{
    const bool pooled = family.study.pool == domain::Pooling::Assets;
    std::size_t few = 0;
    for (std::size_t event = 0; event < family.events.size(); ++event) {
        const AskedSeries &asked = family.events[event];
        const auto byAsset = eventsByAsset(family, asked, context);
        if (!byAsset.ok())
            return byAsset.error();
        std::vector<FamilyTerm> pool;
        for (const auto &[asset, which] : *byAsset) {
            const std::vector<FamilyTerm> term{
                {place(family, event, family.assets[asset].closeGroup, which, margins),
                 static_cast<std::uint32_t>(asset)}};
            if (family.placed[term[0].placed].series.bars.empty()) {
                family.placed.pop_back();
                continue;
            }
            if (pooled)
                pool.push_back(term[0]);
            else if (!setWeights(family, term, asked) || !addPair(family, event, asset, term))
                ++few;
        }
        if (pooled && (!setWeights(family, pool, asked) || !addPair(family, event, 0, pool)))
            ++few;
    }
    return few;
}

} // namespace

Margins marginsOf(const domain::Study &study)
{
    Margins out;
    for (const domain::Window window : study.windows) {
        out.before = std::max(out.before, static_cast<std::size_t>(std::max(0, -window.first)));
        out.after = std::max(out.after, static_cast<std::size_t>(std::max(0, window.last)));
    }
    return out;
}

Result<std::vector<std::string>> symbolsOf(const domain::Study &study, const std::string &source,
                                           const std::string &entity, const RunContext &context)
{
    std::vector<std::string> named{entity};
    if (const auto cik = entity.starts_with("CIK:") ? domain::cikOf(entity) : std::nullopt;
        cik && context.names) {
        auto tickers = context.names->tickers(*cik, context.asOf, context.snapshot);
        if (!tickers.ok())
            return tickers.error();
        named.insert(named.end(), tickers->begin(), tickers->end());
    }
    if (study.pair != Pairing::Linked) {
        std::vector<std::string> out;
        for (const std::string &one : named)
            std::ranges::move(domain::tickerSpellings(one), std::back_inserter(out));
        return out;
    }
    if (!context.links)
        return Error{ErrorCode::BadInput, Tr::tr("There are no links of entities to instruments here; use "
                                                 "\"pair\": \"entity\" or \"all\".")};
    std::vector<std::string> out;
    for (const std::string &one : named) {
        auto symbols = context.links->symbols(study.links, source, one);
        if (!symbols.ok())
            return symbols.error();
        out.insert(out.end(), symbols->begin(), symbols->end());
    }
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

Result<std::vector<std::size_t>> assetsOf(const Family &family, const std::string &source,
                                          const std::string &entity, const RunContext &context)
{
    const auto symbols = symbolsOf(family.study, source, entity, context);
    if (!symbols.ok())
        return symbols.error();
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < family.assets.size(); ++i) {
        if (std::find(symbols->begin(), symbols->end(), family.assets[i].symbol) != symbols->end())
            out.push_back(i);
    }
    return out;
}

Result<std::map<std::size_t, std::vector<std::uint32_t>>>
eventsByAsset(const Family &family, const AskedSeries &asked, const RunContext &context)
{
    std::map<std::size_t, std::vector<std::uint32_t>> out;
    if (family.study.pair == Pairing::All) {
        std::vector<std::uint32_t> every(asked.events.size());
        std::iota(every.begin(), every.end(), 0u);
        for (std::size_t asset = 0; asset < family.assets.size(); ++asset)
            out.emplace(asset, every);
        return out;
    }
    std::vector<std::vector<std::size_t>> assets;
    for (std::size_t i = 0; i < asked.entities.size(); ++i) {
        auto found = assetsOf(family, asked.sourceOf(i), asked.entities[i], context);
        if (!found.ok())
            return found.error();
        assets.push_back(std::move(*found));
    }
    for (std::size_t i = 0; i < asked.events.size(); ++i) {
        for (const std::size_t asset : assets[asked.events[i].entity])
            out[asset].push_back(static_cast<std::uint32_t>(i));
    }
    return out;
}

std::size_t usableBars(const Family &family, const FamilyTerm &term)
{
    const ResponseSeries &response = family.assets[term.asset].response;
    const std::vector<std::uint32_t> &bars = family.placed[term.placed].series.bars;
    return static_cast<std::size_t>(std::count_if(bars.begin(), bars.end(), [&](std::uint32_t bar) {
        return response.state[family.calendar.first + bar] != State::Missing;
    }));
}

Result<void> pairUp(Family &family, const RunContext &context)
{
    const bool pooled = family.study.pool == domain::Pooling::Assets;
    QJsonArray symbols;
    for (const FamilyAsset &asset : family.assets) {
        symbols.append(qs(asset.symbol));
        if (!pooled) {
            family.assetLabels.push_back(asset.symbol);
            family.assetIdentities.push_back(qs(asset.symbol));
        }
    }
    if (pooled) {
        family.assetLabels.push_back(base::utf8(Tr::tr("pool of %1 assets").arg(family.assets.size())));
        family.assetIdentities.push_back(symbols);
    }
    std::size_t few = 0;
    if (family.study.pair == Pairing::All) {
        few = pairAll(family, marginsOf(family.study));
    } else {
        const auto paired = pairByEntity(family, marginsOf(family.study), context);
        if (!paired.ok())
            return paired.error();
        few = *paired;
    }
    if (family.pairs.empty()) {
        QString why;
        for (const QString &note : family.notes)
            why += u' ' + note;
        return Error{ErrorCode::BadInput, Tr::tr("There is nothing to test: no event series has enough "
                                                 "events on bars of an asset in the sample.%1")
                                              .arg(why)};
    }
    if (few > 0)
        family.notes.push_back(
            Tr::tr("%1 pairs of events and asset have too few events with a price and are not tested.")
                .arg(few));
    return {};
}

} // namespace core::discovery
