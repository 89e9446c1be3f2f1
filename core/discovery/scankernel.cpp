// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/scankernel.h"

#include "core/discovery/scanhot.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

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
/// A and B at 16 frequencies.
struct Products {
    __m512 ar, ai, br, bi;
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
    return {_mm512_fmadd_ps(wr, rr, _mm512_mul_ps(wi, ri)), _mm512_fmsub_ps(wr, ri, _mm512_mul_ps(wi, rr)),
            _mm512_fmadd_ps(vr, qr, _mm512_mul_ps(vi, qi)), _mm512_fmsub_ps(vr, qi, _mm512_mul_ps(vi, qr))};
}

/// 16 complex values, the real and the imaginary parts apart.
struct Complex16 {
    __m512 re, im;
};

/// A + iB at the frequencies k of the products, and at their images n − k.
FORESHOCK_WIDE inline Complex16 valuesOf(const Products &p)
{
    return {_mm512_sub_ps(p.ar, p.bi), _mm512_add_ps(p.ai, p.br)};
}
FORESHOCK_WIDE inline Complex16 imagesOf(const Products &p)
{
    return {_mm512_add_ps(p.ar, p.bi), _mm512_sub_ps(p.br, p.ai)};
}

FORESHOCK_WIDE inline Complex16 reversed(const Complex16 &z)
{
    const __m512i back = _mm512_set_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    return {_mm512_permutexvar_ps(back, z.re), _mm512_permutexvar_ps(back, z.im)};
}

/// The first or the last eight, in rising order.
template <bool kLast>
FORESHOCK_WIDE inline __m512 rising(const Complex16 &z)
{
    __m512i order = _mm512_set_epi32(23, 7, 22, 6, 21, 5, 20, 4, 19, 3, 18, 2, 17, 1, 16, 0);
    if constexpr (kLast)
        order = _mm512_add_epi32(order, _mm512_set1_epi32(8));
    return _mm512_permutex2var_ps(z.re, order, z.im);
}

/// The first or the last eight, in falling order.
template <bool kLast>
FORESHOCK_WIDE inline __m512 falling(const Complex16 &z)
{
    __m512i order = _mm512_set_epi32(16, 0, 17, 1, 18, 2, 19, 3, 20, 4, 21, 5, 22, 6, 23, 7);
    if constexpr (kLast)
        order = _mm512_add_epi32(order, _mm512_set1_epi32(8));
    return _mm512_permutex2var_ps(z.re, order, z.im);
}

/// The last complex value of `last`, then the first seven of `first`.
FORESHOCK_WIDE inline __m512 joined(__m512 last, __m512 first)
{
    return _mm512_castsi512_ps(_mm512_alignr_epi64(_mm512_castps_si512(first), _mm512_castps_si512(last), 7));
}

/// Lays values down at end − k for rising k, 16 at a time. Eight of them in a row start one place off a cache
/// line, and a store across two lines costs several others, so each is joined with its neighbours first.
class Backwards
{
public:
    explicit FORESHOCK_WIDE Backwards(std::complex<float> *end)
        : m_end(reinterpret_cast<float *>(end))
        , m_pending(_mm512_setzero_ps())
    {}
    /// Those of k … k + 15; that of 0 goes nowhere.
    FORESHOCK_WIDE void put(const Complex16 &z, std::size_t k)
    {
        const __m512 low = falling<false>(z);
        const __m512 high = falling<true>(z);
        float *upper = m_end - 2 * k;
        if (k > 0)
            _mm512_storeu_ps(upper, joined(low, m_pending));
        _mm512_storeu_ps(upper - 16, joined(high, low));
        m_pending = high;
    }
    /// What is left after the values below k.
    FORESHOCK_WIDE void flush(std::size_t k)
    {
        if (k > 0)
            _mm512_mask_storeu_ps(m_end - 2 * k + 2, 0x3FFF, m_pending);
    }

private:
    float *m_end;
    __m512 m_pending; ///< the images of k − 1 … k − 8
};

/// The first frequencies and their images; returns how many it did.
FORESHOCK_WIDE std::size_t multiplyFirst(const Spectra &w, const Spectra &r, std::size_t n,
                                         std::complex<float> *z)
{
    auto *out = reinterpret_cast<float *>(z);
    Backwards images(z + n);
    std::size_t k = 0;
    for (; k + 16 <= n / 2; k += 16) {
        const Products p = multiply16(w, r, k);
        _mm512_storeu_ps(out + 2 * k, rising<false>(valuesOf(p)));
        _mm512_storeu_ps(out + 2 * k + 16, rising<true>(valuesOf(p)));
        images.put(imagesOf(p), k);
    }
    images.flush(k);
    return k;
}

