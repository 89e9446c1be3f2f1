// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studycharts/studycharts.h"

#include "core/base/text.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;
using discovery::Evidence;
using discovery::Finding;
using discovery::RunReport;

namespace {

struct StudyChartsTr {
    Q_DECLARE_TR_FUNCTIONS(studycharts)
};

constexpr int kBins = 48;

QString unitOf(const std::string &unit)
{
    return oneLine(unit, 20);
}

/// "response (bp)".
QString withUnit(const QString &text, const std::string &unit)
{
    return unit.empty() ? text : QStringLiteral("%1 (%2)").arg(text, unitOf(unit));
}

ChartSpec empty(const QString &title, const ChartOrigin &origin)
{
    ChartSpec spec;
    spec.title = title;
    spec.source = sourceLine(origin);
    spec.zone = base::qs(origin.zone.name());
    return spec;
}

ChartRule zeroRule()
{
    return {.orientation = Qt::Horizontal, .at = 0, .label = {}, .role = Role::Line, .dashed = false};
}

ChartRule eventRule()
{
    return {.orientation = Qt::Vertical,
            .at = 0,
            .label = StudyChartsTr::tr("event"),
            .role = Role::Muted,
            .dashed = true};
}

ChartSeries line(const QString &name, std::vector<double> x, std::vector<double> y, int color)
{
    ChartSeries series;
    series.name = name;
    series.look = ChartLook::Line;
    series.x = column(std::move(x));
    series.y = column(std::move(y));
    series.color = color;
    return series;
}

ChartSeries band(const QString &name, std::vector<double> x, std::vector<double> low,
                 std::vector<double> high, int color)
{
    ChartSeries series;
    series.name = name;
    series.look = ChartLook::Band;
    series.x = column(std::move(x));
    series.low = column(std::move(low));
    series.high = column(std::move(high));
    series.color = color;
    return series;
}

/// Counts of the values from 0 to `most` in equal bins, at their middles.
ChartSeries histogram(const QString &name, const std::vector<float> &values, double most)
{
    const double width = most / kBins;
    std::vector<double> x(kBins), y(kBins);
    for (std::size_t i = 0; i < kBins; ++i)
        x[i] = (static_cast<double>(i) + 0.5) * width;
    for (const float value : values) {
        const auto bin =
            static_cast<std::size_t>(std::clamp(static_cast<double>(value) / width, 0.0, kBins - 1.0));
        y[bin] += 1;
    }
    ChartSeries series = line(name, std::move(x), std::move(y), 0);
    series.look = ChartLook::Columns;
    series.role = Role::Muted;
    return series;
}

} // namespace

QString findingSubject(const Finding &finding)
{
    return StudyChartsTr::tr("%1, %2, bars %3")
        .arg(oneLine(finding.event, 80), oneLine(finding.asset, 40),
             windowText(finding.window.first, finding.window.last));
}

QString sourceLine(const ChartOrigin &origin)
{
    QString text = StudyChartsTr::tr("Run %1, snapshot %2").arg(origin.run, origin.snapshot);
    if (origin.simulated)
        text += StudyChartsTr::tr(" · simulated data");
    return text;
}

double nullThreshold(const std::vector<float> &maxima, double alpha)
{
    if (maxima.size() < 2)
        return domain::kMissing;
    // p = (1 + #{M >= y})/T <= alpha leaves room for floor(alpha T) − 1 of them; y must exceed the next
    const auto room = static_cast<long>(std::floor(alpha * static_cast<double>(maxima.size()) + 1e-9)) - 1;
    if (room < 0 || static_cast<std::size_t>(room) + 1 >= maxima.size())
        return domain::kMissing;
    std::vector<float> rest(maxima.begin() + 1, maxima.end());
    std::nth_element(rest.begin(), rest.begin() + room, rest.end(), std::greater<>());
    return rest[static_cast<std::size_t>(room)];
}

