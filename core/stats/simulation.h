// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated returns and events, for the tables that show what each test does when nothing is there.
#pragma once

#include "core/stats/random.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// One draw of unit variance: Student's t with `degrees` above 2 (the polar method of Bailey 1994), or the
/// normal law for 0.
[[nodiscard]] double shock(Random &random, double degrees);

/// r[t] = autoregression·r[t−1] + d[t]·shock, with d² = 1 − arch − garch + arch·(d·shock)² + garch·d² of the
/// bar before (Bollerslev 1986): the innovations have variance 1. arch + garch < 1, |autoregression| < 1.
struct ReturnModel {
    double autoregression = 0;
    double arch = 0;
    double garch = 0;
    double degrees = 0; ///< of the shocks; 0: normal
};

struct ReturnPath {
    std::vector<double> returns;
    std::vector<double> deviations; ///< d[t], known the bar before
};

/// A path after 200 bars that are thrown away.
[[nodiscard]] ReturnPath simulateReturns(Random &random, std::size_t bars, const ReturnModel &model);

/// How events excite each other: `branching` of them follow one on average, with an influence that falls by
/// exp(−decay) a bar. 0 branching is a Poisson process.
struct Clustering {
    double branching = 0.7;
    double decay = 0.3;
};

/// The bars of a discrete Hawkes process (Hawkes 1971) that has rate[t] events a bar on average where the
/// rate is steady; at most one event a bar.
[[nodiscard]] std::vector<std::uint32_t> simulateEvents(Random &random, std::span<const double> rate,
                                                        const Clustering &clustering);

} // namespace core::stats
