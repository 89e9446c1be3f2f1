// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studycharts/walkcharts.h"

#include "core/base/text.h"
#include "core/stats/descriptive.h"
#include "widgets/common/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;
using discovery::Reliability;
using discovery::WalkReport;
using discovery::WalkStep;
using discovery::WalkTally;
using domain::kMissing;

namespace {

struct WalkChartsTr {
    Q_DECLARE_TR_FUNCTIONS(walkcharts)
};

constexpr double kLevel = 0.95;
constexpr double kCoin = 50;

/// In per cent; NaN when nothing was scored.
double heldShare(const WalkTally &tally)
{
    return tally.scored > 0 ? 100.0 * static_cast<double>(tally.held) / static_cast<double>(tally.scored)
                            : kMissing;
}

/// Boxes beside one another with a line across each: a flat piece from `from` to `to`, then a gap.
class Boxes final
{
public:
    void add(double from, double to, double value, double low, double high)
    {
        const double nudge = (to - from) * 1e-6; // ascending, and the next box may begin where this one ends
        for (const double x : {from, to - 2 * nudge}) {
            m_x.push_back(x);
            m_y.push_back(value);
            m_low.push_back(low);
            m_high.push_back(high);
        }
        m_x.push_back(to - nudge);
        for (std::vector<double> *values : {&m_y, &m_low, &m_high})
            values->push_back(kMissing);
    }
    void addTo(ChartSpec &spec, const QString &interval, const QString &name)
    {
        const Column x = column(std::move(m_x));
        ChartSeries band;
        band.name = interval;
        band.look = ChartLook::Band;
        band.x = x;
        band.low = column(std::move(m_low));
        band.high = column(std::move(m_high));
        band.role = Role::Accent;
        ChartSeries line;
        line.name = name;
        line.x = x;
        line.y = column(std::move(m_y));
        line.role = Role::Accent;
        spec.series.push_back(std::move(band));
        spec.series.push_back(std::move(line));
    }

private:
    std::vector<double> m_x, m_y, m_low, m_high;
};

ChartSeries line(const QString &name, std::vector<double> x, std::vector<double> y, Role role, bool dashed)
{
    ChartSeries out;
    out.name = name;
    out.x = column(std::move(x));
    out.y = column(std::move(y));
    out.role = role;
    out.dashed = dashed;
    return out;
}

QString sourceOf(const WalkReport &report, bool simulated)
{
    QString text =
        WalkChartsTr::tr("Walk %1, snapshot %2")
            .arg(oneLine(report.walk, 60), base::qs(store::Workspace::snapshotText(report.snapshot)));
    if (simulated)
        text += WalkChartsTr::tr(" · simulated data");
    return text;
}

QStringList cellsOf(const QString &at, const QString &until, std::uint64_t asked, double byChance,
                    const WalkTally &found, const WalkTally &plain)
{
    return {at,
            until,
            countText(asked),
            countText(found.found),
            numberText(byChance, 2),
            countText(found.scored),
            countText(found.held),
            countText(plain.found),
            countText(plain.scored),
            countText(plain.held)};
}

} // namespace

QString stepText(discovery::StepLength step)
{
    const auto counted = [](int count, const QString &one, const QString &many) {
        return count == 1 ? one : many.arg(count);
    };
    if (step.months > 0 && step.months % 12 == 0)
        return counted(step.months / 12, WalkChartsTr::tr("1 year"), WalkChartsTr::tr("%1 years"));
    if (step.months > 0)
        return counted(step.months, WalkChartsTr::tr("1 month"), WalkChartsTr::tr("%1 months"));
    return step.days % 7 == 0
               ? counted(step.days / 7, WalkChartsTr::tr("1 week"), WalkChartsTr::tr("%1 weeks"))
               : counted(step.days, WalkChartsTr::tr("1 day"), WalkChartsTr::tr("%1 days"));
}

QString walkSubject(const WalkReport &report)
{
    return WalkChartsTr::tr("%1, %2 to %3 in steps of %4")
        .arg(report.study.empty() ? WalkChartsTr::tr("Study without a name") : oneLine(report.study, 80),
             dayText(report.from), dayText(report.to), stepText(report.step));
}

