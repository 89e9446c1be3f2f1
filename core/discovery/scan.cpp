// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/scan.h"

#include "core/base/tr.h"
#include "core/discovery/scancounts.h"
#include "core/discovery/scanworker.h"
#include "core/stats/fft.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <memory>
#include <thread>

namespace core::discovery {

using base::badInput;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

constexpr double kSingleTie = 1e-5;                            // single precision
constexpr std::size_t kSpectraBudget = std::size_t{512} << 20; // bytes for the spectra of the event series

Result<void> check(const ScanFamily &family)
{
    if (family.bars < 2 || family.units.empty() || !family.returns)
        return badInput(
            Tr::tr("The scan has nothing to test: it needs at least two bars, one pair and a source of "
                   "returns."));
    if (family.bars > std::size_t{1} << 23)
        return badInput(
            Tr::tr("The scan takes at most %1 bars; the study has %2. Use longer bars or a shorter sample.")
                .arg(std::size_t{1} << 23)
                .arg(family.bars));
    if (family.group == 0 || family.bars % family.group != 0)
        return badInput(
            Tr::tr("The restricted shifts need a number of bars that is a multiple of %1; there are %2.")
                .arg(family.group)
                .arg(family.bars));
    for (const ScanWeights &series : family.weights) {
        const bool sized = series.weights.empty() || series.weights.size() == series.bars.size();
        const bool ordered = std::is_sorted(series.bars.begin(), series.bars.end(), std::less_equal<>());
        if (!sized || !ordered || (!series.bars.empty() && series.bars.back() >= family.bars))
            return badInput(
                Tr::tr("An event series of the scan has bars out of order or outside the sample."));
    }
    for (const ScanTerm &term : family.terms)
        if (term.weights >= family.weights.size() || term.asset >= family.assets)
            return badInput(
                Tr::tr("A pair of the scan names an event series or an asset that is not there."));
    for (const ScanUnit &unit : family.units)
        if (unit.length >= family.lengths.size() || unit.termCount == 0 ||
            std::size_t{unit.firstTerm} + unit.termCount > family.terms.size())
            return badInput(Tr::tr("A unit of the scan names a window length or a pair that is not there."));
    return {};
}

/// The lags of one length as runs of neighbours.
std::vector<ShiftRun> lagRuns(const ScanLength &length, std::size_t bars)
{
    std::vector<std::size_t> lags;
    for (const std::int32_t lag : length.lags)
        lags.push_back(wrappedShift(lag, bars));
    std::sort(lags.begin(), lags.end());
    std::vector<ShiftRun> runs;
    for (const std::size_t lag : lags) {
        if (!runs.empty() && lag == runs.back().first + runs.back().count)
            ++runs.back().count;
        else
            runs.push_back({lag, 1});
    }
    return runs;
}

/// Units that share one length and one block of assets, in the order of `Run::order`.
struct Job {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// One scan from plan to result.
class ScanRun final
{
public:
    ScanRun(const ScanFamily &family, const ScanOptions &options)
        : m_family(family)
        , m_options(options)
        , m_plan(makeScanPlan(family))
        , m_total(std::make_shared<CountTable>(family.bars / family.group))
    {
        const std::size_t threads =
            std::clamp<std::size_t>(options.threads, 1, std::max<std::size_t>(family.units.size(), 1));
        m_workers.resize(threads);
        m_result.bars = family.bars;
        m_result.group = family.group;
        m_result.maxima.assign(family.bars / family.group, 0.0F);
        m_result.firstHypothesis.reserve(family.units.size() + 1);
        std::uint64_t next = 0;
        for (const ScanUnit &unit : family.units) {
            m_result.firstHypothesis.push_back(next);
            next += family.lengths[unit.length].lags.size();
        }
        m_result.firstHypothesis.push_back(next);
        m_result.squares.assign(next, 0.0F);
        m_result.sigmas.assign(next, 0.0F);
        m_result.usesT.assign(family.units.size(), 0);
    }

    Result<ScanResult> run()
    {
        // Event series by the tile, so that their spectra never take more than the budget.
        const std::size_t bytes = 4 * sizeof(float) * (m_plan.fft.length() / 2 + 17);
        const std::size_t tile = std::max<std::size_t>(1, kSpectraBudget / bytes);
        for (std::size_t first = 0; first < m_family.weights.size() || first == 0; first += tile)
            if (!runTile(first, std::min(tile, m_family.weights.size() - first)))
                return Error{ErrorCode::Cancelled, Tr::tr("The scan was cancelled.")};
        summarise();
        return std::move(m_result);
    }

private:
    template <typename Work>
    bool parallel(std::size_t items, Work work)
    {
        std::atomic<std::size_t> next = 0;
        const auto loop = [&](std::unique_ptr<ScanWorker> &worker) {
            if (!worker) // made by the thread that uses it: its memory is touched there first
                worker = std::make_unique<ScanWorker>(m_plan);
            for (std::size_t i = next++; i < items && !m_options.cancel.isCancelled(); i = next++)
                work(*worker, i);
        };
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 1; i < m_workers.size(); ++i)
                threads.emplace_back(loop, std::ref(m_workers[i]));
            loop(m_workers.front());
        }
        return !m_options.cancel.isCancelled();
    }

