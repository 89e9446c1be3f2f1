// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/eventpanel.h"

#include "core/base/missing.h"
#include "core/stats/descriptive.h"
#include "core/stats/regression.h"
#include "core/stats/sum.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace core::stats {

using base::kMissing;

namespace {

/// One event's returns and those of the market beside them.
struct Row {
    std::span<const double> asset;
    std::span<const double> market;
};

Row rowOf(const EventPanel &panel, std::size_t event)
{
    const std::size_t bars = panel.estimation + panel.window;
    const bool common = panel.market.size() == bars;
    return {std::span(panel.returns).subspan(event * bars, bars),
            std::span(panel.market).subspan(common ? 0 : event * bars, bars)};
}

EventFit fit(const Row &row, std::size_t estimation, std::size_t minimum)
{
    std::vector<double> y;
    std::vector<double> x;
    for (std::size_t t = 0; t < estimation; ++t) {
        if (std::isnan(row.asset[t]) || std::isnan(row.market[t]))
            continue;
        y.push_back(row.asset[t]);
        x.push_back(row.market[t]);
    }
    const Line line = fitLine(y, x);
    if (y.size() < std::max<std::size_t>(minimum, 5) || std::isnan(line.beta))
        return {kMissing, kMissing, kMissing, kMissing, kMissing, y.size()};
    return {line.alpha, line.beta, std::sqrt(line.residualVariance), line.meanX, line.squaresX, y.size()};
}

/// The sum and number of the present values of an event's row within the span.
struct Total {
    double sum = 0;
    double count = 0;
};

Total total(const std::vector<double> &rows, std::size_t width, std::size_t event, EventSpan span)
{
    Sum values;
    Total result;
    for (std::size_t t = span.first; t <= span.last; ++t) {
        const double value = rows[event * width + t];
        if (std::isnan(value))
            continue;
        values.add(value);
        result.count += 1.0;
    }
    result.sum = values.value();
    return result;
}

/// The residuals of an event without their mean, scaled to length 1; empty if any is missing.
std::vector<double> direction(std::span<const double> residuals)
{
    if (std::any_of(residuals.begin(), residuals.end(), [](double u) { return std::isnan(u); }))
        return {};
    std::vector<double> unit(residuals.begin(), residuals.end());
    const double centre = mean(unit);
    for (double &u : unit)
        u -= centre;
    const double length = std::sqrt(dot(unit, unit));
    for (double &u : unit)
        u /= length;
    return unit;
}

/// The correlation over the bars both have; NaN below three.
double commonCorrelation(std::span<const double> a, std::span<const double> b)
{
    std::vector<double> x;
    std::vector<double> y;
    for (std::size_t t = 0; t < a.size(); ++t) {
        if (std::isnan(a[t]) || std::isnan(b[t]))
            continue;
        x.push_back(a[t]);
        y.push_back(b[t]);
    }
    return x.size() < 3 ? kMissing : correlation(x, y);
}

} // namespace

EventStudy fitMarketModels(const EventPanel &panel, std::size_t minimum)
{
    const std::size_t bars = panel.estimation + panel.window;
    assert(panel.returns.size() == panel.events * bars);
    assert(panel.market.size() == bars || panel.market.size() == panel.returns.size());
    EventStudy study{panel.events, panel.estimation, panel.window, {}, {}, {}, {}, {}, {}};
    for (std::size_t event = 0; event < panel.events; ++event) {
        const Row row = rowOf(panel, event);
        const EventFit model = fit(row, panel.estimation, minimum);
        const auto count = static_cast<double>(model.bars);
        for (std::size_t t = 0; t < bars; ++t) {
            const double abnormal = row.asset[t] - model.alpha - model.beta * row.market[t];
            const double away = std::isnan(abnormal) ? kMissing : row.market[t] - model.meanMarket;
            const double factor = 1.0 + 1.0 / count + away * away / model.squaresMarket;
            const double standardized = abnormal / (model.deviation * std::sqrt(factor));
            if (t < panel.estimation) {
                study.residuals.push_back(abnormal);
                study.standardizedResiduals.push_back(standardized);
            } else {
                study.abnormal.push_back(abnormal);
                study.standardized.push_back(standardized);
                study.marketDeviation.push_back(away);
            }
        }
        study.fits.push_back(model);
    }
    return study;
}