ChartSpec heldChart(const WalkReport &report, bool simulated, const base::Zone &zone)
{
    ChartSpec spec;
    spec.title = WalkChartsTr::tr("How much of it held in the next step?");
    spec.source = sourceOf(report, simulated);
    spec.zone = base::qs(zone.name());
    spec.timeAxis = true;
    spec.yTitle = WalkChartsTr::tr("held, %");
    spec.yFrom = 0;
    spec.yTo = 100;
    Boxes boxes;
    std::vector<double> x, plain;
    for (const WalkStep &step : report.steps) {
        x.push_back((micros(step.at) + micros(step.until)) / 2);
        plain.push_back(heldShare(step.uncorrected));
        if (step.found.scored == 0)
            continue;
        const auto interval = stats::wilson(step.found.held, step.found.scored, kLevel);
        boxes.add(micros(step.at), micros(step.until), heldShare(step.found), 100 * interval.low,
                  100 * interval.high);
    }
    if (report.found.tally.scored == 0 && report.uncorrected.tally.scored == 0)
        return spec;
    if (report.found.tally.scored > 0)
        boxes.addTo(spec, WalkChartsTr::tr("95 % interval"), WalkChartsTr::tr("of what was found"));
    spec.series.push_back(
        line(WalkChartsTr::tr("uncorrected t-test"), std::move(x), std::move(plain), Role::Muted, true));
    spec.rules.push_back({.orientation = Qt::Horizontal,
                          .at = kCoin,
                          .label = WalkChartsTr::tr("a coin"),
                          .role = Role::Line,
                          .dashed = false});
    spec.summary = WalkChartsTr::tr("%1: of %2 found %3 held; of %4 of an uncorrected t-test %5.")
                       .arg(walkSubject(report), countText(report.found.tally.scored),
                            countText(report.found.tally.held), countText(report.uncorrected.tally.scored),
                            countText(report.uncorrected.tally.held));
    return spec;
}

ChartSpec reliabilityChart(const WalkReport &report, bool simulated)
{
    ChartSpec spec;
    spec.title = WalkChartsTr::tr("Did the forecasts come true as often as told?");
    spec.source = sourceOf(report, simulated);
    spec.xTitle = WalkChartsTr::tr("told probability that the sign holds, %");
    spec.yTitle = WalkChartsTr::tr("held, %");
    spec.yFrom = 0;
    spec.yTo = 100;
    if (report.found.tally.scored == 0 && report.uncorrected.tally.scored == 0)
        return spec;
    Boxes boxes;
    std::vector<double> told, held, plainTold, plainHeld;
    QStringList said;
    for (const Reliability &bin : report.found.reliability) {
        if (bin.n == 0)
            continue;
        boxes.add(100 * bin.from, 100 * bin.to, 100 * bin.held, 100 * bin.low, 100 * bin.high);
        told.push_back(100 * bin.forecast);
        held.push_back(100 * bin.held);
        said << WalkChartsTr::tr("told %1: %2 held (n %3, 95 % interval %4 to %5)")
                    .arg(shareText(bin.forecast), shareText(bin.held), countText(bin.n), shareText(bin.low),
                         shareText(bin.high));
    }
    for (const Reliability &bin : report.uncorrected.reliability) {
        if (bin.n == 0)
            continue;
        plainTold.push_back(100 * bin.forecast);
        plainHeld.push_back(100 * bin.held);
    }
    if (!told.empty()) {
        boxes.addTo(spec, WalkChartsTr::tr("95 % interval"), QString());
        ChartSeries points = line(WalkChartsTr::tr("of what was found"), std::move(told), std::move(held),
                                  Role::Accent, false);
        points.look = ChartLook::Points;
        spec.series.push_back(std::move(points));
    }
    if (!plainTold.empty())
        spec.series.push_back(line(WalkChartsTr::tr("uncorrected t-test"), std::move(plainTold),
                                   std::move(plainHeld), Role::Muted, true));
    spec.series.push_back(line(WalkChartsTr::tr("as told"), {50, 100}, {50, 100}, Role::Line, false));
    spec.summary =
        said.isEmpty()
            ? WalkChartsTr::tr("%1: nothing was found that could be scored.").arg(walkSubject(report))
            : WalkChartsTr::tr("%1: %2.").arg(walkSubject(report), said.join(QStringLiteral("; ")));
    return spec;
}

WalkTable walkTable(const WalkReport &report)
{
    WalkTable out;
    out.titles = {WalkChartsTr::tr("discovered at"), WalkChartsTr::tr("scored until"),
                  WalkChartsTr::tr("asked"),         WalkChartsTr::tr("found"),
                  WalkChartsTr::tr("by chance"),     WalkChartsTr::tr("scored"),
                  WalkChartsTr::tr("held"),          WalkChartsTr::tr("t-test found"),
                  WalkChartsTr::tr("scored"),        WalkChartsTr::tr("held")};
    double byChance = 0;
    for (const WalkStep &step : report.steps) {
        out.rows.push_back(cellsOf(dayText(step.at), dayText(step.until), step.asked, step.expectedFalse,
                                   step.found, step.uncorrected));
        out.notes << step.note;
        byChance += step.expectedFalse;
    }
    out.rows.push_back(cellsOf(WalkChartsTr::tr("all"), QString(), report.questions, byChance,
                               report.found.tally, report.uncorrected.tally));
    out.notes << QString();
    return out;
}

} // namespace widgets
