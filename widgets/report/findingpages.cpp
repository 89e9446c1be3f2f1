// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/findingpages.h"

#include "core/base/text.h"
#include "core/workbench/methodwords.h"
#include "core/workbench/numbertext.h"
#include "core/workbench/sentences.h"
#include "widgets/common/words.h"
#include "widgets/report/firstpage.h"
#include "widgets/report/lifepages.h"
#include "widgets/report/sheettable.h"
#include "widgets/studycharts/studycharts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace widgets {

using namespace core;
using base::qs;
using discovery::Evidence;
using discovery::Finding;
using workbench::fixed;
using workbench::grouped;
using workbench::NumberStyle;
using workbench::probability;
using workbench::SheetFinding;
using workbench::signedNumber;
using workbench::TearSheet;

namespace {

struct FindingTr {
    Q_DECLARE_TR_FUNCTIONS(findingpages)
};

QString withUnit(double value, const std::string &unit)
{
    return std::isfinite(value)
               ? QStringLiteral("%1 %2").arg(signedNumber(value, kPaperNumbers), oneLine(unit, 12))
               : kMissingText;
}

QString shareOf(double share, double low, double high)
{
    const auto percent = [](double value) { return fixed(value * 100, 1, kPaperNumbers); };
    if (!std::isfinite(share))
        return kMissingText;
    return std::isfinite(low) && std::isfinite(high)
               ? FindingTr::tr("%1 % (%2 to %3)").arg(percent(share), percent(low), percent(high))
               : FindingTr::tr("%1 %").arg(percent(share));
}

/// Adds a fact, or that it is missing.
void add(SheetFacts &facts, const QString &name, const QString &value, bool isThere = true,
         Role role = Role::Text)
{
    facts.add(name, isThere ? value : FindingTr::tr("not computed"), isThere ? role : Role::Warn);
}

void setNumbers(Pages &pages, const TearSheet &sheet, const SheetFinding &shown)
{
    const Finding &f = shown.evidence.finding;
    SheetFacts facts;
    add(facts, FindingTr::tr("Tier"),
        f.askedBefore ? FindingTr::tr("%1 (asked before; this run alone: %2)")
                            .arg(wordText(f.tier), wordText(f.computedTier))
                      : wordText(f.tier));
    add(facts, FindingTr::tr("Events (n)"), grouped(f.n), f.n > 0);
    add(facts, FindingTr::tr("Bars"), grouped(f.nBars), f.nBars > 0);
    add(facts, FindingTr::tr("Effect"), withUnit(f.effect, f.unit), std::isfinite(f.effect));
    add(facts, FindingTr::tr("95 % interval"), workbench::intervalText(f, kPaperNumbers),
        std::isfinite(f.ciLow) && std::isfinite(f.ciHigh));
    add(facts,
        f.nullMethod == "matched_days" ? FindingTr::tr("Base (same weekdays)")
                                       : FindingTr::tr("Base (all bars)"),
        withUnit(f.base, f.unit), std::isfinite(f.base));
    add(facts, FindingTr::tr("Median"), withUnit(f.median, f.unit));
    add(facts, FindingTr::tr("Hit rate"), shareOf(f.hitRate, f.hitLow, f.hitHigh), std::isfinite(f.hitRate));
    add(facts, FindingTr::tr("Base rate"), shareOf(f.baseRate, f.baseLow, f.baseHigh),
        std::isfinite(f.baseRate));
    add(facts, FindingTr::tr("Smallest effect"),
        std::isfinite(f.mde) ? QStringLiteral("%1 %2").arg(fixed(f.mde, f.mde >= 10 ? 1 : 2, kPaperNumbers),
                                                           oneLine(f.unit, 12))
                             : QString(),
        std::isfinite(f.mde));
    add(facts, FindingTr::tr("t (less base)"), fixed(f.t, 2, kPaperNumbers), std::isfinite(f.t));
    add(facts, FindingTr::tr("t (against 0)"), fixed(f.tZero, 2, kPaperNumbers), std::isfinite(f.tZero));
    add(facts, FindingTr::tr("p (alone)"), probability(f.p, kPaperNumbers), std::isfinite(f.p));
    add(facts, FindingTr::tr("Adjusted p"), probability(f.pAdjusted, kPaperNumbers),
        std::isfinite(f.pAdjusted));
    const bool isAmber = f.pWorkspace > sheet.question.alpha && f.tier == "significant";
    add(facts, FindingTr::tr("Workspace p"), probability(f.pWorkspace, kPaperNumbers),
        std::isfinite(f.pWorkspace), isAmber ? Role::Warn : Role::Text);
    add(facts, FindingTr::tr("Family size"), grouped(f.familySize), f.familySize > 0);
    add(facts, FindingTr::tr("Sample"), wordText(f.sample), !f.sample.empty());
    add(facts, FindingTr::tr("Tradable"),
        f.tradable ? FindingTr::tr("yes") : FindingTr::tr("no: opens before it was known"),
        !f.knownBasis.empty(), f.tradable ? Role::Text : Role::Warn);
    const bool looksAhead = f.lookAhead == "failed";
    add(facts, FindingTr::tr("Look-ahead"),
        looksAhead ? FindingTr::tr("failed: rests on what was not known") : wordText(f.lookAhead), true,
        looksAhead ? Role::Warn : Role::Text);
    add(facts, FindingTr::tr("Known by"), wordText(f.knownBasis), !f.knownBasis.empty());
    add(facts, FindingTr::tr("Null"), wordText(f.nullMethod), !f.nullMethod.empty());
    add(facts, FindingTr::tr("Hypothesis"), qs(base::toHex(f.hypothesis)).left(16));
    facts.set(pages, 3, 66);
}

/// Half a page is narrow: short names, and what they leave out goes into the sentence below.
ChartSpec nullChart(const TearSheet &sheet, const Evidence &evidence)
{
    ChartSpec spec = nullChartOf(sheet, evidence.finding, evidence.ownNull);
    const bool isJoint = !jointNullOf(sheet.report, evidence.finding, sheet.shiftMaxima).maxima.empty();
    if (isJoint && spec.rules.size() > 1)
        spec.summary += QLatin1Char(' ') + FindingTr::tr("Dashed: what it takes to be significant.");
    if (!isJoint && !spec.series.empty()) {
        spec.title = FindingTr::tr("Could chance alone do this?");
        spec.summary += QLatin1Char(' ') +
                        FindingTr::tr("This hypothesis by itself; the adjusted p counts the whole family.");
    }
    return spec;
}

ChartSpec pathChart(const Evidence &evidence, const ChartOrigin &origin)
{
    ChartSpec spec = averagePathChart(evidence, origin);
    for (ChartSeries &series : spec.series)
        series.name = series.look == ChartLook::Band ? FindingTr::tr("95 % interval of a bar")
                                                     : FindingTr::tr("average");
    spec.yTitle = QStringLiteral("%1").arg(oneLine(evidence.responseUnit, 12));
    return spec;
}

ChartSpec periodChart(const Evidence &evidence, const ChartOrigin &origin)
{
    ChartSpec spec = subPeriodChart(evidence, origin);
    for (ChartSeries &series : spec.series)
        series.name.clear();
    spec.summary += QLatin1Char(' ') + FindingTr::tr("Boxes are 95 % intervals.");
    return spec;
}

void setPeriods(Pages &pages, const Evidence &evidence, double x, double width)
{
    SheetTable table({{FindingTr::tr("from")},
                      {FindingTr::tr("to")},
                      {FindingTr::tr("n"), true},
                      {FindingTr::tr("effect"), true},
                      {FindingTr::tr("95 % interval"), true},
                      {FindingTr::tr("t"), true}});
    for (const discovery::SubPeriod &part : evidence.subPeriods) {
        Finding bounds;
        bounds.ciLow = part.ciLow;
        bounds.ciHigh = part.ciHigh;
        table.add({{dayText(part.from)},
                   {dayText(part.to)},
                   {grouped(part.n)},
                   {signedNumber(part.effect, kPaperNumbers)},
                   {workbench::intervalText(bounds, kPaperNumbers)},
                   {fixed(part.t, 2, kPaperNumbers)}});
    }
    if (table.size() > 0)
        table.set(pages, x, width);
}

void setPlacebos(Pages &pages, const Evidence &evidence, double x, double width)
{
    SheetTable table({{FindingTr::tr("placebo window")},
                      {FindingTr::tr("n"), true},
                      {FindingTr::tr("effect"), true},
                      {FindingTr::tr("t"), true}});
    for (const discovery::PlaceboWindow &placebo : evidence.placebos) {
        table.add({{workbench::windowText(placebo.window, kPaperNumbers)},
                   {grouped(placebo.n)},
                   {withUnit(placebo.effect, evidence.finding.unit)},
                   {fixed(placebo.t, 2, kPaperNumbers)}});
    }
    if (table.size() > 0)
        table.set(pages, x, width);
}

void setMagnitudes(Pages &pages, const Evidence &evidence, double x, double width)
{
    SheetTable table({{FindingTr::tr("value from"), true},
                      {FindingTr::tr("to"), true},
                      {FindingTr::tr("n"), true},
                      {FindingTr::tr("mean response"), true},
                      {FindingTr::tr("95 % interval"), true}});
    for (const discovery::MagnitudeBin &bin : evidence.magnitudes) {
        Finding bounds;
        bounds.ciLow = bin.ciLow;
        bounds.ciHigh = bin.ciHigh;
        table.add({{valueText(bin.from)},
                   {valueText(bin.to)},
                   {grouped(bin.n)},
                   {withUnit(bin.effect, evidence.responseUnit)},
                   {workbench::intervalText(bounds, kPaperNumbers)}});
    }
    if (table.size() > 0)
        table.set(pages, x, width);
}

void setHead(Pages &pages, const TearSheet &sheet, std::size_t place, const QString &part)
{
    const SheetFinding &shown = sheet.findings[place];
    const Finding &finding = shown.evidence.finding;
    const QString which = sheet.findings.size() == 1
                              ? FindingTr::tr("Finding")
                              : FindingTr::tr("Finding %1 of %2").arg(place + 1).arg(sheet.findings.size());
    pages.paragraph(
        QStringLiteral("%1 · %2 · %3").arg(which, wordText(finding.tier), part),
        {.size = 7.6, .role = finding.tier == "significant" ? Role::Accent : Role::Muted, .bold = true});
    pages.skip(2);
}

void setFirst(Pages &pages, const TearSheet &sheet, std::size_t place)
{
    const SheetFinding &shown = sheet.findings[place];
    const Evidence &evidence = shown.evidence;
    const Finding &finding = evidence.finding;
    const ChartOrigin origin = pageOrigin(sheet);
    pages.newPage(anchorOf(finding));
    pages.bookmark(QStringLiteral("%1. %2").arg(QString::number(place + 1), findingSubject(finding)));
    setHead(pages, sheet, place, FindingTr::tr("the evidence"));
    QStringList missing;
    for (const QString &what : workbench::missingOf(finding))
        missing << what;
    if (missing.isEmpty()) {
        pages.paragraph(workbench::sentenceOf(finding, kPaperNumbers, shown.status),
                        {.size = 10.5, .bold = true});
    } else {
        pages.paragraph(FindingTr::tr("%1, %2, bars %3")
                            .arg(oneLine(finding.event, 80), oneLine(finding.asset, 40),
                                 workbench::windowText(finding.window, kPaperNumbers)),
                        {.size = 10.5, .bold = true});
        pages.paragraph(FindingTr::tr("No verdict: %1 missing. Run the study again to compute it.")
                            .arg(missing.join(QStringLiteral(", "))),
                        {.size = 9, .role = Role::Warn, .bold = true});
    }
    pages.skip(8);
    setNumbers(pages, sheet, shown);
    pages.skip(8);

    // two charts side by side, then the lags over the whole width, then the periods with their table
    constexpr double kSentences = 32; // captions
    const double free = pages.room() - 3 * kSentences - 8;
    const double pair = std::clamp(free * 0.34, 120.0, 180.0);
    const double wide = std::clamp(free * 0.40, 110.0, 200.0);
    double y = pages.y();
    const double left = setChart(
        pages, finding, nullChart(sheet, evidence),
        FindingTr::tr(
            "This run keeps no joint null that could be drawn: its null is %1. The adjusted p is %2.")
            .arg(wordText(finding.nullMethod), probability(finding.pAdjusted, kPaperNumbers)),
        Pages::kLeft, y, Pages::kHalf, pair);
    const double right = setChart(pages, finding, pathChart(evidence, origin),
                                  FindingTr::tr("There are too few bars around the events for a path."),
                                  Pages::kLeft + Pages::kHalf + Pages::kHalfGap, y, Pages::kHalf, pair);
    y += std::max(left, right) + 8;
    y += setChart(pages, finding, lagProfileChart(evidence, origin),
                  FindingTr::tr("There are too few bars around the events for a lag profile."), Pages::kLeft,
                  y, Pages::kInner, wide) +
         8;
    pages.setY(y);
    const double low = std::clamp(pages.room() - kSentences + 10, 90.0, 170.0);
    setChart(pages, finding, periodChart(evidence, origin),
             FindingTr::tr("There are too few events to part the sample."), Pages::kLeft, y, Pages::kHalf,
             low);
    const double x = Pages::kLeft + Pages::kHalf + Pages::kHalfGap;
    setPeriods(pages, evidence, x, Pages::kHalf);
    if (std::isfinite(evidence.leaveOneOutLow)) {
        pages.text(FindingTr::tr("Leaving out any one event, the effect stays between %1 and %2.")
                       .arg(withUnit(evidence.leaveOneOutLow, finding.unit),
                            withUnit(evidence.leaveOneOutHigh, finding.unit)),
                   x, pages.y() + 6, Pages::kHalf, {.size = 8});
    }
}

void setSecond(Pages &pages, const TearSheet &sheet, std::size_t place)
{
    const Evidence &evidence = sheet.findings[place].evidence;
    const Finding &finding = evidence.finding;
    const ChartOrigin origin = pageOrigin(sheet);
    pages.newPage();
    setHead(pages, sheet, place, FindingTr::tr("the checks"));
    pages.paragraph(FindingTr::tr("%1, %2, bars %3")
                        .arg(oneLine(finding.event, 80), oneLine(finding.asset, 40),
                             workbench::windowText(finding.window, kPaperNumbers)),
                    {.size = 10.5, .bold = true, .mostLines = 2});

    pages.heading(FindingTr::tr("Before the event: nothing should be seen"));
    if (evidence.placebos.empty()) {
        pages.paragraph(FindingTr::tr("There are too few bars before the events for a placebo window."), {});
    } else {
        pages.paragraph(
            FindingTr::tr(
                "Windows of the same length that end before the event. An effect here means that the news "
                "came late, "
                "or that the event answers to the price. No p: they were not part of the question."),
            kCaptionText);
        pages.skip(2);
        setPlacebos(pages, evidence, Pages::kLeft, Pages::kHalf);
    }
    pages.heading(FindingTr::tr("What else could explain it"));
    for (const QString &sentence : workbench::robustnessSentences(evidence))
        pages.paragraph(sentence, {});

    pages.heading(FindingTr::tr("By the size of the event"));
    if (evidence.magnitudes.empty()) {
        pages.paragraph(FindingTr::tr("These events carry no value, so there is no size to sort them by."),
                        {});
    } else {
        constexpr double kHeight = 150;
        pages.need(kHeight + 30);
        const double top = pages.y();
        const double height = setChart(pages, finding, magnitudeChart(evidence, origin), {}, Pages::kLeft,
                                       top, Pages::kHalf, kHeight);
        pages.setY(top);
        setMagnitudes(pages, evidence, Pages::kLeft + Pages::kHalf + Pages::kHalfGap, Pages::kHalf);
        pages.setY(std::max(pages.y(), top + height));
    }

    setLife(pages, sheet, place);
    constexpr double kHeight = 170;
    pages.need(kHeight + 60); // its heading too
    pages.heading(FindingTr::tr("Event by event"));
    const double top = pages.y();
    pages.setY(top + setChart(pages, finding, eventResponseChart(evidence, origin),
                              FindingTr::tr("No event has a response."), Pages::kLeft, top, Pages::kInner,
                              kHeight,
                              FindingTr::tr("Each mark is one event, at the close of its bar; %1 in all.")
                                  .arg(grouped(evidence.responses.size()))));
    std::vector<QString> notes; // those of the run stand at the end of the sheet
    std::ranges::copy_if(evidence.notes, std::back_inserter(notes), [&sheet](const QString &note) {
        return std::ranges::find(sheet.report.notes, note) == sheet.report.notes.end();
    });
    if (notes.empty())
        return;
    pages.heading(FindingTr::tr("Notes on this finding"));
    for (const QString &note : notes)
        pages.paragraph(note, {.size = 8});
}

} // namespace

double setChart(Pages &pages, const Finding &finding, ChartSpec spec, const QString &whyEmpty, double x,
                double y, double width, double height, const QString &caption)
{
    if (spec.series.empty()) {
        pages.fill({x, y, width, height}, pages.tokens().color(Role::Window));
        pages.text(spec.title, x + 8, y + 6, width - 16, {.size = 8, .bold = true, .mostLines = 2});
        pages.text(whyEmpty, x + 8, y + 24, width - 16, {.size = 8, .role = Role::Muted});
        return height;
    }
    spec.source.clear();
    const QString said = caption.isEmpty() ? captionOf(spec, finding) : caption;
    pages.chart(spec, {x, y, width, height});
    // the chart keeps a row for its source, which the foot of the page has
    return height - 5 + pages.text(said, x + 4, y + height - 5, width - 8, kCaptionText);
}

void setFindingPages(Pages &pages, const TearSheet &sheet, std::size_t place)
{
    setFirst(pages, sheet, place);
    setSecond(pages, sheet, place);
}

} // namespace widgets
