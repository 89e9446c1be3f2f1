// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From S and Q to the statistic, its scale, its maximum and its counts: what follows each inverse transform.
// Two passes are the least that the scale allows, since it is known only after the last shift.
#include "core/discovery/scanhot.h"
#include "core/discovery/scankernel.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace core::discovery::kernel {

namespace {

// The sum is taken in 64 lanes of single over runs of kRun, then in double: an order that depends neither on
// the machine's width nor on the thread.
constexpr std::size_t kLanes = 64;
constexpr std::size_t kRun = 16384;
using Lanes [[gnu::vector_size(64)]] = float;

/// What turns S and Q into the square of the statistic.
struct Statistic {
    float floor;  ///< Q at or below it gives 0
    float events; ///< n of t; 0: the square of X, which needs no n
};

/// Sum of the lanes and of what is left over.
double total(const Lanes (&lanes)[4], const float *rest, std::size_t count)
{
    const Lanes sums = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
    double result = 0.0;
    for (std::size_t j = 0; j < 16; ++j)
        result += static_cast<double>(sums[j]);
    for (std::size_t i = 0; i < count; ++i)
        result += static_cast<double>(rest[i]);
    return result;
}

/// The shifts first, first + 2, … when `step` is 2.
FORESHOCK_HOT void squares(const std::complex<float> *z, std::size_t count, std::size_t step, Statistic how,
                           float *out)
{
    const auto *__restrict in = reinterpret_cast<const float *>(z);
    float *__restrict to = out;
    if (how.events == 0.0F) {
        for (std::size_t s = 0; s < count; ++s) {
            const float sumOfSquares = in[2 * s + 1];
            const float ratio = in[2 * s] * in[2 * s] / std::max(sumOfSquares, how.floor);
            to[step * s] = sumOfSquares > how.floor ? ratio : 0.0F;
        }
        return;
    }
    for (std::size_t s = 0; s < count; ++s) {
        const float square = in[2 * s] * in[2 * s];
        const float sumOfSquares = in[2 * s + 1];
        const float all = how.events * std::max(sumOfSquares, how.floor);
        // X² ≤ n by Cauchy–Schwarz; rounding may pass it, so the divisor keeps a millionth of nQ
        const float ratio = square * (how.events - 1.0F) / std::max(all - square, 1e-6F * all);
        to[step * s] = sumOfSquares > how.floor ? ratio : 0.0F;
    }
}

#if defined(FORESHOCK_HAS_WIDE)
/// Sixteen squares. The division is a reciprocal to 14 bits and one step of Newton's, which leaves an error
/// of two units in the last place and takes a third of the time.
template <bool kStudent>
FORESHOCK_WIDE inline __m512 sixteenSquares(__m512 low, __m512 high, Statistic how)
{
    const __m512i even = _mm512_set_epi32(30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0);
    const __m512i odd = _mm512_add_epi32(even, _mm512_set1_epi32(1));
    const __m512 s = _mm512_permutex2var_ps(low, even, high);
    const __m512 q = _mm512_permutex2var_ps(low, odd, high);
    const __m512 square = _mm512_mul_ps(s, s);
    __m512 numerator = square;
    __m512 divisor = q;
    if constexpr (kStudent) { // see the plain code
        divisor = _mm512_max_ps(_mm512_fmsub_ps(q, _mm512_set1_ps(how.events), square),
                                _mm512_mul_ps(q, _mm512_set1_ps(1e-6F * how.events)));
        numerator = _mm512_mul_ps(square, _mm512_set1_ps(how.events - 1.0F));
    }
    // a guess of 0 stays 0
    const __mmask16 above = _mm512_cmp_ps_mask(q, _mm512_set1_ps(how.floor), _CMP_GT_OQ);
    const __m512 guess = _mm512_maskz_rcp14_ps(above, divisor);
    const __m512 error = _mm512_fnmadd_ps(divisor, guess, _mm512_set1_ps(1.0F));
    return _mm512_mul_ps(numerator, _mm512_fmadd_ps(guess, error, guess));
}

/// At most 16 complex values from z on.
template <bool kStudent>
FORESHOCK_WIDE inline __m512 someSquares(const std::complex<float> *z, std::size_t left, Statistic how)
{
    const auto *in = reinterpret_cast<const float *>(z);
    const auto here = static_cast<std::uint32_t>((std::uint64_t{1} << (2 * std::min<std::size_t>(left, 16))) - 1);
    return sixteenSquares<kStudent>(_mm512_maskz_loadu_ps(static_cast<__mmask16>(here), in),
                                    _mm512_maskz_loadu_ps(static_cast<__mmask16>(here >> 16), in + 16), how);
}

/// Thirty-two squares of even and odd shifts, in the order of the shifts.
struct Interleaved {
    __m512 first, second;
};
FORESHOCK_WIDE inline Interleaved interleaved(__m512 even, __m512 odd)
{
    const __m512i low = _mm512_set_epi32(23, 7, 22, 6, 21, 5, 20, 4, 19, 3, 18, 2, 17, 1, 16, 0);
    return {_mm512_permutex2var_ps(even, low, odd),
            _mm512_permutex2var_ps(even, _mm512_add_epi32(low, _mm512_set1_epi32(8)), odd)};
}

template <bool kStudent>
FORESHOCK_WIDE double wideRun(const Sums &sums, std::size_t count, Statistic how, float *out)
{
    const auto *in = reinterpret_cast<const float *>(sums.all);
    const auto *odd = reinterpret_cast<const float *>(sums.odd);
    const auto sixteen = [how](const float *from) FORESHOCK_WIDE {
        return sixteenSquares<kStudent>(_mm512_loadu_ps(from), _mm512_loadu_ps(from + 16), how);
    };
    __m512 lanes[4] = {};
    std::size_t i = 0;
    for (; i + kLanes <= count && odd; i += kLanes)
        for (std::size_t j = 0; j < 4; j += 2) {
            const std::size_t from = i + 16 * j;
            const Interleaved both = interleaved(sixteen(in + from), sixteen(odd + from));
            _mm512_storeu_ps(out + from, both.first);
            _mm512_storeu_ps(out + from + 16, both.second);
            lanes[j] = _mm512_add_ps(lanes[j], both.first);
            lanes[j + 1] = _mm512_add_ps(lanes[j + 1], both.second);
        }
    for (; i + kLanes <= count; i += kLanes)
        for (std::size_t j = 0; j < 4; ++j) {
            const __m512 value = sixteen(in + 2 * i + 32 * j);
            _mm512_storeu_ps(out + i + 16 * j, value);
            lanes[j] = _mm512_add_ps(lanes[j], value);
        }
    for (std::size_t k = i; k < count; k += 16) {
        const std::size_t left = std::min<std::size_t>(count - k, 16);
        const __m512 value =
            odd ? interleaved(someSquares<kStudent>(sums.all + k / 2, (left + 1) / 2, how),
                              someSquares<kStudent>(sums.odd + k / 2, left / 2, how))
                      .first
                : someSquares<kStudent>(sums.all + k, left, how);
        _mm512_mask_storeu_ps(out + k, static_cast<__mmask16>((1U << left) - 1U), value);
    }
    Lanes totals[4];
    std::memcpy(totals, lanes, sizeof totals);
    return total(totals, out + i, count - i);
}

/// The squares of at most kRun shifts, and their sum.
FORESHOCK_WIDE double run(const Sums &sums, std::size_t count, Statistic how, float *out)
{
    return how.events == 0.0F ? wideRun<false>(sums, count, how, out) : wideRun<true>(sums, count, how, out);
}
#endif

FORESHOCK_PLAIN double run(const Sums &sums, std::size_t count, Statistic how, float *out)
{
    if (sums.odd) {
        squares(sums.all, (count + 1) / 2, 2, how, out);
        squares(sums.odd, count / 2, 2, how, out + 1);
    } else {
        squares(sums.all, count, 1, how, out);
    }
    Lanes lanes[4] = {};
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (std::size_t j = 0; j < 4; ++j) {
            Lanes next;
            std::memcpy(&next, out + i + 16 * j, sizeof next);
            lanes[j] += next;
        }
    return total(lanes, out + i, count - i);
}

double squaresAndSum(const Sums &sums, std::size_t bars, Statistic how, float *out)
{
    double sum = 0.0;
    for (std::size_t start = 0; start < bars; start += kRun) { // kRun is even
        const Sums here = sums.odd ? Sums{sums.all + start / 2, sums.odd + start / 2} : Sums{sums.all + start};
        sum += run(here, std::min(kRun, bars - start), how, out + start);
    }
    return sum;
}

} // namespace

