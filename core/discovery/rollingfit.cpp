// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/rollingfit.h"

#include "core/base/missing.h"

#include <algorithm>
#include <cmath>

namespace core::discovery {

using base::kMissing;

namespace {

constexpr std::size_t kRefresh = 256; // sums are taken afresh so often, so that rounding does not pile up

constexpr double kNothing = 1e-12; // of the squares summed up: no more than their rounding

/// Solves the symmetric positive system in place by Cholesky; false when it is singular to 1e-12 of its
/// diagonal.
bool solve(std::vector<double> &a, std::vector<double> &b)
{
    const std::size_t n = b.size();
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = a[i * n + j];
            for (std::size_t k = 0; k < j; ++k)
                sum -= a[i * n + k] * a[j * n + k];
            if (i == j) {
                if (!(sum > 1e-12 * a[i * n + i]))
                    return false;
                a[i * n + i] = std::sqrt(sum);
            } else {
                a[i * n + j] = sum / a[j * n + j];
            }
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i * n + k] * b[k];
        b[i] /= a[i * n + i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            b[i] -= a[k * n + i] * b[k];
        b[i] /= a[i * n + i];
    }
    return true;
}

} // namespace

RollingFit::RollingFit(std::vector<double> y, std::vector<std::vector<double>> regressors, std::size_t window)
    : m_y(std::move(y))
    , m_x(std::move(regressors))
    , m_window(window)
    , m_sums((m_x.size() + 1) * (m_x.size() + 2), 0.0)
    , m_largest(m_x.size(), 0.0)
{}

bool RollingFit::present(std::size_t bar) const
{
    return m_y[bar] == m_y[bar] &&
           std::all_of(m_x.begin(), m_x.end(), [bar](const auto &x) { return x[bar] == x[bar]; });
}

void RollingFit::add(std::size_t bar, double sign)
{
    if (!present(bar))
        return;
    m_count = sign > 0 ? m_count + 1 : m_count - 1;
    const std::size_t k = m_x.size();
    const auto term = [&](std::size_t i) { return i == 0 ? 1.0 : i <= k ? m_x[i - 1][bar] : m_y[bar]; };
    for (std::size_t i = 0; i <= k; ++i) {
        for (std::size_t j = i; j <= k + 1; ++j)
            m_sums[i * (k + 2) + j] += sign * term(i) * term(j);
    }
    for (std::size_t i = 1; i <= k; ++i)
        m_largest[i - 1] = std::max(m_largest[i - 1], m_sums[i * (k + 2) + i]);
}

void RollingFit::advanceTo(std::size_t t)
{
    for (; m_end < t; ++m_end) {
        add(m_end, 1);
        if (m_end >= m_window)
            add(m_end - m_window, -1);
        if (m_end % kRefresh == 0) {
            std::fill(m_sums.begin(), m_sums.end(), 0.0);
            std::fill(m_largest.begin(), m_largest.end(), 0.0);
            m_count = 0;
            for (std::size_t bar = m_end + 1 > m_window ? m_end + 1 - m_window : 0; bar <= m_end; ++bar)
                add(bar, 1);
        }
    }
}

double RollingFit::predict(std::size_t t, std::uint8_t span) const
{
    const std::size_t k = m_x.size();
    if (5 * m_count < 4 * m_window || m_count < k + 2)
        return kMissing;
    // centred normal equations: slopes first, then the constant
    const double n = static_cast<double>(m_count);
    const auto sum = [&](std::size_t i, std::size_t j) { return m_sums[i * (k + 2) + j]; };
    std::vector<double> a(k * k), b(k);
    for (std::size_t i = 1; i <= k; ++i) {
        for (std::size_t j = 1; j <= i; ++j)
            a[(i - 1) * k + (j - 1)] = a[(j - 1) * k + (i - 1)] = sum(j, i) - sum(0, i) * sum(0, j) / n;
        b[i - 1] = sum(i, k + 1) - sum(0, i) * sum(0, k + 1) / n;
        if (!(a[(i - 1) * k + (i - 1)] > kNothing * m_largest[i - 1]))
            return kMissing; // a constant has no slope: what is left of it is rounding
    }
    if (!solve(a, b))
        return kMissing;
    double constant = sum(0, k + 1) / n;
    double out = 0;
    for (std::size_t i = 0; i < k; ++i) {
        constant -= b[i] * sum(0, i + 1) / n;
        out += b[i] * m_x[i][t];
    }
    return out + constant * span;
}

} // namespace core::discovery
