// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/walkpages.h"

#include "widgets/common/words.h"
#include "widgets/report/sheettable.h"
#include "widgets/studycharts/walkcharts.h"

#include <QCoreApplication>

#include <algorithm>

namespace widgets {

using namespace core;
using discovery::WalkReport;

namespace {

struct WalkPagesTr {
    Q_DECLARE_TR_FUNCTIONS(walkpages)
};

constexpr double kWalkChart = 150; // height of a chart

/// Half a page is narrow: what stands at a line goes into the sentence below.
double setHalf(Pages &pages, ChartSpec spec, double x, double y, const QString &caption)
{
    if (spec.series.empty()) {
        pages.fill({x, y, Pages::kHalf, kWalkChart}, pages.tokens().color(Role::Window));
        pages.text(spec.title, x + 8, y + 6, Pages::kHalf - 16, {.size = 8, .bold = true, .mostLines = 2});
        pages.text(WalkPagesTr::tr("Nothing was found that could be scored."), x + 8, y + 24,
                   Pages::kHalf - 16, {.size = 8, .role = Role::Muted});
        return kWalkChart;
    }
    spec.source.clear();
    for (ChartRule &rule : spec.rules)
        rule.label.clear();
    pages.chart(spec, {x, y, Pages::kHalf, kWalkChart});
    return kWalkChart - 5 + pages.text(caption, x + 4, y + kWalkChart - 5, Pages::kHalf - 8, kCaptionText);
}

void setSteps(Pages &pages, const WalkReport &report)
{
    pages.heading(WalkPagesTr::tr("Step by step"));
    const WalkTable steps = walkTable(report);
    std::vector<SheetColumn> columns;
    for (qsizetype i = 0; i < steps.titles.size(); ++i)
        columns.push_back({steps.titles[i], i > 1, i == 1});
    SheetTable table(std::move(columns));
    for (const QStringList &row : steps.rows) {
        std::vector<SheetCell> cells;
        for (const QString &cell : row)
            cells.push_back({.text = cell, .bold = &row == &steps.rows.back()});
        table.add(std::move(cells));
    }
    table.set(pages);
    for (qsizetype i = 0; i < steps.notes.size(); ++i) {
        if (steps.notes[i].isEmpty())
            continue;
        pages.skip(2);
        pages.paragraph(
            WalkPagesTr::tr("At %1 nothing was asked: %2")
                .arg(steps.rows[static_cast<std::size_t>(i)].first(), oneLine(steps.notes[i], 300)),
            kCaptionText);
    }
}

} // namespace

void setWalk(Pages &pages, const WalkReport &report, bool simulated)
{
    pages.paragraph(walkSubject(report), {.size = 8, .role = Role::Muted});
    pages.skip(3);
    const QStringList verdict = workbench::verdictOf(report).split(QLatin1Char('\n'));
    pages.paragraph(verdict.first(), {.size = 10, .bold = true});
    pages.skip(2);
    for (const QString &line : verdict.mid(1)) {
        pages.paragraph(line, kPlainText);
        pages.skip(1);
    }
    pages.skip(6);
    pages.need(kWalkChart + 40);
    const double top = pages.y();
    const double left =
        setHalf(pages, heldChart(report, simulated, {}), Pages::kLeft, top,
                WalkPagesTr::tr("A box for every step that could be scored: the share that held and its 95 % "
                                "interval. Dashed: of the uncorrected t-test. Line across: a coin."));
    const double right = setHalf(
        pages, reliabilityChart(report, simulated), Pages::kLeft + Pages::kHalf + Pages::kHalfGap, top,
        WalkPagesTr::tr("Points: told on average against what held; boxes: its 95 % interval. Dashed: the "
                        "uncorrected t-test, without shrinkage. What is as told lies on the diagonal."));
    pages.setY(top + std::max(left, right) + 8);
    setSteps(pages, report);
    if (!report.notes.empty())
        pages.heading(WalkPagesTr::tr("How to read it"));
    for (const QString &note : report.notes) {
        pages.paragraph(oneLine(note, 1000), {.size = 8});
        pages.skip(2);
    }
}

} // namespace widgets
