// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/scanworker.h"

#include "core/stats/sum.h"

#include <algorithm>
#include <cmath>

namespace core::discovery {

SpectraStore::SpectraStore(std::size_t n, std::size_t count)
    : m_half(n / 2 + 1)
    , m_stride((m_half + 15) / 16 * 16)
    , m_data(stats::makeFftBuffer<float>(4 * m_stride * count))
    , m_multiples(count, 0.0F)
{}

kernel::Spectra SpectraStore::at(std::size_t slot) const
{
    const float *start = m_data.get() + 4 * m_stride * slot;
    const float multiple = m_multiples[slot];
    const float *square = start + (multiple == 0.0F ? 2 * m_stride : 0);
    return {start, start + m_stride, square, square + m_stride, multiple == 0.0F ? 1.0F : multiple};
}

void SpectraStore::set(std::size_t slot, bool square, const std::complex<float> *spectrum)
{
    float *re = m_data.get() + 4 * m_stride * slot + (square ? 2 * m_stride : 0);
    kernel::split(spectrum, m_half, re, re + m_stride);
    m_multiples[slot] = 0.0F;
}

void SpectraStore::setSquare(std::size_t slot, float multiple)
{
    m_multiples[slot] = multiple;
}

std::size_t wrappedShift(std::int64_t shift, std::size_t bars)
{
    const auto t = static_cast<std::int64_t>(bars);
    return static_cast<std::size_t>((shift % t + t) % t);
}

ScanPlan makeScanPlan(const ScanFamily &family)
{
    // Any length that is not smooth is zero-padded to twice its size at least, and folded.
    const std::size_t n = stats::isSmooth(family.bars) ? family.bars : stats::nextSmooth(2 * family.bars);
    ScanPlan plan{family, stats::Fft<float>::ofLength(n), nullptr, {}, {}, {}};
    if (n == family.bars && n % 2 == 0) {
        plan.halfFft = &stats::Fft<float>::ofLength(n / 2);
        plan.twiddles.resize(2 * (n / 2 + 1));
        kernel::makeTwiddles(n, plan.twiddles.data(), plan.twiddles.data() + n / 2 + 1);
    }
    for (const ScanWeights &series : family.weights)
        plan.sumOfSquares.push_back(series.weights.empty() ? static_cast<double>(series.bars.size())
                                                           : stats::dot(series.weights, series.weights));
    for (const ScanLength &length : family.lengths) {
        plan.places.emplace_back();
        for (const std::int32_t lag : length.lags)
            plan.places.back().push_back(wrappedShift(lag, family.bars));
    }
    return plan;
}

ScanWorker::ScanWorker(const ScanPlan &plan)
    : m_plan(plan)
    , m_n(plan.fft.length())
    , m_odd((m_n / 2 + 7) / 8 * 8)
    , m_real(stats::makeFftBuffer<float>(m_n))
    , m_realSquares(stats::makeFftBuffer<float>(m_n))
    , m_spectrum(stats::makeFftBuffer<std::complex<float>>(m_n / 2 + 1))
    , m_product(stats::makeFftBuffer<std::complex<float>>(m_n + 8))
    , m_correlation(stats::makeFftBuffer<std::complex<float>>(m_n + 8))
    , m_squares(stats::makeFftBuffer<float>(m_n))
    , m_returns(plan.family.bars)
    , m_assets(m_n, kAssetBlock)
    , m_pooled(m_n, 2)
    , m_cut(m_n, 1)
    , m_maxima(stats::makeFftBuffer<float>(plan.family.bars))
    , m_counts(plan.family.bars)
{}

void ScanWorker::transformWeights(const ScanWeights &series, double scale, SpectraStore &store,
                                  std::size_t slot)
{
    transformWeights(series, 0, series.bars.size(), scale, store, slot);
}

void ScanWorker::transformWeights(const ScanWeights &series, std::size_t first, std::size_t last,
                                  double scale, SpectraStore &store, std::size_t slot)
{
    for (const bool square : {false, true}) {
        if (square && series.weights.empty()) { // w is `scale` or 0, so w² = scale·w
            store.setSquare(slot, static_cast<float>(scale));
            return;
        }
        std::fill_n(m_real.get(), m_n, 0.0F);
        for (std::size_t i = first; i < last; ++i) {
            const double w = (series.weights.empty() ? 1.0 : series.weights[i]) * scale;
            m_real[series.bars[i]] = static_cast<float>((square ? w * w : w) / static_cast<double>(m_n));
        }
        m_plan.fft.forward(m_real.get(), m_spectrum.get());
        store.set(slot, square, m_spectrum.get());
    }
}

ScanWorker::Met ScanWorker::meet(std::uint32_t weights, const Life &life, std::uint32_t length) const
{
    const ScanWeights &series = m_plan.family.weights[weights];
    if (life.period == 0)
        return {0, series.bars.size(), m_plan.sumOfSquares[weights]};
    const auto [first, last] = eventsInLife(life, m_plan.family.lengths[length], series.bars);
    const double squares = series.weights.empty()
                               ? static_cast<double>(last - first)
                               : kernel::sumOfSquares(series.weights.data() + first, last - first);
    return {first, last, squares};
}

/// The spectra of the events that meet a life; the assets of a block that begin together share them.
kernel::Spectra ScanWorker::cutWeights(std::uint32_t weights, const Life &life, std::uint32_t length)
{
    if (m_cutLife != life || m_cutWeights != weights || m_cutLength != length) {
        const Met met = meet(weights, life, length);
        transformWeights(m_plan.family.weights[weights], met.first, met.last,
                         met.squares > 0.0 ? 1.0 / std::sqrt(met.squares) : 0.0, m_cut, 0);
        m_cutEvents = met.last - met.first;
        m_cutLife = life;
        m_cutWeights = weights;
        m_cutLength = length;
    }
    return m_cut.at(0);
}

/// Gives the variance over the present bars. `complete`: no bar is missing, of the life where it is repeated.
double ScanWorker::readReturns(std::uint32_t asset, std::uint32_t length, bool &complete, Life &life)
{
    const ScanLength &lags = m_plan.family.lengths[length];
    const std::size_t present = m_plan.family.returns(asset, length, m_returns);
    complete = present + lags.past == m_returns.size();
    const double variance = present == 0 ? 0.0
                                         : kernel::sumOfSquares(m_returns.data(), m_returns.size()) /
                                               static_cast<double>(present);
    life = complete ? Life{} : lifeOf(m_returns, lags, m_plan.family.group);
    repeatLife(life, lags.past, m_returns);
    complete = complete || (life.period > 0 && present == life.end - life.first);
    return variance;
}

/// Spectra of the returns last read, times `scale`.
void ScanWorker::transformReturns(double scale, SpectraStore &store, std::size_t slot)
{
    const std::size_t bars = m_returns.size();
    kernel::scaleReturns(m_returns.data(), bars, scale, m_real.get(), m_realSquares.get());
    std::fill(m_real.get() + bars, m_real.get() + m_n, 0.0F);
    std::fill(m_realSquares.get() + bars, m_realSquares.get() + m_n, 0.0F);
    m_plan.fft.forward(m_real.get(), m_spectrum.get());
    store.set(slot, false, m_spectrum.get());
    m_plan.fft.forward(m_realSquares.get(), m_spectrum.get());
    store.set(slot, true, m_spectrum.get());
}

bool ScanWorker::loadAsset(std::uint32_t asset, std::uint32_t length)
{
    bool complete = false;
    const double variance = readReturns(asset, length, complete, m_lives[asset % kAssetBlock]);
    transformReturns(variance > 0.0 ? 1.0 / std::sqrt(variance) : 0.0, m_assets, asset % kAssetBlock);
    return complete;
}

void ScanWorker::single(const kernel::Spectra &weights, const ScanTerm &term, bool complete, std::size_t unit,
                        ScanResult &result)
{
    const ScanWeights &series = m_plan.family.weights[term.weights];
    const Life &life = m_lives[term.asset % kAssetBlock];
    std::size_t events = series.bars.size();
    kernel::Spectra met = weights;
    if (life.period > 0) {
        met = cutWeights(term.weights, life, m_plan.family.units[unit].length);
        events = m_cutEvents;
    }
    const kernel::Spectra returns = m_assets.at(term.asset % kAssetBlock);
    if (m_plan.halfFft) {
        const kernel::Twiddles twiddles = {m_plan.twiddles.data(), m_plan.twiddles.data() + m_n / 2 + 1};
        kernel::multiplyHalved(met, returns, twiddles, m_n, m_product.get(), m_product.get() + m_odd);
    } else {
        kernel::multiply(met, returns, m_n, m_product.get());
    }
    finish(m_plan.halfFft ? inverseHalved() : inverse(), events, complete && series.weights.empty(), unit,
           result);
}

void ScanWorker::pool(std::size_t unitIndex, ScanResult &result)
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
        Life life;
        const double asset = readReturns(term.asset, unit.length, complete, life);
        const Met met = meet(term.weights, life, unit.length);
        variance += asset * met.squares;
        weight += met.squares;
        events += met.last - met.first;
        usesT = usesT && complete && family.weights[term.weights].weights.empty();
    }
    std::fill_n(m_product.get(), m_n, std::complex<float>());
    const bool empty = weight <= 0.0 || variance <= 0.0;
    for (std::uint32_t i = 0; i < unit.termCount && !empty; ++i) {
        const ScanTerm &term = family.terms[unit.firstTerm + i];
        bool complete = false;
        Life life;
        readReturns(term.asset, unit.length, complete, life);
        transformReturns(std::sqrt(weight / variance), m_pooled,
                         0); // one scale for all: the terms are summed
        const Met met = meet(term.weights, life, unit.length);
        transformWeights(family.weights[term.weights], met.first, met.last, 1.0 / std::sqrt(weight), m_pooled,
                         1);
        kernel::multiplyAdd(m_pooled.at(1), m_pooled.at(0), m_n, m_product.get());
    }
    finish(inverse(), events, usesT, unitIndex, result);
}

