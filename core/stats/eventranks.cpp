// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/eventranks.h"

#include "core/base/missing.h"
#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"
#include "core/stats/ranks.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cmath>

namespace core::stats {

using base::kMissing;

namespace {

/// Ranks of the present values over (1 + their number), less ½; NaN stays.
std::vector<double> centredRanks(std::span<const double> values)
{
    const std::vector<double> known = present(values);
    const std::vector<double> order = ranks(known);
    std::vector<double> result;
    std::size_t next = 0;
    for (const double value : values)
        result.push_back(std::isnan(value) ? kMissing
                                           : order[next++] / static_cast<double>(known.size() + 1) - 0.5);
    return result;
}

/// Column t of rows of `width` values, the present ones.
std::vector<double> column(const std::vector<double> &rows, std::size_t width, std::size_t t)
{
    std::vector<double> values;
    for (std::size_t i = t; i < rows.size(); i += width)
        values.push_back(rows[i]);
    return present(values);
}

/// A row per event that takes part: ranks of the standardized estimation residuals, and of its SCAR at the
/// end.
std::vector<double> generalizedRows(const EventStudy &study, const std::vector<double> &scar)
{
    std::vector<double> rows;
    const double spread = standardDeviation(present(scar));
    for (std::size_t event = 0; event < study.events; ++event) {
        if (std::isnan(scar[event]))
            continue;
        const auto own =
            std::span(study.standardizedResiduals).subspan(event * study.estimation, study.estimation);
        std::vector<double> values(own.begin(), own.end());
        values.push_back(scar[event] / spread);
        const std::vector<double> order = centredRanks(values);
        rows.insert(rows.end(), order.begin(), order.end());
    }
    return rows;
}

} // namespace

EventTest corradoRank(const EventStudy &study, EventSpan span)
{
    const std::size_t bars = study.estimation + study.window;
    std::vector<double> rows;
    for (std::size_t event = 0; event < study.events; ++event) {
        const auto before = std::span(study.residuals).subspan(event * study.estimation, study.estimation);
        const auto after = std::span(study.abnormal).subspan(event * study.window, study.window);
        std::vector<double> all(before.begin(), before.end());
        all.insert(all.end(), after.begin(), after.end());
        const std::vector<double> order = centredRanks(all);
        rows.insert(rows.end(), order.begin(), order.end());
    }
    Sum inside;
    Sum squares;
    double days = 0.0;
    double length = 0.0;
    std::size_t n = 0;
    for (std::size_t t = 0; t < bars; ++t) {
        const std::vector<double> day = column(rows, bars, t);
        if (day.empty())
            continue;
        const double y = sum(day) / std::sqrt(static_cast<double>(day.size()));
        squares.add(y * y);
        days += 1.0;
        if (t < study.estimation + span.first || t > study.estimation + span.last)
            continue;
        inside.add(y);
        length += 1.0;
        n = std::max(n, day.size());
    }
    const double z = length > 0.0 ? inside.value() / std::sqrt(length * squares.value() / days) : kMissing;
    return {z, normalTwoSided(z), 0.0, n};
}

GeneralizedRank generalizedRank(const EventStudy &study, EventSpan span)
{
    const std::vector<double> scar = standardizedCumulated(study, span);
    const std::vector<double> rows = generalizedRows(study, scar);
    const std::size_t width = study.estimation + 1;
    const auto events = static_cast<double>(rows.size() / width);
    GeneralizedRank result;
    result.mean = mean(column(rows, width, study.estimation));
    Sum squares;
    double bars = 0.0;
    for (std::size_t t = 0; t < width; ++t) {
        const std::vector<double> day = column(rows, width, t);
        if (day.empty())
            continue;
        squares.add(static_cast<double>(day.size()) / events * mean(day) * mean(day));
        bars += 1.0;
    }
    result.ratio = result.mean / std::sqrt(squares.value() / bars);
    const double t = result.ratio * std::sqrt((bars - 2.0) / (bars - 1.0 - result.ratio * result.ratio));
    const auto n = static_cast<std::size_t>(events);
    result.t = {t, studentTwoSided(t, bars - 2.0), bars - 2.0, n};
    Sum variance;
    for (std::size_t event = 0; event < study.events; ++event)
        if (!std::isnan(scar[event])) {
            const auto count = static_cast<double>(study.fits[event].bars + 1); // T
            variance.add((count - 1.0) / (count + 1.0));
        }
    const double z = result.mean / std::sqrt(variance.value() / (12.0 * events * events));
    result.z = {z, normalTwoSided(z), 0.0, n};
    return result;
}

EventTest signTest(std::span<const double> values)
{
    return generalizedSign(values, 0.5);
}

double positiveShare(const EventStudy &study)
{
    std::vector<double> shares;
    for (std::size_t event = 0; event < study.events; ++event) {
        const std::vector<double> known =
            present(std::span(study.residuals).subspan(event * study.estimation, study.estimation));
        if (known.empty())
            continue;
        const auto above = std::count_if(known.begin(), known.end(), [](double u) { return u > 0.0; });
        shares.push_back(static_cast<double>(above) / static_cast<double>(known.size()));
    }
    return mean(shares);
}

EventTest generalizedSign(std::span<const double> values, double share)
{
    const std::vector<double> known = present(values);
    const auto n = static_cast<double>(known.size());
    const auto above = std::count_if(known.begin(), known.end(), [](double x) { return x > 0.0; });
    const double z = (static_cast<double>(above) - n * share) / std::sqrt(n * share * (1.0 - share));
    return {z, normalTwoSided(z), 0.0, known.size()};
}

} // namespace core::stats
