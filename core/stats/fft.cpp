// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/fft.h"

#include <fftw3.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <new>
#include <type_traits>

namespace core::stats {

namespace {

std::mutex &planLock() // FFTW's planner is not safe for threads, in either precision
{
    static std::mutex lock;
    return lock;
}

} // namespace

bool isSmooth(std::size_t n)
{
    if (n == 0)
        return false;
    for (const std::size_t prime : {2U, 3U, 5U, 7U, 11U, 13U})
        while (n % prime == 0)
            n /= prime;
    return n == 1;
}

std::size_t nextSmooth(std::size_t n)
{
    n = std::max<std::size_t>(n, 1);
    while (!isSmooth(n))
        ++n;
    return n;
}

std::size_t previousSmooth(std::size_t n)
{
    while (n > 0 && !isSmooth(n))
        --n;
    return n;
}

void FftDeleter::operator()(void *memory) const
{
    std::free(memory);
}

template <typename T>
FftBuffer<T> makeFftBuffer(std::size_t count)
{
    static_assert(std::is_trivially_destructible_v<T>);
    // fftw_malloc promises 16 or 32 bytes only; the kernels read whole cache lines
    constexpr std::size_t kLine = 64;
    const std::size_t bytes = (std::max<std::size_t>(count, 1) * sizeof(T) + kLine - 1) / kLine * kLine;
    void *memory = std::aligned_alloc(kLine, bytes);
    if (memory == nullptr)
        throw std::bad_alloc();
    std::memset(memory, 0, bytes);
    return FftBuffer<T>(static_cast<T *>(memory));
}

template FftBuffer<float> makeFftBuffer<float>(std::size_t);
template FftBuffer<double> makeFftBuffer<double>(std::size_t);
template FftBuffer<std::complex<float>> makeFftBuffer<std::complex<float>>(std::size_t);
template FftBuffer<std::complex<double>> makeFftBuffer<std::complex<double>>(std::size_t);

template <typename Real>
const Fft<Real> &Fft<Real>::ofLength(std::size_t n)
{
    assert(n >= 1);
    const std::scoped_lock lock(planLock());
    static std::map<std::size_t, std::unique_ptr<Fft>> plans; // guarded by planLock()
    std::unique_ptr<Fft> &slot = plans[n];
    if (!slot)
        slot.reset(new Fft(n));
    return *slot;
}

template <>
Fft<float>::Fft(std::size_t n)
    : m_length(n)
{
    const auto real = makeFftBuffer<float>(n);
    const auto in = makeFftBuffer<Complex>(n);
    const auto out = makeFftBuffer<Complex>(n);
    auto *from = reinterpret_cast<fftwf_complex *>(in.get());
    auto *to = reinterpret_cast<fftwf_complex *>(out.get());
    const int length = static_cast<int>(n);
    m_forward = fftwf_plan_dft_r2c_1d(length, real.get(), to, FFTW_ESTIMATE | FFTW_PRESERVE_INPUT);
    m_inverse = fftwf_plan_dft_c2r_1d(length, from, real.get(), FFTW_ESTIMATE | FFTW_DESTROY_INPUT);
    m_inverseComplex =
        fftwf_plan_dft_1d(length, from, to, FFTW_BACKWARD, FFTW_ESTIMATE | FFTW_PRESERVE_INPUT);
}

template <>
Fft<double>::Fft(std::size_t n)
    : m_length(n)
{
    const auto real = makeFftBuffer<double>(n);
    const auto in = makeFftBuffer<Complex>(n);
    const auto out = makeFftBuffer<Complex>(n);
    auto *from = reinterpret_cast<fftw_complex *>(in.get());
    auto *to = reinterpret_cast<fftw_complex *>(out.get());
    const int length = static_cast<int>(n);
    m_forward = fftw_plan_dft_r2c_1d(length, real.get(), to, FFTW_ESTIMATE | FFTW_PRESERVE_INPUT);
    m_inverse = fftw_plan_dft_c2r_1d(length, from, real.get(), FFTW_ESTIMATE | FFTW_DESTROY_INPUT);
    m_inverseComplex = fftw_plan_dft_1d(length, from, to, FFTW_BACKWARD, FFTW_ESTIMATE | FFTW_PRESERVE_INPUT);
}

template <>
Fft<float>::~Fft()
{
    for (void *plan : {m_forward, m_inverse, m_inverseComplex})
        fftwf_destroy_plan(static_cast<fftwf_plan>(plan));
}

template <>
Fft<double>::~Fft()
{
    for (void *plan : {m_forward, m_inverse, m_inverseComplex})
        fftw_destroy_plan(static_cast<fftw_plan>(plan));
}

template <>
void Fft<float>::forward(const float *in, Complex *out) const
{
    // FFTW_PRESERVE_INPUT: the pointer is not written through
    fftwf_execute_dft_r2c(static_cast<fftwf_plan>(m_forward), const_cast<float *>(in),
                          reinterpret_cast<fftwf_complex *>(out));
}

template <>
void Fft<double>::forward(const double *in, Complex *out) const
{
    fftw_execute_dft_r2c(static_cast<fftw_plan>(m_forward), const_cast<double *>(in),
                         reinterpret_cast<fftw_complex *>(out));
}

template <>
void Fft<float>::inverse(Complex *in, float *out) const
{
    fftwf_execute_dft_c2r(static_cast<fftwf_plan>(m_inverse), reinterpret_cast<fftwf_complex *>(in), out);
}

template <>
void Fft<double>::inverse(Complex *in, double *out) const
{
    fftw_execute_dft_c2r(static_cast<fftw_plan>(m_inverse), reinterpret_cast<fftw_complex *>(in), out);
}

template <>
void Fft<float>::inverseComplex(const Complex *in, Complex *out) const
{
    fftwf_execute_dft(static_cast<fftwf_plan>(m_inverseComplex),
                      reinterpret_cast<fftwf_complex *>(const_cast<Complex *>(in)),
                      reinterpret_cast<fftwf_complex *>(out));
}

template <>
void Fft<double>::inverseComplex(const Complex *in, Complex *out) const
{
    fftw_execute_dft(static_cast<fftw_plan>(m_inverseComplex),
                     reinterpret_cast<fftw_complex *>(const_cast<Complex *>(in)),
                     reinterpret_cast<fftw_complex *>(out));
}

template class Fft<float>;
template class Fft<double>;

std::vector<double> circularCorrelation(std::span<const double> w, std::span<const double> r)
{
    assert(w.size() == r.size());
    const std::size_t bars = w.size();
    if (bars == 0)
        return {};
    const std::size_t n = isSmooth(bars) ? bars : nextSmooth(2 * bars);
    const auto &fft = Fft<double>::ofLength(n);
    const auto real = makeFftBuffer<double>(n);
    const auto first = makeFftBuffer<std::complex<double>>(n / 2 + 1);
    const auto second = makeFftBuffer<std::complex<double>>(n / 2 + 1);
    std::copy(w.begin(), w.end(), real.get());
    fft.forward(real.get(), first.get());
    std::copy(r.begin(), r.end(), real.get());
    fft.forward(real.get(), second.get());
    for (std::size_t k = 0; k <= n / 2; ++k)
        first[k] = std::conj(first[k]) * second[k];
    fft.inverse(first.get(), real.get());
    std::vector<double> result(bars);
    for (std::size_t s = 0; s < bars; ++s)
        result[s] = (real[s] + (n == bars || s == 0 ? 0.0 : real[n - bars + s])) / static_cast<double>(n);
    return result;
}

} // namespace core::stats
