// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/firstpage.h"

#include "core/base/text.h"
#include "core/workbench/numbertext.h"
#include "core/workbench/sentences.h"
#include "widgets/common/words.h"
#include "widgets/report/lifepages.h"
#include "widgets/report/sheettable.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;
using base::qs;
using discovery::Finding;
using workbench::fixed;
using workbench::grouped;
using workbench::NumberStyle;
using workbench::TearSheet;

namespace {

struct FirstPageTr {
    Q_DECLARE_TR_FUNCTIONS(firstpage)
};

constexpr std::size_t kMostFindingRows = 60;
constexpr std::size_t kWidow = 10;
constexpr double kNotes = 48; // what stands about the findings, four lines
constexpr std::size_t kUntieredRows = 12;
constexpr std::size_t kNamesShown = 8;

QString dayOf(base::Instant at)
{
    return at.isValid() ? qs(base::toIso(at.utcDay())) : kMissingText;
}

/// "3 (a, b, c)", "12 (a, b, … and 4 more)".
QString listed(const std::vector<QString> &names)
{
    QStringList shown;
    for (std::size_t i = 0; i < std::min(names.size(), kNamesShown); ++i)
        shown << oneLine(names[i], 40);
    QString text = shown.join(QStringLiteral(", "));
    if (names.size() > kNamesShown)
        text = FirstPageTr::tr("%1 and %2 more").arg(text, grouped(names.size() - kNamesShown));
    return names.size() <= 1 ? text : QStringLiteral("%1: %2").arg(grouped(names.size()), text);
}

QString windowsOf(const TearSheet &sheet)
{
    QStringList shown;
    for (const domain::Window window : sheet.question.windows) {
        if (shown.size() == static_cast<qsizetype>(kNamesShown)) {
            shown << FirstPageTr::tr("… (%1 in all)").arg(grouped(sheet.question.windows.size()));
            break;
        }
        shown << workbench::windowText(window, kPaperNumbers);
    }
    return shown.join(QLatin1Char(' '));
}

void setTop(Pages &pages, const TearSheet &sheet)
{
    pages.paragraph(sheetTitle(sheet), {.size = 17, .bold = true, .mostLines = 3});
    pages.skip(3);
    pages.paragraph(FirstPageTr::tr("Tear sheet of run %1, finished %2 UTC, in the workspace “%3”")
                        .arg(qs(sheet.report.run), instantText(sheet.finishedAt, base::Zone()),
                             oneLine(sheet.workspace, 80)),
                    {.size = 8, .role = Role::Muted});
    if (sheet.isSimulated) {
        pages.skip(8);
        const double top = pages.y();
        pages.fill({Pages::kLeft, top, Pages::kInner, 19},
                   pages.tokens().tint(pages.tokens().color(Role::Warn), 0.14));
        pages.text(
            FirstPageTr::tr("Simulated data: the events and prices are made up. Nothing here says anything "
                            "about a market."),
            Pages::kLeft + 8, top + 4, Pages::kInner - 16, {.size = 8.2, .bold = true, .mostLines = 1});
        pages.setY(top + 19);
    }
    pages.skip(12);
    // the verdict, in large letters its first sentence
    const QStringList lines =
        sheet.isOneFinding && workbench::missingOf(sheet.findings.front().evidence.finding).empty()
            ? QStringList{workbench::sentenceOf(sheet.findings.front().evidence.finding, kPaperNumbers,
                                                sheet.findings.front().status)}
            : workbench::verdictOf(sheet.report, kPaperNumbers).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        pages.paragraph(lines[i], {.size = i == 0 ? 11.5 : 9, .bold = i == 0});
        pages.skip(3);
    }
    if (!sheet.isOneFinding && !sheet.findings.empty()) {
        const workbench::SheetFinding &best = sheet.findings.front();
        if (workbench::missingOf(best.evidence.finding).empty())
            pages.paragraph(workbench::sentenceOf(best.evidence.finding, kPaperNumbers, best.status),
                            {.size = 9});
    }
}

