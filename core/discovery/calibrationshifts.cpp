// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/calibrationshifts.h"

#include "core/stats/descriptive.h"
#include "core/stats/fft.h"
#include "core/stats/tail.h"

#include <algorithm>
#include <cmath>
#include <complex>

namespace core::discovery {

namespace {

using Complex = std::complex<double>;
constexpr std::size_t kHalf = kWorldBars / 2 + 1;

std::vector<Complex> spectrumOf(const std::vector<double> &series)
{
    const auto &fft = stats::Fft<double>::ofLength(kWorldBars);
    const auto in = stats::makeFftBuffer<double>(kWorldBars);
    const auto out = stats::makeFftBuffer<Complex>(kHalf);
    std::copy(series.begin(), series.end(), in.get());
    fft.forward(in.get(), out.get());
    return {out.get(), out.get() + kHalf};
}

/// The spectra of R and of R² as one: their sum with the second times i.
struct Packed {
    std::vector<Complex> lower; ///< frequencies 0..n/2
    std::vector<Complex> upper; ///< of n − k, at k
};

Packed pack(const std::vector<double> &responses)
{
    std::vector<double> squared = responses;
    for (double &value : squared)
        value *= value;
    const std::vector<Complex> first = spectrumOf(responses);
    const std::vector<Complex> second = spectrumOf(squared);
    Packed packed{std::vector<Complex>(kHalf), std::vector<Complex>(kHalf)};
    const Complex i(0.0, 1.0);
    for (std::size_t k = 0; k < kHalf; ++k) {
        packed.lower[k] = first[k] + i * second[k];
        packed.upper[k] = std::conj(first[k]) + i * std::conj(second[k]);
    }
    return packed;
}

/// S and t at every shift; buffers are kept from pair to pair.
class PairShifts final
{
public:
    PairShifts()
        : m_in(stats::makeFftBuffer<Complex>(kWorldBars))
        , m_out(stats::makeFftBuffer<Complex>(kWorldBars))
        , m_sums(kWorldBars)
        , m_t(kWorldBars)
    {}

    void run(const std::vector<Complex> &events, double n, const Packed &responses)
    {
        for (std::size_t k = 0; k < kHalf; ++k)
            m_in[k] = std::conj(events[k]) * responses.lower[k];
        for (std::size_t k = 1; k < kWorldBars - kHalf + 1; ++k)
            m_in[kWorldBars - k] = events[k] * responses.upper[k];
        stats::Fft<double>::ofLength(kWorldBars).inverseComplex(m_in.get(), m_out.get());
        for (std::size_t s = 0; s < kWorldBars; ++s) {
            m_sums[s] = m_out[s].real() / static_cast<double>(kWorldBars);
            const double average = m_sums[s] / n;
            const double squares = m_out[s].imag() / static_cast<double>(kWorldBars) / n;
            const double spread = (squares - average * average) * n / (n - 1.0);
            m_t[s] = spread > 0.0 ? average / std::sqrt(spread / n) : 0.0;
        }
    }

    [[nodiscard]] const std::vector<double> &sums() const { return m_sums; }
    [[nodiscard]] const std::vector<double> &t() const { return m_t; }

private:
    stats::FftBuffer<Complex> m_in;
    stats::FftBuffer<Complex> m_out;
    std::vector<double> m_sums;
    std::vector<double> m_t;
};

void raise(ScaledFamily &family, const std::vector<double> &values, double scale)
{
    for (std::size_t s = 0; s < kWorldBars; ++s)
        family.maxima[s] = std::max(family.maxima[s], static_cast<float>(values[s] / scale));
    for (std::size_t lag = 0; lag < kWorldLags; ++lag)
        family.observed.push_back(values[lag] / scale);
}

/// A lag is a shift: lag l meets at shift s what stands at s + l.
void foldLags(ScaledFamily &family)
{
    const std::vector<float> single = family.maxima;
    for (std::size_t s = 0; s < kWorldBars; ++s)
        for (std::size_t lag = 1; lag < kWorldLags; ++lag)
            family.maxima[s] = std::max(family.maxima[s], single[(s + lag) % kWorldBars]);
}

std::vector<double> absolute(std::vector<double> values)
{
    for (double &value : values)
        value = std::fabs(value);
    return values;
}

} // namespace

ShiftedFamily shiftFamily(const CalibrationWorld &world, bool fitTails)
{
    std::vector<std::vector<Complex>> types;
    for (const ScanWeights &type : world.types) {
        std::vector<double> presence(kWorldBars, 0.0);
        for (const std::uint32_t bar : type.bars)
            presence[bar] = 1.0;
        types.push_back(spectrumOf(presence));
    }
    std::vector<Packed> responses;
    for (const std::vector<double> &series : world.responses)
        responses.push_back(pack(series));
    ShiftedFamily family;
    for (ScaledFamily *scaled : {&family.raw, &family.quantile, &family.mean})
        scaled->maxima.assign(kWorldBars, 0.0F);
    PairShifts shifts;
    for (const WorldPair &pair : world.pairs) {
        const auto n = static_cast<double>(world.types[pair.type].bars.size());
        shifts.run(types[pair.type], n, responses[pair.asset * kWorldLengths + pair.length]);
        const std::vector<double> sizes = absolute(shifts.t());
        raise(family.raw, sizes, 1.0);
        raise(family.quantile, sizes, stats::quantile(sizes, 0.95));
        raise(family.mean, absolute(shifts.sums()), stats::standardDeviation(shifts.sums()));
        for (std::size_t lag = 0; lag < kWorldLags; ++lag) {
            const double bound = sizes[lag] * (1.0 - 1e-9);
            const auto reached = static_cast<std::size_t>(
                std::count_if(sizes.begin(), sizes.end(), [bound](double size) { return size >= bound; }));
            family.t.push_back(shifts.t()[lag]);
            family.p.push_back(static_cast<double>(reached) / static_cast<double>(kWorldBars));
            if (fitTails)
                family.tail.push_back(reached > stats::kCountable
                                          ? family.p.back()
                                          : stats::paretoTail(sizes, kWorldBars / 10, sizes[lag]).p);
        }
    }
    for (ScaledFamily *scaled : {&family.raw, &family.quantile, &family.mean})
        foldLags(*scaled);
    return family;
}

std::vector<std::uint8_t> significantUnder(const ScaledFamily &family)
{
    const double bound = significantThreshold(nullDistribution(family.maxima), 0.05);
    std::vector<std::uint8_t> found;
    for (const double observed : family.observed)
        found.push_back(observed >= bound ? 1 : 0);
    return found;
}

} // namespace core::discovery
