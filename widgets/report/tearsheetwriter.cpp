// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/tearsheetwriter.h"

#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/report/findingpages.h"
#include "widgets/report/firstpage.h"
#include "widgets/report/methodpages.h"
#include "widgets/report/pagewriter.h"

#include <QCoreApplication>

namespace widgets {

using core::base::Error;
using core::base::ErrorCode;
using core::base::qs;
using core::base::Result;
using core::workbench::Job;
using core::workbench::TearSheet;

namespace {

struct TearSheetTr {
    Q_DECLARE_TR_FUNCTIONS(tearsheetwriter)
};

PageFrame frameOf(const TearSheet &sheet)
{
    return {sheetTitle(sheet), sheet.isSimulated ? TearSheetTr::tr("Simulated data") : QString(),
            TearSheetTr::tr("Workspace %1 · snapshot %2 · result %3 · %4")
                .arg(oneLine(sheet.workspace, 60), sheet.snapshot, qs(sheet.report.resultHash).left(16),
                     programName())};
}

Error cancelled()
{
    return {ErrorCode::Cancelled, TearSheetTr::tr("The report was cancelled.")};
}

} // namespace

Result<QByteArray> drawTearSheet(const TearSheet &sheet, const Job &job)
{
    Pages pages(frameOf(sheet));
    setFirstPage(pages, sheet);
    for (std::size_t i = 0; i < sheet.findings.size(); ++i) {
        if (job.cancel.isCancelled())
            return cancelled();
        setFindingPages(pages, sheet, i);
    }
    setMethodPages(pages, sheet);
    return writePages(pages, sheetTitle(sheet), sheet.finishedAt, job);
}

Result<void> writeTearSheet(const TearSheet &sheet, const QString &file, const Job &job)
{
    const Result<QByteArray> bytes = drawTearSheet(sheet, job);
    if (!bytes)
        return bytes.error();
    return core::workbench::saveReport(core::base::utf8(file),
                                       {bytes->constData(), static_cast<std::size_t>(bytes->size())});
}

} // namespace widgets