void setQuestion(Pages &pages, const TearSheet &sheet)
{
    pages.heading(FirstPageTr::tr("What was asked"));
    SheetFacts facts;
    facts.add(FirstPageTr::tr("Family"),
              sheet.report.hypotheses == 1
                  ? FirstPageTr::tr("1 hypothesis")
                  : FirstPageTr::tr("%1 hypotheses").arg(grouped(sheet.report.hypotheses)));
    facts.add(FirstPageTr::tr("Never asked before"), grouped(sheet.report.newHypotheses));
    facts.add(FirstPageTr::tr("Events"), listed(sheet.events));
    facts.add(FirstPageTr::tr("Assets"), listed(sheet.assets));
    facts.add(FirstPageTr::tr("Windows (bars)"), windowsOf(sheet));
    facts.add(FirstPageTr::tr("Sample"),
              FirstPageTr::tr("%1 to %2").arg(dayOf(sheet.sampleFrom), dayOf(sheet.sampleTo)));
    facts.add(FirstPageTr::tr("Sealed"), sheet.sealedFrom.isValid()
                                             ? FirstPageTr::tr("from %1 on").arg(dayOf(sheet.sealedFrom))
                                             : FirstPageTr::tr("nothing: there is no hold-out"));
    if (sheet.asOf.isValid())
        facts.add(FirstPageTr::tr("As of"),
                  FirstPageTr::tr("%1 UTC").arg(instantText(sheet.asOf, base::Zone())));
    facts.add(FirstPageTr::tr("Level"),
              FirstPageTr::tr("%1 for the whole family").arg(valueText(sheet.question.alpha)));
    facts.add(FirstPageTr::tr("By chance"),
              FirstPageTr::tr("%1 significant, %2 candidates expected")
                  .arg(fixed(sheet.report.expectedSignificant, 2, kPaperNumbers),
                       fixed(sheet.report.expectedCandidates, 2, kPaperNumbers)));
    facts.add(FirstPageTr::tr("Snapshot"), sheet.snapshot);
    facts.add(FirstPageTr::tr("Result hash"), qs(sheet.report.resultHash).left(16));
    facts.set(pages, 2, 84);
}

/// What looks ahead could be traded by nobody, and says so there: beside the tier the table would leave its
/// page.
SheetCell tradableOf(const Finding &finding)
{
    if (finding.lookAhead == "failed")
        return {.text = FirstPageTr::tr("looks ahead"), .role = Role::Warn};
    return {.text = finding.tradable ? FirstPageTr::tr("yes") : FirstPageTr::tr("no"),
            .role = finding.tradable ? Role::Text : Role::Warn};
}

std::vector<SheetCell> rowOf(const Finding &finding)
{
    const auto number = [](const QString &text) { return SheetCell{.text = text}; };
    const Role ink = finding.tier == "none" ? Role::Muted : Role::Text;
    return {{.text = oneLine(finding.event, 60), .role = ink, .anchor = anchorOf(finding)},
            {.text = oneLine(finding.asset, 30), .role = ink},
            {.text = workbench::windowText(finding.window, kPaperNumbers), .role = ink},
            number(grouped(finding.n)),
            {.text = QStringLiteral("%1 %2").arg(workbench::signedNumber(finding.effect, kPaperNumbers),
                                                 oneLine(finding.unit, 10)),
             .bold = true},
            number(workbench::intervalText(finding, kPaperNumbers)),
            number(workbench::signedNumber(finding.base, kPaperNumbers)),
            number(workbench::probability(finding.pAdjusted, kPaperNumbers)),
            {.text = wordText(finding.tier),
             .role = finding.tier == "significant" ? Role::Accent : ink,
             .bold = finding.tier == "significant"},
            number(grouped(finding.familySize)),
            {.text = wordText(finding.sample), .role = ink},
            tradableOf(finding),
            {.role = Role::Accent, .anchor = anchorOf(finding), .isPageOf = true}};
}

void sayAbout(Pages &pages, const TearSheet &sheet, std::size_t shown, std::size_t all, bool hasMorePages)
{
    const TextStyle small{.size = 7.4, .role = Role::Muted};
    if (sheet.isOneFinding) {
        pages.paragraph(
            FirstPageTr::tr(
                "One of %1 hypotheses asked at once, of which %2 were significant and %3 candidates.")
                .arg(grouped(sheet.report.hypotheses), grouped(sheet.report.significant),
                     grouped(sheet.report.candidates)),
            small);
        return;
    }
    if (shown < all)
        pages.paragraph(
            FirstPageTr::tr("%1 more are not listed; “foreshock-cli study show %2 --all” lists every one.")
                .arg(grouped(all - shown), qs(sheet.report.run)),
            small);
    if (hasMorePages)
        pages.paragraph(
            FirstPageTr::tr(
                "The %1 strongest have pages of their own; “foreshock-cli report %2 --pdf FILE --finding "
                "HYPOTHESIS” makes "
                "those of any other.")
                .arg(grouped(sheet.findings.size()), qs(sheet.report.run)),
            small);
    pages.paragraph(
        FirstPageTr::tr(
            "Effects that were picked because they are the largest of many look larger than they are."),
        small);
}