JointNull jointNullOf(const RunReport &report, const Finding &finding, const std::vector<float> &shiftMaxima)
{
    if (report.maxima.size() > 1) // one null for all
        return {.maxima = report.maxima, .share = 1};
    if (finding.nullMethod != "circular_shift" || shiftMaxima.size() < 2)
        return {};
    JointNull joint{.maxima = shiftMaxima, .share = 1};
    // p adjusted is the joint p over the share; any finding whose p is not cut off at 1 tells it
    for (const Finding &other : report.findings) {
        if (other.nullMethod != "circular_shift" || !(other.pAdjusted < 1) || !(other.pAdjusted > 0))
            continue;
        const auto reach = std::count_if(shiftMaxima.begin() + 1, shiftMaxima.end(), [&other](float value) {
            return static_cast<double>(value) >= other.y - 1e-5;
        });
        joint.share = std::min(1.0, (1.0 + static_cast<double>(reach)) /
                                        static_cast<double>(shiftMaxima.size()) / other.pAdjusted);
        break;
    }
    return joint;
}

ChartSpec nullDistributionChart(const RunReport &report, const Finding &finding, const JointNull &joint,
                                const std::vector<float> &ownNull, double alpha, const ChartOrigin &origin)
{
    const bool isJoint = joint.maxima.size() > 1;
    const std::vector<float> &values = isJoint ? joint.maxima : ownNull;
    ChartSpec spec =
        empty(isJoint ? StudyChartsTr::tr("Could chance alone do this?")
                      : StudyChartsTr::tr("Could chance alone do this? (this hypothesis by itself)"),
              origin);
    spec.xTitle = isJoint ? StudyChartsTr::tr("largest |statistic| in the whole family of %1")
                                .arg(countText(report.hypotheses))
                          : StudyChartsTr::tr("|statistic| of this hypothesis");
    spec.yTitle = StudyChartsTr::tr("shifts of the events in time");
    if (values.size() < 2)
        return spec;
    const std::vector<float> null(values.begin() + 1, values.end());
    const double threshold = nullThreshold(values, isJoint ? alpha * joint.share : alpha);
    const double largest = std::max(static_cast<double>(*std::max_element(values.begin(), values.end())),
                                    std::isfinite(finding.y) ? finding.y : 0.0);
    spec.series.push_back(histogram(isJoint
                                        ? StudyChartsTr::tr("shifted: the events moved away from their dates")
                                        : StudyChartsTr::tr("shifted"),
                                    null, std::max(largest * 1.08, 1e-9)));
    if (std::isfinite(threshold)) {
        spec.rules.push_back({.orientation = Qt::Vertical,
                              .at = threshold,
                              .label = isJoint ? StudyChartsTr::tr("needed")
                                               : StudyChartsTr::tr("%1 by chance").arg(shareText(alpha)),
                              .role = Role::Warn,
                              .dashed = true});
    }
    spec.rules.push_back({.orientation = Qt::Vertical,
                          .at = finding.y,
                          .label = StudyChartsTr::tr("this finding"),
                          .role = Role::Accent,
                          .dashed = false});
    const auto reach = std::count_if(null.begin(), null.end(), [&finding](float value) {
        return static_cast<double>(value) >= finding.y - 1e-5;
    });
    spec.summary = StudyChartsTr::tr("%1: observed %2; of %3 shifts of the events in time %4 reach it.")
                       .arg(findingSubject(finding), numberText(finding.y, 2), countText(null.size()),
                            countText(static_cast<std::uint64_t>(reach)));
    if (isJoint && std::isfinite(threshold))
        spec.summary +=
            StudyChartsTr::tr(" Needed to be significant in this family: %1.").arg(numberText(threshold, 2));
    return spec;
}

