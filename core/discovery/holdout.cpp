// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/holdout.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/measure.h"
#include "core/discovery/runner.h"
#include "core/discovery/scaninput.h"
#include "core/discovery/testing.h"
#include "core/stats/fft.h"
#include "core/stats/multiplicity.h"
#include "core/stats/permutation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

constexpr int kFewestSealed = 5; // two years hold few of what comes eight times a year

/// The study of the relationship's run, asked of the hold-out alone.
Result<domain::Study> holdOutStudy(const store::RelationshipRecord &relationship, const store::RunRecord &run)
{
    auto study = domain::parseStudy(run.study, run.startedAt);
    if (!study.ok())
        return study.error();
    const base::Instant seal = base::earlier(run.sealedFrom, study->sealedFrom);
    if (!seal.isValid()) {
        return Error{
            ErrorCode::BadInput,
            Tr::tr("The run %1 saw all data: nothing was sealed that could be opened.").arg(qs(run.run))};
    }
    study->from = seal;
    study->to = {};
    study->sealedFrom = {};
    study->trim = false;
    study->windows = {{relationship.first, relationship.last}};
    for (domain::EventDefinition &definition : study->events)
        definition.minEvents = kFewestSealed;
    return study;
}

/// Leaves only the pair that asks this hypothesis.
Result<void> keepOnly(Family &family, const base::Sha256 &hypothesis)
{
    const auto found = std::find_if(family.pairs.begin(), family.pairs.end(), [&](const FamilyPair &pair) {
        return family.hypothesisId(pair, 0) == hypothesis;
    });
    if (found == family.pairs.end()) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("The hold-out has fewer than %1 events of this relationship; wait for more.")
                         .arg(kFewestSealed)};
    }
    family.pairs = {*found};
    return {};
}

/// X at every shift of the group, in double; the identity first.
std::vector<double> shifted(const Family &family)
{
    const std::size_t only = 0;
    const ScanInput input = scanInput(family, std::span(&only, 1));
    const auto lag = input.family.lengths[0].lags[0];
    std::vector<double> s(input.family.bars, 0.0), q(input.family.bars, 0.0), returns(input.family.bars);
    for (const ScanTerm &term : input.family.terms) {
        std::vector<double> w(input.family.bars, 0.0), w2(input.family.bars, 0.0), r2(input.family.bars, 0.0);
        const ScanWeights &weights = input.family.weights[term.weights];
        for (std::size_t i = 0; i < weights.bars.size(); ++i) {
            w[weights.bars[i]] = weights.weights.empty() ? 1 : weights.weights[i];
            w2[weights.bars[i]] = w[weights.bars[i]] * w[weights.bars[i]];
        }
        input.family.returns(term.asset, 0, returns);
        std::transform(returns.begin(), returns.end(), r2.begin(), [](double r) { return r * r; });
        const auto first = stats::circularCorrelation(w, returns),
                   second = stats::circularCorrelation(w2, r2);
        for (std::size_t t = 0; t < s.size(); ++t) {
            s[t] += first[t];
            q[t] += second[t];
        }
    }
    std::vector<double> x(s.size());
    const auto size = static_cast<std::ptrdiff_t>(x.size());
    for (std::ptrdiff_t t = 0; t < size; ++t) {
        const auto from = static_cast<std::size_t>(((t + lag) % size + size) % size);
        x[static_cast<std::size_t>(t)] = q[from] > 0 ? s[from] / std::sqrt(q[from]) : 0;
    }
    return x;
}

/// One-sided p in the direction found.
Result<double> oneSided(const Family &family, const Tested &tested, double direction)
{
    const TestedPart *part = tested.partFor(0);
    if (!part)
        return Error{ErrorCode::BadInput,
                     Tr::tr("No null model can test this relationship on the hold-out.")};
    if (part->method != NullMethod::CircularShift)
        return static_cast<double>(direction > 0 ? tested.aboveP[0] : tested.belowP[0]);
    std::vector<double> x = shifted(family);
    for (double &value : x)
        value *= direction;
    return stats::shiftP(x, stats::Side::Greater, family.grid.season);
}

