// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/reporting.h"

#include "core/base/tr.h"
#include "core/discovery/measure.h"
#include "core/discovery/runner.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

/// Positions of the k strongest, strongest first, ties by position. A family may have 10⁸ of them: the upper
/// half of the bits of a positive number orders it well enough to leave most of them aside.
std::vector<std::uint64_t> strongestOf(const std::vector<float> &y, std::size_t k)
{
    const auto bucketOf = [](float value) { return std::bit_cast<std::uint32_t>(std::max(value, 0.0F)) >> 16; };
    std::vector<std::uint64_t> counts(std::size_t{1} << 16, 0);
    for (const float value : y)
        ++counts[bucketOf(value)];
    std::size_t lowest = counts.size();
    for (std::uint64_t found = 0; lowest > 0 && found < k;)
        found += counts[--lowest];
    std::vector<std::uint64_t> order;
    for (std::uint64_t i = 0; i < y.size(); ++i) {
        if (bucketOf(y[i]) >= lowest)
            order.push_back(i);
    }
    k = std::min(k, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(k), order.end(),
                      [&y](std::uint64_t a, std::uint64_t b) { return y[a] != y[b] ? y[a] > y[b] : a < b; });
    order.resize(k);
    return order;
}

Finding basics(const Family &family, const Tested &tested, std::uint64_t hypothesis)
{
    const std::size_t window = hypothesis % tested.windows;
    const FamilyPair &pair = family.pairs[hypothesis / tested.windows];
    const TestedPart *part = tested.partFor(hypothesis);
    Finding out;
    out.hypothesis = family.hypothesisId(pair, window);
    out.event = family.events[pair.event].name;
    out.asset = family.assetLabels[pair.asset];
    out.window = family.study.windows[window];
    out.coordinate = family.coordinate(pair, window);
    out.y = tested.y[hypothesis];
    out.pAdjusted = tested.pAdjusted(hypothesis);
    out.exceedances = tested.exceedances(hypothesis);
    out.computedTier = out.tier = tested.tier(hypothesis, family.study);
    out.nullMethod = toText(part ? part->method : NullMethod::None);
    out.familySize = family.hypotheses();
    return out;
}

/// The minimum counts event bars with a present R of this very window (statistics, A.2); pairs are chosen
/// before windows are looked at.
void requireEvents(Finding &finding, const AskedSeries &asked)
{
    if (finding.n < static_cast<std::size_t>(asked.minEvents))
        finding.tier = finding.computedTier = "none";
}

/// Everything of one reported hypothesis.
Result<void> complete(Finding &finding, const Family &family, const Tested &tested, std::uint64_t hypothesis)
{
    const std::size_t window = hypothesis % tested.windows;
    const FamilyPair &pair = family.pairs[hypothesis / tested.windows];
    ResponseColumns columns(family);
    const auto used = columns.of(pair, finding.window.length());
    const PairSample sample = pairSample(family, pair, finding.window, used, tested.matchingFor(hypothesis));
    measure(finding, family, pair, sample);
    requireEvents(finding, family.events[pair.event]);
    measureShares(finding, family, sample, used);
    const TestedPart *part = tested.partFor(hypothesis);
    double threshold = std::numeric_limits<double>::infinity();
    if (part && part->method == NullMethod::CircularShift) {
        const auto own = ownShift(family, pair, window);
        if (!own.ok())
            return own.error();
        finding.p = own->p;
        threshold = part->significantFrom * own->sigma;
    } else if (part) {
        finding.p = tested.ownP[hypothesis];
        threshold = part->significantFrom * tested.sigma[hypothesis];
    }
    measureUncertainty(finding, family, sample, threshold);
    tellTiming(finding, family, pair);
    return {};
}

std::vector<std::uint64_t> chooseReported(const Family &family, const Tested &tested,
                                          const std::vector<std::uint64_t> &kept)
{
    std::vector<std::uint64_t> out;
    for (const std::uint64_t hypothesis : kept) {
        const bool found = tested.tier(hypothesis, family.study) != std::string_view("none");
        if (out.size() < kUsuallyReported || (found && out.size() < kMostReported))
            out.push_back(hypothesis);
    }
    return out;
}