/// The frequencies k < n/4 and n/2 − k, 16 at a time; returns how many k it did.
FORESHOCK_WIDE std::size_t multiplyHalvedFirst(const Spectra &w, const Spectra &r, Twiddles twiddles,
                                               std::size_t n, std::complex<float> *even,
                                               std::complex<float> *odd)
{
    const std::size_t half = n / 2;
    auto *evenOut = reinterpret_cast<float *>(even);
    auto *oddOut = reinterpret_cast<float *>(odd);
    Backwards evenUpper(even + half);
    Backwards oddUpper(odd + half);
    std::size_t k = 0;
    for (; k + 16 <= half / 2; k += 16) {
        const Products lower = multiply16(w, r, k);
        const Products upper = multiply16(w, r, half - k - 15); // in rising order, that is falling in k
        const Complex16 a = valuesOf(lower);                     // at k
        const Complex16 b = reversed(imagesOf(upper));           // at half + k
        const Complex16 c = reversed(valuesOf(upper));           // at half − k
        const Complex16 d = imagesOf(lower);                     // at n − k
        const __m512 tr = _mm512_loadu_ps(twiddles.re + k);
        const __m512 ti = _mm512_loadu_ps(twiddles.im + k);
        const Complex16 sum = {_mm512_add_ps(a.re, b.re), _mm512_add_ps(a.im, b.im)};
        const Complex16 less = {_mm512_sub_ps(a.re, b.re), _mm512_sub_ps(a.im, b.im)};
        const Complex16 turned = {_mm512_fmsub_ps(less.re, tr, _mm512_mul_ps(less.im, ti)),
                                  _mm512_fmadd_ps(less.re, ti, _mm512_mul_ps(less.im, tr))};
        _mm512_storeu_ps(evenOut + 2 * k, rising<false>(sum));
        _mm512_storeu_ps(evenOut + 2 * k + 16, rising<true>(sum));
        _mm512_storeu_ps(oddOut + 2 * k, rising<false>(turned));
        _mm512_storeu_ps(oddOut + 2 * k + 16, rising<true>(turned));
        // the twiddle of half − k is −conj of that of k
        const Complex16 up = {_mm512_sub_ps(d.re, c.re), _mm512_sub_ps(c.im, d.im)};
        evenUpper.put({_mm512_add_ps(c.re, d.re), _mm512_add_ps(c.im, d.im)}, k);
        oddUpper.put({_mm512_fmsub_ps(up.re, tr, _mm512_mul_ps(up.im, ti)),
                      _mm512_fnmsub_ps(up.re, ti, _mm512_mul_ps(up.im, tr))},
                     k);
    }
    evenUpper.flush(k);
    oddUpper.flush(k);
    return k;
}
#endif

FORESHOCK_PLAIN std::size_t multiplyFirst(const Spectra &, const Spectra &, std::size_t,
                                          std::complex<float> *)
{
    return 0;
}

FORESHOCK_PLAIN std::size_t multiplyHalvedFirst(const Spectra &, const Spectra &, Twiddles, std::size_t,
                                                std::complex<float> *, std::complex<float> *)
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

namespace {

/// A + iB at one frequency k, and at its image n − k.
struct Product {
    float re, im, imageRe, imageIm;
};

[[gnu::always_inline]] inline Product productAt(const Spectra &w, const Spectra &r, std::size_t k)
{
    const float ar = w.re[k] * r.re[k] + w.im[k] * r.im[k];
    const float ai = w.re[k] * r.im[k] - w.im[k] * r.re[k];
    const float br = (w.squareRe[k] * r.squareRe[k] + w.squareIm[k] * r.squareIm[k]) * w.squareFactor;
    const float bi = (w.squareRe[k] * r.squareIm[k] - w.squareIm[k] * r.squareRe[k]) * w.squareFactor;
    return {ar - bi, ai + br, ar + bi, br - ai};
}

/// The pairs k and n/2 − k from `done` on.
FORESHOCK_HOT void multiplyHalvedRest(const Spectra &w, const Spectra &r, Twiddles twiddles, std::size_t n,
                                      std::size_t done, std::complex<float> *even, std::complex<float> *odd)
{
    const std::size_t half = n / 2;
    float *__restrict evenOut = reinterpret_cast<float *>(even);
    float *__restrict oddOut = reinterpret_cast<float *>(odd);
    for (std::size_t k = done; k <= half / 2; ++k) {
        const std::size_t m = half - k;
        const Product low = productAt(w, r, k);
        const Product high = productAt(w, r, m);
        const float tr = twiddles.re[k];
        const float ti = twiddles.im[k];
        const float re = low.re - high.imageRe;
        const float im = low.im - high.imageIm;
        evenOut[2 * k] = low.re + high.imageRe;
        evenOut[2 * k + 1] = low.im + high.imageIm;
        oddOut[2 * k] = re * tr - im * ti;
        oddOut[2 * k + 1] = re * ti + im * tr;
        if (k == 0)
            continue;
        const float upRe = high.re - low.imageRe;
        const float upIm = high.im - low.imageIm;
        evenOut[2 * m] = high.re + low.imageRe;
        evenOut[2 * m + 1] = high.im + low.imageIm;
        oddOut[2 * m] = -upRe * tr - upIm * ti;
        oddOut[2 * m + 1] = upRe * ti - upIm * tr;
    }
}

} // namespace

void makeTwiddles(std::size_t n, float *re, float *im)
{
    for (std::size_t k = 0; k <= n / 2; ++k) {
        const double angle = 2.0 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n);
        re[k] = static_cast<float>(std::cos(angle));
        im[k] = static_cast<float>(std::sin(angle));
    }
}

void multiplyHalved(const Spectra &w, const Spectra &r, Twiddles twiddles, std::size_t n,
                    std::complex<float> *even, std::complex<float> *odd)
{
    multiplyHalvedRest(w, r, twiddles, n, multiplyHalvedFirst(w, r, twiddles, n, even, odd), even, odd);
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
