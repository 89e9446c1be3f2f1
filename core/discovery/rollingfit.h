// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Ordinary least squares on the window of bars before t, moved along a series one bar at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace core::discovery {

/// y on a constant and k ≤ 10 regressors, fitted on the `window` bars before t where all are present. NaN is
/// missing.
class RollingFit final
{
public:
    RollingFit(std::vector<double> y, std::vector<std::vector<double>> regressors, std::size_t window);

    /// Moves the window to the bars [t − window, t); t must not decrease.
    void advanceTo(std::size_t t);
    /// The expected y of bar t over `span` bars (the constant counts once per bar). NaN when fewer than 80 %
    /// of the window's bars are present, a regressor of bar t is missing, a regressor does not vary or
    /// they are linearly dependent.
    [[nodiscard]] double predict(std::size_t t, std::uint8_t span) const;

private:
    void add(std::size_t bar, double sign);
    [[nodiscard]] bool present(std::size_t bar) const;

    std::vector<double> m_y;
    std::vector<std::vector<double>> m_x;
    std::size_t m_window;
    std::size_t m_end = 0;
    std::size_t m_count = 0;
    std::vector<double> m_sums;    ///< of (1, x…)(1, x…, y) products, row by row
    std::vector<double> m_largest; ///< the largest Σx² of each x since the sums were taken afresh
};

} // namespace core::discovery
