// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/testing.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/corrections.h"
#include "core/discovery/cost.h"
#include "core/discovery/matching.h"
#include "core/discovery/runner.h"
#include "core/discovery/scancounts.h"
#include "core/discovery/scaninput.h"

#include <algorithm>
#include <array>
#include <limits>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr std::uint64_t kMostBlockShifted = 1'000'000;
constexpr std::size_t kFewestYears = 3; // blocks that shifts are worth drawing in

/// How far shifts by whole weeks bring the dates of a series back onto its dates: payroll Fridays are a
/// rhythm of weeks that holidays hide from a count of bars.
double dateOverlap(const Calendar &calendar, std::span<const std::uint32_t> bars)
{
    const auto dayOf = [&calendar](std::size_t bar) {
        return (calendar.closes[calendar.first + bar] - base::Duration(1))
            .utcDay()
            .time_since_epoch()
            .count();
    };
    std::vector<std::int64_t> days;
    for (const std::uint32_t bar : bars)
        days.push_back(dayOf(bar));
    return weekOverlapShare(days, dayOf(0), dayOf(calendar.length() - 1));
}

/// Before pools are looked at.
Result<std::vector<NullChoice>> chooseMethods(const Family &family, const MatchedDays &matching)
{
    std::vector<NullChoice> out(family.events.size());
    for (std::size_t e = 0; e < out.size(); ++e) {
        const bool valued =
            family.statisticOf({static_cast<std::uint32_t>(e), 0, 0, 0}) != domain::Statistic::Mean;
        switch (family.study.nullMethod) {
        case domain::NullMethod::CircularShift:
            out[e].method = NullMethod::CircularShift;
            continue;
        case domain::NullMethod::BlockShift:
            out[e].method = NullMethod::BlockShift;
            continue;
        case domain::NullMethod::MatchedDays:
        case domain::NullMethod::MarkShift:
            out[e].method = family.study.nullMethod == domain::NullMethod::MatchedDays
                                ? NullMethod::MatchedDays
                                : NullMethod::MarkShift;
            if (valued == (out[e].method == NullMethod::MatchedDays)) {
                return Error{ErrorCode::BadInput, valued
                                                      ? Tr::tr("matched_days re-dates events and cannot test "
                                                               "the values of “%1”; use mark_shift or auto.")
                                                            .arg(base::qs(family.events[e].name))
                                                      : Tr::tr("mark_shift moves values along the events, "
                                                               "and “%1” has none; use matched_days or auto.")
                                                            .arg(base::qs(family.events[e].name))};
            }
            continue;
        case domain::NullMethod::Auto:
            break;
        }
        // the series with the most events stands for all: whether its dates follow the calendar is the same
        // everywhere
        const PlacedSeries *fullest = nullptr;
        std::size_t at = 0;
        std::size_t series = 0;
        for (std::size_t i = 0; i < family.placed.size(); ++i) {
            series += family.placed[i].asked == e ? 1 : 0;
            if (family.placed[i].asked == e &&
                (!fullest || family.placed[i].series.bars.size() > fullest->series.bars.size())) {
                fullest = &family.placed[i];
                at = i;
            }
        }
        if (fullest) {
            // a pool has its events on many assets: each brings its share of the fewest
            const bool pooled = family.study.pool == domain::Pooling::Assets;
            const auto fewest = static_cast<std::size_t>(std::min(15, family.events[e].minEvents));
            out[e] = chooseNull({fullest->series.bars, fullest->weights}, family.calendar.length(), 1,
                                &matching, at, pooled ? (fewest + series - 1) / series : fewest,
                                dateOverlap(family.calendar, fullest->series.bars));
        }
    }
    return out;
}