void setFindings(Pages &pages, const TearSheet &sheet)
{
    std::vector<const Finding *> tiered, others;
    for (const Finding &finding : sheet.report.findings)
        (finding.tier != "none" ? tiered : others).push_back(&finding);
    std::ranges::stable_partition(tiered,
                                  [](const Finding *finding) { return finding->tier == "significant"; });
    const bool nothing = tiered.empty();
    std::vector<const Finding *> &shown = nothing ? others : tiered;
    const std::size_t all = shown.size();
    shown.resize(std::min(shown.size(), nothing ? kUntieredRows : kMostFindingRows));
    if (sheet.isOneFinding) {
        pages.heading(FirstPageTr::tr("The finding"));
        shown = {&sheet.findings.front().evidence.finding};
    } else {
        pages.heading(nothing ? FirstPageTr::tr("The strongest of what was asked; none of it is established")
                              : FirstPageTr::tr("Findings"));
    }
    SheetTable table({{FirstPageTr::tr("event"), false, true},
                      {FirstPageTr::tr("asset"), false, true},
                      {FirstPageTr::tr("bars")},
                      {FirstPageTr::tr("n"), true},
                      {FirstPageTr::tr("effect"), true},
                      {FirstPageTr::tr("95 % interval"), true},
                      {FirstPageTr::tr("base"), true},
                      {FirstPageTr::tr("adjusted p"), true},
                      {FirstPageTr::tr("tier")},
                      {FirstPageTr::tr("family size"), true},
                      {FirstPageTr::tr("sample")},
                      {FirstPageTr::tr("tradable")},
                      {FirstPageTr::tr("page"), true}});
    // a few weak rows are not worth a page of their own: the note says how many there are
    const std::size_t fits = SheetTable::rowsWithin(pages.room() - kNotes);
    if (shown.size() > fits && shown.size() < fits + kWidow)
        shown.resize(fits);
    for (const Finding *finding : shown)
        table.add(rowOf(*finding));
    if (table.size() == 0) {
        pages.paragraph(FirstPageTr::tr("The run kept no finding."), {});
        return;
    }
    // what is said about the table stands above it: below, it would fall alone on a page of its own
    sayAbout(pages, sheet, shown.size(), all, !nothing && tiered.size() > sheet.findings.size());
    pages.skip(4);
    table.set(pages);
}

/// On the page of a run that found nothing: how near the strongest came.
void setNothing(Pages &pages, const TearSheet &sheet)
{
    if (sheet.report.findings.empty() || sheet.isOneFinding)
        return;
    const Finding &best = *std::ranges::max_element(sheet.report.findings, {}, [](const Finding &finding) {
        return std::isnan(finding.y) ? 0.0 : finding.y;
    });
    ChartSpec spec = nullChartOf(sheet, best, {});
    if (spec.series.empty())
        return;
    spec.source.clear();
    for (ChartRule &rule : spec.rules) {
        if (rule.role == Role::Accent)
            rule.label = FirstPageTr::tr("strongest asked");
    }
    constexpr double kHeight = 168;
    pages.need(kHeight + 30);
    pages.skip(8);
    pages.chart(spec, {Pages::kLeft, pages.y(), Pages::kInner, kHeight});
    pages.skip(kHeight + 2);
    pages.paragraph(captionOf(spec, best), {.size = 7.4, .role = Role::Muted});
}

} // namespace

QString sheetTitle(const TearSheet &sheet)
{
    return sheet.study.trimmed().isEmpty() ? FirstPageTr::tr("Study of run %1").arg(qs(sheet.report.run))
                                           : oneLine(sheet.study, 400);
}

QString anchorOf(const Finding &finding)
{
    return qs(base::toHex(finding.hypothesis));
}

ChartOrigin pageOrigin(const TearSheet &sheet)
{
    return {
        .run = qs(sheet.report.run), .snapshot = sheet.snapshot, .simulated = sheet.isSimulated, .zone = {}};
}

ChartSpec nullChartOf(const TearSheet &sheet, const Finding &finding, const std::vector<float> &ownNull)
{
    return nullDistributionChart(sheet.report, finding, jointNullOf(sheet.report, finding, sheet.shiftMaxima),
                                 ownNull, sheet.question.alpha, pageOrigin(sheet));
}

QString captionOf(const ChartSpec &spec, const Finding &finding)
{
    const QString subject = findingSubject(finding) + QStringLiteral(": ");
    if (!spec.summary.startsWith(subject))
        return spec.summary;
    QString text = spec.summary.mid(subject.size());
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

void setFirstPage(Pages &pages, const TearSheet &sheet)
{
    pages.newPage();
    pages.bookmark(sheetTitle(sheet));
    setTop(pages, sheet);
    setQuestion(pages, sheet);
    setFunnel(pages, sheet);
    setFindings(pages, sheet);
    if (sheet.findings.empty())
        setNothing(pages, sheet);
}

} // namespace widgets
