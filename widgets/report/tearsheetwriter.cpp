// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/tearsheetwriter.h"

#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/report/findingpages.h"
#include "widgets/report/firstpage.h"
#include "widgets/report/methodpages.h"
#include "widgets/report/pages.h"
#include "widgets/report/pdfmending.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace widgets {

using core::base::Error;
using core::base::ErrorCode;
using core::base::qs;
using core::base::Result;
using core::workbench::Job;
using core::workbench::TearSheet;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(tearsheetwriter)
};

constexpr int kDots = 1200; ///< an inch
const QString kProgram = QStringLiteral("Foreshock " FORESHOCK_VERSION);

PageFrame frameOf(const TearSheet &sheet)
{
    return {sheetTitle(sheet), sheet.isSimulated ? Tr::tr("Simulated data") : QString(),
            Tr::tr("Workspace %1 · snapshot %2 · result %3 · %4")
                .arg(oneLine(sheet.workspace, 60), sheet.snapshot, qs(sheet.report.resultHash).left(16),
                     kProgram)};
}

Error cancelled()
{
    return {ErrorCode::Cancelled, Tr::tr("The report was cancelled.")};
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

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDots);
        writer.setTitle(pages.clean(sheetTitle(sheet)));
        writer.setCreator(kProgram);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        QPainter painter;
        if (!painter.begin(&writer))
            return Error{ErrorCode::Internal, Tr::tr("The pages of the report could not be drawn.")};
        for (std::size_t i = 0; i < pages.count(); ++i) {
            if (job.cancel.isCancelled())
                return cancelled();
            if (job.progress)
                job.progress({i, pages.count(), Tr::tr("Drawing pages")});
            if (i > 0)
                writer.newPage();
            painter.save();
            painter.scale(kDots / 72.0, kDots / 72.0);
            pages.draw(i, painter);
            painter.restore();
        }
    }
    linkPages(bytes);
    setCreated(bytes, sheet.finishedAt);
    return bytes;
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
