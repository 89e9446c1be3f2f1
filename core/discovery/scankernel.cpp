// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/scankernel.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 warns inside its own AVX-512 header (GCC bug 105593) and about a buffer filled by a vectorised loop
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

// One source, three machine codes, chosen when the program is loaded. The sanitizers' run-time is not up yet
// at that moment, and Clang names the targets differently: there the plain code is used.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&     \
    !defined(__SANITIZE_THREAD__)
#define FORESHOCK_HOT                                                                                        \
    __attribute__((target_clones("default", "arch=haswell", "arch=x86-64-v4"), optimize("O3")))
#define FORESHOCK_COMPRESS
#else
#define FORESHOCK_HOT
#endif

namespace core::discovery::kernel {

namespace {

constexpr std::size_t kBlock = 256; // complex values written backwards at a time

/// One complex value moved as a whole.
using Word [[gnu::may_alias]] = std::uint64_t;
static_assert(sizeof(std::complex<float>) == sizeof(Word));

// Partial sums whose number does not depend on the machine's width.
using Lanes [[gnu::vector_size(64)]] = float;
using DoubleLanes [[gnu::vector_size(64)]] = double;

} // namespace

FORESHOCK_HOT void split(const std::complex<float> *z, std::size_t count, float *re, float *im)
{
    const auto *__restrict in = reinterpret_cast<const float *>(z);
    float *__restrict first = re;
    float *__restrict second = im;
    for (std::size_t k = 0; k < count; ++k) {
        first[k] = in[2 * k];
        second[k] = in[2 * k + 1];
    }
}

FORESHOCK_HOT void scaleReturns(const double *returns, std::size_t count, double scale, float *r,
                                float *squares)
{
    const double *__restrict in = returns;
    float *__restrict first = r;
    float *__restrict second = squares;
    for (std::size_t t = 0; t < count; ++t) {
        const double scaled = in[t] * scale;
        first[t] = static_cast<float>(scaled);
        second[t] = static_cast<float>(scaled * scaled);
    }
}

FORESHOCK_HOT void multiply(const Spectra &w, const Spectra &r, std::size_t n, std::complex<float> *z)
{
    const std::size_t half = n / 2 + 1;
    const float *__restrict wr = w.re;
    const float *__restrict wi = w.im;
    const float *__restrict vr = w.squareRe;
    const float *__restrict vi = w.squareIm;
    const float *__restrict rr = r.re;
    const float *__restrict ri = r.im;
    const float *__restrict qr = r.squareRe;
    const float *__restrict qi = r.squareIm;
    float *__restrict out = reinterpret_cast<float *>(z);
    // A and B are spectra of real series, so A[n−k] = conj(A[k]): one product serves both ends. The upper end
    // is laid down in a small buffer first because a complex store that runs backwards is not vectorised.
    alignas(64) float mirror[2 * kBlock];
    for (std::size_t start = 0; start < half; start += kBlock) {
        const std::size_t count = std::min(kBlock, half - start);
        for (std::size_t j = 0; j < count; ++j) {
            const std::size_t k = start + j;
            const float ar = wr[k] * rr[k] + wi[k] * ri[k];
            const float ai = wr[k] * ri[k] - wi[k] * rr[k];
            const float br = vr[k] * qr[k] + vi[k] * qi[k];
            const float bi = vr[k] * qi[k] - vi[k] * qr[k];
            out[2 * k] = ar - bi;
            out[2 * k + 1] = ai + br;
            mirror[2 * j] = ar + bi;
            mirror[2 * j + 1] = br - ai;
        }
        // k = 0 and k = n/2 are their own mirror images: the first goes nowhere, the second onto itself
        const std::size_t first = start == 0 ? 1 : 0;
        auto *__restrict upper = reinterpret_cast<Word *>(z) + (n - start);
        const auto *__restrict from = reinterpret_cast<const Word *>(mirror);
        for (std::size_t j = first; j < count; ++j)
            *(upper - j) = from[j];
    }
}

FORESHOCK_HOT void multiplyAdd(const Spectra &w, const Spectra &r, std::size_t n, std::complex<float> *z)
{
    auto *out = reinterpret_cast<float *>(z);
    for (std::size_t k = 0; k <= n / 2; ++k) {
        const float ar = w.re[k] * r.re[k] + w.im[k] * r.im[k];
        const float ai = w.re[k] * r.im[k] - w.im[k] * r.re[k];
        const float br = w.squareRe[k] * r.squareRe[k] + w.squareIm[k] * r.squareIm[k];
        const float bi = w.squareRe[k] * r.squareIm[k] - w.squareIm[k] * r.squareRe[k];
        out[2 * k] += ar - bi;
        out[2 * k + 1] += ai + br;
        if (k != 0 && 2 * k != n) {
            out[2 * (n - k)] += ar + bi;
            out[2 * (n - k) + 1] += br - ai;
        }
    }
}

FORESHOCK_HOT void fold(std::complex<float> *z, std::size_t n, std::size_t bars)
{
    auto *to = reinterpret_cast<float *>(z);
    const float *from = reinterpret_cast<const float *>(z + (n - bars));
    for (std::size_t i = 2; i < 2 * bars; ++i)
        to[i] += from[i];
}

FORESHOCK_HOT void squareX(const std::complex<float> *z, std::size_t bars, float floor, float *squares)
{
    const auto *__restrict in = reinterpret_cast<const float *>(z);
    float *__restrict out = squares;
    for (std::size_t s = 0; s < bars; ++s) {
        const float sum = in[2 * s];
        const float sumOfSquares = in[2 * s + 1];
        const float ratio = sum * sum / std::max(sumOfSquares, floor);
        out[s] = sumOfSquares > floor ? ratio : 0.0F;
    }
}

FORESHOCK_HOT void squareT(const std::complex<float> *z, std::size_t bars, float floor, float events,
                           float *squares)
{
    const auto *__restrict in = reinterpret_cast<const float *>(z);
    float *__restrict out = squares;
    for (std::size_t s = 0; s < bars; ++s) {
        const float square = in[2 * s] * in[2 * s];
        const float sumOfSquares = in[2 * s + 1];
        const float all = events * std::max(sumOfSquares, floor);
        // X² ≤ n by Cauchy–Schwarz; rounding may pass it, so the divisor keeps a millionth of nQ
        const float ratio = square * (events - 1.0F) / std::max(all - square, 1e-6F * all);
        out[s] = sumOfSquares > floor ? ratio : 0.0F;
    }
}

FORESHOCK_HOT double sum(const float *x, std::size_t count)
{
    constexpr std::size_t kLanes = 64;
    constexpr std::size_t kRun = 16384;
    double total = 0.0;
    for (std::size_t start = 0; start < count; start += kRun) {
        const std::size_t end = std::min(start + kRun, count);
        Lanes lanes[4] = {};
        std::size_t i = start;
        for (; i + kLanes <= end; i += kLanes)
            for (std::size_t j = 0; j < 4; ++j) {
                Lanes next;
                std::memcpy(&next, x + i + 16 * j, sizeof next);
                lanes[j] += next;
            }
        lanes[0] = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
        for (std::size_t j = 0; j < 16; ++j)
            total += static_cast<double>(lanes[0][j]);
        for (; i < end; ++i)
            total += static_cast<double>(x[i]);
    }
    return total;
}

FORESHOCK_HOT double sumOfSquares(const double *x, std::size_t count)
{
    DoubleLanes lanes = {};
    std::size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        DoubleLanes next;
        std::memcpy(&next, x + i, sizeof next);
        lanes += next * next;
    }
    double total = 0.0;
    for (std::size_t j = 0; j < 8; ++j)
        total += lanes[j];
    for (; i < count; ++i)
        total += x[i] * x[i];
    return total;
}