std::vector<double> cumulated(const EventStudy &study, EventSpan span)
{
    std::vector<double> sums;
    for (std::size_t event = 0; event < study.events; ++event) {
        const Total abnormal = total(study.abnormal, study.window, event, span);
        sums.push_back(abnormal.count > 0.0 ? abnormal.sum : kMissing);
    }
    return sums;
}

std::vector<double> standardizedCumulated(const EventStudy &study, EventSpan span)
{
    std::vector<double> result = cumulated(study, span);
    for (std::size_t event = 0; event < study.events; ++event) {
        const EventFit &model = study.fits[event];
        const Total market = total(study.marketDeviation, study.window, event, span);
        const double variance = market.count + market.count * market.count / static_cast<double>(model.bars) +
                                market.sum * market.sum / model.squaresMarket;
        result[event] /= model.deviation * std::sqrt(variance);
    }
    return result;
}

std::vector<double> buyAndHold(const EventPanel &panel, const EventStudy &study, EventSpan span,
                               HoldBenchmark benchmark)
{
    std::vector<double> result;
    for (std::size_t event = 0; event < panel.events; ++event) {
        const Row row = rowOf(panel, event);
        const EventFit &model = study.fits[event];
        double held = 1.0;
        double expected = 1.0;
        bool any = false;
        for (std::size_t t = span.first; t <= span.last; ++t) {
            if (std::isnan(study.abnormal[event * study.window + t]))
                continue;
            const double market = row.market[panel.estimation + t];
            held *= 1.0 + row.asset[panel.estimation + t];
            expected *=
                1.0 + (benchmark == HoldBenchmark::Model ? model.alpha + model.beta * market : market);
            any = true;
        }
        result.push_back(any ? held - expected : kMissing);
    }
    return result;
}

std::vector<double> averageAbnormal(const EventStudy &study)
{
    std::vector<double> averages;
    for (std::size_t t = 0; t < study.window; ++t) {
        std::vector<double> day;
        for (std::size_t event = 0; event < study.events; ++event)
            day.push_back(study.abnormal[event * study.window + t]);
        averages.push_back(mean(present(day)));
    }
    return averages;
}

double meanResidualCorrelation(const EventStudy &study)
{
    std::vector<std::span<const double>> rows; // of the events that take part
    std::vector<std::vector<double>> units;
    bool complete = true;
    for (std::size_t event = 0; event < study.events; ++event) {
        if (std::isnan(study.fits[event].beta))
            continue;
        rows.push_back(std::span(study.residuals).subspan(event * study.estimation, study.estimation));
        units.push_back(direction(rows.back()));
        complete = complete && !units.back().empty();
    }
    const auto n = static_cast<double>(rows.size());
    if (rows.size() < 2)
        return 0.0;
    if (complete) { // |Σ z|² = n + Σ over pairs of both orders
        Sum squares;
        for (std::size_t t = 0; t < study.estimation; ++t) {
            Sum together;
            for (const std::vector<double> &unit : units)
                together.add(unit[t]);
            squares.add(together.value() * together.value());
        }
        return (squares.value() - n) / (n * (n - 1.0));
    }
    std::vector<double> pairs;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            pairs.push_back(commonCorrelation(rows[i], rows[j]));
    const std::vector<double> known = present(pairs);
    return known.empty() ? 0.0 : mean(known);
}

std::vector<double> present(std::span<const double> values)
{
    std::vector<double> known;
    std::copy_if(values.begin(), values.end(), std::back_inserter(known),
                 [](double value) { return !std::isnan(value); });
    return known;
}

} // namespace core::stats
