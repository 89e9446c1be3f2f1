// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/briefwriter.h"

#include "core/base/text.h"
#include "core/workbench/ledgerwords.h"
#include "core/workbench/schedules.h"
#include "core/workbench/tearsheet.h"
#include "widgets/common/words.h"
#include "widgets/report/pagewriter.h"
#include "widgets/report/sheettable.h"

#include <QCoreApplication>

namespace widgets {

using namespace core;
using base::qs;
using base::Result;
using workbench::Brief;
using workbench::BriefChange;
using workbench::BriefFiring;
using workbench::fixed;
using workbench::grouped;
using workbench::Job;
using workbench::NumberStyle;
using workbench::probability;
using workbench::RelationshipView;
using workbench::signedNumber;

namespace {

struct BriefTr {
    Q_DECLARE_TR_FUNCTIONS(briefwriter)
};

constexpr std::size_t kMostBriefRows = 100;

QString momentOf(base::Instant at)
{
    return instantText(at, base::Zone());
}

QString titleOf(const Brief &brief)
{
    return BriefTr::tr("Brief of %1").arg(oneLine(brief.workspace, 80));
}

/// The columns without which no effect is shown, after those a table begins with.
std::vector<SheetColumn> withEvidence(std::vector<SheetColumn> columns)
{
    for (const SheetColumn &column :
         {SheetColumn{BriefTr::tr("bars")}, SheetColumn{BriefTr::tr("n"), true},
          SheetColumn{BriefTr::tr("effect"), true}, SheetColumn{BriefTr::tr("95 % interval"), true},
          SheetColumn{BriefTr::tr("unit")}, SheetColumn{BriefTr::tr("p adj."), true},
          SheetColumn{BriefTr::tr("family"), true}, SheetColumn{BriefTr::tr("status")}})
        columns.push_back(column);
    return columns;
}

void addEvidence(std::vector<SheetCell> &row, const RelationshipView &view)
{
    const store::RelationshipRecord &record = view.record;
    row.push_back({.text = workbench::windowText({record.first, record.last}, kPaperNumbers)});
    row.push_back({.text = grouped(record.n)});
    row.push_back({.text = signedNumber(record.effect, kPaperNumbers)});
    row.push_back({.text = BriefTr::tr("%1 to %2")
                               .arg(signedNumber(view.ciLow, kPaperNumbers),
                                    signedNumber(view.ciHigh, kPaperNumbers))});
    row.push_back({.text = qs(record.unit)});
    row.push_back({.text = probability(record.pAdjusted, kPaperNumbers)});
    row.push_back({.text = grouped(view.familySize)});
    row.push_back({.text = workbench::statusText(record.status)});
}

/// A table of at most kMostRows, and how many more there are.
void setTable(Pages &pages, const SheetTable &table, std::size_t all)
{
    table.set(pages);
    if (all <= kMostBriefRows)
        return;
    pages.skip(2);
    pages.paragraph(BriefTr::tr("and %1 more").arg(grouped(all - kMostBriefRows)), kSmallText);
}

void setChanges(Pages &pages, const QString &title, const std::vector<BriefChange> &changes)
{
    if (changes.empty())
        return;
    pages.heading(title);
    SheetTable table(withEvidence({{BriefTr::tr("event"), false, true}, {BriefTr::tr("asset")}}));
    for (const BriefChange &change : changes) {
        if (table.size() == kMostBriefRows)
            break;
        std::vector<SheetCell> row{{.text = oneLine(change.view.record.event, 80), .bold = true},
                                   {.text = oneLine(change.view.record.asset, 24)}};
        addEvidence(row, change.view);
        table.add(std::move(row));
    }
    setTable(pages, table, changes.size());
    for (std::size_t i = 0; i < std::min(changes.size(), kMostBriefRows); ++i) {
        const BriefChange &change = changes[i];
        if (change.reason.isEmpty())
            continue;
        pages.skip(2);
        pages.paragraph(QStringLiteral("%1 · %2 · %3: %4")
                            .arg(momentOf(change.at), oneLine(change.view.record.event, 60),
                                 oneLine(change.view.record.asset, 24), oneLine(change.reason)),
                        kSmallText);
    }
}

void setFired(Pages &pages, const std::vector<BriefFiring> &fired)
{
    if (fired.empty())
        return;
    pages.heading(BriefTr::tr("Fired, and what was seen after such events so far"));
    SheetTable table(withEvidence(
        {{BriefTr::tr("known (UTC)")}, {BriefTr::tr("event"), false, true}, {BriefTr::tr("asset")}}));
    for (const BriefFiring &one : fired) {
        if (table.size() == kMostBriefRows)
            break;
        const QString entity = oneLine(one.firing.entity, 24);
        const QString event = oneLine(one.view.record.event, 60);
        std::vector<SheetCell> row{
            {.text = momentOf(one.firing.at)},
            {.text = entity.isEmpty() ? event : QStringLiteral("%1 · %2").arg(event, entity), .bold = true},
            {.text = oneLine(one.firing.asset, 24)}};
        addEvidence(row, one.view);
        table.add(std::move(row));
    }
    setTable(pages, table, fired.size());
}

void setSources(Pages &pages, const std::vector<workbench::SourceStatus> &sources)
{
    if (sources.empty())
        return;
    pages.heading(BriefTr::tr("Sources late or failing"));
    for (const workbench::SourceStatus &source : sources) {
        pages.paragraph(oneLine(workbench::sentenceOf(source), 600), kPlainText);
        pages.skip(2);
    }
}

void setTurns(Pages &pages, const std::vector<store::ScheduleTurn> &turns)
{
    if (turns.empty())
        return;
    pages.heading(BriefTr::tr("What ran by itself"));
    SheetTable table({{BriefTr::tr("ended (UTC)")},
                      {BriefTr::tr("what")},
                      {BriefTr::tr("outcome")},
                      {BriefTr::tr("said"), false, true}});
    for (const store::ScheduleTurn &turn : turns) {
        if (table.size() == kMostBriefRows)
            break;
        table.add({{.text = momentOf(turn.endedAt)},
                   {.text = turn.name.empty() ? BriefTr::tr("relationships") : oneLine(turn.name, 36)},
                   {.text = workbench::outcomeText(turn.outcome),
                    .role = turn.outcome == "failed" ? Role::Warn : Role::Text},
                   {.text = oneLine(turn.reason, 300)}});
    }
    setTable(pages, table, turns.size());
}

void setAsked(Pages &pages, const Brief &brief)
{
    pages.heading(BriefTr::tr("How much was asked"));
    SheetFacts facts;
    facts.add(BriefTr::tr("Since the last brief"), workbench::ledgerSentence(brief.asked, kPaperNumbers));
    facts.add(BriefTr::tr("In this workspace"), workbench::ledgerSentence(brief.askedInAll, kPaperNumbers));
    facts.set(pages, 1, 110);
}

} // namespace

Result<QByteArray> drawBrief(const Brief &brief, const Job &job)
{
    Pages pages({titleOf(brief), brief.isSimulated ? BriefTr::tr("Simulated data") : QString(),
                 BriefTr::tr("Workspace %1 · snapshot %2 · %3")
                     .arg(oneLine(brief.workspace, 60), brief.snapshot, programName())});
    pages.newPage();
    pages.bookmark(titleOf(brief));
    pages.paragraph(titleOf(brief), {.size = 17, .bold = true, .mostLines = 3});
    pages.skip(3);
    pages.paragraph(BriefTr::tr("Since %1 UTC, printed %2 UTC, snapshot %3")
                        .arg(momentOf(brief.since), momentOf(brief.madeAt), brief.snapshot),
                    {.size = 8, .role = Role::Muted});
    if (brief.isSimulated)
        setSimulated(pages);
    pages.skip(8);
    pages.paragraph(workbench::headlineOf(brief, kPaperNumbers), {.size = 10, .bold = true});
    setChanges(pages, BriefTr::tr("Found"), brief.found);
    setChanges(pages, BriefTr::tr("Validated by later data"), brief.validated);
    setChanges(pages, BriefTr::tr("Decayed"), brief.decayed);
    setChanges(pages, BriefTr::tr("Retired"), brief.retired);
    setFired(pages, brief.fired);
    setSources(pages, brief.sources);
    setTurns(pages, brief.turns);
    setAsked(pages, brief);
    return writePages(pages, titleOf(brief), brief.madeAt, job);
}

Result<void> writeBrief(const Brief &brief, const QString &file, const Job &job)
{
    const Result<QByteArray> bytes = drawBrief(brief, job);
    if (!bytes)
        return bytes.error();
    return workbench::saveReport(base::utf8(file),
                                 {bytes->constData(), static_cast<std::size_t>(bytes->size())});
}

} // namespace widgets
