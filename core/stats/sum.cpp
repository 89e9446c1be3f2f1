// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/sum.h"

#include <cassert>
#include <cmath>

namespace core::stats {

void Sum::add(double x)
{
    const double next = m_sum + x;
    if (std::isfinite(next)) // an infinite term must give infinity, not inf - inf
        m_lost += std::fabs(m_sum) >= std::fabs(x) ? (m_sum - next) + x : (x - next) + m_sum;
    m_sum = next;
}

double sum(std::span<const double> x)
{
    Sum total;
    for (const double value : x)
        total.add(value);
    return total.value();
}

double dot(std::span<const double> x, std::span<const double> y)
{
    assert(x.size() == y.size());
    Sum total;
    for (std::size_t i = 0; i < x.size(); ++i)
        total.add(x[i] * y[i]);
    return total.value();
}

} // namespace core::stats
