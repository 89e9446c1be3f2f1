// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartexport.h"

#include "core/base/text.h"
#include "core/workbench/csvwriter.h"
#include "widgets/charts/charttable.h"
#include "widgets/charts/plotpainter.h"
#include "widgets/common/words.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace widgets {

using core::base::Error;
using core::base::ErrorCode;
using core::base::Instant;
using core::base::Result;

namespace {

constexpr int kPageDots = 1200; ///< an inch of a page

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(chartexport)
};

/// A text in lines that fit.
QStringList wrapped(const QString &text, const QFontMetricsF &metrics, double width)
{
    QStringList lines;
    for (const QString &word : Plot::clean(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = lines.isEmpty() ? word : lines.back() + QLatin1Char(' ') + word;
        if (lines.isEmpty() || metrics.horizontalAdvance(longer) > width)
            lines << word;
        else
            lines.back() = longer;
    }
    return lines;
}

/// Where the data come from, what else is to be known (`note`), the stretch shown and when it was made.
QStringList captionOf(const Plot &plot, Instant now, const QString &note)
{
    const QFontMetricsF metrics(plot.font());
    const double width = plot.size().width() - 2 * Plot::kMargin;
    QStringList lines = wrapped(plot.spec().source, metrics, width) + wrapped(note, metrics, width);
    const auto &window = plot.window();
    QString range = Tr::tr("%1 to %2").arg(plot.edgeText(window.from), plot.edgeText(window.to));
    if (plot.spec().timeAxis)
        range += QLatin1Char(' ') + core::base::qs(plot.zone().name());
    return lines + wrapped(Tr::tr("%1 · exported %2 UTC").arg(range, instantText(now, core::base::Zone())),
                           metrics, width);
}

/// The chart with its caption, which has its own room: the plot stays as large as it is seen.
Plot captioned(const Plot &plot, Instant now, const QString &note)
{
    const QStringList lines = captionOf(plot, now, note);
    Plot out = plot;
    ChartSpec spec = plot.spec();
    const int before = spec.source.isEmpty() ? 0 : 1;
    spec.source.clear(); // it is the first line of the caption, where it is never cut
    out.setSpec(spec);
    out.setSize(plot.size() + QSizeF(0, plot.rowHeight() * static_cast<double>(lines.size() - before)));
    out.setCaption(lines.join(QLatin1Char('\n')));
    out.setWindow(plot.window());
    return out;
}

QImage imageOf(const Plot &plot, int scale)
{
    QImage image((plot.size() * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paintPlot(plot, painter);
    painter.end();
    // pixels an inch, so that it is as large on paper at every scale
    image.setDotsPerMeterX(3780 * scale);
    image.setDotsPerMeterY(3780 * scale);
    return image;
}

QByteArray png(const Plot &plot, int scale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    imageOf(plot, scale).save(&buffer, "PNG");
    return bytes;
}

QByteArray svg(const Plot &plot)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(plot.size().toSize());
    generator.setViewBox(QRectF(QPointF(), plot.size()));
    generator.setTitle(Plot::clean(plot.spec().title).toHtmlEscaped());
    generator.setDescription(oneLine(plot.spec().summary, 1000).toHtmlEscaped());
    QPainter painter(&generator);
    paintPlot(plot, painter);
    painter.end();
    return bytes;
}

QByteArray pdf(const Plot &plot)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kPageDots);
    writer.setTitle(Plot::clean(plot.spec().title));
    writer.setCreator(QStringLiteral("Foreshock"));
    writer.setPageSize(QPageSize(plot.size() * 72 / 96, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.scale(kPageDots / 96.0, kPageDots / 96.0);
    paintPlot(plot, painter);
    painter.end();
    return bytes;
}

QByteArray csv(const Plot &plot)
{
    ChartTable table;
    table.setSpec(plot.spec());
    core::workbench::CsvWriter writer;
    for (int column = 0; column < table.columnCount(); ++column)
        writer.text(core::base::utf8(table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    writer.endRow();
    QByteArray bytes;
    const auto [first, last] = table.rowsWithin(plot.window().from, plot.window().to);
    for (int row = first; row < last; ++row) {
        if (plot.spec().timeAxis)
            writer.text(toIso(Instant(static_cast<std::int64_t>(table.x(row)))));
        else
            writer.number(table.x(row));
        for (int column = 1; column < table.columnCount(); ++column)
            writer.number(table.value(row, column));
        writer.endRow();
        if (row % 4096 == 0)
            bytes += QByteArray::fromStdString(writer.take());
    }
    return bytes + QByteArray::fromStdString(writer.take());
}

} // namespace

QImage chartImage(const Plot &plot, int scale, Instant now, const QString &note)
{
    return imageOf(captioned(plot, now, note), std::clamp(scale, 1, kMostScale));
}

Result<void> exportChart(const Plot &plot, const QString &path, int scale, Instant now, const QString &note)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    Plot out = captioned(plot, now, note);
    QByteArray bytes;
    if (suffix == QLatin1String("png")) {
        bytes = png(out, std::clamp(scale, 1, kMostScale));
    } else if (suffix == QLatin1String("svg")) {
        bytes = svg(out);
    } else if (suffix == QLatin1String("pdf")) {
        PlotLook look = plot.look();
        look.tokens = Tokens::load(QStringLiteral("light"));
        out.setLook(look);
        bytes = pdf(out);
    } else if (suffix == QLatin1String("csv")) {
        bytes = csv(plot);
    } else {
        return Error{ErrorCode::BadInput,
                     Tr::tr("The name of the file must end in .png, .svg, .pdf or .csv; it is “%1”.")
                         .arg(oneLine(QFileInfo(path).fileName(), 80))};
    }
    QSaveFile file(path);
    if (bytes.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() ||
        !file.commit()) {
        return Error{
            ErrorCode::Storage,
            Tr::tr("The chart could not be written to %1: %2.").arg(oneLine(path, 200), file.errorString())};
    }
    return {};
}

} // namespace widgets