void ScanWorker::clear()
{
    std::ranges::fill(maxima(), 0.0F);
    m_counts.clear();
}

kernel::Sums ScanWorker::inverse()
{
    m_plan.fft.inverseComplex(m_product.get(), m_correlation.get());
    if (m_n != m_plan.family.bars)
        kernel::fold(m_correlation.get(), m_n, m_plan.family.bars);
    return {m_correlation.get()};
}

kernel::Sums ScanWorker::inverseHalved()
{
    for (const std::size_t start : {std::size_t(0), m_odd})
        m_plan.halfFft->inverseComplex(m_product.get() + start, m_correlation.get() + start);
    return {m_correlation.get(), m_correlation.get() + m_odd};
}

/// The statistic at every shift, its scale, maximum and counts.
void ScanWorker::finish(const kernel::Sums &sums, std::size_t events, bool usesT, std::size_t unit,
                        ScanResult &result)
{
    const std::size_t bars = m_plan.family.bars;
    usesT = usesT && events >= 2;
    result.usesT[unit] = usesT ? 1 : 0;
    constexpr auto kFloor = static_cast<float>(kQFloor);
    const double sum = usesT ? kernel::squareT(sums, bars, kFloor, static_cast<float>(events),
                                               m_squares.get())
                             : kernel::squareX(sums, bars, kFloor, m_squares.get());
    if (m_plan.family.group == 1)
        scaleAll(sum / static_cast<double>(bars), unit, result);
    else
        scaleByClass(unit, result);
}