ChartSpec averagePathChart(const Evidence &evidence, const ChartOrigin &origin)
{
    const Finding &finding = evidence.finding;
    ChartSpec spec = empty(StudyChartsTr::tr("What happened around the event, on average"), origin);
    spec.xTitle = StudyChartsTr::tr("bars from the event");
    spec.yTitle = withUnit(StudyChartsTr::tr("cumulated response"), evidence.responseUnit);
    std::vector<double> x, mean, low, high;
    for (const discovery::PathPoint &point : evidence.path) {
        x.push_back(point.bar);
        mean.push_back(point.mean);
        low.push_back(point.low);
        high.push_back(point.high);
    }
    if (x.empty())
        return spec;
    spec.summary = StudyChartsTr::tr("%1: the average path over %2 events goes from %3 to %4.")
                       .arg(findingSubject(finding), countText(finding.n),
                            signedText(mean.front(), evidence.responseUnit),
                            signedText(mean.back(), evidence.responseUnit));
    spec.series.push_back(
        band(StudyChartsTr::tr("95 % interval of each bar"), x, std::move(low), std::move(high), 0));
    spec.series.push_back(
        line(StudyChartsTr::tr("average of %1 events").arg(countText(finding.n)), x, std::move(mean), 0));
    // the path rises by the effect from the bar before the window to its last
    spec.shades.push_back({.from = finding.window.first - 1.0,
                           .to = static_cast<double>(finding.window.last),
                           .role = Role::Accent,
                           .label = windowText(finding.window.first, finding.window.last)});
    spec.rules = {zeroRule(), eventRule()};
    return spec;
}

std::pair<int, int> placeboLags(const Evidence &evidence)
{
    const int length = evidence.finding.window.length();
    if (evidence.lagProfile.empty())
        return {0, -1};
    return {evidence.lagProfile.front().lag, std::min(-length, evidence.lagProfile.back().lag)};
}

ChartSpec lagProfileChart(const Evidence &evidence, const ChartOrigin &origin)
{
    const Finding &finding = evidence.finding;
    const int length = finding.window.length();
    ChartSpec spec = empty(StudyChartsTr::tr("The effect at every distance from the event"), origin);
    spec.xTitle = length == 1 ? StudyChartsTr::tr("bars from the event")
                              : StudyChartsTr::tr("first bar of a window of %1 bars").arg(length);
    spec.yTitle = withUnit(StudyChartsTr::tr("effect"), finding.unit);
    std::vector<double> x, effect, low, high;
    std::size_t outside = 0;
    for (const discovery::LagPoint &point : evidence.lagProfile) {
        x.push_back(point.lag);
        effect.push_back(point.effect);
        low.push_back(point.bandLow);
        high.push_back(point.bandHigh);
        outside += point.effect < point.bandLow || point.effect > point.bandHigh ? 1 : 0;
    }
    if (x.empty())
        return spec;
    spec.summary =
        StudyChartsTr::tr("%1: of %2 lags %3 lie outside the band that chance stays in 95 % of the time.")
            .arg(findingSubject(finding), countText(x.size()), countText(outside));
    ChartSeries chance = band(StudyChartsTr::tr("chance stays inside at all lags, 95 % of the time"), x,
                              std::move(low), std::move(high), 0);
    chance.role = Role::Muted;
    spec.series.push_back(std::move(chance));
    spec.series.push_back(line(StudyChartsTr::tr("effect"), x, std::move(effect), 0));
    const auto [from, to] = placeboLags(evidence);
    if (from < to) {
        spec.shades.push_back({.from = static_cast<double>(from),
                               .to = static_cast<double>(to),
                               .role = Role::Muted,
                               .label = StudyChartsTr::tr("before the event (placebo)")});
    }
    spec.rules = {zeroRule()};
    spec.rules.push_back({.orientation = Qt::Vertical,
                          .at = static_cast<double>(finding.window.first),
                          .label = StudyChartsTr::tr("this finding"),
                          .role = Role::Accent,
                          .dashed = true});
    return spec;
}

