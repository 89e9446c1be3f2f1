// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which of some tens of series drive which, and at what lag, once what they share has been taken out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// A series, so many bars before.
struct LaggedNode {
    std::size_t series = 0;
    std::size_t lag = 0;

    bool operator==(const LaggedNode &) const = default;
};

struct CausalLinks {
    std::size_t series = 0;
    std::size_t most = 0; ///< the longest lag
    /// [from][to][lag], lags 0..most; lag 0 and lags below the shortest hold 0 and 1.
    std::vector<double> correlation; ///< partial, given the parents of both ends
    std::vector<double> p;
    std::vector<double> q;                        ///< BH over all links tested
    std::vector<std::vector<LaggedNode>> parents; ///< per series, the strongest first

    [[nodiscard]] std::size_t at(std::size_t from, std::size_t to, std::size_t lag) const;
};

struct CausalOptions {
    std::size_t least = 1;    ///< the shortest lag, at least 1
    std::size_t most = 1;     ///< the longest
    double parentAlpha = 0.2; ///< at which a parent stays
};

/// PCMCI with partial correlations (Runge et al. 2019). First, for every series, PC1: all lagged series are
/// candidate parents, and each is dropped once it is insignificant given the 0, 1, 2 … strongest others. Then
/// every link is tested given the parents of its end and those of its beginning. It assumes linear
/// dependence, nothing common left out, and no effect within one bar. `columns`: one series each, of equal
/// length, no missing values; the first 2·most bars serve as past only. Collinear conditions and samples too
/// short leave a link untested (0 and 1). Cost: (series·most)² for the correlations, then a small system per
/// test; meant for tens of series.
[[nodiscard]] CausalLinks causalLinks(std::span<const std::vector<double>> columns,
                                      const CausalOptions &options);

} // namespace core::stats