/// Adjusts the last of the p of what a family has opened. Those of its relationships that are still closed
/// count as p = 1: Holm (1979) over the opened ones alone would not keep its level when they are opened one
/// after the other, as each is judged while the family looks small. Another p in place of a 1 lowers the
/// factor of every p above it and leaves those below alone, so no later act takes an earlier verdict back,
/// and what is confirmed at any time is within what Holm rejects over all relationships.
double holmOfLast(std::vector<double> opened, std::size_t relationships)
{
    const std::size_t last = opened.size() - 1;
    opened.resize(std::max(relationships, opened.size()), 1.0);
    return stats::adjustedPValues(opened, stats::Correction::Holm)[last];
}

} // namespace

Result<HoldOutReport> openHoldOut(const std::string &name, const RunContext &context)
{
    const auto relationship = context.ledger.relationship(name);
    if (!relationship.ok())
        return relationship.error();
    const auto acts = context.ledger.unseals();
    if (!acts.ok())
        return acts.error();
    std::vector<double> opened;
    for (const store::UnsealRecord &act : *acts) {
        if (act.hypothesis == relationship->hypothesis)
            return Error{
                ErrorCode::BadInput,
                Tr::tr("The hold-out of this relationship was opened before; it can be opened once only.")};
        if (act.family == relationship->family)
            opened.push_back(act.p);
    }
    const auto all = context.ledger.relationships();
    if (!all.ok())
        return all.error();
    const auto siblings = static_cast<std::size_t>(
        std::ranges::count(*all, relationship->family, &store::RelationshipRecord::family));
    const auto run = context.ledger.run(relationship->run);
    if (!run.ok())
        return run.error();
    const auto study = holdOutStudy(*relationship, *run);
    if (!study.ok())
        return study.error();
    RunContext open = context;
    open.sealedFrom = {};
    auto family = makeFamily(*study, open);
    if (!family.ok())
        return family.error();
    if (auto kept = keepOnly(*family, relationship->hypothesis); !kept.ok())
        return kept.error();
    const auto tested = testFamily(*family, open);
    if (!tested.ok())
        return tested.error();

    HoldOutReport report;
    const FamilyPair &pair = family->pairs.front();
    Finding &finding = report.finding;
    finding.hypothesis = relationship->hypothesis;
    finding.event = relationship->event;
    finding.asset = relationship->asset;
    finding.window = study->windows.front();
    finding.familySize = siblings;
    finding.sample = "holdout";
    std::vector<ResponseColumn> columns;
    std::vector<const ResponseColumn *> used;
    for (std::uint32_t i = 0; i < pair.termCount; ++i)
        columns.push_back(
            responseColumn(*family, family->terms[pair.firstTerm + i].asset, finding.window.length()));
    for (const ResponseColumn &column : columns)
        used.push_back(&column);
    const PairSample sample = pairSample(*family, pair, finding.window, used, tested->matchingFor(0));
    measure(finding, *family, pair, sample);
    measureShares(finding, *family, sample, used);
    measureUncertainty(finding, *family, sample, std::numeric_limits<double>::infinity());
    const auto p = oneSided(*family, *tested, relationship->t >= 0 ? 1 : -1);
    if (!p.ok())
        return p.error();
    opened.push_back(*p);
    finding.p = *p;
    finding.pAdjusted = finding.pWorkspace = holmOfLast(std::move(opened), siblings);
    finding.nullMethod = toText(tested->partFor(0)->method);
    finding.tier = finding.computedTier = finding.pAdjusted <= study->alpha ? "significant" : "none";

    report.act = {relationship->hypothesis,
                  relationship->family,
                  context.clock.now(),
                  finding.n,
                  finding.effect,
                  finding.t,
                  finding.p,
                  finding.pAdjusted,
                  finding.tier == "significant"};
    if (auto recorded = context.ledger.recordUnseal(report.act); !recorded.ok())
        return recorded.error();
    return report;
}

} // namespace core::discovery