/// The basic figures of what is kept but not told, ascending by coordinate.
std::vector<Finding> measureRest(const Family &family, const Tested &tested, std::vector<std::uint64_t> rest,
                                 const RunContext &context)
{
    const auto key =
        [&](std::uint64_t h) { // one asset and length after the other, so that columns are computed once
            const FamilyPair &pair = family.pairs[h / tested.windows];
            return std::pair(family.terms[pair.firstTerm].asset,
                             family.study.windows[h % tested.windows].length());
        };
    std::sort(rest.begin(), rest.end(),
              [&](std::uint64_t a, std::uint64_t b) { return std::pair(key(a), a) < std::pair(key(b), b); });
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (i == 0 || key(rest[i]) != key(rest[i - 1]))
            starts.push_back(i);
    }
    std::vector<Finding> out(rest.size());
    inParallel(starts.size(), context.threads, context.cancel, [&](std::size_t group) {
        ResponseColumns columns(family);
        const std::size_t end = group + 1 < starts.size() ? starts[group + 1] : rest.size();
        for (std::size_t i = starts[group]; i < end && !context.cancel.isCancelled(); ++i) {
            out[i] = basics(family, tested, rest[i]);
            const FamilyPair &pair = family.pairs[rest[i] / tested.windows];
            const auto used = columns.of(pair, out[i].window.length());
            measure(out[i], family, pair,
                    pairSample(family, pair, out[i].window, used, tested.matchingFor(rest[i])));
            requireEvents(out[i], family.events[pair.event]);
        }
    });
    std::sort(out.begin(), out.end(),
              [](const Finding &a, const Finding &b) { return a.coordinate < b.coordinate; });
    return out;
}

/// What chance alone gives under the rules of the study: counted over the shifts for the default, the bound
/// that the rule keeps for another.
void tellChance(Outcome &out, const Family &family, const Tested &tested)
{
    using domain::Candidacy;
    using domain::Significance;
    for (const TestedPart &part : tested.parts) {
        if (std::isfinite(part.significantFrom) && family.study.significance == Significance::MaxT)
            out.expectedSignificant += expectedByChance(part.counts, part.significantFrom);
        if (std::isfinite(tested.candidateFrom) && family.study.candidacy == Candidacy::Fdr)
            out.expectedCandidates += expectedByChance(part.counts, tested.candidateFrom);
    }
    if (!tested.corrected.empty())
        out.expectedSignificant = family.study.alpha;
    if (!tested.rated.empty())
        out.expectedCandidates = kCandidateRate * static_cast<double>(out.candidates);
}

} // namespace

void tellTiming(Finding &finding, const Family &family, const FamilyPair &pair)
{
    finding.tradable = !family.events[pair.event].lookAhead;
    auto basis = domain::KnownBasis::Scheduled;
    for (std::uint32_t i = 0; i < pair.termCount; ++i) {
        const PlacedSeries &placed = family.placed[family.terms[pair.firstTerm + i].placed];
        finding.tradable =
            finding.tradable && isTradable(placed.series, family.calendar,
                                           family.closeGroups[placed.closeGroup], finding.window.first);
        basis = lessCertain(basis, placed.series.basis);
    }
    finding.knownBasis = domain::toText(basis);
}

std::vector<Finding> keptFindings(const Family &family, const Tested &tested, const RunContext &context)
{
    return measureRest(family, tested, strongestOf(tested.y, kMostKept), context);
}

Result<Outcome> makeOutcome(const Family &family, const Tested &tested, const RunContext &context)
{
    Outcome out;
    const std::vector<std::uint64_t> kept = strongestOf(tested.y, kMostKept);
    const std::vector<std::uint64_t> reported = chooseReported(family, tested, kept);
    for (std::uint64_t h = 0; h < tested.y.size(); ++h) {
        const std::string_view tier = tested.tier(h, family.study);
        out.significant += tier == "significant" ? 1 : 0;
        out.candidates += tier == "candidate" ? 1 : 0;
    }
    tellChance(out, family, tested);
    out.findings.resize(reported.size());
    std::vector<std::optional<Error>> faults(reported.size());
    std::atomic<std::uint64_t> done = 0;
    inParallel(reported.size(), context.threads, context.cancel, [&](std::size_t i) {
        out.findings[i] = basics(family, tested, reported[i]);
        if (auto completed = complete(out.findings[i], family, tested, reported[i]); !completed.ok())
            faults[i] = completed.error();
        if (context.progress)
            context.progress({++done, reported.size(), Tr::tr("Measuring what was found")});
    });
    for (const auto &fault : faults) {
        if (fault)
            return *fault;
    }
    std::vector<std::uint64_t> rest = kept, told = reported;
    std::sort(told.begin(), told.end());
    std::erase_if(rest, [&told](std::uint64_t h) { return std::binary_search(told.begin(), told.end(), h); });
    out.others = measureRest(family, tested, std::move(rest), context);
    if (context.cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("The study was cancelled.")};
    std::sort(out.others.begin(), out.others.end(),
              [](const Finding &a, const Finding &b) { return a.coordinate < b.coordinate; });
    return out;
}

} // namespace core::discovery
