// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/scan.h"

#include "core/base/tr.h"
#include "core/discovery/scankernel.h"
#include "core/stats/fft.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <limits>
#include <memory>
#include <thread>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

using Complex = std::complex<float>;
using Fft = stats::Fft<float>;

constexpr double kFloor = 1e-6;        // of Q over its mean: below it a shift has no information
constexpr double kTie = 1e-5;          // single precision
constexpr std::size_t kAssetBlock = 8; // spectra of one block stay in the second-level cache
constexpr std::size_t kSpectraBudget = std::size_t{512} << 20; // bytes for the spectra of the event series

Error badInput(const QString &message)
{
    return {ErrorCode::BadInput, message};
}

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

/// n/2 + 1 frequencies of a series and of its square, planar: re, im, re of the square, im of the square.
class SpectraStore final
{
public:
    SpectraStore(std::size_t n, std::size_t count)
        : m_stride((n / 2 + 1 + 15) / 16 * 16)
        , m_data(stats::makeFftBuffer<float>(4 * m_stride * count))
    {}

    [[nodiscard]] kernel::Spectra at(std::size_t i) const
    {
        const float *start = m_data.get() + 4 * m_stride * i;
        return {start, start + m_stride, start + 2 * m_stride, start + 3 * m_stride};
    }
    void set(std::size_t i, bool square, const Complex *spectrum, std::size_t half)
    {
        float *re = m_data.get() + 4 * m_stride * i + (square ? 2 * m_stride : 0);
        float *im = re + m_stride;
        for (std::size_t k = 0; k < half; ++k) {
            re[k] = spectrum[k].real();
            im[k] = spectrum[k].imag();
        }
    }

private:
    std::size_t m_stride;
    stats::FftBuffer<float> m_data;
};

/// What a scan shares between its threads; read only while they run.
struct Plan {
    const ScanFamily &family;
    const Fft &fft;
    std::size_t n;                    ///< transform length: T, or a smooth length ≥ 2T
    std::vector<double> sumOfSquares; ///< Σ w² per event series
};

/// The lags of one length as runs of neighbours, each modulo T.
struct LagRun {
    std::size_t first = 0;
    std::size_t count = 0;
};

std::size_t wrapped(std::int64_t shift, std::size_t bars)
{
    const auto t = static_cast<std::int64_t>(bars);
    return static_cast<std::size_t>((shift % t + t) % t);
}

std::vector<LagRun> lagRuns(const ScanLength &length, std::size_t bars)
{
    std::vector<std::size_t> lags;
    for (const std::int32_t lag : length.lags)
        lags.push_back(wrapped(lag, bars));
    std::sort(lags.begin(), lags.end());
    std::vector<LagRun> runs;
    for (const std::size_t lag : lags) {
        if (!runs.empty() && lag == runs.back().first + runs.back().count)
            ++runs.back().count;
        else
            runs.push_back({lag, 1});
    }
    return runs;
}

/// The buffers and the private part of the result of one thread.
class Worker final
{
public:
    explicit Worker(const Plan &plan)
        : m_plan(plan)
        , m_real(stats::makeFftBuffer<float>(plan.n))
        , m_spectrum(stats::makeFftBuffer<Complex>(plan.n / 2 + 1))
        , m_product(stats::makeFftBuffer<Complex>(plan.n))
        , m_correlation(stats::makeFftBuffer<Complex>(plan.n))
        , m_squares(stats::makeFftBuffer<float>(plan.n))
        , m_scratch(plan.family.bars + 16)
        , m_returns(plan.family.bars)
        , m_assets(plan.n, kAssetBlock)
        , m_pooled(plan.n, 2)
        , m_maxima(plan.family.bars)
        , m_counts(plan.family.bars * kernel::kBins)
    {}

