// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/scankernel.h"

#include "core/discovery/scanhot.h"

#include <algorithm>
#include <cstring>

namespace core::discovery::kernel {

namespace {

constexpr std::size_t kBlock = 256; // complex values written backwards at a time

/// One complex value moved as a whole.
using Word [[gnu::may_alias]] = std::uint64_t;
static_assert(sizeof(std::complex<float>) == sizeof(Word));

// Partial sums whose number does not depend on the machine's width.
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

namespace {

#if defined(FORESHOCK_HAS_WIDE)
/// 16 frequencies of A + iB in rising order, and their mirror images in falling order.
struct Products {
    __m512 low, high, highImage, lowImage;
};

FORESHOCK_WIDE inline Products multiply16(const Spectra &w, const Spectra &r, std::size_t k)
{
    const __m512 factor = _mm512_set1_ps(w.squareFactor);
    const __m512 wr = _mm512_loadu_ps(w.re + k);
    const __m512 wi = _mm512_loadu_ps(w.im + k);
    const __m512 vr = _mm512_mul_ps(_mm512_loadu_ps(w.squareRe + k), factor);
    const __m512 vi = _mm512_mul_ps(_mm512_loadu_ps(w.squareIm + k), factor);
    const __m512 rr = _mm512_loadu_ps(r.re + k);
    const __m512 ri = _mm512_loadu_ps(r.im + k);
    const __m512 qr = _mm512_loadu_ps(r.squareRe + k);
    const __m512 qi = _mm512_loadu_ps(r.squareIm + k);
    const __m512 ar = _mm512_fmadd_ps(wr, rr, _mm512_mul_ps(wi, ri));
    const __m512 ai = _mm512_fmsub_ps(wr, ri, _mm512_mul_ps(wi, rr));
    const __m512 br = _mm512_fmadd_ps(vr, qr, _mm512_mul_ps(vi, qi));
    const __m512 bi = _mm512_fmsub_ps(vr, qi, _mm512_mul_ps(vi, qr));
    const __m512 re = _mm512_sub_ps(ar, bi);
    const __m512 im = _mm512_add_ps(ai, br);
    const __m512 imageRe = _mm512_add_ps(ar, bi);
    const __m512 imageIm = _mm512_sub_ps(br, ai);
    const __m512i rise = _mm512_set_epi32(23, 7, 22, 6, 21, 5, 20, 4, 19, 3, 18, 2, 17, 1, 16, 0);
    const __m512i fall = _mm512_set_epi32(16, 0, 17, 1, 18, 2, 19, 3, 20, 4, 21, 5, 22, 6, 23, 7);
    const __m512i half = _mm512_set1_epi32(8);
    return {_mm512_permutex2var_ps(re, rise, im),
            _mm512_permutex2var_ps(re, _mm512_add_epi32(rise, half), im),
            _mm512_permutex2var_ps(imageRe, _mm512_add_epi32(fall, half), imageIm),
            _mm512_permutex2var_ps(imageRe, fall, imageIm)};
}

/// The last complex value of `last`, then the first seven of `first`.
FORESHOCK_WIDE inline __m512 joined(__m512 last, __m512 first)
{
    return _mm512_castsi512_ps(_mm512_alignr_epi64(_mm512_castps_si512(first), _mm512_castps_si512(last), 7));
}

/// The first frequencies and their images; returns how many it did. The image of k lies at n − k: eight of
/// them in a row start one place off a cache line, and a store across two lines costs several others, so each
/// is joined with its neighbours first.
FORESHOCK_WIDE std::size_t multiplyFirst(const Spectra &w, const Spectra &r, std::size_t n,
                                         std::complex<float> *z)
{
    auto *out = reinterpret_cast<float *>(z);
    __m512 pending = _mm512_setzero_ps(); // images of k − 1 … k − 8
    std::size_t k = 0;
    for (; k + 16 <= n / 2; k += 16) {
        const Products p = multiply16(w, r, k);
        _mm512_storeu_ps(out + 2 * k, p.low);
        _mm512_storeu_ps(out + 2 * k + 16, p.high);
        float *upper = out + 2 * (n - k);
        if (k > 0) // the image of 0 goes nowhere
            _mm512_storeu_ps(upper, joined(p.lowImage, pending));
        _mm512_storeu_ps(upper - 16, joined(p.highImage, p.lowImage));
        pending = p.highImage;
    }
    if (k > 0)
        _mm512_mask_storeu_ps(out + 2 * (n - k) + 2, 0x3FFF, pending);
    return k;
}
#endif

FORESHOCK_PLAIN std::size_t multiplyFirst(const Spectra &, const Spectra &, std::size_t,
                                          std::complex<float> *)
{
    return 0;
}

/// The frequencies from `done` on.
FORESHOCK_HOT void multiplyRest(const Spectra &w, const Spectra &r, std::size_t n, std::size_t done,
                                std::complex<float> *z)
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
    const float factor = w.squareFactor;
    float *__restrict out = reinterpret_cast<float *>(z);
    // A and B are spectra of real series, so A[n−k] = conj(A[k]): one product serves both ends. The upper end
    // is laid down in a small buffer first because a complex store that runs backwards is not vectorised.
    alignas(64) float mirror[2 * kBlock];
    for (std::size_t start = done; start < half; start += kBlock) {
        const std::size_t count = std::min(kBlock, half - start);
        for (std::size_t j = 0; j < count; ++j) {
            const std::size_t k = start + j;
            const float ar = wr[k] * rr[k] + wi[k] * ri[k];
            const float ai = wr[k] * ri[k] - wi[k] * rr[k];
            const float br = (vr[k] * qr[k] + vi[k] * qi[k]) * factor;
            const float bi = (vr[k] * qi[k] - vi[k] * qr[k]) * factor;
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

} // namespace

void multiply(const Spectra &w, const Spectra &r, std::size_t n, std::complex<float> *z)
{
    multiplyRest(w, r, n, multiplyFirst(w, r, n, z), z);
}

FORESHOCK_HOT void multiplyAdd(const Spectra &w, const Spectra &r, std::size_t n, std::complex<float> *z)
{
    auto *out = reinterpret_cast<float *>(z);
    for (std::size_t k = 0; k <= n / 2; ++k) {
        const float ar = w.re[k] * r.re[k] + w.im[k] * r.im[k];
        const float ai = w.re[k] * r.im[k] - w.im[k] * r.re[k];
        const float vr = w.squareRe[k] * w.squareFactor;
        const float vi = w.squareIm[k] * w.squareFactor;
        const float br = vr * r.squareRe[k] + vi * r.squareIm[k];
        const float bi = vr * r.squareIm[k] - vi * r.squareRe[k];
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

} // namespace core::discovery::kernel