FORESHOCK_HOT void scaleAndMax(float *x, std::size_t count, float factor, float *maxima)
{
    float *__restrict values = x;
    float *__restrict best = maxima;
    for (std::size_t s = 0; s < count; ++s) {
        const float scaled = values[s] * factor;
        values[s] = scaled;
        best[s] = best[s] < scaled ? scaled : best[s];
    }
}

namespace {

/// Offsets into the table of counts of all values that are in a bin; returns how many there are.
#if defined(FORESHOCK_COMPRESS)
__attribute__((target("arch=x86-64-v4"))) std::size_t exceedances(const float *x, std::size_t count,
                                                                  std::uint32_t *offsets)
{
    const __m512i first = _mm512_set1_epi32(static_cast<int>(kFirstBits));
    const __m512i last = _mm512_set1_epi32(static_cast<int>(kBins - 1));
    const __m512i within = _mm512_set1_epi32(static_cast<int>(kPlane - 1));
    const __m512i planes = _mm512_set1_epi32(static_cast<int>(count));
    const __m512i step = _mm512_set1_epi32(static_cast<int>(16 * kPlane));
    __m512i row = _mm512_mullo_epi32(_mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
                                     _mm512_set1_epi32(static_cast<int>(kPlane)));
    std::size_t found = 0;
    for (std::size_t s = 0; s < count; s += 16) {
        const auto here = static_cast<__mmask16>(count - s >= 16 ? 0xFFFFU : (1U << (count - s)) - 1U);
        const __m512i bits = _mm512_maskz_loadu_epi32(here, x + s);
        const __mmask16 in = _mm512_cmpge_epi32_mask(bits, first);
        const __m512i bin =
            _mm512_min_epi32(_mm512_srli_epi32(_mm512_sub_epi32(bits, first), kBinShift), last);
        // place = (bin / 64)·64·shifts + s·64 + bin mod 64
        const __m512i plane = _mm512_mullo_epi32(_mm512_andnot_si512(within, bin), planes);
        const __m512i place = _mm512_add_epi32(_mm512_add_epi32(row, plane), _mm512_and_si512(bin, within));
        _mm512_storeu_si512(offsets + found, _mm512_maskz_compress_epi32(in, place));
        found += static_cast<std::size_t>(std::popcount(static_cast<unsigned>(in)));
        row = _mm512_add_epi32(row, step);
    }
    return found;
}

__attribute__((target("default")))
#endif
std::size_t
exceedances(const float *x, std::size_t count, std::uint32_t *offsets)
{
    std::size_t found = 0;
    for (std::size_t s = 0; s < count; ++s) { // no branch: one value in twenty is kept, at random places
        const auto bits = std::bit_cast<std::uint32_t>(x[s]); // squares are not negative, so bits are ordered
        const std::uint32_t bin = std::min((bits - kFirstBits) >> kBinShift, kBins - 1);
        constexpr auto kWithin = static_cast<std::uint32_t>(kPlane - 1);
        offsets[found] = (bin & ~kWithin) * static_cast<std::uint32_t>(count) +
                         static_cast<std::uint32_t>(s * kPlane) + (bin & kWithin);
        found += bits >= kFirstBits ? 1 : 0;
    }
    return found;
}

} // namespace

std::size_t countExceedances(const float *x, std::size_t shifts, std::uint32_t *scratch,
                             std::uint32_t *counts)
{
    const std::size_t found = exceedances(x, shifts, scratch);
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < found; ++i) {
        ++counts[scratch[i]];
        last = std::max(last, scratch[i]);
    }
    return found == 0 ? 0 : last / (shifts * kPlane) + 1;
}

} // namespace core::discovery::kernel
