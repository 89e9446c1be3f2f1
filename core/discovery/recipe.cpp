// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/recipe.h"

#include "core/base/text.h"
#include "core/discovery/nulls.h"
#include "core/discovery/pairing.h"
#include "core/discovery/storedfinding.h"
#include "core/discovery/testing.h"

#include <algorithm>

namespace core::discovery {

using base::Result;
using namespace Qt::StringLiterals;

namespace {

/// Nothing that became known behind the seal is read (makeFamily).
base::Instant knownBy(const Family &family, const RunContext &then)
{
    const base::Instant asOf = then.asOf, seal = family.sealedFrom;
    return !asOf.isValid() ? seal : !seal.isValid() ? asOf : std::min(asOf, seal);
}

RecipeTerm termOf(const Family &family, const FamilyTerm &term)
{
    const EventSeries &series = family.placed[term.placed].series;
    RecipeTerm out;
    out.symbol = family.assets[term.asset].symbol;
    for (const std::uint32_t bar : series.bars)
        out.bars.push_back(family.calendar.closes[family.calendar.first + bar]);
    out.weights = series.weights;
    return out;
}

/// The definition as the identity of the series has it: split by fields, its filter names their values.
Result<std::optional<RecipeEvents>> eventsOf(const Family &family, const AskedSeries &series)
{
    const bool isCrossed =
        family.study.pair == domain::Pairing::All && family.study.pool == domain::Pooling::None;
    if (!isCrossed || series.identity.contains("quantile"_L1))
        return std::optional<RecipeEvents>();
    RecipeEvents out;
    out.filter = base::utf8(series.identity.value("filter"_L1).toString());
    out.weight = series.weight;
    if (const QJsonValue cluster = series.identity.value("cluster"_L1); cluster.isObject()) {
        const auto within = domain::parseDuration(base::utf8(cluster["within"_L1].toString()));
        if (!within.ok())
            return within.error();
        out.cluster = domain::Cluster{cluster["count"_L1].toInt(), *within};
    }
    if (const QJsonValue text = series.identity.value("first_in"_L1); text.isString()) {
        const auto firstIn = domain::parseDuration(base::utf8(text.toString()));
        if (!firstIn.ok())
            return firstIn.error();
        out.firstIn = *firstIn;
    }
    return std::optional(out);
}

} // namespace

Result<Recipe> recipeOf(const std::string &run, const base::Sha256 &hypothesis, const RunContext &context)
{
    const auto stored = storedFinding(run, hypothesis, context.ledger);
    if (!stored.ok())
        return stored.error();
    const RunContext then = contextThen(*stored, context);
    const auto family = familyAgain(*stored, then);
    if (!family.ok())
        return family.error();
    const auto found = pairOf(*family, stored->finding);
    if (!found.ok())
        return found.error();
    const FamilyPair &pair = **found;
    auto events = eventsOf(*family, family->events[pair.event]);
    if (!events.ok())
        return events.error();
    Recipe recipe;
    recipe.finding = stored->finding;
    recipe.run = stored->run.run;
    recipe.snapshot = stored->run.snapshot;
    recipe.asOf = knownBy(*family, then);
    recipe.study = family->study;
    recipe.benchmark = family->benchmark;
    recipe.firstClose = family->calendar.closes[family->calendar.first];
    recipe.lastClose = family->calendar.closes.back();
    recipe.bars = family->calendar.length();
    const Margins margins = marginsOf(family->study);
    recipe.before = margins.before;
    recipe.after = margins.after;
    const auto matching = matchingFor(recipe.finding, stored->reported, *family, pair, then);
    if (!matching.ok())
        return matching.error();
    const bool isMatched = recipe.finding.nullMethod == toText(NullMethod::MatchedDays);
    for (std::uint32_t i = 0; i < pair.termCount; ++i) {
        const FamilyTerm &term = family->terms[pair.firstTerm + i];
        recipe.terms.push_back(termOf(*family, term));
        if (isMatched)
            recipe.terms.back().strata =
                standInsOf(family->placed[term.placed].series.bars, *matching, term.placed).pools;
    }
    recipe.events = std::move(*events);
    return recipe;
}

} // namespace core::discovery
