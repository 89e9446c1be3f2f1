// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/eventtests.h"

#include "core/base/missing.h"
#include "core/stats/descriptive.h"
#include "core/stats/distributions.h"
#include "core/stats/sum.h"

#include <cmath>

namespace core::stats {

using base::kMissing;

namespace {

EventTest normalTest(double statistic, std::size_t n)
{
    return {statistic, normalTwoSided(statistic), 0.0, n};
}

EventTest studentTest(double statistic, double degrees, std::size_t n)
{
    return {statistic, studentTwoSided(statistic, degrees), degrees, n};
}

/// Var of one SAR: Student's with M − 2 degrees.
double patellVariance(const EventFit &fit)
{
    const auto bars = static_cast<double>(fit.bars);
    return (bars - 2.0) / (bars - 4.0);
}

/// The mean AR over the events, per estimation bar.
std::vector<double> averageResiduals(const EventStudy &study)
{
    std::vector<double> averages;
    for (std::size_t t = 0; t < study.estimation; ++t) {
        std::vector<double> day;
        for (std::size_t event = 0; event < study.events; ++event)
            day.push_back(study.residuals[event * study.estimation + t]);
        averages.push_back(mean(present(day)));
    }
    return averages;
}

} // namespace

EventTest crossSectional(std::span<const double> values)
{
    const std::vector<double> known = present(values);
    const auto n = static_cast<double>(known.size());
    return studentTest(std::sqrt(n) * mean(known) / standardDeviation(known), n - 1.0, known.size());
}

EventTest brownWarner(const EventStudy &study, EventSpan span)
{
    const std::vector<double> all = averageAbnormal(study);
    const std::vector<double> inside =
        present(std::span(all).subspan(span.first, span.last - span.first + 1));
    const std::vector<double> before = present(averageResiduals(study));
    std::size_t events = 0;
    for (const EventFit &fit : study.fits)
        events += std::isnan(fit.beta) ? 0 : 1;
    const double deviation = standardDeviation(before) * std::sqrt(static_cast<double>(inside.size()));
    return studentTest(sum(inside) / deviation, static_cast<double>(before.size()) - 1.0, events);
}

EventTest patellDay(const EventStudy &study, std::size_t bar)
{
    Sum standardized;
    Sum variance;
    std::size_t n = 0;
    for (std::size_t event = 0; event < study.events; ++event) {
        const double value = study.standardized[event * study.window + bar];
        if (std::isnan(value))
            continue;
        standardized.add(value);
        variance.add(patellVariance(study.fits[event]));
        ++n;
    }
    return normalTest(standardized.value() / std::sqrt(variance.value()), n);
}

EventTest patell(const EventStudy &study, EventSpan span)
{
    Sum scores;
    std::size_t n = 0;
    for (std::size_t event = 0; event < study.events; ++event) {
        const auto row = std::span(study.standardized)
                             .subspan(event * study.window + span.first, span.last - span.first + 1);
        const std::vector<double> known = present(row);
        if (known.empty())
            continue;
        const double variance = static_cast<double>(known.size()) * patellVariance(study.fits[event]);
        scores.add(sum(known) / std::sqrt(variance));
        ++n;
    }
    return normalTest(n == 0 ? kMissing : scores.value() / std::sqrt(static_cast<double>(n)), n);
}

EventTest boehmer(const EventStudy &study, EventSpan span)
{
    return crossSectional(standardizedCumulated(study, span));
}

EventTest kolariPynnonen(const EventStudy &study, EventSpan span, double rbar)
{
    const EventTest plain = boehmer(study, span);
    const double spread = 1.0 + (static_cast<double>(plain.n) - 1.0) * rbar;
    return studentTest(plain.statistic * std::sqrt((1.0 - rbar) / spread), plain.degrees, plain.n);
}

EventTest skewnessAdjusted(std::span<const double> values)
{
    const std::vector<double> known = present(values);
    const auto n = static_cast<double>(known.size());
    const double centre = mean(known);
    const double deviation = standardDeviation(known);
    Sum cubes;
    for (const double value : known)
        cubes.add(std::pow(value - centre, 3.0));
    const double squares = deviation * deviation * (n - 1.0) / n; // of the population, as in the third moment
    const double skewness = cubes.value() / n / std::pow(squares, 1.5);
    const double size = centre / deviation;
    return normalTest(std::sqrt(n) * (size + skewness * size * size / 3.0 + skewness / (6.0 * n)),
                      known.size());
}

} // namespace core::stats