/// Whole years of bars, at least twelve times the longest window, counted from the end of the axis.
ShiftBlocks yearBlocks(const Family &family)
{
    const std::size_t slots = family.grid.slots;
    const std::size_t season = family.grid.season;
    const double years =
        static_cast<double>((family.sampleTo() - family.sampleFrom()).count()) / (365.25 * 86'400e6);
    const auto year = std::max<std::size_t>(
        season,
        static_cast<std::size_t>(static_cast<double>(slots) / std::max(years, 1e-9)) / season * season);
    std::size_t longest = 1;
    for (const domain::Window window : family.study.windows)
        longest = std::max(longest, static_cast<std::size_t>(window.length()));
    const std::size_t block = year * ((12 * longest + year - 1) / year);
    const std::size_t count = std::max<std::size_t>(1, slots / block);
    ShiftBlocks out;
    out.group = season;
    for (std::size_t i = 0; i < count; ++i)
        out.starts.push_back(i == 0 ? 0 : slots - (count - i) * block);
    return out;
}

/// Volume and range as they are drift over the years, and so may the number of events: whole-sample shifts
/// take two trends for a reaction (growing volume and coverage: 11 to 34 % of nulls at 5 %). Shifts within
/// years do not; where they are not to be had, that is said.
void mindDrift(const Family &family, std::vector<NullChoice> &choices)
{
    const bool level =
        family.study.response == domain::Response::Volume || family.study.response == domain::Response::Range;
    if (!level || family.study.returns.model != domain::ReturnModel::Raw ||
        family.study.nullMethod != domain::NullMethod::Auto)
        return;
    const bool inBlocks =
        yearBlocks(family).starts.size() >= kFewestYears && family.hypotheses() <= kMostBlockShifted;
    for (NullChoice &choice : choices) {
        if (choice.method != NullMethod::CircularShift)
            continue;
        if (inBlocks) {
            choice.method = NullMethod::BlockShift;
            choice.reason = Tr::tr("Shifted within years, because volume and range drift over the years, and "
                                   "so may the number of events.");
        } else {
            choice.caveat = Tr::tr("Volume and range drift over the years: where the number of events drifts "
                                   "too, chance looks like a reaction. Ask mean_adjusted, or a longer sample "
                                   "for block_shift.");
        }
    }
}

Result<TestedPart> screen(const Family &family, std::span<const std::size_t> pairs, const RunContext &context,
                          const PieceFolder *pieces, Tested &tested)
{
    auto screened = screenPairs(family, pairs, {0, pairs.size()},
                                {.threads = context.threads,
                                 .cancel = context.cancel,
                                 .progress = context.progress,
                                 .pieces = pieces,
                                 .onlyKept = !context.shards.empty()});
    if (!screened.ok())
        return screened.error();
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto from = screened->y.begin() + static_cast<std::ptrdiff_t>(i * tested.windows);
        std::copy_n(from, tested.windows,
                    tested.y.begin() + static_cast<std::ptrdiff_t>(pairs[i] * tested.windows));
    }
    TestedPart part;
    part.maxima = std::move(screened->maxima);
    part.counts = screened->counts->thresholds();
    return part;
}

Result<TestedPart> draw(const Family &family, NullMethod method, std::span<const std::size_t> pairs,
                        double share, const RunContext &context, Tested &tested)
{
    if (method == NullMethod::BlockShift && pairs.size() * tested.windows > kMostBlockShifted)
        return Error{
            ErrorCode::BadInput,
            Tr::tr("block_shift is for families of at most 1,000,000 hypotheses; use circular_shift.")};
    NullOptions options;
    options.seed = family.study.seed;
    options.alpha = family.study.alpha * share;
    options.threads = context.threads;
    options.cancel = context.cancel;
    options.progress = context.progress;
    Result<NullResult> result = drawNull(family, method, pairs, tested.matching, options);
    if (!result.ok())
        return result.error();
    if (tested.ownP.empty()) {
        tested.sigma.assign(tested.y.size(), std::numeric_limits<float>::quiet_NaN());
        tested.ownP = tested.aboveP = tested.belowP = tested.sigma;
    }
    for (std::size_t i = 0; i < result->outcomes.size(); ++i) {
        const NullOutcome &outcome = result->outcomes[i];
        const std::uint64_t to = pairs[i / tested.windows] * tested.windows + i % tested.windows;
        tested.y[to] = static_cast<float>(outcome.y);
        tested.sigma[to] = static_cast<float>(outcome.sigma);
        tested.ownP[to] = static_cast<float>(outcome.p);
        tested.aboveP[to] = static_cast<float>(outcome.pAbove);
        tested.belowP[to] = static_cast<float>(outcome.pBelow);
    }
    TestedPart part;
    part.maxima = std::move(result->maxima);
    part.counts = std::move(result->counts);
    return part;
}

