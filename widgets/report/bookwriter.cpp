// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/bookwriter.h"

#include "core/base/text.h"
#include "core/workbench/tearsheet.h"
#include "widgets/charts/chartjson.h"
#include "widgets/common/words.h"
#include "widgets/report/pagewriter.h"
#include "widgets/report/sheettable.h"

#include <QCoreApplication>

#include <algorithm>

namespace widgets {

using namespace core::workbench;
using core::base::Result;

namespace {

struct BookTr {
    Q_DECLARE_TR_FUNCTIONS(bookwriter)
};

const QString kContents = QStringLiteral("contents");
constexpr double kChart = 240;  ///< height of a picture, in points
constexpr double kBegins = 130; ///< what a section needs to begin on a page
constexpr double kFactNames = 92; ///< the names of facts

QString sectionAnchor(const ReportSection &section)
{
    return QStringLiteral("section ") + section.id;
}

/// The lines of a comment, each a paragraph.
void setLines(Pages &pages, const QString &text, const TextStyle &style)
{
    for (const QString &line : text.trimmed().split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty()) {
            pages.skip(4);
            continue;
        }
        pages.paragraph(line, style);
        pages.skip(2);
    }
}

void setContents(Pages &pages, const ReportSheet &sheet)
{
    pages.newPage(kContents);
    pages.bookmark(reportTitle(sheet));
    pages.paragraph(reportTitle(sheet), {.size = 17, .bold = true, .mostLines = 3});
    pages.skip(3);
    pages.paragraph(
        BookTr::tr("Put together in the workspace “%1”, snapshot %2, printed %3 UTC")
            .arg(oneLine(sheet.workspace, 80), sheet.snapshot, instantText(sheet.madeAt, core::base::Zone())),
        {.size = 8, .role = Role::Muted});
    if (sheet.isSimulated)
        setSimulated(pages);
    pages.heading(BookTr::tr("Contents"));
    SheetTable table({{BookTr::tr("no."), true},
                      {BookTr::tr("section"), false, true},
                      {BookTr::tr("kind")},
                      {BookTr::tr("added (UTC)")},
                      {BookTr::tr("page"), true}});
    for (std::size_t i = 0; i < sheet.book.sections.size(); ++i) {
        const ReportSection &section = sheet.book.sections[i];
        table.add({{.text = QString::number(i + 1)},
                   {.text = oneLine(section.title, 120), .role = Role::Accent, .anchor = sectionAnchor(section)},
                   {.text = sectionKindText(section.kind)},
                   {.text = instantText(section.addedAt, core::base::Zone())},
                   {.role = Role::Accent, .anchor = sectionAnchor(section), .isPageOf = true}});
    }
    table.set(pages);
    if (sheet.faults.empty())
        return;
    pages.heading(BookTr::tr("To be looked at"));
    for (const ReportFault &fault : sheet.faults) {
        const auto found = std::ranges::find(sheet.book.sections, fault.section, &ReportSection::id);
        if (found == sheet.book.sections.end())
            continue;
        pages.paragraph(BookTr::tr("%1. %2: %3")
                            .arg(QString::number(found - sheet.book.sections.begin() + 1),
                                 oneLine(found->title, 80), fault.sentence),
                        {.size = 8, .role = Role::Warn});
        pages.skip(2);
    }
}

void setTable(Pages &pages, const ReportTable &table)
{
    if (table.titles.size() == 2) { // names and values
        SheetFacts facts;
        for (const QStringList &row : table.rows)
            facts.add(row[0], row[1]);
        facts.set(pages, 2, kFactNames);
        return;
    }
    std::vector<SheetColumn> columns;
    bool hasElastic = false;
    for (qsizetype i = 0; i < table.titles.size(); ++i) {
        const bool isNumber = table.numbers[static_cast<std::size_t>(i)];
        qsizetype longest = 0;
        for (const QStringList &row : table.rows)
            longest = std::max(longest, row[i].size());
        const bool isElastic = !isNumber && longest > 18;
        hasElastic = hasElastic || isElastic;
        columns.push_back({table.titles[i], isNumber, isElastic});
    }
    if (!hasElastic && !columns.empty())
        columns.back().isElastic = !columns.back().isNumber;
    SheetTable out(columns);
    for (const QStringList &row : table.rows) {
        std::vector<SheetCell> cells;
        for (const QString &cell : row)
            cells.push_back({.text = oneLine(cell, 300)});
        out.add(std::move(cells));
    }
    out.set(pages);
}

void setSection(Pages &pages, const ReportSheet &sheet, std::size_t place)
{
    const ReportSection &section = sheet.book.sections[place];
    const std::optional<ChartSpec> chart = chartFromJson(section.chart);
    pages.need(chart ? kBegins + kChart : kBegins);
    pages.heading(QStringLiteral("%1. %2").arg(QString::number(place + 1), oneLine(section.title, 200)));
    pages.mark(sectionAnchor(section));
    const auto fault = std::ranges::find(sheet.faults, section.id, &ReportFault::section);
    if (fault != sheet.faults.end()) {
        pages.paragraph(fault->sentence, {.size = 8, .role = Role::Warn, .bold = true});
        pages.skip(3);
    }
    if (!section.comment.trimmed().isEmpty()) {
        setLines(pages, section.comment, {.size = 9});
        pages.skip(3);
    }
    for (const QString &sentence : section.sentences) {
        pages.paragraph(sentence, {.size = 8.5});
        pages.skip(2);
    }
    if (chart) {
        ChartSpec spec = *chart;
        spec.source.clear(); // it stands below
        pages.need(kChart + 30);
        pages.skip(6);
        pages.chart(spec, {Pages::kLeft, pages.y(), Pages::kInner, kChart}, chartRange(section.chart));
        pages.skip(kChart + 2);
        if (!chart->summary.isEmpty())
            pages.paragraph(oneLine(chart->summary, 600), kSmallText);
    }
    if (!section.table.rows.empty()) {
        pages.skip(6);
        setTable(pages, section.table);
    }
    pages.skip(3);
    QString source = section.source;
    if (section.addedAt.isValid()) {
        const QString added =
            BookTr::tr("added %1 UTC").arg(instantText(section.addedAt, core::base::Zone()));
        source = source.isEmpty() ? added : QStringLiteral("%1 · %2").arg(source, added);
    }
    pages.paragraph(source, kSmallText);
    TextStyle back{.size = 7.4, .role = Role::Accent};
    back.anchor = kContents;
    pages.need(Pages::lineHeight(back));
    pages.skip(pages.text(BookTr::tr("Contents"), Pages::kLeft, pages.y(), 80, back));
}

} // namespace