ChartSpec subPeriodChart(const Evidence &evidence, const ChartOrigin &origin)
{
    const Finding &finding = evidence.finding;
    ChartSpec spec = empty(StudyChartsTr::tr("Does it hold in every part of the sample?"), origin);
    spec.timeAxis = true;
    spec.yTitle = withUnit(StudyChartsTr::tr("effect"), finding.unit);
    std::size_t same = 0;
    bool first = true;
    for (const discovery::SubPeriod &part : evidence.subPeriods) {
        const std::vector<double> x{micros(part.from), micros(part.to)};
        const auto flat = [](double value) { return std::vector<double>{value, value}; };
        spec.series.push_back(band(first ? StudyChartsTr::tr("95 % interval") : QString(), x,
                                   flat(part.ciLow), flat(part.ciHigh), 0));
        spec.series.push_back(line(first ? StudyChartsTr::tr("effect") : QString(), x, flat(part.effect), 0));
        same += (part.effect - finding.base > 0) == (finding.effect - finding.base > 0) ? 1 : 0;
        first = false;
    }
    spec.rules = {zeroRule()};
    spec.rules.push_back({.orientation = Qt::Horizontal,
                          .at = finding.effect,
                          .label = StudyChartsTr::tr("whole sample"),
                          .role = Role::Accent,
                          .dashed = true});
    spec.summary = StudyChartsTr::tr("%1: in %2 of %3 parts of the sample the effect has the same sign.")
                       .arg(findingSubject(finding), countText(same), countText(evidence.subPeriods.size()));
    return spec;
}

ChartSpec magnitudeChart(const Evidence &evidence, const ChartOrigin &origin)
{
    ChartSpec spec = empty(StudyChartsTr::tr("Do larger events move it more?"), origin);
    spec.xTitle = StudyChartsTr::tr("average value of the events of each group");
    spec.yTitle = withUnit(StudyChartsTr::tr("mean response"), evidence.responseUnit);
    std::vector<double> x, effect, low, high;
    for (const discovery::MagnitudeBin &bin : evidence.magnitudes) {
        x.push_back(bin.meanWeight);
        effect.push_back(bin.effect);
        low.push_back(bin.ciLow);
        high.push_back(bin.ciHigh);
    }
    if (x.empty())
        return spec;
    spec.summary =
        StudyChartsTr::tr("%1: the mean response goes from %2 for the smallest events to %3 for the largest.")
            .arg(findingSubject(evidence.finding), signedText(effect.front(), evidence.responseUnit),
                 signedText(effect.back(), evidence.responseUnit));
    spec.series.push_back(band(StudyChartsTr::tr("95 % interval"), x, std::move(low), std::move(high), 0));
    spec.series.push_back(line(QString(), x, effect, 0));
    ChartSeries points = line(StudyChartsTr::tr("groups of equal count"), x, std::move(effect), 0);
    points.look = ChartLook::Points;
    spec.series.push_back(std::move(points));
    spec.rules = {zeroRule()};
    return spec;
}

ChartSpec eventResponseChart(const Evidence &evidence, const ChartOrigin &origin)
{
    ChartSpec spec = empty(StudyChartsTr::tr("The response to each event"), origin);
    spec.timeAxis = true;
    spec.yTitle = withUnit(StudyChartsTr::tr("response"), evidence.responseUnit);
    std::vector<double> x, y;
    for (const discovery::EventResponse &response : evidence.responses) {
        x.push_back(micros(response.at));
        y.push_back(response.response);
    }
    if (x.empty())
        return spec;
    spec.summary =
        StudyChartsTr::tr("%1: %2 events.").arg(findingSubject(evidence.finding), countText(x.size()));
    ChartSeries points = line(StudyChartsTr::tr("one event"), std::move(x), std::move(y), 0);
    points.look = ChartLook::Points;
    spec.series.push_back(std::move(points));
    spec.rules = {zeroRule()};
    return spec;
}

} // namespace widgets