double squareX(const Sums &sums, std::size_t bars, float floor, float *squares)
{
    return squaresAndSum(sums, bars, {floor, 0.0F}, squares);
}

double squareT(const Sums &sums, std::size_t bars, float floor, float events, float *squares)
{
    return squaresAndSum(sums, bars, {floor, events}, squares);
}

namespace {

/// Raises the maxima by the scaled values and lists the shifts of those that are in a bin; returns how many
/// there are.
#if defined(FORESHOCK_HAS_WIDE)
FORESHOCK_WIDE std::size_t exceedances(const float *x, std::size_t count, float factor, float *maxima,
                                       std::uint32_t *shifts)
{
    const __m512 first = _mm512_castsi512_ps(_mm512_set1_epi32(static_cast<int>(kFirstBits)));
    const __m512 scale = _mm512_set1_ps(factor);
    const __m512i step = _mm512_set1_epi32(16);
    __m512i shift = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    std::size_t found = 0;
    for (std::size_t s = 0; s < count; s += 16) {
        const auto here = static_cast<__mmask16>(count - s >= 16 ? 0xFFFFU : (1U << (count - s)) - 1U);
        const __m512 value = _mm512_mul_ps(_mm512_maskz_loadu_ps(here, x + s), scale);
        _mm512_mask_storeu_ps(maxima + s, here,
                              _mm512_max_ps(value, _mm512_maskz_loadu_ps(here, maxima + s)));
        const __mmask16 in = _mm512_cmp_ps_mask(value, first, _CMP_GE_OQ);
        const __m512i kept = _mm512_maskz_compress_epi32(in, shift);
        const auto more = static_cast<std::size_t>(std::popcount(static_cast<unsigned>(in)));
        if (more <= 4) [[likely]] // a wide store would cross a cache line nearly every time
            _mm_storeu_si128(reinterpret_cast<__m128i *>(shifts + found), _mm512_castsi512_si128(kept));
        else
            _mm512_storeu_si512(shifts + found, kept);
        found += more;
        shift = _mm512_add_epi32(shift, step);
    }
    return found;
}

/// Turns the shifts of values that are in a bin into their places in the table of counts,
/// (bin / 64)·64·shifts + s·64 + bin mod 64; returns the largest bin.
FORESHOCK_WIDE std::uint32_t findPlaces(const float *x, std::size_t count, float factor,
                                        std::uint32_t *shifts, std::size_t found)
{
    const __m512i first = _mm512_set1_epi32(static_cast<int>(kFirstBits));
    const __m512i last = _mm512_set1_epi32(static_cast<int>(kBins - 1));
    const __m512i within = _mm512_set1_epi32(static_cast<int>(kPlane - 1));
    const __m512i planes = _mm512_set1_epi32(static_cast<int>(count));
    const __m512i row = _mm512_set1_epi32(static_cast<int>(kPlane));
    __m512i largest = _mm512_setzero_si512();
    for (std::size_t i = 0; i < found; i += 16) {
        const auto here = static_cast<__mmask16>(found - i >= 16 ? 0xFFFFU : (1U << (found - i)) - 1U);
        const __m512i shift = _mm512_maskz_loadu_epi32(here, shifts + i);
        const __m512 value =
            _mm512_mul_ps(_mm512_mask_i32gather_ps(_mm512_setzero_ps(), here, shift, x, sizeof(float)),
                          _mm512_set1_ps(factor));
        const __m512i above = _mm512_sub_epi32(_mm512_castps_si512(value), first);
        const __m512i bin = _mm512_maskz_min_epu32(here, _mm512_srli_epi32(above, kBinShift), last);
        largest = _mm512_max_epu32(largest, bin);
        const __m512i plane = _mm512_mullo_epi32(_mm512_andnot_si512(within, bin), planes);
        const __m512i place = _mm512_add_epi32(_mm512_add_epi32(plane, _mm512_mullo_epi32(shift, row)),
                                               _mm512_and_si512(bin, within));
        _mm512_mask_storeu_epi32(shifts + i, here, place);
    }
    return static_cast<std::uint32_t>(_mm512_reduce_max_epu32(largest));
}
#endif

FORESHOCK_PLAIN std::size_t exceedances(const float *x, std::size_t count, float factor, float *maxima,
                                        std::uint32_t *shifts)
{
    constexpr auto kFirst = std::bit_cast<float>(kFirstBits);
    std::size_t found = 0;
    for (std::size_t s = 0; s < count; ++s) { // no branch: one value in twenty is kept, at random places
        const float value = x[s] * factor;
        maxima[s] = maxima[s] < value ? value : maxima[s];
        shifts[found] = static_cast<std::uint32_t>(s);
        found += value >= kFirst ? 1 : 0;
    }
    return found;
}

FORESHOCK_PLAIN std::uint32_t findPlaces(const float *x, std::size_t count, float factor,
                                         std::uint32_t *shifts, std::size_t found)
{
    constexpr auto kWithin = static_cast<std::uint32_t>(kPlane - 1);
    std::uint32_t largest = 0;
    for (std::size_t i = 0; i < found; ++i) {
        const std::uint32_t s = shifts[i];
        const auto bits = std::bit_cast<std::uint32_t>(x[s] * factor); // not negative, so they are ordered
        const std::uint32_t bin = std::min((bits - kFirstBits) >> kBinShift, kBins - 1);
        largest = std::max(largest, bin);
        shifts[i] = (bin & ~kWithin) * static_cast<std::uint32_t>(count) +
                    s * static_cast<std::uint32_t>(kPlane) + (bin & kWithin);
    }
    return largest;
}

} // namespace

std::size_t countExceedances(const float *x, std::size_t shifts, float factor, float *maxima,
                             std::uint32_t *scratch, std::uint16_t *counts)
{
    const std::size_t found = exceedances(x, shifts, factor, maxima, scratch);
    if (found == 0)
        return 0;
    const std::uint32_t largest = findPlaces(x, shifts, factor, scratch, found);
    for (std::size_t i = 0; i < found; ++i)
        ++counts[scratch[i]];
    return largest / kPlane + 1;
}

} // namespace core::discovery::kernel