Result<ScanResult> ownScan(const Family &family, const FamilyPair &pair, std::size_t window)
{
    const std::size_t p = static_cast<std::size_t>(&pair - family.pairs.data());
    const ScanInput input = scanInput(family, std::span(&p, 1), window);
    return scan(input.family, {});
}

} // namespace

std::string_view toText(NullMethod method)
{
    static constexpr std::array<std::string_view, 5> words{"circular_shift", "block_shift", "matched_days",
                                                           "mark_shift", "none"};
    return words[static_cast<std::size_t>(method)];
}

Result<std::vector<NullChoice>> chooseNulls(const Family &family, const MatchedDays &matching)
{
    auto choices = chooseMethods(family, matching);
    if (choices.ok())
        mindDrift(family, *choices);
    return choices;
}

Result<NullResult> drawNull(const Family &family, NullMethod method, std::span<const std::size_t> pairs,
                            const MatchedDays &matching, const NullOptions &options)
{
    const bool blocks = method == NullMethod::BlockShift;
    const NullFamily input = nullInput(family, pairs, blocks);
    return blocks ? blockShift(input, yearBlocks(family), options)
           : method == NullMethod::MarkShift
               ? markShift(input, options)
               : matchedDays(input, forWeights(matching, family, pairs), options);
}

double candidateFrom(std::span<const TestedPart> parts)
{
    std::vector<ScanCount> all;
    for (const TestedPart &part : parts) {
        if (all.empty())
            all = part.counts;
        else
            for (std::size_t i = 0; i < part.counts.size(); ++i) {
                all[i].observed += part.counts[i].observed;
                all[i].chance += part.counts[i].chance;
            }
    }
    if (all.empty())
        return kNever;
    const ScanCount &best = candidateThreshold(all, kCandidateRate);
    const bool holds =
        best.chance <= kCandidateRate * static_cast<double>(std::max<std::uint64_t>(1, best.observed));
    return holds ? best.threshold : kNever;
}

const TestedPart *Tested::partFor(std::uint64_t hypothesis) const
{
    const std::uint8_t part = partOf[hypothesis / windows];
    return part == kUntested ? nullptr : &parts[part];
}

const MatchedDays *Tested::matchingFor(std::uint64_t hypothesis) const
{
    const TestedPart *part = partFor(hypothesis);
    return part && part->method == NullMethod::MatchedDays ? &matching : nullptr;
}

double Tested::pAdjusted(std::uint64_t hypothesis) const
{
    const TestedPart *part = partFor(hypothesis);
    if (!part || !(y[hypothesis] > 0))
        return 1;
    if (!corrected.empty())
        return corrected[hypothesis];
    return std::min(1.0, adjustedP(part->sortedNull, y[hypothesis]) / part->share);
}

std::uint64_t Tested::exceedances(std::uint64_t hypothesis) const
{
    const TestedPart *part = partFor(hypothesis);
    if (!part)
        return 0;
    const double p = adjustedP(part->sortedNull, y[hypothesis]);
    return static_cast<std::uint64_t>(p * static_cast<double>(part->maxima.size()) + 0.5) - 1;
}

