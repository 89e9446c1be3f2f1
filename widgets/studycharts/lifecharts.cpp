// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studycharts/lifecharts.h"

#include "core/base/text.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;
using discovery::TrailingEffect;
using store::ForwardStep;
using workbench::RelationshipView;

namespace {

struct LifeChartsTr {
    Q_DECLARE_TR_FUNCTIONS(lifecharts)
};

constexpr std::uint64_t kMostEvidence = 1'000'000;
constexpr double kLeastEvidence = 0.01;

ChartSpec timeChart(const QString &title, const ChartOrigin &origin)
{
    ChartSpec spec;
    spec.title = title;
    spec.source = sourceLine(origin);
    spec.zone = base::qs(origin.zone.name());
    spec.timeAxis = true;
    return spec;
}

ChartSeries series(const QString &name, ChartLook look, const Column &x, std::vector<double> y, Role role)
{
    ChartSeries out;
    out.name = name;
    out.look = look;
    out.x = x;
    out.y = column(std::move(y));
    out.role = role;
    return out;
}

ChartSeries band(const QString &name, const Column &x, std::vector<double> low, std::vector<double> high,
                 Role role)
{
    ChartSeries out;
    out.name = name;
    out.look = ChartLook::Band;
    out.x = x;
    out.low = column(std::move(low));
    out.high = column(std::move(high));
    out.role = role;
    return out;
}

/// The discovered effect as forward responses have it, with its interval.
struct Discovered {
    double effect = domain::kMissing;
    double low = domain::kMissing, high = domain::kMissing;
};

/// How much wider the interval of a mean by sides is than that of r σ_y E|z|, what it estimates, for normal
/// weights z: its variance is σ_y² (1 − 2 r²/π)/n, that of r is (1 − r²)²/n.
double widerBySides(double r)
{
    constexpr double kMeanSize = 2 / 3.141592653589793; // (E|z|)²
    return std::sqrt((1 - kMeanSize * r * r) / kMeanSize) / (1 - r * r);
}

/// Of a mean they are the same figure. Of a slope (a correlation r of weight and response) and a spread the
/// forward figure is the mean response on the side that the weight says, for a linear relation r times what
/// does not depend on the effect, for a spread half of it: their bootstrap intervals are carried over, of a
/// slope as much wider as a mean by sides knows less (tst_lifecharts compares with bootstrapped sides). Where
/// the two figures differ in sign there is none.
Discovered discoveredOf(const RelationshipView &view)
{
    if (view.record.statistic == "mean")
        return {view.record.effect, view.ciLow, view.ciHigh};
    if (!view.start)
        return {};
    Discovered out{view.start->registered * view.forwardScale, domain::kMissing, domain::kMissing};
    const double times = out.effect / view.record.effect;
    if (std::isfinite(times) && times > 0) {
        const double wider = view.record.statistic == "slope" ? widerBySides(view.record.effect) : 1;
        out.low = out.effect - (view.record.effect - view.ciLow) * times * wider;
        out.high = out.effect + (view.ciHigh - view.record.effect) * times * wider;
    }
    return out;
}

} // namespace

QString relationshipSubject(const store::RelationshipRecord &record)
{
    discovery::Finding finding;
    finding.event = record.event;
    finding.asset = record.asset;
    finding.window = {record.first, record.last};
    return findingSubject(finding);
}

QString evidenceText(double e)
{
    if (e > kMostEvidence)
        return LifeChartsTr::tr("> %1").arg(countText(kMostEvidence)).replace(u' ', QChar::Nbsp);
    if (e < kLeastEvidence)
        return LifeChartsTr::tr("< %1").arg(numberText(kLeastEvidence, 2)).replace(u' ', QChar::Nbsp);
    return numberText(e, e < 1000 ? 2 : 0);
}

