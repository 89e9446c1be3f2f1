// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/walkwriter.h"

#include "core/base/text.h"
#include "core/workbench/tearsheet.h"
#include "widgets/common/words.h"
#include "widgets/report/pagewriter.h"
#include "widgets/report/walkpages.h"

#include <QCoreApplication>

namespace widgets {

using namespace core;
using base::Result;
using workbench::Job;

namespace {

struct WalkTr {
    Q_DECLARE_TR_FUNCTIONS(walkwriter)
};

} // namespace

Result<QByteArray> drawWalk(const WalkSheet &sheet, const Job &job)
{
    const discovery::WalkReport &report = sheet.walk.report;
    const QString snapshot = base::qs(store::Workspace::snapshotText(report.snapshot));
    const QString title =
        WalkTr::tr("Track record: %1")
            .arg(report.study.empty() ? WalkTr::tr("Study without a name") : oneLine(report.study, 80));
    Pages pages({title, sheet.isSimulated ? WalkTr::tr("Simulated data") : QString(),
                 WalkTr::tr("Workspace %1 · snapshot %2 · walk %3 · %4")
                     .arg(oneLine(sheet.workspace, 60), snapshot, oneLine(report.walk, 40), programName())});
    pages.newPage();
    pages.bookmark(title);
    pages.paragraph(title, {.size = 17, .bold = true, .mostLines = 3});
    pages.skip(3);
    pages.paragraph(
        WalkTr::tr("At each step it discovered with what was known then, and was scored on what came next. "
                   "Walked %1 UTC over %2 hypotheses.")
            .arg(instantText(sheet.walk.recordedAt, base::Zone()), countText(report.questions)),
        {.size = 8, .role = Role::Muted});
    if (sheet.isSimulated)
        setSimulated(pages);
    pages.skip(6);
    setWalk(pages, report, sheet.isSimulated);
    return writePages(pages, title, sheet.walk.recordedAt, job);
}

Result<void> writeWalk(const WalkSheet &sheet, const QString &file, const Job &job)
{
    const Result<QByteArray> bytes = drawWalk(sheet, job);
    if (!bytes)
        return bytes.error();
    return workbench::saveReport(base::utf8(file),
                                 {bytes->constData(), static_cast<std::size_t>(bytes->size())});
}

} // namespace widgets