    /// Spectra of one event series times `scale`, which makes Σ w² = 1; they carry the 1/n of the inverse
    /// transform.
    void transformWeights(const ScanWeights &series, double scale, SpectraStore &store, std::size_t slot)
    {
        for (const bool square : {false, true}) {
            std::fill_n(m_real.get(), m_plan.n, 0.0F);
            for (std::size_t i = 0; i < series.bars.size(); ++i) {
                const double w = (series.weights.empty() ? 1.0 : series.weights[i]) * scale;
                m_real[series.bars[i]] =
                    static_cast<float>((square ? w * w : w) / static_cast<double>(m_plan.n));
            }
            m_plan.fft.forward(m_real.get(), m_spectrum.get());
            store.set(slot, square, m_spectrum.get(), m_plan.n / 2 + 1);
        }
    }

    /// Reads the returns of one asset; gives their variance over the present bars and whether none is
    /// missing.
    double readReturns(std::uint32_t asset, std::uint32_t length, bool &complete)
    {
        const std::size_t present = m_plan.family.returns(asset, length, m_returns);
        complete = present == m_plan.family.bars;
        return present == 0 ? 0.0 : stats::dot(m_returns, m_returns) / static_cast<double>(present);
    }

    /// Spectra of the returns last read, times `scale`.
    void transformReturns(double scale, SpectraStore &store, std::size_t slot)
    {
        const std::size_t bars = m_plan.family.bars;
        for (const bool square : {false, true}) {
            for (std::size_t t = 0; t < bars; ++t) {
                const double r = m_returns[t] * scale;
                m_real[t] = static_cast<float>(square ? r * r : r);
            }
            std::fill(m_real.get() + bars, m_real.get() + m_plan.n, 0.0F);
            m_plan.fft.forward(m_real.get(), m_spectrum.get());
            store.set(slot, square, m_spectrum.get(), m_plan.n / 2 + 1);
        }
    }

    /// One unit whose spectra are at hand.
    void single(const kernel::Spectra &weights, const kernel::Spectra &returns, std::size_t events,
                bool usesT, std::size_t unit, ScanResult &result)
    {
        kernel::multiply(weights, returns, m_plan.n, m_product.get());
        finish(events, usesT, unit, result);
    }

    /// One unit of several terms: S and Q of all of them are added before the one inverse transform.
    void pool(std::size_t unitIndex, ScanResult &result)
    {
        const ScanFamily &family = m_plan.family;
        const ScanUnit &unit = family.units[unitIndex];
        std::size_t events = 0;
        bool usesT = true;
        double weight = 0.0;   // Σ w² over the terms
        double variance = 0.0; // Σ w² var R
        for (std::uint32_t i = 0; i < unit.termCount; ++i) {
            const ScanTerm &term = family.terms[unit.firstTerm + i];
            bool complete = false;
            variance += readReturns(term.asset, unit.length, complete) * m_plan.sumOfSquares[term.weights];
            weight += m_plan.sumOfSquares[term.weights];
            events += family.weights[term.weights].bars.size();
            usesT = usesT && complete && family.weights[term.weights].weights.empty();
        }
        std::fill_n(m_product.get(), m_plan.n, Complex());
        const bool empty = weight <= 0.0 || variance <= 0.0;
        for (std::uint32_t i = 0; i < unit.termCount && !empty; ++i) {
            const ScanTerm &term = family.terms[unit.firstTerm + i];
            bool complete = false;
            readReturns(term.asset, unit.length, complete);
            transformReturns(std::sqrt(weight / variance), m_pooled, 0);
            transformWeights(family.weights[term.weights], 1.0 / std::sqrt(weight), m_pooled, 1);
            kernel::multiplyAdd(m_pooled.at(1), m_pooled.at(0), m_plan.n, m_product.get());
        }
        finish(events, usesT, unitIndex, result);
    }

