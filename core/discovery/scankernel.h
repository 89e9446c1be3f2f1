// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The hot loops of the screen, compiled for several instruction sets; the surrounding code is in scan.cpp.
#pragma once

#include <complex>
#include <cstddef>
#include <cstdint>

namespace core::discovery::kernel {

/// The thresholds of the histogram: kPerOctave bins for each doubling of Y², the last one open.
inline constexpr unsigned kPerOctave = 32;
inline constexpr unsigned kBins = 256;
/// Bit pattern of the lowest square that is counted: kLowestThreshold² = 3.61 rounded down to a bin
/// edge, 3.5625.
inline constexpr std::uint32_t kFirstBits = 0x40640000U;
inline constexpr unsigned kBinShift = 18;

/// Bins lie in planes of 64, each plane shift after shift, so that the few that are used share pages.
inline constexpr std::size_t kPlane = 64;
inline constexpr std::size_t kPlanes = kBins / kPlane;

/// Half spectra (n/2 + 1 values) of one series and of its square, real and imaginary parts apart. The
/// square's are squareFactor times what is stored.
struct Spectra {
    const float *re;
    const float *im;
    const float *squareRe;
    const float *squareIm;
    float squareFactor;
};

/// Real and imaginary parts of `count` values.
void split(const std::complex<float> *z, std::size_t count, float *re, float *im);

/// r[t] = returns[t]·scale and its square, in single.
void scaleReturns(const double *returns, std::size_t count, double scale, float *r, float *squares);

/// z[k] = A + iB for all n frequencies, A = conj(w)·r and B the same of the squares; multiplyAdd adds to z.
/// The square factor of r is 1.
void multiply(const Spectra &w, const Spectra &r, std::size_t n, std::complex<float> *z);
void multiplyAdd(const Spectra &w, const Spectra &r, std::size_t n, std::complex<float> *z);

/// exp(2πik/n) for k = 0..n/2, in single.
void makeTwiddles(std::size_t n, float *re, float *im);

/// The product of multiply() after the first step of its inverse transform (decimation in frequency; Cooley
/// and Tukey, 1965): even[k] and odd[k], k < n/2, are the spectra of the even and the odd shifts. Two
/// transforms of half the length stay in the first-level cache where the whole one does not. n is even;
/// `twiddles` are makeTwiddles(n).
struct Twiddles {
    const float *re;
    const float *im;
};
void multiplyHalved(const Spectra &w, const Spectra &r, Twiddles twiddles, std::size_t n,
                    std::complex<float> *even, std::complex<float> *odd);

/// Adds the last `bars` − 1 of n values to places 1..bars−1: the fold of a zero-padded transform.
void fold(std::complex<float> *z, std::size_t n, std::size_t bars);

/// Σ x² in double, in a fixed order of eight lanes.
double sumOfSquares(const double *x, std::size_t count);

/// S + iQ of all shifts in their order, or the even and the odd ones apart.
struct Sums {
    const std::complex<float> *all;           ///< the even shifts when `odd` is not null
    const std::complex<float> *odd = nullptr; ///< the odd shifts
};
/// squares[s] = S²/Q, 0 where Q ≤ floor. Returns Σ squares, added in a fixed order.
double squareX(const Sums &sums, std::size_t bars, float floor, float *squares);
/// squares[s] = S²(n−1)/(nQ−S²), 0 where Q ≤ floor: t² of the n events at shift s. Returns Σ squares.
double squareT(const Sums &sums, std::size_t bars, float floor, float events, float *squares);

/// For y[s] = x[s]·factor: maxima[s] = max(maxima[s], y[s]), and 1 more in the count of the bin of every y[s]
/// that is in one, at shift s: counts[(plane·shifts + s)·64 + bin mod 64]. `scratch` holds `shifts` + 16
/// places. Returns how many planes, from the first, these counts lie in.
std::size_t countExceedances(const float *x, std::size_t shifts, float factor, float *maxima,
                             std::uint32_t *scratch, std::uint16_t *counts);

} // namespace core::discovery::kernel
