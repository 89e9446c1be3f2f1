// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/nullstage.h"

#include "core/base/missing.h"
#include "core/base/tr.h"
#include "core/discovery/scancounts.h"
#include "core/stats/permutation.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <deque>
#include <numeric>
#include <thread>

namespace core::discovery {

using base::badInput;
using base::Error;
using base::ErrorCode;
using base::kMissing;
using base::Result;
using base::Tr;

namespace {

constexpr std::size_t kRun = 64; // hypotheses of one event series given to a thread at once

/// One stage: every hypothesis at `draws` draws.
class Stage final
{
public:
    Stage(const NullFamily &family, const NullOptions &options, std::size_t draws)
        : m_family(family)
        , m_options(options)
        , m_draws(draws)
        , m_outcomes(family.units.size())
    {
        // Hypotheses of one event series side by side, so that its draws are made once per thread.
        std::vector<std::uint32_t> order(family.units.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
        m_order = std::move(order);
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            if (m_runs.empty() || key(m_order[i]) != key(m_order[i - 1]) || i - m_runs.back() >= kRun)
                m_runs.push_back(i);
        }
    }

    Result<NullResult> run(const MakeModel &makeModel)
    {
        const std::size_t threads = std::clamp<std::size_t>(m_options.threads, 1, m_runs.size());
        std::deque<Part> parts;
        for (std::size_t i = 0; i < threads; ++i)
            parts.emplace_back(m_draws);
        std::atomic<std::size_t> next = 0;
        const auto loop = [&](Part &part) {
            const auto model = makeModel(m_draws);
            for (std::size_t r = next++; r < m_runs.size() && !m_options.cancel.isCancelled(); r = next++) {
                const std::size_t end = r + 1 < m_runs.size() ? m_runs[r + 1] : m_order.size();
                for (std::size_t i = m_runs[r]; i < end && !m_options.cancel.isCancelled(); ++i)
                    hypothesis(m_order[i], *model, part);
                report(end - m_runs[r]);
            }
        };
        {
            std::vector<std::jthread> pool;
            for (std::size_t i = 1; i < threads; ++i)
                pool.emplace_back(loop, std::ref(parts[i]));
            loop(parts.front());
        }
        if (m_options.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("The test was cancelled; nothing of it was kept.")};
        return merge(parts);
    }

private:
    struct Part { // of one thread
        explicit Part(std::size_t draws)
            : maxima(draws, 0.0F)
            , counts(draws)
            , squares(draws)
        {}
        std::vector<float> maxima; // squared until the merge
        CountTable counts;
        std::vector<float> squares;
        std::vector<double> returns;
        std::vector<double> aligned;
        DrawSums sums;
    };

    [[nodiscard]] std::uint64_t key(std::uint32_t unit) const
    {
        const NullUnit &u = m_family.units[unit];
        return u.termCount == 1 ? m_family.terms[u.firstTerm].weights : (std::uint64_t{1} << 32) + unit;
    }

    void hypothesis(std::uint32_t index, DrawModel &model, Part &part)
    {
        const NullUnit &unit = m_family.units[index];
        const std::size_t bars = m_family.bars;
        DrawSums &sums = part.sums;
        sums.reset(m_draws);
        part.returns.resize(bars);
        part.aligned.resize(bars);
        for (std::uint32_t i = 0; i < unit.termCount; ++i) {
            const ScanTerm &term = m_family.terms[unit.firstTerm + i];
            m_family.returns(term.asset, unit.length, part.returns);
            for (std::size_t t = 0; t < bars; ++t) {
                const std::int64_t place = static_cast<std::int64_t>(t) + unit.lag;
                const bool inside = place >= 0 && place < static_cast<std::int64_t>(bars);
                part.aligned[t] = inside ? part.returns[static_cast<std::size_t>(place)] : kMissing;
            }
            model.add(term.weights, m_family.spans.empty() ? 1 : m_family.spans[unit.length], part.aligned, sums);
        }
        finish(sums, m_outcomes[index], part);
    }

