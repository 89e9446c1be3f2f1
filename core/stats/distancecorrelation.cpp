// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/distancecorrelation.h"

#include "core/base/missing.h"
#include "core/stats/descriptive.h"
#include "core/stats/ranks.h"
#include "core/stats/sum.h"

#include <cassert>
#include <cmath>
#include <cstddef>
#include <vector>

namespace core::stats {

using base::kMissing;

namespace {

/// What is known of the points up to some y.
struct Totals {
    double count = 0;
    double x = 0;
    double y = 0;
    double xy = 0;

    void add(const Totals &other)
    {
        count += other.count;
        x += other.x;
        y += other.y;
        xy += other.xy;
    }
};

/// Sums over the points whose y has at most some rank (Fenwick 1994).
class RankSums final
{
public:
    explicit RankSums(std::size_t n)
        : m_nodes(n + 1)
    {}

    void add(std::size_t rank, const Totals &point)
    {
        for (std::size_t node = rank + 1; node < m_nodes.size(); node += node & (~node + 1))
            m_nodes[node].add(point);
    }

    [[nodiscard]] Totals below(std::size_t rank) const
    {
        Totals totals;
        for (std::size_t node = rank; node > 0; node -= node & (~node + 1))
            totals.add(m_nodes[node]);
        return totals;
    }

private:
    std::vector<Totals> m_nodes;
};

/// Σ over j of |x_i − x_j|, per i.
std::vector<double> distanceSums(std::span<const double> x)
{
    const std::vector<std::size_t> order = ascending(x);
    const double all = sum(x);
    const auto n = static_cast<double>(x.size());
    std::vector<double> sums(x.size());
    Sum before;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const double value = x[order[place]];
        // those below: place·value − before; those above: all − before − value − …
        sums[order[place]] = (2.0 * static_cast<double>(place) - n) * value + all - 2.0 * before.value();
        before.add(value);
    }
    return sums;
}

/// Σ over i ≠ j of |x_i − x_j|·|y_i − y_j|.
double productSum(std::span<const double> x, std::span<const double> y)
{
    std::vector<std::size_t> rankOfY(y.size());
    std::size_t next = 0;
    for (const std::size_t i : ascending(y))
        rankOfY[i] = next++;
    RankSums seen(x.size());
    Totals all;
    Sum total;
    for (const std::size_t i : ascending(x)) {
        // Σ over the points before of (x_i − x)(y_i − y): as it is for those with y below, negative for the
        // others
        const auto signedSum = [&](const Totals &t) {
            return t.count * x[i] * y[i] - x[i] * t.y - y[i] * t.x + t.xy;
        };
        total.add(2.0 * signedSum(seen.below(rankOfY[i])) - signedSum(all));
        const Totals point{1.0, x[i], y[i], x[i] * y[i]};
        seen.add(rankOfY[i], point);
        all.add(point);
    }
    return 2.0 * total.value();
}

/// The V- and U-statistic of the squared distance covariance.
struct Covariance {
    double v = 0;
    double u = 0;
};

Covariance covariance(std::span<const double> x, std::span<const double> y)
{
    const auto n = static_cast<double>(x.size());
    const std::vector<double> rowsX = distanceSums(x);
    const std::vector<double> rowsY = distanceSums(y);
    const double products = productSum(x, y);
    const double rows = dot(rowsX, rowsY);
    const double totals = sum(rowsX) * sum(rowsY);
    return {(products - 2.0 * rows / n + totals / (n * n)) / (n * n),
            (products - 2.0 * rows / (n - 2.0) + totals / ((n - 1.0) * (n - 2.0))) / (n * (n - 3.0))};
}

} // namespace

DistanceCorrelation distanceCorrelation(std::span<const double> x, std::span<const double> y)
{
    assert(x.size() == y.size());
    if (x.size() < 4)
        return {kMissing, kMissing, kMissing, kMissing};
    // distances do not change, and the products do not cancel
    const std::vector<double> ownX = centred(x);
    const std::vector<double> ownY = centred(y);
    const Covariance both = covariance(ownX, ownY);
    const Covariance onlyX = covariance(ownX, ownX);
    const Covariance onlyY = covariance(ownY, ownY);
    const double scaleV = std::sqrt(onlyX.v * onlyY.v);
    const double scaleU = std::sqrt(onlyX.u * onlyY.u);
    const double v = std::max(0.0, both.v); // rounding
    return {std::sqrt(v), scaleV > 0.0 ? std::sqrt(v / scaleV) : kMissing, both.u,
            scaleU > 0.0 ? both.u / scaleU : kMissing};
}

} // namespace core::stats
