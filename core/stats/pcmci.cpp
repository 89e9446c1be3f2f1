// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/pcmci.h"

#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"
#include "core/stats/multiplicity.h"
#include "core/stats/sum.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace core::stats {

namespace {

struct PartialCorrelation {
    double value = 0;
    double p = 1;
};

/// The correlations of all series at lags 0..2·most over the bars that have all those lags: every partial
/// correlation follows from them.
class LaggedCorrelations final
{
public:
    LaggedCorrelations(std::span<const std::vector<double>> columns, std::size_t most)
        : m_depth(2 * most + 1)
    {
        const std::size_t bars = columns.empty() ? 0 : columns[0].size();
        m_bars = bars > 2 * most ? bars - 2 * most : 0;
        std::vector<std::vector<double>> scaled;
        for (const std::vector<double> &column : columns)
            for (std::size_t lag = 0; lag < m_depth; ++lag)
                scaled.push_back(unit(std::span(column).subspan(m_bars == 0 ? 0 : 2 * most - lag, m_bars)));
        const auto size = static_cast<Eigen::Index>(scaled.size());
        m_correlations = Eigen::MatrixXd::Identity(size, size);
        for (Eigen::Index a = 0; a < size; ++a)
            for (Eigen::Index b = 0; b < a; ++b)
                m_correlations(a, b) = m_correlations(b, a) =
                    dot(scaled[static_cast<std::size_t>(a)], scaled[static_cast<std::size_t>(b)]);
    }

    /// Of two nodes given others: from the inverse of their correlations. p by Student's t.
    [[nodiscard]] PartialCorrelation partial(LaggedNode x, LaggedNode y,
                                             std::span<const LaggedNode> given) const
    {
        std::vector<Eigen::Index> places{place(x), place(y)};
        for (const LaggedNode node : given)
            places.push_back(place(node));
        const double degrees = static_cast<double>(m_bars) - static_cast<double>(places.size());
        const Eigen::LDLT<Eigen::MatrixXd> parts(m_correlations(places, places).eval());
        if (degrees < 1.0 || parts.info() != Eigen::Success || !(parts.vectorD().minCoeff() > 1e-12))
            return {};
        const auto size = static_cast<Eigen::Index>(places.size());
        const Eigen::MatrixXd columns = parts.solve(Eigen::MatrixXd::Identity(size, size).leftCols(2));
        const double r = -columns(1, 0) / std::sqrt(columns(0, 0) * columns(1, 1));
        return {r, studentTwoSided(r * std::sqrt(degrees / ((1.0 - r) * (1.0 + r))), degrees)};
    }

private:
    [[nodiscard]] Eigen::Index place(LaggedNode node) const
    {
        return static_cast<Eigen::Index>(node.series * m_depth + node.lag);
    }

    static std::vector<double> unit(std::span<const double> x)
    {
        std::vector<double> result(x.begin(), x.end());
        const double centre = mean(x);
        for (double &value : result)
            value -= centre;
        const double length = std::sqrt(dot(result, result));
        for (double &value : result)
            value = length > 0.0 ? value / length : 0.0;
        return result;
    }

    std::size_t m_depth;
    std::size_t m_bars = 0;
    Eigen::MatrixXd m_correlations;
};

/// A candidate parent and the weakest correlation it had so far.
struct Candidate {
    LaggedNode node;
    double weakest = std::numeric_limits<double>::infinity();
};

std::vector<LaggedNode> findParents(const LaggedCorrelations &correlations, std::size_t series,
                                    std::size_t to, const CausalOptions &options)
{
    std::vector<Candidate> candidates;
    for (std::size_t from = 0; from < series; ++from)
        for (std::size_t lag = options.least; lag <= options.most; ++lag)
            candidates.push_back({{from, lag}});
    for (std::size_t others = 0; others < candidates.size(); ++others) {
        std::vector<Candidate> kept;
        for (const Candidate &candidate : candidates) { // all are tested given the list as the round began
            std::vector<LaggedNode> given;
            for (const Candidate &other : candidates)
                if (given.size() < others && !(other.node == candidate.node))
                    given.push_back(other.node);
            const PartialCorrelation found = correlations.partial(candidate.node, {to, 0}, given);
            if (found.p <= options.parentAlpha)
                kept.push_back({candidate.node, std::min(candidate.weakest, std::fabs(found.value))});
        }
        std::stable_sort(kept.begin(), kept.end(),
                         [](const Candidate &a, const Candidate &b) { return a.weakest > b.weakest; });
        candidates = std::move(kept);
    }
    std::vector<LaggedNode> parents;
    for (const Candidate &candidate : candidates)
        parents.push_back(candidate.node);
    return parents;
}

/// The parents of the link's end without its beginning, and the parents of its beginning, as long before as
/// that is.
std::vector<LaggedNode> conditions(const CausalLinks &links, LaggedNode from, std::size_t to)
{
    std::vector<LaggedNode> given;
    for (const LaggedNode parent : links.parents[to])
        if (!(parent == from))
            given.push_back(parent);
    for (const LaggedNode parent : links.parents[from.series]) {
        const LaggedNode earlier{parent.series, parent.lag + from.lag};
        if (std::find(given.begin(), given.end(), earlier) == given.end())
            given.push_back(earlier);
    }
    return given;
}

} // namespace

std::size_t CausalLinks::at(std::size_t from, std::size_t to, std::size_t lag) const
{
    return (from * series + to) * (most + 1) + lag;
}

CausalLinks causalLinks(std::span<const std::vector<double>> columns, const CausalOptions &options)
{
    assert(options.least >= 1 && options.least <= options.most);
    CausalLinks links;
    links.series = columns.size();
    links.most = options.most;
    const std::size_t cells = links.series * links.series * (links.most + 1);
    links.correlation.assign(cells, 0.0);
    links.p.assign(cells, 1.0);
    links.q.assign(cells, 1.0);
    const LaggedCorrelations correlations(columns, options.most);
    for (std::size_t to = 0; to < links.series; ++to)
        links.parents.push_back(findParents(correlations, links.series, to, options));
    std::vector<std::size_t> places;
    std::vector<double> p;
    for (std::size_t from = 0; from < links.series; ++from)
        for (std::size_t to = 0; to < links.series; ++to)
            for (std::size_t lag = options.least; lag <= options.most; ++lag) {
                const auto found =
                    correlations.partial({from, lag}, {to, 0}, conditions(links, {from, lag}, to));
                places.push_back(links.at(from, to, lag));
                links.correlation[places.back()] = found.value;
                links.p[places.back()] = found.p;
                p.push_back(found.p);
            }
    const std::vector<double> q = adjustedPValues(p, Correction::BenjaminiHochberg);
    for (std::size_t i = 0; i < places.size(); ++i)
        links.q[places[i]] = q[i];
    return links;
}

} // namespace core::stats