QString sectionKindText(const QString &kind)
{
    return kind == QLatin1String("events")    ? BookTr::tr("Events")
           : kind == QLatin1String("chart")   ? BookTr::tr("Chart")
           : kind == QLatin1String("finding") ? BookTr::tr("Finding")
           : kind == QLatin1String("event")   ? BookTr::tr("Event")
           : kind == QLatin1String("symbol")  ? BookTr::tr("Symbol")
           : kind == QLatin1String("source")  ? BookTr::tr("Source")
                                              : oneLine(kind, 20);
}

Result<QByteArray> drawBook(const ReportSheet &sheet, const Job &job)
{
    Pages pages({oneLine(reportTitle(sheet), 200),
                 sheet.isSimulated ? BookTr::tr("Simulated data") : QString(),
                 BookTr::tr("Workspace %1 · snapshot %2 · %3")
                     .arg(oneLine(sheet.workspace, 60), sheet.snapshot, programName())});
    setContents(pages, sheet);
    for (std::size_t i = 0; i < sheet.book.sections.size(); ++i) {
        if (job.cancel.isCancelled())
            return core::base::Error{core::base::ErrorCode::Cancelled,
                                     BookTr::tr("The report was cancelled.")};
        setSection(pages, sheet, i);
    }
    return writePages(pages, reportTitle(sheet), sheet.madeAt, job);
}

Result<void> writeBook(const ReportSheet &sheet, const QString &file, const Job &job)
{
    const Result<QByteArray> bytes = drawBook(sheet, job);
    if (!bytes)
        return bytes.error();
    return saveReport(core::base::utf8(file), {bytes->constData(), static_cast<std::size_t>(bytes->size())});
}

} // namespace widgets