    bool runTile(std::size_t first, std::size_t count)
    {
        SpectraStore spectra(m_plan.fft.length(), count);
        const bool done = parallel(count, [&](ScanWorker &worker, std::size_t i) {
            const double squares = m_plan.sumOfSquares[first + i];
            worker.transformWeights(m_family.weights[first + i],
                                    squares > 0.0 ? 1.0 / std::sqrt(squares) : 0.0, spectra, i);
        });
        if (!done)
            return false;
        for (std::uint32_t length = 0; length < m_family.lengths.size(); ++length) {
            orderUnits(first, count, length);
            if (m_jobs.empty())
                continue;
            for (const auto &worker : m_workers)
                worker->clear();
            if (!parallel(m_jobs.size(), [&](ScanWorker &worker, std::size_t job) {
                    runJob(worker, m_jobs[job], spectra, first);
                }))
                return false;
            foldLags(m_family.lengths[length]);
        }
        return true;
    }

    /// The units of one tile and length, by block of assets, then event series: a block's spectra are reused
    /// for every event series, an event series' for every asset of the block. Pools come last, one job each.
    void orderUnits(std::size_t firstWeights, std::size_t count, std::uint32_t length)
    {
        struct Key {
            std::uint32_t block, weights, asset, unit;
            auto operator<=>(const Key &) const = default;
        };
        std::vector<Key> keys;
        for (std::size_t u = 0; u < m_family.units.size(); ++u) {
            const ScanUnit &unit = m_family.units[u];
            if (unit.length != length)
                continue;
            const ScanTerm &term = m_family.terms[unit.firstTerm];
            if (term.weights < firstWeights || term.weights >= firstWeights + count)
                continue; // a pool goes with the tile of its first event series
            const auto index = static_cast<std::uint32_t>(u);
            const auto block = static_cast<std::uint32_t>(term.asset / kAssetBlock);
            keys.push_back(unit.termCount == 1
                               ? Key{block, term.weights, term.asset, index}
                               : Key{std::numeric_limits<std::uint32_t>::max(), index, 0, index});
        }
        std::sort(keys.begin(), keys.end());
        m_order.clear();
        m_jobs.clear();
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const bool pooled = m_family.units[keys[i].unit].termCount > 1;
            if (i == 0 || pooled || keys[i].block != keys[i - 1].block)
                m_jobs.push_back({i, 0});
            ++m_jobs.back().count;
            m_order.push_back(keys[i].unit);
        }
    }

    void runJob(ScanWorker &worker, const Job &job, const SpectraStore &weights, std::size_t firstWeights)
    {
        const ScanUnit &head = m_family.units[m_order[job.first]];
        if (head.termCount > 1) {
            worker.pool(m_order[job.first], m_result);
            report(1);
            return;
        }
        bool known[kAssetBlock] = {};
        bool complete[kAssetBlock] = {};
        for (std::size_t i = job.first; i < job.first + job.count; ++i) {
            const ScanUnit &unit = m_family.units[m_order[i]];
            const ScanTerm &term = m_family.terms[unit.firstTerm];
            const std::size_t slot = term.asset % kAssetBlock;
            if (!known[slot]) {
                complete[slot] = worker.loadAsset(term.asset, unit.length);
                known[slot] = true;
            }
            worker.single(weights.at(term.weights - firstWeights), term, complete[slot], m_order[i],
                          m_result);
        }
        report(job.count);
    }

    void report(std::size_t units)
    {
        if (!m_options.progress)
            return;
        const std::uint64_t done = m_done.fetch_add(units) + units;
        m_options.progress({done, m_family.units.size(), Tr::tr("Scanning")});
    }

    /// Adds what the threads found for one length to M(s) and to the counts per shift, once for every lag:
    /// lag l sees at shift s what was found at place s + l, so neighbouring lags slide along the same table.
    void foldLags(const ScanLength &length)
    {
        const std::span<float> maxima = m_workers.front()->maxima();
        CountTable &counts = m_workers.front()->counts();
        for (std::size_t i = 1; i < m_workers.size(); ++i) {
            for (std::size_t s = 0; s < maxima.size(); ++s)
                maxima[s] = std::max(maxima[s], m_workers[i]->maxima()[s]);
            counts.add(m_workers[i]->counts());
        }
        for (const ShiftRun &run : lagRuns(length, m_family.bars)) {
            slideMaximum(maxima, run);
            m_total->addSliding(counts, run, m_family.group);
        }
    }

    void slideMaximum(std::span<const float> maxima, const ShiftRun &run)
    {
        const std::size_t bars = m_family.bars;
        std::vector<std::size_t> falling; // places whose value no later place in the window reaches
        std::size_t head = 0;
        for (std::size_t i = 0; i < bars + run.count - 1; ++i) {
            const auto valueAt = [&](std::size_t place) { return maxima[(place + run.first) % bars]; };
            while (falling.size() > head && valueAt(falling.back()) <= valueAt(i))
                falling.pop_back();
            falling.push_back(i);
            if (i + 1 < run.count)
                continue;
            const std::size_t s = i + 1 - run.count;
            while (falling[head] < s)
                ++head;
            if (s % m_family.group == 0) {
                float &best = m_result.maxima[s / m_family.group];
                best = std::max(best, valueAt(falling[head]));
            }
        }
    }

    void summarise()
    {
        for (float &best : m_result.maxima)
            best = std::sqrt(best);
        m_result.counts = m_total->thresholds();
        m_result.table = std::move(m_total);
    }

    const ScanFamily &m_family;
    const ScanOptions &m_options;
    ScanPlan m_plan;
    std::vector<std::unique_ptr<ScanWorker>> m_workers;
    std::shared_ptr<CountTable> m_total; ///< all lengths and lags so far
    std::vector<std::uint32_t> m_order; ///< units of the jobs, one job after the other
    std::vector<Job> m_jobs;
    std::atomic<std::uint64_t> m_done = 0;
    ScanResult m_result;
};

} // namespace

