// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/calibrationruns.h"

#include "core/base/tr.h"
#include "core/stats/descriptive.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

Replications::Replications(std::size_t runs, std::size_t width)
    : m_width(width)
    , m_values(runs * width)
{}

std::span<double> Replications::of(std::size_t run)
{
    return std::span(m_values).subspan(run * m_width, m_width);
}

CalibrationFigure Replications::figure(std::size_t place) const
{
    stats::Sum values;
    stats::Sum squares;
    CalibrationFigure figure;
    for (std::size_t i = place; i < m_values.size(); i += m_width) {
        if (std::isnan(m_values[i]))
            continue;
        values.add(m_values[i]);
        squares.add(m_values[i] * m_values[i]);
        ++figure.runs;
    }
    const auto n = static_cast<double>(figure.runs);
    figure.ours = values.value() / n;
    const double centre = (values.value() + 1.0) / (n + 2.0);
    figure.error = std::sqrt(((squares.value() + 1.0) / (n + 2.0) - centre * centre) / n);
    return figure;
}

Result<Replications> replicate(std::uint64_t row, std::size_t width, const CalibrationOptions &options,
                               const Experiment &experiment)
{
    Replications replications(options.runs, width);
    std::atomic<std::uint64_t> next = 0;
    std::atomic<std::uint64_t> done = 0;
    const auto loop = [&] {
        for (std::uint64_t run = next++; run < options.runs && !options.cancel.isCancelled(); run = next++) {
            stats::Random random(options.seed, stats::RandomPurpose::Simulation, row << 40 | run);
            experiment(random, replications.of(run));
            const std::uint64_t count = ++done;
            if (options.progress)
                options.progress({count, options.runs, Tr::tr("Simulating")});
        }
    };
    {
        std::vector<std::jthread> pool;
        for (unsigned i = 1; i < options.threads; ++i)
            pool.emplace_back(loop);
        loop();
    }
    if (options.cancel.isCancelled())
        return Error{ErrorCode::Cancelled, Tr::tr("The simulation was cancelled; nothing of it was kept.")};
    return replications;
}

std::vector<double> circularResponses(const std::vector<double> &returns, std::size_t window)
{
    std::vector<double> result(returns.size(), 0.0);
    for (std::size_t t = 0; t < returns.size(); ++t)
        for (std::size_t j = 1; j <= window; ++j)
            result[t] += returns[(t + j) % returns.size()];
    return stats::centred(result);
}

} // namespace core::discovery
