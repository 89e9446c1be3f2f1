// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/pagewriter.h"

#include "widgets/report/pdfmending.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace widgets {

using core::base::Error;
using core::base::ErrorCode;
using core::base::Result;
using core::workbench::Job;

namespace {

struct PageWriterTr {
    Q_DECLARE_TR_FUNCTIONS(pagewriter)
};

constexpr int kDots = 1200; ///< an inch

} // namespace

QString programName()
{
    return QStringLiteral("Foreshock " FORESHOCK_VERSION);
}

void setSimulated(Pages &pages)
{
    pages.skip(8);
    const double top = pages.y();
    pages.fill({Pages::kLeft, top, Pages::kInner, 19},
               pages.tokens().tint(pages.tokens().color(Role::Warn), 0.14));
    pages.text(
        PageWriterTr::tr(
            "Simulated data: the events and prices are made up. Nothing here says anything about a market."),
        Pages::kLeft + 8, top + 4, Pages::kInner - 16, {.size = 8.2, .bold = true, .mostLines = 1});
    pages.setY(top + 19);
}

Result<QByteArray> writePages(const Pages &pages, const QString &title, core::base::Instant createdAt,
                              const Job &job)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kDots);
        writer.setTitle(pages.clean(title));
        writer.setCreator(programName());
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        QPainter painter;
        if (!painter.begin(&writer))
            return Error{ErrorCode::Internal,
                         PageWriterTr::tr("The pages of the report could not be drawn.")};
        for (std::size_t i = 0; i < pages.count(); ++i) {
            if (job.cancel.isCancelled())
                return Error{ErrorCode::Cancelled, PageWriterTr::tr("The report was cancelled.")};
            if (job.progress)
                job.progress({i, pages.count(), PageWriterTr::tr("Drawing pages")});
            if (i > 0)
                writer.newPage();
            painter.save();
            painter.scale(kDots / 72.0, kDots / 72.0);
            pages.draw(i, painter);
            painter.restore();
        }
    }
    linkPages(bytes);
    setCreated(bytes, createdAt);
    addOutline(bytes, pages.bookmarks());
    return bytes;
}

} // namespace widgets
