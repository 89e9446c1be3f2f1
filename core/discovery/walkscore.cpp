// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/walkscore.h"

#include "core/discovery/measure.h"
#include "core/discovery/runner.h"
#include "core/discovery/testing.h"
#include "core/stats/descriptive.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace core::discovery {

using domain::kMissing;
using domain::Statistic;

namespace {

constexpr std::size_t kFewestForSlope = 3;
constexpr std::uint32_t kGone = ~0u;

/// For each pair of the family the pair of `next` that asks the same about the same.
std::vector<std::uint32_t> pairsIn(const Family &next, const Family &family)
{
    const auto key = [](const Family &of, const FamilyPair &pair) {
        return of.eventTexts[pair.event] + "\n" + of.assetTexts[pair.asset];
    };
    std::unordered_map<std::string, std::uint32_t> at;
    for (std::size_t p = 0; p < next.pairs.size(); ++p)
        at.emplace(key(next, next.pairs[p]), static_cast<std::uint32_t>(p));
    std::vector<std::uint32_t> out;
    for (const FamilyPair &pair : family.pairs) {
        const auto found = at.find(key(family, pair));
        out.push_back(found == at.end() ? kGone : found->second);
    }
    return out;
}

double meanFrom(const std::vector<double> &sums, std::size_t first)
{
    stats::Sum total;
    std::size_t count = 0;
    for (std::size_t t = first; t < sums.size(); ++t) {
        if (sums[t] == sums[t]) {
            total.add(sums[t]);
            ++count;
        }
    }
    return count > 0 ? total.value() / static_cast<double>(count) : kMissing;
}

/// `apart`: per event the response less what happens anyway.
NextEffect effectOn(const PairSample &sample, const std::vector<std::size_t> &which, Statistic statistic,
                    const std::vector<double> &apart, double scale)
{
    NextEffect out{which.size(), kMissing};
    if (statistic == Statistic::Slope) {
        std::vector<double> raw, response;
        for (const std::size_t i : which) {
            raw.push_back(sample.raw[i]);
            response.push_back(sample.response[i]);
        }
        if (raw.size() >= kFewestForSlope)
            out.value = stats::correlation(raw, response);
        return out;
    }
    std::vector<double> top, bottom; // a mean has one side
    for (const std::size_t i : which) {
        const bool isBottom = statistic == Statistic::QuantileSpread && !(sample.raw[i] > 0);
        (isBottom ? bottom : top).push_back(apart[i]);
    }
    if (statistic == Statistic::QuantileSpread)
        out.value = (stats::mean(top) - stats::mean(bottom)) * scale; // NaN when a side is empty
    else
        out.value = stats::mean(top) * scale;
    return out;
}

/// One hypothesis of the next family.
struct Ask {
    std::uint32_t pair = 0;
    domain::Window window;
    std::size_t place = 0; ///< among the findings
};

} // namespace

std::vector<NextEffect> scoreNext(const Family &family, std::span<const Finding> findings, const Family &next,
                                  base::Instant at, const MatchedDays &matching, const RunContext &context)
{
    std::vector<NextEffect> out(findings.size(), NextEffect{0, kMissing});
    const std::vector<std::uint32_t> pairs = pairsIn(next, family);
    std::unordered_map<std::uint64_t, std::uint32_t> pairOf; // by the coordinate of its first window
    for (std::size_t p = 0; p < family.pairs.size(); ++p)
        pairOf.emplace(family.coordinate(family.pairs[p], 0), pairs[p]);
    const std::uint64_t windows = family.study.windows.size();
    std::vector<Ask> asks;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const std::uint32_t pair = pairOf.at(findings[i].coordinate / windows * windows);
        if (pair != kGone)
            asks.push_back({pair, findings[i].window, i});
    }
    const auto key = [&next](const Ask &ask) { // one asset and length after the other: columns are made once
        return std::tuple(next.terms[next.pairs[ask.pair].firstTerm].asset, ask.window.length(), ask.place);
    };
    std::sort(asks.begin(), asks.end(), [&key](const Ask &a, const Ask &b) { return key(a) < key(b); });
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < asks.size(); ++i) {
        if (i == 0 || std::get<0>(key(asks[i])) != std::get<0>(key(asks[i - 1])) ||
            asks[i].window.length() != asks[i - 1].window.length())
            starts.push_back(i);
    }
    const auto &closes = next.calendar.closes;
    const auto after =
        static_cast<std::size_t>(std::upper_bound(closes.begin(), closes.end(), at) - closes.begin());
    const std::size_t first = std::max(after, next.calendar.first) - next.calendar.first; // bar of the sample
    const double scale = unitScale(next.study);
    inParallel(starts.size(), context.threads, context.cancel, [&](std::size_t group) {
        ResponseColumns columns(next);
        std::unordered_map<const ResponseColumn *, double> means;
        const std::size_t end = group + 1 < starts.size() ? starts[group + 1] : asks.size();
        for (std::size_t i = starts[group]; i < end; ++i) {
            const FamilyPair &pair = next.pairs[asks[i].pair];
            if (pair.termCount > 1)
                means.clear(); // the columns of a pool may be made anew at the same place
            const auto used = columns.of(pair, asks[i].window.length());
            std::vector<double> bases;
            for (const ResponseColumn *column : used) {
                const auto [mean, fresh] = means.try_emplace(column, 0.0);
                if (fresh)
                    mean->second = meanFrom(column->sums, first);
                bases.push_back(mean->second);
            }
            const bool matched = findings[asks[i].place].nullMethod == toText(NullMethod::MatchedDays);
            const PairSample sample =
                pairSample(next, pair, asks[i].window, used, matched ? &matching : nullptr);
            std::vector<double> apart = sample.centred;
            for (std::size_t e = 0; !matched && e < apart.size(); ++e)
                apart[e] = sample.response[e] - bases[sample.term[e]];
            std::vector<std::size_t> which;
            for (std::size_t e = 0; e < sample.bar.size(); ++e) {
                if (static_cast<std::ptrdiff_t>(sample.bar[e]) + asks[i].window.first >=
                    static_cast<std::ptrdiff_t>(first))
                    which.push_back(e);
            }
            out[asks[i].place] = effectOn(sample, which, next.statisticOf(pair), apart, scale);
        }
    });
    return out;
}

} // namespace core::discovery