    [[nodiscard]] SpectraStore &assets() { return m_assets; }
    [[nodiscard]] std::vector<float> &maxima() { return m_maxima; }
    [[nodiscard]] std::vector<std::uint32_t> &counts() { return m_counts; }

private:
    /// The inverse transform, the statistic at every shift, its scale, maximum and counts.
    void finish(std::size_t events, bool usesT, std::size_t unit, ScanResult &result)
    {
        const std::size_t bars = m_plan.family.bars;
        m_plan.fft.inverseComplex(m_product.get(), m_correlation.get());
        if (m_plan.n != bars)
            kernel::fold(m_correlation.get(), m_plan.n, bars);
        const auto floor = static_cast<float>(kFloor);
        float *squares = m_squares.get();
        usesT = usesT && events >= 2;
        if (usesT)
            kernel::squareT(m_correlation.get(), bars, floor, static_cast<float>(events), squares);
        else
            kernel::squareX(m_correlation.get(), bars, floor, squares);
        result.usesT[unit] = usesT ? 1 : 0;
        if (m_plan.family.group == 1)
            scaleAll(squares, bars, unit, result);
        else
            scaleByClass(squares, bars, unit, result);
        kernel::countExceedances(squares, bars, m_scratch.data(), m_counts.data());
    }

    void scaleAll(float *squares, std::size_t bars, std::size_t unit, ScanResult &result)
    {
        const double mean = kernel::sumSquares(squares, bars) / static_cast<double>(bars);
        kernel::scaleAndMax(squares, bars, mean > 0.0 ? static_cast<float>(1.0 / mean) : 0.0F,
                            m_maxima.data());
        store(squares, unit, result, [mean](std::size_t) { return mean; });
    }

    void scaleByClass(float *squares, std::size_t bars, std::size_t unit, ScanResult &result)
    {
        const std::size_t group = m_plan.family.group;
        m_classes.assign(group, 0.0);
        for (std::size_t s = 0; s < bars; s += group)
            for (std::size_t c = 0; c < group; ++c)
                m_classes[c] += static_cast<double>(squares[s + c]);
        for (double &mean : m_classes)
            mean *= static_cast<double>(group) / static_cast<double>(bars);
        for (std::size_t s = 0; s < bars; s += group) {
            for (std::size_t c = 0; c < group; ++c) {
                const double scaled =
                    m_classes[c] > 0.0 ? static_cast<double>(squares[s + c]) / m_classes[c] : 0.0;
                squares[s + c] = static_cast<float>(scaled);
                m_maxima[s + c] = std::max(m_maxima[s + c], squares[s + c]);
            }
        }
        store(squares, unit, result, [this, group](std::size_t shift) { return m_classes[shift % group]; });
    }

    template <typename MeanAt>
    void store(const float *squares, std::size_t unit, ScanResult &result, MeanAt meanAt) const
    {
        const std::vector<std::int32_t> &lags = m_plan.family.lengths[m_plan.family.units[unit].length].lags;
        for (std::size_t i = 0; i < lags.size(); ++i) {
            const std::size_t shift = wrapped(lags[i], m_plan.family.bars);
            const std::uint64_t hypothesis = result.firstHypothesis[unit] + i;
            result.squares[hypothesis] = squares[shift];
            result.sigmas[hypothesis] = static_cast<float>(std::sqrt(meanAt(shift)));
        }
    }

    const Plan &m_plan;
    stats::FftBuffer<float> m_real;
    stats::FftBuffer<Complex> m_spectrum;
    stats::FftBuffer<Complex> m_product;
    stats::FftBuffer<Complex> m_correlation;
    stats::FftBuffer<float> m_squares;
    std::vector<std::uint32_t> m_scratch;
    std::vector<double> m_returns;
    std::vector<double> m_classes;
    SpectraStore m_assets;
    SpectraStore m_pooled;
    std::vector<float> m_maxima;         ///< per shift, of the length being scanned
    std::vector<std::uint32_t> m_counts; ///< per shift and bin, of the length being scanned
};