void ScanWorker::scaleAll(double mean, std::size_t unit, ScanResult &result)
{
    const float *squares = m_squares.get();
    const float factor = mean > 0.0 ? static_cast<float>(1.0 / mean) : 0.0F;
    m_counts.add(squares, factor, m_maxima.get());
    const auto sigma = static_cast<float>(std::sqrt(mean));
    std::uint64_t hypothesis = result.firstHypothesis[unit];
    for (const std::size_t place : m_plan.places[m_plan.family.units[unit].length]) {
        result.squares[hypothesis] = squares[place] * factor;
        result.sigmas[hypothesis++] = sigma;
    }
}

void ScanWorker::scaleByClass(std::size_t unit, ScanResult &result)
{
    float *squares = m_squares.get();
    const std::size_t bars = m_plan.family.bars;
    const std::size_t group = m_plan.family.group;
    m_classes.assign(group, 0.0);
    for (std::size_t s = 0; s < bars; s += group)
        for (std::size_t c = 0; c < group; ++c)
            m_classes[c] += static_cast<double>(squares[s + c]);
    for (double &mean : m_classes)
        mean *= static_cast<double>(group) / static_cast<double>(bars);
    for (std::size_t s = 0; s < bars; s += group) {
        for (std::size_t c = 0; c < group; ++c) {
            const double square = static_cast<double>(squares[s + c]);
            squares[s + c] = m_classes[c] > 0.0 ? static_cast<float>(square / m_classes[c]) : 0.0F;
        }
    }
    m_counts.add(squares, 1.0F, m_maxima.get());
    std::uint64_t hypothesis = result.firstHypothesis[unit];
    for (const std::size_t place : m_plan.places[m_plan.family.units[unit].length]) {
        result.squares[hypothesis] = squares[place];
        result.sigmas[hypothesis++] = static_cast<float>(std::sqrt(m_classes[place % group]));
    }
}

} // namespace core::discovery