    void finish(const DrawSums &sums, NullOutcome &outcome, Part &part) const
    {
        const auto events = static_cast<double>(sums.events);
        const bool usesT = sums.usesT && sums.n == sums.events && sums.events >= 2;
        const double floor = kQFloor * sums.scale;
        const auto statistic = [&](std::size_t draw) {
            if (!(sums.q[draw] > floor))
                return 0.0;
            const double crowding = sums.spread.empty() || !(sums.spread[draw] > 0.0)
                                        ? 1.0
                                        : std::sqrt(sums.spread[0] / sums.spread[draw]);
            const double x = sums.s[draw] / std::sqrt(sums.q[draw]);
            return crowding *
                   (usesT ? x * std::sqrt((events - 1.0) / std::max(events - x * x, kQFloor * events)) : x);
        };
        outcome.n = sums.n;
        outcome.s = sums.s[0];
        outcome.q = sums.q[0];
        outcome.x = statistic(0);
        const double bound = std::fabs(outcome.x) * (1.0 - stats::kTie);
        double squares = 0.0;
        const double tie = std::fabs(outcome.x) * stats::kTie;
        std::size_t reached = 0;
        std::size_t above = 0;
        std::size_t below = 0;
        for (std::size_t draw = 0; draw < m_draws; ++draw) {
            const double x = statistic(draw);
            squares += x * x;
            part.squares[draw] = static_cast<float>(x * x);
            reached += draw == 0 || std::fabs(x) >= bound ? 1 : 0;
            above += draw == 0 || x >= outcome.x - tie ? 1 : 0;
            below += draw == 0 || x <= outcome.x + tie ? 1 : 0;
        }
        const double mean = squares / static_cast<double>(m_draws);
        outcome.sigma = std::sqrt(mean);
        outcome.y = mean > 0.0 ? std::fabs(outcome.x) / outcome.sigma : 0.0;
        outcome.p = static_cast<double>(reached) / static_cast<double>(m_draws);
        outcome.pAbove = static_cast<double>(above) / static_cast<double>(m_draws);
        outcome.pBelow = static_cast<double>(below) / static_cast<double>(m_draws);
        part.counts.add(part.squares.data(), mean > 0.0 ? static_cast<float>(1.0 / mean) : 0.0F,
                        part.maxima.data());
    }

    void report(std::size_t units)
    {
        if (m_options.progress) {
            const std::uint64_t done = m_done.fetch_add(units) + units;
            m_options.progress({done, m_family.units.size(), Tr::tr("Testing by draws")});
        }
    }

    NullResult merge(std::deque<Part> &parts)
    {
        NullResult result;
        result.draws = m_draws;
        Part &all = parts.front();
        for (std::size_t i = 1; i < parts.size(); ++i) {
            for (std::size_t draw = 0; draw < m_draws; ++draw)
                all.maxima[draw] = std::max(all.maxima[draw], parts[i].maxima[draw]);
            all.counts.add(parts[i].counts);
        }
        for (const float square : all.maxima)
            result.maxima.push_back(std::sqrt(square));
        result.counts = all.counts.thresholds();
        const auto null = nullDistribution(result.maxima);
        for (NullOutcome &outcome : m_outcomes)
            outcome.pAdjusted = outcome.sigma > 0.0 ? adjustedP(null, outcome.y) : 1.0;
        result.outcomes = std::move(m_outcomes);
        return result;
    }

    const NullFamily &m_family;
    const NullOptions &m_options;
    std::size_t m_draws;
    std::vector<std::uint32_t> m_order;
    std::vector<std::size_t> m_runs;
    std::atomic<std::uint64_t> m_done = 0;
    std::vector<NullOutcome> m_outcomes;
};

} // namespace

void DrawSums::reset(std::size_t draws)
{
    s.assign(draws, 0.0);
    q.assign(draws, 0.0);
    spread.clear();
    n = 0;
    events = 0;
    scale = 0.0;
    usesT = true;
}

Result<void> checkNullFamily(const NullFamily &family)
{
    if (family.bars < 2 || family.units.empty() || !family.returns)
        return badInput(
            Tr::tr("The test has nothing to test: it needs at least two bars, one pair and a source of "
                   "returns."));
    for (const ScanWeights &series : family.weights) {
        const bool sized = series.weights.empty() || series.weights.size() == series.bars.size();
        const bool ordered = std::is_sorted(series.bars.begin(), series.bars.end(), std::less_equal<>());
        if (!sized || !ordered || (!series.bars.empty() && series.bars.back() >= family.bars))
            return badInput(
                Tr::tr("An event series of the test has bars out of order or outside the sample."));
    }
    for (const NullUnit &unit : family.units) {
        if (unit.termCount == 0 || std::size_t{unit.firstTerm} + unit.termCount > family.terms.size())
            return badInput(Tr::tr("A hypothesis of the test names a pair that is not there."));
        for (std::uint32_t i = 0; i < unit.termCount; ++i)
            if (family.terms[unit.firstTerm + i].weights >= family.weights.size())
                return badInput(Tr::tr("A pair of the test names an event series that is not there."));
    }
    return {};
}

Result<NullResult> runStage(const NullFamily &family, const NullOptions &options, std::size_t draws,
                            const MakeModel &makeModel)
{
    return Stage(family, options, draws).run(makeModel);
}

Result<NullResult> runStages(const NullFamily &family, const NullOptions &options, std::size_t most,
                             const MakeModel &makeModel)
{
    const std::size_t first = std::clamp<std::size_t>(options.firstDraws, 2, most);
    auto result = runStage(family, options, first, makeModel);
    if (!result.ok() || first == most)
        return result;
    const bool hopeless =
        std::all_of(result->outcomes.begin(), result->outcomes.end(),
                    [&](const NullOutcome &o) { return o.pAdjusted > 2.0 * options.alpha; });
    return hopeless ? std::move(result) : runStage(family, options, most, makeModel);
}

} // namespace core::discovery
