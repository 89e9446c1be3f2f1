// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The one way to add doubles whose result enters a stored figure: always left to right, compensated.
#pragma once

#include <cstddef>
#include <span>

namespace core::stats {

/// A running sum (Neumaier 1974): the order is the order of add(), so the bits do not depend on addresses,
/// vector width or threads, and the error does not grow with the number of terms.
class Sum final
{
public:
    void add(double x);
    [[nodiscard]] double value() const { return m_sum + m_lost; }

private:
    double m_sum = 0.0;
    double m_lost = 0.0;
};

/// Sum of all values; 0 for none.
[[nodiscard]] double sum(std::span<const double> x);

/// Sum of x[i]·y[i]; both spans have the same length.
[[nodiscard]] double dot(std::span<const double> x, std::span<const double> y);

} // namespace core::stats