ChartSpec forwardEvidenceChart(const RelationshipView &view, const ChartOrigin &origin)
{
    ChartSpec spec = timeChart(LifeChartsTr::tr("Do later events agree?"), origin);
    spec.yTitle = LifeChartsTr::tr("1 bet on it has become (log scale)");
    spec.yLog = true;
    if (view.steps.empty() || !view.start)
        return spec;
    std::vector<double> x{micros(view.start->from)}, e{1}, decay{1};
    for (const ForwardStep &step : view.steps) {
        x.push_back(micros(step.lastAt));
        e.push_back(step.e);
        decay.push_back(step.decay);
    }
    const double last = e.back(), lastDecay = decay.back();
    // beyond these it only says the same more loudly, and would flatten what is near 20
    if (*std::ranges::max_element(e) > kMostEvidence)
        spec.yTo = 2.0 * kMostEvidence;
    if (std::min(*std::ranges::min_element(e), *std::ranges::min_element(decay)) < kLeastEvidence)
        spec.yFrom = kLeastEvidence / 2;
    const Column at = column(std::move(x));
    spec.series.push_back(
        series(LifeChartsTr::tr("that it decays"), ChartLook::Step, at, std::move(decay), Role::Muted));
    spec.series.back().dashed = true;
    spec.series.push_back(
        series(LifeChartsTr::tr("that it holds"), ChartLook::Step, at, std::move(e), Role::Accent));
    spec.rules.push_back({.orientation = Qt::Horizontal,
                          .at = store::kEnoughEvidence,
                          .label = LifeChartsTr::tr("enough: %1").arg(numberText(store::kEnoughEvidence, 0)),
                          .role = Role::Up,
                          .dashed = true});
    spec.rules.push_back(
        {.orientation = Qt::Horizontal, .at = 1, .label = {}, .role = Role::Line, .dashed = false});
    spec.summary =
        LifeChartsTr::tr(
            "%1: betting 1 on it has become %2 over %3 events after the discovery; %4 validates it. Betting "
            "that it decays has become %5.")
            .arg(relationshipSubject(view.record), evidenceText(last), countText(view.steps.size()),
                 numberText(store::kEnoughEvidence, 0), evidenceText(lastDecay));
    return spec;
}

ChartSpec decayChart(const RelationshipView &view, const std::vector<TrailingEffect> &trailing,
                     const ChartOrigin &origin)
{
    ChartSpec spec = timeChart(LifeChartsTr::tr("Is the effect still what it was?"), origin);
    spec.yTitle = view.forwardUnit.empty()
                      ? LifeChartsTr::tr("response")
                      : LifeChartsTr::tr("response (%1)").arg(oneLine(view.forwardUnit, 20));
    if (trailing.empty())
        return spec;
    std::vector<double> x, mean, low, high;
    for (const TrailingEffect &point : trailing) {
        x.push_back(micros(point.at));
        mean.push_back(point.mean * view.forwardScale);
        low.push_back(point.ciLow * view.forwardScale);
        high.push_back(point.ciHigh * view.forwardScale);
    }
    const double last = mean.back();
    const Column at = column(std::move(x));
    const Discovered then = discoveredOf(view);
    spec.series.push_back(
        band(LifeChartsTr::tr("95 % now"), at, std::move(low), std::move(high), Role::Accent));
    spec.series.push_back(series(LifeChartsTr::tr("mean of the last %1").arg(discovery::kTrailingEvents),
                                 ChartLook::Line, at, std::move(mean), Role::Accent));
    const auto rule = [&spec](double value, const QString &label, bool dashed) {
        if (std::isfinite(value))
            spec.rules.push_back({.orientation = Qt::Horizontal,
                                  .at = value,
                                  .label = label,
                                  .role = Role::Warn,
                                  .dashed = dashed});
    };
    // lines, not a band: the band of today would hide it where nothing has changed
    rule(then.effect, LifeChartsTr::tr("discovered"), false);
    rule(then.high, LifeChartsTr::tr("95 % then"), true);
    rule(then.low, {}, true);
    spec.rules.push_back(
        {.orientation = Qt::Horizontal, .at = 0, .label = {}, .role = Role::Line, .dashed = false});
    spec.summary =
        LifeChartsTr::tr("%1: the mean response to the last %2 events is %3 (95 % interval %4 to %5); at "
                         "discovery it was %6.")
            .arg(relationshipSubject(view.record), countText(trailing.back().n),
                 signedText(last, view.forwardUnit), signedText(trailing.back().ciLow * view.forwardScale),
                 signedText(trailing.back().ciHigh * view.forwardScale),
                 std::isfinite(then.low) && std::isfinite(then.high)
                     ? LifeChartsTr::tr("%1 (95 % interval %2 to %3)", "an effect")
                           .arg(signedText(then.effect, view.forwardUnit), signedText(then.low),
                                signedText(then.high))
                     : signedText(then.effect, view.forwardUnit));
    return spec;
}

} // namespace widgets
