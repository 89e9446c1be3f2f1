// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/nulls.h"

#include "core/base/tr.h"
#include "core/discovery/nullstage.h"
#include "core/stats/fft.h"
#include "core/stats/random.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <memory>

namespace core::discovery {

using base::badInput;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

constexpr std::size_t kMemory = std::size_t{256} << 20; // bytes of drawn places a thread may hold

double squareSum(const ScanWeights &series)
{
    double total = 0.0;
    for (const double w : series.weights)
        total += w * w;
    return series.weights.empty() ? static_cast<double>(series.bars.size()) : total;
}

double presentVariance(std::span<const double> x)
{
    double total = 0.0;
    double squares = 0.0;
    double n = 0.0;
    for (const double value : x) {
        if (std::isnan(value))
            continue;
        total += value;
        squares += value * value;
        n += 1.0;
    }
    return n > 0.0 ? std::max(0.0, squares / n - total / n * (total / n)) : 0.0;
}

/// The pools of one event series: for every event the bars that may stand in for it.
struct Pools {
    struct Pool {
        std::vector<std::uint32_t> bars;        // ascending
        std::vector<std::uint16_t> eventPlaces; // within `bars`
    };
    std::vector<Pool> pools;
};

Pools makePools(std::span<const std::uint32_t> eventBars, const MatchedDays &matching,
                std::size_t seriesIndex)
{
    std::vector<std::uint8_t> isEvent(matching.strata.size(), 0);
    std::vector<std::uint32_t> wanted;
    for (const std::uint32_t bar : eventBars) {
        isEvent[bar] = 1;
        wanted.push_back(matching.strata[bar]);
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    const bool excludes = seriesIndex < matching.excluded.size() && !matching.excluded[seriesIndex].empty();
    Pools result;
    result.pools.resize(wanted.size());
    for (std::uint32_t bar = 0; bar < matching.strata.size(); ++bar) {
        const auto at = std::lower_bound(wanted.begin(), wanted.end(), matching.strata[bar]);
        if (at == wanted.end() || *at != matching.strata[bar])
            continue;
        if (isEvent[bar] == 0 && excludes && matching.excluded[seriesIndex][bar] != 0)
            continue;
        Pools::Pool &pool = result.pools[static_cast<std::size_t>(at - wanted.begin())];
        if (isEvent[bar] != 0)
            pool.eventPlaces.push_back(static_cast<std::uint16_t>(pool.bars.size()));
        pool.bars.push_back(bar);
    }
    return result;
}

class MatchedModel final : public DrawModel
{
public:
    MatchedModel(const NullFamily &family, const MatchedDays &matching, std::uint64_t seed, std::size_t draws)
        : m_family(family)
        , m_matching(matching)
        , m_seed(seed)
        , m_draws(draws)
    {}

    void add(std::uint32_t series, std::size_t span, std::span<const double> aligned,
             DrawSums &sums) override
    {
        if (m_series != series)
            draw(series);
        std::vector<double> values; // R minus its pool's mean, 0 where missing, pool after pool
        std::size_t present = 0;
        for (const Pools::Pool &pool : m_pools.pools) {
            double total = 0.0;
            double n = 0.0;
            for (const std::uint32_t bar : pool.bars)
                if (!std::isnan(aligned[bar])) {
                    total += aligned[bar];
                    n += 1.0;
                }
            for (const std::uint32_t bar : pool.bars) {
                const bool there = !std::isnan(aligned[bar]);
                values.push_back(there ? aligned[bar] - total / n : 0.0);
                sums.usesT = sums.usesT && there;
            }
            for (const std::uint16_t place : pool.eventPlaces)
                present += std::isnan(aligned[pool.bars[place]]) ? 0 : 1;
        }
        const std::size_t events = m_family.weights[series].bars.size();
        sums.n += present;
        sums.events += events;
        sums.scale += static_cast<double>(events) * presentVariance(aligned);
        for (std::size_t d = 0; d < m_draws; ++d) {
            const std::uint32_t *places = m_places.data() + d * events;
            // four partial sums: one would wait for each addition before the next
            double s[4] = {};
            double q[4] = {};
            std::size_t i = 0;
            for (; i + 4 <= events; i += 4)
                for (std::size_t j = 0; j < 4; ++j) {
                    const double r = values[places[i + j]];
                    s[j] += r;
                    q[j] += r * r;
                }
            for (std::size_t j = 0; i < events; ++i, ++j) {
                const double r = values[places[i]];
                s[j] += r;
                q[j] += r * r;
            }
            sums.s[d] += (s[0] + s[1]) + (s[2] + s[3]);
            sums.q[d] += (q[0] + q[1]) + (q[2] + q[3]);
        }
        addSpread(span, sums);
    }

private:
    /// What the dates of every draw make of uncorrelated returns: windows that overlap add up.
    void addSpread(std::size_t span, DrawSums &sums)
    {
        if (span < 2)
            return; // the same for every draw
        if (m_spreadSpan != span) {
            m_spreadSpan = span;
            m_spread.resize(m_draws);
            for (std::size_t d = 0; d < m_draws; ++d)
                m_spread[d] = spreadOf(d, span);
        }
        sums.spread.resize(m_draws, 0.0);
        for (std::size_t d = 0; d < m_draws; ++d)
            sums.spread[d] += m_spread[d];
    }

    [[nodiscard]] double spreadOf(std::size_t draw, std::size_t span)
    {
        const std::size_t bars = m_family.bars;
        m_weights.assign(bars + span, 0.0);
        const std::uint32_t *place = m_places.data() + draw * m_family.weights[m_series].bars.size();
        std::uint32_t offset = 0;
        for (const Pools::Pool &pool : m_pools.pools) {
            const double share =
                static_cast<double>(pool.eventPlaces.size()) / static_cast<double>(pool.bars.size());
            for (const std::uint32_t bar : pool.bars)
                m_weights[bar] -= share;
            for (std::size_t i = 0; i < pool.eventPlaces.size(); ++i)
                m_weights[pool.bars[*place++ - offset]] += 1.0;
            offset += static_cast<std::uint32_t>(pool.bars.size());
        }
        double window = 0.0; // Σ of the weights whose windows hold the bar
        double total = 0.0;
        for (std::size_t u = 0; u < bars + span; ++u) {
            window += m_weights[u] - (u >= span ? m_weights[u - span] : 0.0);
            total += window * window;
        }
        return total;
    }

    /// Where every event of the series goes in every draw. A draw permutes the bars of a pool by random keys
    /// that belong to (draw, bar), so that series with the same pool move together, whatever thread draws
    /// them.
    void draw(std::uint32_t series)
    {
        m_series = series;
        m_spreadSpan = 0;
        m_pools = makePools(m_family.weights[series].bars, m_matching, series);
        const std::size_t events = m_family.weights[series].bars.size();
        m_places.resize(m_draws * events);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> keys;
        for (std::size_t d = 0; d < m_draws; ++d) {
            std::uint32_t *to = m_places.data() + d * events;
            std::uint32_t offset = 0;
            for (const Pools::Pool &pool : m_pools.pools) {
                keys.clear();
                for (std::uint32_t i = 0; i < pool.bars.size(); ++i)
                    keys.emplace_back(d == 0 ? 0 : randomKey(d, pool.bars[i]), i);
                std::sort(keys.begin(), keys.end());
                for (const std::uint16_t place : pool.eventPlaces)
                    *to++ = offset + keys[place].second;
                offset += static_cast<std::uint32_t>(pool.bars.size());
            }
        }
    }

    [[nodiscard]] std::uint32_t randomKey(std::size_t draw, std::uint32_t bar) const
    {
        const auto words =
            stats::philox({bar, static_cast<std::uint32_t>(draw), 0,
                           static_cast<std::uint32_t>(stats::RandomPurpose::MatchedDays)},
                          {static_cast<std::uint32_t>(m_seed), static_cast<std::uint32_t>(m_seed >> 32)});
        return words[0];
    }

    const NullFamily &m_family;
    const MatchedDays &m_matching;
    std::uint64_t m_seed;
    std::size_t m_draws;
    std::uint32_t m_series = std::numeric_limits<std::uint32_t>::max();
    Pools m_pools;
    std::vector<std::uint32_t> m_places; // draw × event
    std::size_t m_spreadSpan = 0;        // what m_spread is of; 0: nothing
    std::vector<double> m_spread;        // per draw
    std::vector<double> m_weights;       // per bar, while one is computed
};

class MarkModel final : public DrawModel
{
public:
    MarkModel(const NullFamily &family, std::uint64_t seed, std::size_t draws, bool all)
        : m_family(family)
        , m_fractions(draws, 0.0)
        , m_all(all)
    {
        for (std::size_t d = 1; d < draws; ++d)
            m_fractions[d] = stats::Random(seed, stats::RandomPurpose::MarkShift, d).uniform();
    }

    void add(std::uint32_t series, std::size_t, std::span<const double> aligned, DrawSums &sums) override
    {
        const ScanWeights &weights = m_family.weights[series];
        const std::size_t events = weights.bars.size();
        std::vector<double> values(events, 0.0);
        double total = 0.0;
        std::size_t present = 0;
        for (const std::uint32_t bar : weights.bars)
            if (!std::isnan(aligned[bar])) {
                total += aligned[bar];
                ++present;
            }
        for (std::size_t i = 0; i < events; ++i)
            if (const double r = aligned[weights.bars[i]]; !std::isnan(r))
                values[i] = r - total / static_cast<double>(present);
        sums.n += present;
        sums.events += events;
        sums.usesT = false;
        sums.scale += squareSum(weights) * presentVariance(values);
        for (std::size_t d = 0; d < m_fractions.size() && events > 0; ++d) {
            const std::size_t shift =
                m_all ? d : static_cast<std::size_t>(m_fractions[d] * static_cast<double>(events));
            double s = 0.0;
            double q = 0.0;
            for (std::size_t i = 0; i < events; ++i) {
                const std::size_t j = i + shift < events ? i + shift : i + shift - events;
                const double product = weights.weights[i] * values[j];
                s += product;
                q += product * product;
            }
            sums.s[d] += s;
            sums.q[d] += q;
        }
    }

private:
    const NullFamily &m_family;
    std::vector<double> m_fractions; // common to all series: the same n gives the same shift
    bool m_all;
};

/// Shifts of every block at every draw; drawn once for all threads.
struct BlockDraws {
    std::vector<std::size_t> starts;   // with the end
    std::vector<std::uint32_t> shifts; // draw × block, in units of the group
    std::size_t group = 1;
};

BlockDraws makeBlockDraws(const ShiftBlocks &blocks, std::size_t bars, std::uint64_t seed, std::size_t draws)
{
    BlockDraws result{blocks.starts, {}, blocks.group};
    result.starts.push_back(bars);
    const std::size_t count = blocks.starts.size();
    result.shifts.assign(draws * count, 0U);
    for (std::size_t d = 1; d < draws; ++d) {
        stats::Random random(seed, stats::RandomPurpose::BlockShift, d);
        for (std::size_t b = 0; b < count; ++b)
            result.shifts[d * count + b] = static_cast<std::uint32_t>(
                random.below((result.starts[b + 1] - result.starts[b]) / result.group));
    }
    return result;
}

class BlockModel final : public DrawModel
{
public:
    BlockModel(const NullFamily &family, std::shared_ptr<const BlockDraws> draws)
        : m_family(family)
        , m_draws(std::move(draws))
    {}

    void add(std::uint32_t series, std::size_t, std::span<const double> aligned, DrawSums &sums) override
    {
        const ScanWeights &weights = m_family.weights[series];
        const std::size_t blocks = m_draws->starts.size() - 1;
        double total = 0.0;
        double count = 0.0;
        for (const double r : aligned)
            if (!std::isnan(r)) {
                total += r;
                count += 1.0;
            }
        const double centre = count > 0.0 ? total / count : 0.0;
        sums.usesT = sums.usesT && weights.weights.empty() && count == static_cast<double>(aligned.size());
        sums.events += weights.bars.size();
        sums.scale += squareSum(weights) * presentVariance(aligned);
        for (std::size_t b = 0; b < blocks; ++b) {
            const std::size_t start = m_draws->starts[b];
            const std::size_t length = m_draws->starts[b + 1] - start;
            const std::size_t shifts = length / m_draws->group;
            std::vector<double> s(shifts, 0.0);
            std::vector<double> q(shifts, 0.0);
            const auto first = std::lower_bound(weights.bars.begin(), weights.bars.end(), start);
            const auto last = std::lower_bound(first, weights.bars.end(), start + length);
            for (auto bar = first; bar != last; ++bar) {
                const auto i = static_cast<std::size_t>(bar - weights.bars.begin());
                const double w = weights.weights.empty() ? 1.0 : weights.weights[i];
                sums.n += std::isnan(aligned[*bar]) ? 0 : 1;
                for (std::size_t shift = 0; shift < shifts; ++shift) {
                    const std::size_t place = start + (*bar - start + shift * m_draws->group) % length;
                    const double r = std::isnan(aligned[place]) ? 0.0 : w * (aligned[place] - centre);
                    s[shift] += r;
                    q[shift] += r * r;
                }
            }
            for (std::size_t d = 0; d < sums.s.size(); ++d) {
                const std::uint32_t shift = m_draws->shifts[d * blocks + b];
                sums.s[d] += s[shift];
                sums.q[d] += q[shift];
            }
        }
    }

private:
    const NullFamily &m_family;
    std::shared_ptr<const BlockDraws> m_draws;
};

} // namespace

StandIns standInsOf(std::span<const std::uint32_t> bars, const MatchedDays &matching, std::size_t series)
{
    StandIns out;
    out.poolOf.resize(bars.size());
    for (Pools::Pool &pool : makePools(bars, matching, series).pools) {
        for (const std::uint16_t place : pool.eventPlaces) {
            const auto event = std::lower_bound(bars.begin(), bars.end(), pool.bars[place]) - bars.begin();
            out.poolOf[static_cast<std::size_t>(event)] = static_cast<std::uint32_t>(out.pools.size());
        }
        out.pools.push_back(std::move(pool.bars));
    }
    return out;
}

std::uint32_t monthWeekdayStratum(std::int64_t localDay, std::uint32_t slot, std::uint32_t slotsPerDay)
{
    const std::chrono::sys_days day{std::chrono::days(localDay)};
    const std::chrono::year_month_day date(day);
    const auto month =
        static_cast<std::uint32_t>(static_cast<int>(date.year()) * 12) + static_cast<unsigned>(date.month());
    return (month * 7 + std::chrono::weekday(day).c_encoding()) * slotsPerDay + slot;
}

Result<NullResult> matchedDays(const NullFamily &family, const MatchedDays &matching,
                               const NullOptions &options)
{
    if (const auto valid = checkNullFamily(family); !valid.ok())
        return valid.error();
    std::size_t most = 1;
    for (const ScanWeights &series : family.weights) {
        most = std::max(most, series.bars.size());
        if (!series.weights.empty())
            return badInput(
                Tr::tr("Matched days test whether an event happened, not its value: use mark_shift for an "
                       "event series with values."));
    }
    const bool masks = std::all_of(matching.excluded.begin(), matching.excluded.end(), [&](const auto &mask) {
        return mask.empty() || mask.size() == family.bars;
    });
    if (matching.strata.size() != family.bars || !masks)
        return badInput(
            Tr::tr("Matched days need one stratum and one flag for each of the %1 bars.").arg(family.bars));
    // Fewer draws only for series so dense that their places would not fit in memory.
    const std::size_t draws =
        std::min(options.draws, std::max(options.firstDraws, kMemory / (most * sizeof(std::uint32_t))));
    return runStages(family, options, draws, [&](std::size_t count) {
        return std::make_unique<MatchedModel>(family, matching, options.seed, count);
    });
}

Result<NullResult> markShift(const NullFamily &family, const NullOptions &options)
{
    if (const auto valid = checkNullFamily(family); !valid.ok())
        return valid.error();
    bool same = true;
    const std::size_t events = family.weights.front().bars.size();
    for (const ScanWeights &series : family.weights) {
        same = same && series.bars.size() == events;
        if (series.weights.empty())
            return badInput(
                Tr::tr("A mark shift moves values along the events: an event series without values has "
                       "nothing to move; use matched_days."));
    }
    const auto model = [&](std::size_t count) {
        return std::make_unique<MarkModel>(family, options.seed, count, same);
    };
    if (same && events >= 2 && events <= options.draws)
        return runStage(family, options, events, model);
    same = false;
    return runStages(family, options, options.draws, model);
}

Result<NullResult> blockShift(const NullFamily &family, const ShiftBlocks &blocks, const NullOptions &options)
{
    if (const auto valid = checkNullFamily(family); !valid.ok())
        return valid.error();
    bool fits = !blocks.starts.empty() && blocks.starts.front() == 0 && blocks.group > 0;
    for (std::size_t b = 0; b < blocks.starts.size() && fits; ++b) {
        const std::size_t end = b + 1 < blocks.starts.size() ? blocks.starts[b + 1] : family.bars;
        fits = end > blocks.starts[b] && (end - blocks.starts[b]) % blocks.group == 0;
    }
    if (!fits)
        return badInput(
            Tr::tr("The blocks of a block shift must cover the sample, and each must be a whole number of "
                   "%1 bars long.")
                .arg(blocks.group));
    return runStages(family, options, options.draws, [&](std::size_t count) {
        return std::make_unique<BlockModel>(family, std::make_shared<const BlockDraws>(makeBlockDraws(
                                                        blocks, family.bars, options.seed, count)));
    });
}

double overlapShare(const ScanWeights &weights, std::size_t bars, std::size_t group)
{
    if (weights.bars.empty() || bars == 0 || group == 0)
        return 0.0;
    std::vector<double> presence(bars, 0.0);
    for (const std::uint32_t bar : weights.bars)
        presence[bar] = 1.0;
    const std::vector<double> kept = stats::circularCorrelation(presence, presence);
    const double half = static_cast<double>(weights.bars.size()) / 2.0;
    std::size_t count = 0;
    for (std::size_t s = group; s < bars; s += group)
        count += kept[s] > half + 1e-6 ? 1 : 0;
    return static_cast<double>(count * group) / static_cast<double>(bars);
}

double weekOverlapShare(std::span<const std::int64_t> days, std::int64_t first, std::int64_t last)
{
    ScanWeights dates;
    for (const std::int64_t day : days) {
        const auto at = static_cast<std::uint32_t>(day - first);
        if (dates.bars.empty() || dates.bars.back() != at)
            dates.bars.push_back(at);
    }
    const auto weeks = static_cast<std::size_t>((last - first) / 7 + 1);
    return overlapShare(dates, weeks * 7, 7);
}

NullChoice chooseNull(const ScanWeights &weights, std::size_t bars, std::size_t group,
                      const MatchedDays *matching, std::size_t series, std::size_t minimum,
                      double dateOverlap)
{
    NullChoice choice;
    choice.overlap = std::max(overlapShare(weights, bars, group), dateOverlap);
    const QString share = QString::number(100.0 * choice.overlap, 'f', 1);
    if (choice.overlap <= kPeriodicShare) {
        choice.reason =
            Tr::tr("Shifts: only %1 % of them bring half of the events back onto event bars.").arg(share);
        return choice;
    }
    choice.method = NullMethod::None;
    if (!weights.weights.empty()) {
        const auto [low, high] = std::minmax_element(weights.weights.begin(), weights.weights.end());
        if (weights.bars.size() >= minimum && *low < *high) {
            choice.method = NullMethod::MarkShift;
            choice.reason =
                Tr::tr("The values are shifted along the events, because %1 % of the shifts in time bring "
                       "half of the events back onto event bars.")
                    .arg(share);
        } else {
            choice.reason =
                Tr::tr("Not tested: the events come by the calendar, and there are fewer than %1 of them or "
                       "their values are all the same.")
                    .arg(minimum);
        }
        return choice;
    }
    std::size_t movable = 0; // events that have another bar to go to
    if (matching != nullptr)
        for (const Pools::Pool &pool : makePools(weights.bars, *matching, series).pools)
            movable += pool.bars.size() > pool.eventPlaces.size() ? pool.eventPlaces.size() : 0;
    if (movable >= minimum) {
        choice.method = NullMethod::MatchedDays;
        choice.reason =
            Tr::tr("Compared with the same weekday of the same month, because %1 % of the shifts in time "
                   "bring half of the events back onto event bars.")
                .arg(share);
    } else {
        choice.reason =
            Tr::tr("Not tested: the events come by the calendar, and fewer than %1 of them have another bar "
                   "of the same weekday and month to be compared with.")
                .arg(minimum);
    }
    return choice;
}

} // namespace core::discovery
