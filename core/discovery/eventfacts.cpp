// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/eventfacts.h"

#include "core/discovery/pairing.h"
#include "core/discovery/runner.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace core::discovery {

using base::Result;

namespace {

constexpr std::size_t kMostNamed = 3;

struct BarFacts {
    double value = domain::kMissing;
    std::vector<std::string> entities; ///< distinct, in the order of the events
};

/// Whether an event's entity is asked about the asset at all.
Result<std::vector<bool>> entitiesOf(const Family &family, const AskedSeries &asked, std::size_t asset,
                                     const RunContext &context)
{
    std::vector<bool> out(asked.entities.size(), true);
    if (family.study.pair == domain::Pairing::All)
        return out;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto assets = assetsOf(family, asked.sourceOf(i), asked.entities[i], context);
        if (!assets.ok())
            return assets.error();
        out[i] = std::find(assets->begin(), assets->end(), asset) != assets->end();
    }
    return out;
}

std::string labelOf(const BarFacts &facts, const std::string &pooledAsset)
{
    std::string out;
    for (std::size_t i = 0; i < std::min(kMostNamed, facts.entities.size()); ++i)
        out += (i > 0 ? ", " : "") + facts.entities[i];
    if (facts.entities.size() > kMostNamed)
        out += " +" + std::to_string(facts.entities.size() - kMostNamed);
    if (pooledAsset.empty() || out == pooledAsset)
        return out;
    return out.empty() ? pooledAsset : pooledAsset + ": " + out;
}

} // namespace

Result<std::vector<EventFacts>> eventFacts(const Family &family, const FamilyPair &pair,
                                           const PairSample &sample, const RunContext &context)
{
    const AskedSeries &asked = family.events[pair.event];
    std::map<std::pair<std::uint32_t, std::uint32_t>, BarFacts> byBar; // term, event bar
    for (std::uint32_t term = 0; term < pair.termCount; ++term) {
        const FamilyTerm &at = family.terms[pair.firstTerm + term];
        const PlacedSeries &placed = family.placed[at.placed];
        const auto mine = entitiesOf(family, asked, at.asset, context);
        if (!mine.ok())
            return mine.error();
        for (const AskedEvent &event : asked.events) {
            if (std::isnan(event.weight) || !(*mine)[event.entity])
                continue;
            const std::size_t bar = eventBar(event, family.closeGroups[placed.closeGroup]);
            if (bar < family.calendar.first)
                continue;
            BarFacts &facts = byBar[{term, static_cast<std::uint32_t>(bar - family.calendar.first)}];
            if (!std::isnan(event.value) && !(std::abs(event.value) <= std::abs(facts.value)))
                facts.value = event.value;
            const std::string &entity = asked.entities[event.entity];
            if (!entity.empty() &&
                std::find(facts.entities.begin(), facts.entities.end(), entity) == facts.entities.end())
                facts.entities.push_back(entity);
        }
    }
    const bool weighed = family.statisticOf(pair) == domain::Statistic::Slope;
    const bool pooled = family.study.pool == domain::Pooling::Assets;
    std::vector<EventFacts> out;
    for (std::size_t i = 0; i < sample.bar.size(); ++i) {
        const BarFacts &facts = byBar[{sample.term[i], sample.bar[i]}];
        const std::string &asset = family.assets[family.terms[pair.firstTerm + sample.term[i]].asset].symbol;
        out.push_back(
            {weighed ? sample.raw[i] : facts.value, labelOf(facts, pooled ? asset : std::string())});
    }
    return out;
}

} // namespace core::discovery