const char *Tested::tier(std::uint64_t hypothesis, const domain::Study &study) const
{
    const TestedPart *part = partFor(hypothesis);
    if (!part || !(y[hypothesis] > 0))
        return "none";
    if (study.significance != domain::Significance::None && pAdjusted(hypothesis) <= study.alpha)
        return "significant";
    if (!rated.empty())
        return static_cast<double>(rated[hypothesis]) <= kCandidateRate ? "candidate" : "none";
    return study.candidacy == domain::Candidacy::Fdr && y[hypothesis] >= candidateFrom ? "candidate" : "none";
}

std::vector<std::size_t> pairsBy(const Family &family, const std::vector<NullChoice> &choices,
                                 NullMethod method)
{
    std::vector<std::size_t> pairs;
    for (std::size_t p = 0; p < family.pairs.size(); ++p) {
        if (choices[family.pairs[p].event].method == method)
            pairs.push_back(p);
    }
    if (method == NullMethod::CircularShift) {
        std::stable_sort(pairs.begin(), pairs.end(), [&family](std::size_t a, std::size_t b) {
            return family.pairs[a].asset < family.pairs[b].asset;
        });
    }
    return pairs;
}

Result<Tested> testFamily(const Family &family, const RunContext &context, const PieceFolder *pieces)
{
    Tested tested;
    tested.windows = family.study.windows.size();
    const std::uint64_t m = family.hypotheses();
    tested.y.assign(m, 0.0F);
    tested.partOf.assign(family.pairs.size(), Tested::kUntested);
    auto matching = makeMatching(family, context);
    if (!matching.ok())
        return matching.error();
    tested.matching = std::move(*matching);
    auto choices = chooseNulls(family, tested.matching);
    if (!choices.ok())
        return choices.error();
    if (context.planned)
        context.planned(costOf(family, *choices, context.threads));
    for (const NullChoice &choice : *choices)
        tested.reasons.push_back(choice.told());
    tested.notes = excludedControls(family, *choices, tested.matching);
    for (const NullMethod method : {NullMethod::CircularShift, NullMethod::BlockShift,
                                    NullMethod::MatchedDays, NullMethod::MarkShift}) {
        const std::vector<std::size_t> pairs = pairsBy(family, *choices, method);
        if (pairs.empty())
            continue;
        // fixed before the run: the share of all hypotheses, tested or not
        const double share = static_cast<double>(pairs.size()) / static_cast<double>(family.pairs.size());
        auto part = method == NullMethod::CircularShift ? screen(family, pairs, context, pieces, tested)
                                                        : draw(family, method, pairs, share, context, tested);
        if (!part.ok())
            return part.error();
        part->method = method;
        part->share = share;
        part->sortedNull = nullDistribution(part->maxima);
        part->significantFrom = significantThreshold(part->sortedNull, family.study.alpha * part->share);
        for (const std::size_t p : pairs)
            tested.partOf[p] = static_cast<std::uint8_t>(tested.parts.size());
        tested.parts.push_back(std::move(*part));
    }
    tested.candidateFrom = candidateFrom(tested.parts);
    if (const auto corrected = correctByOwnP(family, context, tested); !corrected.ok())
        return corrected.error();
    return tested;
}

Result<std::vector<float>> ownShifts(const Family &family, const FamilyPair &pair, std::size_t window)
{
    auto result = ownScan(family, pair, window);
    if (!result.ok())
        return result.error();
    return std::move(result->maxima);
}

Result<OwnShift> ownShift(const Family &family, const FamilyPair &pair, std::size_t window)
{
    const auto result = ownScan(family, pair, window);
    if (!result.ok())
        return result.error();
    return OwnShift{result->y(0) > 0 ? adjustedP(nullDistribution(result->maxima), result->y(0)) : 1.0,
                    static_cast<double>(result->sigmas[0])};
}

} // namespace core::discovery
