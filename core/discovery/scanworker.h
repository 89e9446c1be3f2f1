// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One thread's work in a screen: the transforms, statistic, scale and counts of one unit after the other.
#pragma once

#include "core/discovery/life.h"
#include "core/discovery/scan.h"
#include "core/discovery/scancounts.h"
#include "core/discovery/scankernel.h"
#include "core/stats/fft.h"

#include <complex>
#include <span>
#include <vector>

namespace core::discovery {

/// Half spectra of series and of their squares, planar, one slot per series. The square of a series of equal
/// weights is a multiple of the series: its spectrum is not stored, which saves the hot loop a quarter of its
/// reads.
class SpectraStore final
{
public:
    /// n is the transform length.
    SpectraStore(std::size_t n, std::size_t count);

    [[nodiscard]] kernel::Spectra at(std::size_t slot) const;
    void set(std::size_t slot, bool square, const std::complex<float> *spectrum);
    void setSquare(std::size_t slot, float multiple);

private:
    std::size_t m_half;
    std::size_t m_stride;
    stats::FftBuffer<float> m_data;
    std::vector<float> m_multiples; ///< 0 where the square has a spectrum of its own
};

/// What a scan shares between its threads; read only while they run.
struct ScanPlan {
    const ScanFamily &family;
    const stats::Fft<float> &fft;
    const stats::Fft<float> *halfFft; ///< of half the length; null for odd and for padded lengths, which are not halved
    std::vector<float> twiddles;      ///< the real parts of exp(2πik/n), k ≤ n/2, then the imaginary ones
    std::vector<double> sumOfSquares;             ///< Σ w² per event series
    std::vector<std::vector<std::size_t>> places; ///< per length, its lags modulo T
};

/// The plan's figures for a checked family; makes the Fourier plan.
[[nodiscard]] ScanPlan makeScanPlan(const ScanFamily &family);

/// shift mod bars, in 0..bars−1.
[[nodiscard]] std::size_t wrappedShift(std::int64_t shift, std::size_t bars);

/// Assets are taken in blocks of this many, whose spectra stay in the second-level cache.
inline constexpr std::size_t kAssetBlock = 8;

/// Buffers and the private part of the result of one thread. The hot path, single(), allocates nothing.
class ScanWorker final
{
public:
    explicit ScanWorker(const ScanPlan &plan);

    /// Spectra of one event series times `scale`; they carry the 1/n of the inverse transform.
    void transformWeights(const ScanWeights &series, double scale, SpectraStore &store, std::size_t slot);

    /// Reads an asset of the block into its slot, scaled to variance 1 and repeated outside its life, and
    /// says whether no bar is missing.
    bool loadAsset(std::uint32_t asset, std::uint32_t length);

    /// One unit of one term whose asset is loaded.
    void single(const kernel::Spectra &weights, const ScanTerm &term, bool complete, std::size_t unit,
                ScanResult &result);

    /// One unit of several terms: S and Q of all of them are added before the one inverse transform.
    void pool(std::size_t unit, ScanResult &result);

    /// Before units of another length.
    void clear();

    [[nodiscard]] std::span<float> maxima() { return {m_maxima.get(), m_plan.family.bars}; } ///< of Y²
    [[nodiscard]] CountTable &counts() { return m_counts; }

private:
    /// The events of a series that meet a life: [first, last), and Σ w² over them.
    struct Met {
        std::size_t first = 0;
        std::size_t last = 0;
        double squares = 0;
    };
    Met meet(std::uint32_t weights, const Life &life, std::uint32_t length) const;
    double readReturns(std::uint32_t asset, std::uint32_t length, bool &complete, Life &life);
    void transformWeights(const ScanWeights &series, std::size_t first, std::size_t last, double scale,
                          SpectraStore &store, std::size_t slot);
    kernel::Spectra cutWeights(std::uint32_t weights, const Life &life, std::uint32_t length);
    void transformReturns(double scale, SpectraStore &store, std::size_t slot);
    [[nodiscard]] kernel::Sums inverse();
    [[nodiscard]] kernel::Sums inverseHalved();
    void finish(const kernel::Sums &sums, std::size_t events, bool usesT, std::size_t unit,
                ScanResult &result);
    void scaleAll(double mean, std::size_t unit, ScanResult &result);
    void scaleByClass(std::size_t unit, ScanResult &result);

    const ScanPlan &m_plan;
    std::size_t m_n;
    std::size_t m_odd; ///< where the odd half begins: an aligned place
    stats::FftBuffer<float> m_real;
    stats::FftBuffer<float> m_realSquares;
    stats::FftBuffer<std::complex<float>> m_spectrum;
    stats::FftBuffer<std::complex<float>> m_product;
    stats::FftBuffer<std::complex<float>> m_correlation;
    stats::FftBuffer<float> m_squares;
    std::vector<double> m_returns;
    std::vector<double> m_classes; ///< mean square per lag class
    SpectraStore m_assets;
    SpectraStore m_pooled;
    Life m_lives[kAssetBlock]; ///< of the loaded assets
    SpectraStore m_cut;        ///< the event series last cut to a life
    std::size_t m_cutEvents = 0;
    std::uint32_t m_cutWeights = 0;
    std::uint32_t m_cutLength = 0;
    Life m_cutLife; ///< period 0: none yet
    stats::FftBuffer<float> m_maxima;
    CountTable m_counts;
};

} // namespace core::discovery