/// Units that share one length and one block of assets, in the order of `Run::order`.
struct Job {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// One scan from plan to result.
class Run final
{
public:
    Run(const ScanFamily &family, const ScanOptions &options)
        : m_family(family)
        , m_options(options)
        , m_plan(makePlan(family))
        , m_total(family.bars / family.group * kernel::kBins)
    {
        const std::size_t threads =
            std::clamp<std::size_t>(options.threads, 1, std::max<std::size_t>(family.units.size(), 1));
        for (std::size_t i = 0; i < threads; ++i)
            m_workers.push_back(std::make_unique<Worker>(m_plan));
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
        const std::size_t bytes = 4 * sizeof(float) * (m_plan.n / 2 + 17);
        const std::size_t tile = std::max<std::size_t>(1, kSpectraBudget / bytes);
        for (std::size_t first = 0; first < m_family.weights.size() || first == 0; first += tile)
            if (!runTile(first, std::min(tile, m_family.weights.size() - first)))
                return Error{ErrorCode::Cancelled, Tr::tr("The scan was cancelled; nothing of it was kept.")};
        summarise();
        return std::move(m_result);
    }

private:
    static Plan makePlan(const ScanFamily &family)
    {
        const std::size_t n = stats::isSmooth(family.bars) ? family.bars : stats::nextSmooth(2 * family.bars);
        Plan plan{family, Fft::ofLength(n), n, {}};
        for (const ScanWeights &series : family.weights)
            plan.sumOfSquares.push_back(series.weights.empty() ? static_cast<double>(series.bars.size())
                                                               : stats::dot(series.weights, series.weights));
        return plan;
    }