std::uint64_t ScanResult::hypothesis(std::size_t unit, std::size_t lagPosition) const
{
    return firstHypothesis[unit] + lagPosition;
}

double ScanResult::y(std::uint64_t hypothesis) const
{
    return std::sqrt(static_cast<double>(squares[hypothesis]));
}

Result<ScanResult> scan(const ScanFamily &family, const ScanOptions &options)
{
    if (const auto valid = check(family); !valid.ok())
        return valid.error();
    return ScanRun(family, options).run();
}

std::vector<float> nullDistribution(std::span<const float> maxima)
{
    std::vector<float> sorted(maxima.begin() + (maxima.empty() ? 0 : 1), maxima.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

double adjustedP(std::span<const float> sortedNull, double y)
{
    const double bound = y * (1.0 - kSingleTie);
    const auto from = std::lower_bound(sortedNull.begin(), sortedNull.end(), bound,
                                       [](float m, double value) { return static_cast<double>(m) < value; });
    return static_cast<double>(1 + (sortedNull.end() - from)) / static_cast<double>(sortedNull.size() + 1);
}

double significantThreshold(std::span<const float> sortedNull, double alpha)
{
    // p ≤ alpha allows floor(alpha·shifts) − 1 of the other shifts to reach y; the next one must stay below
    // it
    const double shifts = static_cast<double>(sortedNull.size() + 1);
    const auto allowed = static_cast<std::ptrdiff_t>(std::floor(alpha * shifts * (1.0 + 1e-12))) - 1;
    if (allowed < 0)
        return std::numeric_limits<double>::infinity();
    if (allowed >= std::ssize(sortedNull))
        return 0.0;
    const auto m = static_cast<double>(sortedNull[sortedNull.size() - 1 - static_cast<std::size_t>(allowed)]);
    return std::nextafter(m / (1.0 - kSingleTie), std::numeric_limits<double>::infinity());
}

std::vector<std::uint64_t> strongest(const ScanResult &result, std::size_t k)
{
    const std::vector<float> &squares = result.squares;
    k = std::min(k, squares.size());
    std::vector<std::uint64_t> best;
    if (k == 0)
        return best;
    std::vector<float> values = squares;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(k - 1), values.end(),
                     std::greater<>());
    const float bound = values[k - 1];
    for (std::uint64_t i = 0; i < squares.size(); ++i)
        if (squares[i] >= bound)
            best.push_back(i);
    std::stable_sort(best.begin(), best.end(),
                     [&](std::uint64_t a, std::uint64_t b) { return squares[a] > squares[b]; });
    best.resize(k);
    return best;
}

DirectStatistic directStatistic(const ScanWeights &weights, std::span<const double> returns,
                                std::span<const std::uint8_t> present, std::int64_t shift)
{
    const std::size_t bars = returns.size();
    const std::size_t offset = wrappedShift(shift, bars);
    DirectStatistic result;
    stats::Sum s;
    stats::Sum q;
    stats::Sum squares; // Σ w²
    for (std::size_t i = 0; i < weights.bars.size(); ++i) {
        const double w = weights.weights.empty() ? 1.0 : weights.weights[i];
        const std::size_t place = (weights.bars[i] + offset) % bars;
        result.n += present[place] != 0 ? 1 : 0;
        s.add(w * returns[place]);
        q.add(w * w * returns[place] * returns[place]);
        squares.add(w * w);
    }
    const auto there = static_cast<std::size_t>(
        std::count_if(present.begin(), present.end(), [](auto flag) { return flag != 0; }));
    const double variance = there == 0 ? 0.0 : stats::dot(returns, returns) / static_cast<double>(there);
    result.s = s.value();
    result.q = q.value();
    if (result.q > kQFloor * squares.value() * variance)
        result.x = result.s / std::sqrt(result.q);
    result.t = result.x;
    const auto n = static_cast<double>(weights.bars.size());
    if (weights.weights.empty() && there == bars && n >= 2.0 && result.x != 0.0)
        result.t = result.x * std::sqrt((n - 1.0) / std::max(n - result.x * result.x, kQFloor * n));
    return result;
}

} // namespace core::discovery
