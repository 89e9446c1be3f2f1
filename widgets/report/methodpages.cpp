// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/methodpages.h"

#include "core/base/text.h"
#include "core/workbench/methodwords.h"
#include "core/workbench/numbertext.h"
#include "widgets/common/words.h"
#include "widgets/discovery/studytext.h"
#include "widgets/report/pagewriter.h"
#include "widgets/report/sheettable.h"
#include "widgets/report/walkpages.h"

#include <QCoreApplication>

#include <algorithm>

namespace widgets {

using namespace core;
using base::qs;
using workbench::fixed;
using workbench::grouped;
using workbench::NumberStyle;
using workbench::TearSheet;

namespace {

struct MethodTr {
    Q_DECLARE_TR_FUNCTIONS(methodpages)
};

constexpr qsizetype kMostLines = 400; ///< of a study on paper
constexpr int kMostNotes = 60;

void setMethod(Pages &pages, const TearSheet &sheet)
{
    pages.heading(MethodTr::tr("Method in words"));
    constexpr double kTitle = 92;
    for (const workbench::MethodPart &part : workbench::methodOf(sheet)) {
        const TextStyle style{.size = 8.2};
        const double height = pages.heightOf(part.text, Pages::kInner - kTitle, style);
        pages.need(std::min(height, 80.0));
        pages.text(part.title, Pages::kLeft, pages.y(), kTitle - 8, {.size = 8.2, .bold = true});
        pages.paragraph(part.text, style, kTitle);
        pages.skip(4);
    }
}

void setTrials(Pages &pages, const TearSheet &sheet)
{
    pages.heading(MethodTr::tr("How much was asked"));
    SheetFacts facts;
    facts.add(MethodTr::tr("In this run"),
              MethodTr::tr("%1 hypotheses").arg(grouped(sheet.report.hypotheses)));
    facts.add(MethodTr::tr("Never asked before"), grouped(sheet.report.newHypotheses));
    facts.add(MethodTr::tr("Expected by chance, this run"),
              MethodTr::tr("%1 significant, %2 candidates")
                  .arg(fixed(sheet.report.expectedSignificant, 2, kPaperNumbers),
                       fixed(sheet.report.expectedCandidates, 2, kPaperNumbers)));
    facts.add(MethodTr::tr("In this workspace"),
              MethodTr::tr("%1 different hypotheses (families: %2, runs: %3)")
                  .arg(grouped(sheet.ledger.questions), grouped(sheet.ledger.families),
                       grouped(sheet.ledger.runs)));
    facts.add(
        MethodTr::tr("Expected by chance, workspace"),
        MethodTr::tr("%1 significant of %2 that were found")
            .arg(fixed(sheet.ledger.expectedFalse, 2, kPaperNumbers), grouped(sheet.ledger.significant)));
    facts.add(MethodTr::tr("Walked through the past"),
              sheet.walk ? MethodTr::tr("yes, on its own page")
                         : MethodTr::tr("never; “foreshock-cli study walk” does"));
    facts.add(MethodTr::tr("Hold-out opened"),
              sheet.ledger.opened == 0
                  ? MethodTr::tr("never")
                  : MethodTr::tr("for %1 of what was found").arg(grouped(sheet.ledger.opened)));
    facts.set(pages, 2, 110);
}

void setIdentity(Pages &pages, const TearSheet &sheet)
{
    pages.heading(MethodTr::tr("What proves it"));
    const auto row = [&pages](const QString &name, const QString &value) {
        pages.need(14);
        pages.text(name, Pages::kLeft, pages.y(), 88, {.size = 7.6, .role = Role::Muted});
        pages.paragraph(value, {.size = 7.6, .mono = true}, 92);
        pages.skip(1.5);
    };
    row(MethodTr::tr("Run"), qs(sheet.report.run));
    row(MethodTr::tr("Snapshot"), sheet.snapshot);
    row(MethodTr::tr("Result hash"), qs(sheet.report.resultHash));
    row(MethodTr::tr("Family"), qs(base::toHex(sheet.report.family)));
    row(MethodTr::tr("Seed"), QString::number(sheet.question.seed));
    row(MethodTr::tr("Program"), programName());
    for (std::size_t i = 0; i < sheet.findings.size(); ++i) {
        const discovery::Finding &finding = sheet.findings[i].evidence.finding;
        row(sheet.findings.size() == 1 ? MethodTr::tr("Finding") : MethodTr::tr("Finding %1").arg(i + 1),
            qs(base::toHex(finding.hypothesis)));
    }
}

void setParameters(Pages &pages, const TearSheet &sheet)
{
    pages.heading(MethodTr::tr("Parameters"));
    pages.paragraph(
        MethodTr::tr(
            "The study as it was run, with every default written out. Saved as a file it runs again."),
        {.size = 7.4, .role = Role::Muted});
    pages.skip(3);
    const QStringList lines = writeStudy(sheet.studyJson).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const TextStyle style{.size = 7.2, .mono = true};
    const double step = pages.widthOf(QStringLiteral(" "), style);
    for (const QString &line : lines.first(std::min(lines.size(), kMostLines))) {
        // the blanks before a line are room, not text, so that what wraps stays indented
        qsizetype blanks = 0;
        while (blanks < line.size() && line[blanks] == QLatin1Char(' '))
            ++blanks;
        pages.paragraph(line.mid(blanks), style, step * static_cast<double>(std::min<qsizetype>(blanks, 24)));
    }
    if (lines.size() > kMostLines)
        pages.paragraph(MethodTr::tr("… and %1 more lines.")
                            .arg(grouped(static_cast<std::uint64_t>(lines.size() - kMostLines))),
                        {});
}

void setNotes(Pages &pages, const TearSheet &sheet)
{
    const auto &notes = sheet.report.notes;
    if (!notes.empty()) {
        pages.heading(MethodTr::tr("Notes"));
        for (std::size_t i = 0; i < std::min<std::size_t>(notes.size(), kMostNotes); ++i) {
            pages.paragraph(oneLine(notes[i], 1000), {.size = 8});
            pages.skip(2);
        }
        if (notes.size() > kMostNotes)
            pages.paragraph(MethodTr::tr("… and %1 more.").arg(grouped(notes.size() - kMostNotes)),
                            {.size = 8});
    }
    if (pages.lost().empty())
        return;
    QStringList names;
    for (const char32_t point : pages.lost()) {
        if (names.size() == 40) {
            names << MethodTr::tr("… (%1 in all)").arg(grouped(pages.lost().size()));
            break;
        }
        names << QStringLiteral("U+%1").arg(static_cast<uint>(point), 4, 16, QLatin1Char('0')).toUpper();
    }
    pages.heading(MethodTr::tr("Characters without a letter form"));
    pages.paragraph(
        MethodTr::tr("No font of this computer has these characters; they are shown by their numbers "
                     "(\\u…): %1. Fonts that "
                     "have them (such as fonts-noto-cjk) mend it.")
            .arg(names.join(QStringLiteral(", "))),
        {.size = 8});
}

void setTrackRecord(Pages &pages, const TearSheet &sheet)
{
    if (!sheet.walk)
        return;
    pages.newPage();
    pages.bookmark(MethodTr::tr("The track record of this question"));
    pages.heading(MethodTr::tr("The track record of this question"));
    setWalk(pages, sheet.walk->report, sheet.isSimulated);
}

} // namespace

void setMethodPages(Pages &pages, const TearSheet &sheet)
{
    setTrackRecord(pages, sheet);
    pages.newPage();
    pages.bookmark(MethodTr::tr("How it was asked, and what proves it"));
    setMethod(pages, sheet);
    setTrials(pages, sheet);
    setIdentity(pages, sheet);
    setParameters(pages, sheet);
    setNotes(pages, sheet);
}

} // namespace widgets