    template <typename Work>
    bool parallel(std::size_t items, Work work)
    {
        std::atomic<std::size_t> next = 0;
        const auto loop = [&](Worker &worker) {
            for (std::size_t i = next++; i < items && !m_options.cancel.isCancelled(); i = next++)
                work(worker, i);
        };
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 1; i < m_workers.size(); ++i)
                threads.emplace_back(loop, std::ref(*m_workers[i]));
            loop(*m_workers.front());
        }
        return !m_options.cancel.isCancelled();
    }

    bool runTile(std::size_t first, std::size_t count)
    {
        SpectraStore spectra(m_plan.n, count);
        const bool done = parallel(count, [&](Worker &worker, std::size_t i) {
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
            for (const auto &worker : m_workers) {
                std::fill(worker->maxima().begin(), worker->maxima().end(), 0.0F);
                std::fill(worker->counts().begin(), worker->counts().end(), 0U);
            }
            if (!parallel(m_jobs.size(), [&](Worker &worker, std::size_t job) {
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

    void runJob(Worker &worker, const Job &job, const SpectraStore &weights, std::size_t firstWeights)
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
                const double variance = worker.readReturns(term.asset, unit.length, complete[slot]);
                worker.transformReturns(variance > 0.0 ? 1.0 / std::sqrt(variance) : 0.0, worker.assets(),
                                        slot);
                known[slot] = true;
            }
            const ScanWeights &series = m_family.weights[term.weights];
            worker.single(weights.at(term.weights - firstWeights), worker.assets().at(slot),
                          series.bars.size(), complete[slot] && series.weights.empty(), m_order[i], m_result);
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
        std::vector<float> &maxima = m_workers.front()->maxima();
        std::vector<std::uint32_t> &counts = m_workers.front()->counts();
        for (std::size_t i = 1; i < m_workers.size(); ++i) {
            for (std::size_t s = 0; s < maxima.size(); ++s)
                maxima[s] = std::max(maxima[s], m_workers[i]->maxima()[s]);
            for (std::size_t j = 0; j < counts.size(); ++j)
                counts[j] += m_workers[i]->counts()[j];
        }
        for (const LagRun &run : lagRuns(length, m_family.bars)) {
            slideMaximum(maxima, run);
            slideSum(counts, run);
        }
    }

    void slideMaximum(const std::vector<float> &maxima, const LagRun &run)
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

    void slideSum(const std::vector<std::uint32_t> &counts, const LagRun &run)
    {
        const std::size_t bars = m_family.bars;
        std::vector<std::uint32_t> window(kernel::kBins, 0);
        const auto row = [&](std::size_t place) { return counts.data() + (place % bars) * kernel::kBins; };
        for (std::size_t i = 0; i < run.count; ++i)
            for (std::size_t b = 0; b < kernel::kBins; ++b)
                window[b] += row(run.first + i)[b];
        for (std::size_t s = 0; s < bars; ++s) {
            if (s % m_family.group == 0) {
                std::uint32_t *total = m_total.data() + s / m_family.group * kernel::kBins;
                for (std::size_t b = 0; b < kernel::kBins; ++b)
                    total[b] += window[b];
            }
            const std::uint32_t *enters = row(run.first + s + run.count);
            const std::uint32_t *leaves = row(run.first + s);
            for (std::size_t b = 0; b < kernel::kBins; ++b)
                window[b] += enters[b] - leaves[b];
        }
    }

    void summarise()
    {
        for (float &best : m_result.maxima)
            best = std::sqrt(best);
        m_result.counts = scanCounts(m_total, m_family.bars / m_family.group);
    }

    const ScanFamily &m_family;
    const ScanOptions &m_options;
    Plan m_plan;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<std::uint32_t> m_total; ///< per allowed shift and bin, all lengths and lags so far
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
    return Run(family, options).run();
}

std::vector<ScanCount> scanCounts(std::vector<std::uint32_t> &table, std::size_t shifts)
{
    for (std::size_t s = 0; s < shifts; ++s) // from "in this bin" to "at least this bin"
        for (std::size_t b = kernel::kBins - 1; b-- > 0;)
            table[s * kernel::kBins + b] += table[s * kernel::kBins + b + 1];
    std::vector<ScanCount> counts;
    std::vector<std::uint32_t> column(shifts);
    const std::size_t rank = static_cast<std::size_t>(std::ceil(0.95 * static_cast<double>(shifts))) - 1;
    for (std::uint32_t b = 0; b < kernel::kBins; ++b) {
        std::uint64_t all = 0;
        for (std::size_t s = 0; s < shifts; ++s) {
            column[s] = table[s * kernel::kBins + b];
            all += column[s];
        }
        ScanCount count;
        const auto edge = std::bit_cast<float>(kernel::kFirstBits + (b << kernel::kBinShift));
        count.threshold = std::sqrt(static_cast<double>(edge));
        count.chance = static_cast<double>(all) / static_cast<double>(shifts);
        count.observed = column[0];
        std::nth_element(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(rank), column.end());
        count.chance95 = column[rank];
        counts.push_back(count);
    }
    return counts;
}

std::vector<float> nullDistribution(std::span<const float> maxima)
{
    std::vector<float> sorted(maxima.begin() + (maxima.empty() ? 0 : 1), maxima.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

double adjustedP(std::span<const float> sortedNull, double y)
{
    const double bound = y * (1.0 - kTie);
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
    return std::nextafter(m / (1.0 - kTie), std::numeric_limits<double>::infinity());
}

const ScanCount &candidateThreshold(std::span<const ScanCount> counts, double rate)
{
    for (const ScanCount &count : counts)
        if (count.chance <= rate * static_cast<double>(std::max<std::uint64_t>(count.observed, 1)))
            return count;
    return counts.back();
}

double expectedByChance(std::span<const ScanCount> counts, double y)
{
    double expected = counts.empty() ? 0.0 : counts.front().chance;
    for (const ScanCount &count : counts)
        if (count.threshold <= y)
            expected = count.chance;
    return expected;
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
    const std::size_t offset = wrapped(shift, bars);
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
    if (result.q > kFloor * squares.value() * variance)
        result.x = result.s / std::sqrt(result.q);
    result.t = result.x;
    const auto n = static_cast<double>(weights.bars.size());
    if (weights.weights.empty() && there == bars && n >= 2.0 && result.x != 0.0)
        result.t = result.x * std::sqrt((n - 1.0) / std::max(n - result.x * result.x, kFloor * n));
    return result;
}

} // namespace core::discovery
