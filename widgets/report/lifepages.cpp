// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/lifepages.h"

#include "core/base/text.h"
#include "core/workbench/numbertext.h"
#include "widgets/common/words.h"
#include "widgets/report/findingpages.h"
#include "widgets/report/firstpage.h"
#include "widgets/report/sheettable.h"
#include "widgets/studycharts/funnel.h"
#include "widgets/studycharts/lifecharts.h"

#include <QCoreApplication>

#include <algorithm>

namespace widgets {

using namespace core;
using workbench::RelationshipView;
using workbench::SheetFinding;
using workbench::TearSheet;

namespace {

struct LifeTr {
    Q_DECLARE_TR_FUNCTIONS(lifepages)
};

constexpr double kStageRow = 12.5; // points from one bar of the funnel to the next
constexpr double kBar = 7;      // height of a bar
constexpr double kStageNames = 92; // width of the names
constexpr double kCounts = 46;  // of the counts
constexpr double kNote = 70;    // of what stands beside
constexpr double kLifeChart = 128; // height of a chart

QString dayOrDash(base::Instant at)
{
    return at.isValid() ? dayText(at) : kMissingText;
}

void setFacts(Pages &pages, const RelationshipView &view)
{
    SheetFacts facts;
    facts.add(LifeTr::tr("Status"), workbench::statusText(view.record.status),
              view.record.status == "decayed" ? Role::Warn : Role::Text);
    facts.add(LifeTr::tr("Discovered"), dayOrDash(view.record.discoveredAt));
    facts.add(LifeTr::tr("Validated"), dayOrDash(view.record.validatedAt));
    facts.add(LifeTr::tr("Later events"),
              view.start ? workbench::grouped(view.steps.size()) : LifeTr::tr("not looked at"));
    facts.add(LifeTr::tr("Evidence E"),
              view.steps.empty() ? kMissingText : evidenceText(view.steps.back().e));
    facts.add(LifeTr::tr("Hold-out"), !view.opened             ? LifeTr::tr("sealed")
                                      : view.opened->confirmed ? LifeTr::tr("confirmed")
                                                               : LifeTr::tr("not confirmed"));
    facts.set(pages, 3, 66);
}

void setHistory(Pages &pages, const RelationshipView &view)
{
    for (const store::LifeChange &change : view.history) {
        pages.paragraph(
            LifeTr::tr("%1: %2. %3")
                .arg(dayText(change.at), workbench::statusText(change.to), oneLine(change.reason, 600)),
            {.size = 8});
        pages.skip(1);
    }
}

/// Half a page is narrow: what stands beside a line goes into the sentence below.
ChartSpec forwardChart(const RelationshipView &view, const ChartOrigin &origin)
{
    ChartSpec spec = forwardEvidenceChart(view, origin);
    for (ChartRule &rule : spec.rules)
        rule.label.clear();
    spec.summary += QLatin1Char(' ') + LifeTr::tr("Dashed line across: what is enough.");
    return spec;
}

ChartSpec trailingChart(const SheetFinding &shown, const ChartOrigin &origin)
{
    ChartSpec spec = decayChart(*shown.life, shown.trailing, origin);
    for (ChartRule &rule : spec.rules)
        rule.label.clear();
    const auto dashed = std::ranges::count_if(spec.rules, &ChartRule::dashed);
    spec.summary += QLatin1Char(' ') +
                    (dashed > 0 ? LifeTr::tr("Lines across: the effect at discovery, and its 95 % interval.")
                                : LifeTr::tr("Line across: the effect at discovery."));
    return spec;
}

} // namespace

void setFunnel(Pages &pages, const TearSheet &sheet)
{
    pages.heading(LifeTr::tr("From question to validation"));
    const auto steps = funnelSteps(sheet.funnel);
    const double bars = Pages::kInner - kStageNames - kCounts - kNote - 2 * Pages::kHalfGap;
    pages.need(kStageRow * static_cast<double>(steps.size()) + 14);
    for (const FunnelStep &step : steps) {
        const double y = pages.y();
        const double left = Pages::kLeft + kStageNames;
        pages.text(step.name, Pages::kLeft, y, kStageNames, {.size = 8, .role = Role::Muted, .mostLines = 1});
        pages.fill({left, y + 2, std::max(0.5, bars * step.share), kBar}, pages.tokens().color(step.role));
        pages.text(step.count, left + bars + Pages::kHalfGap, y, kCounts,
                   {.size = 8, .bold = true, .align = Qt::AlignRight, .mostLines = 1});
        if (!step.note.isEmpty())
            pages.text(step.note, left + bars + kCounts + 2 * Pages::kHalfGap, y, kNote,
                       {.size = 7.6, .role = Role::Muted, .mostLines = 1});
        pages.setY(y + kStageRow);
    }
    pages.paragraph(funnelScale(), kCaptionText);
}

void setLife(Pages &pages, const TearSheet &sheet, std::size_t place)
{
    const SheetFinding &shown = sheet.findings[place];
    if (!shown.life)
        return;
    const RelationshipView &view = *shown.life;
    pages.need(view.steps.empty() ? 60 : kLifeChart + 110);
    pages.heading(LifeTr::tr("After the discovery"));
    setFacts(pages, view);
    pages.skip(4);
    if (view.steps.empty()) {
        pages.paragraph(view.start ? LifeTr::tr("No event after the discovery has been bet on yet.")
                                   : LifeTr::tr("Later events have not been looked at yet; “foreshock-cli "
                                                "relationships check” does."),
                        {.size = 8});
        return;
    }
    const double top = pages.y();
    const discovery::Finding &finding = shown.evidence.finding;
    const double left = setChart(pages, finding, forwardChart(view, pageOrigin(sheet)), {}, Pages::kLeft, top,
                                 Pages::kHalf, kLifeChart);
    const double right =
        setChart(pages, finding, trailingChart(shown, pageOrigin(sheet)),
                 LifeTr::tr("Fewer than three events after the discovery: there is no average to show."),
                 Pages::kLeft + Pages::kHalf + Pages::kHalfGap, top, Pages::kHalf, kLifeChart);
    pages.setY(top + std::max(left, right) + 6);
    setHistory(pages, view);
}

} // namespace widgets
