// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Fourier transforms (FFTW) that give the same bits in every run: estimated plans only, one per length and
// precision.
#pragma once

#include <complex>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace core::stats {

/// True if n has no prime factor above 13: lengths FFTW transforms quickly.
[[nodiscard]] bool isSmooth(std::size_t n);

/// The smallest smooth length ≥ n.
[[nodiscard]] std::size_t nextSmooth(std::size_t n);

/// The largest smooth length ≤ n; 0 for 0.
[[nodiscard]] std::size_t previousSmooth(std::size_t n);

struct FftDeleter {
    void operator()(void *memory) const;
};

/// Zeroed memory with the alignment every plan expects.
template <typename T>
using FftBuffer = std::unique_ptr<T[], FftDeleter>;

/// Memory for `count` values (float, double or std::complex of them), zeroed.
template <typename T>
[[nodiscard]] FftBuffer<T> makeFftBuffer(std::size_t count);

/// The plans of one length. Every pointer must come from makeFftBuffer (64-byte alignment).
/// The transforms may run on any number of threads at once; none is normalised.
template <typename Real>
class Fft final
{
public:
    using Complex = std::complex<Real>;

    /// The plans for length n ≥ 1, made on first use under a lock (FFTW_ESTIMATE: a measured plan would
    /// differ from run to run and change the last bits) and kept for the life of the program.
    static const Fft &ofLength(std::size_t n);

    [[nodiscard]] std::size_t length() const { return m_length; }

    /// in: n reals; out: n/2+1 values, X[k] = Σ x[t]·exp(−2πi·kt/n).
    void forward(const Real *in, Complex *out) const;
    /// in: n/2+1 values, destroyed; out: n reals, Σ X[k]·exp(+2πi·kt/n).
    void inverse(Complex *in, Real *out) const;
    /// in, out: n values each, different places; in is kept.
    void inverseComplex(const Complex *in, Complex *out) const;

    ~Fft();
    Fft(const Fft &) = delete;
    Fft &operator=(const Fft &) = delete;

private:
    explicit Fft(std::size_t n);

    std::size_t m_length;
    void *m_forward;
    void *m_inverse;
    void *m_inverseComplex;
};

/// c[s] = Σ_t w[t]·r[(t+s) mod T] for s = 0..T−1, in double. A smooth T is transformed as it is; any other is
/// zero-padded to a smooth length ≥ 2T and folded, c[s] = lin[s] + lin[s−T]. Both spans have length T.
[[nodiscard]] std::vector<double> circularCorrelation(std::span<const double> w, std::span<const double> r);

} // namespace core::stats
