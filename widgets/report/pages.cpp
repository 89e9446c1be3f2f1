// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/pages.h"

#include "widgets/charts/render.h"
#include "widgets/common/words.h"

#include <QCoreApplication>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>
#include <memory>

namespace widgets {

namespace {

struct PagesTr {
    Q_DECLARE_TR_FUNCTIONS(pages)
};

/// Fonts come in whole pixels, so text is laid out in tenths of a point.
constexpr double kFine = 10;
constexpr double kLeading = 1.32;
constexpr qsizetype kLongest = 20'000; ///< characters of one text
constexpr int kChartFont = 11;         ///< pixels, 96 to the inch

QFont fontOf(const TextStyle &style)
{
    QFont font;
    if (style.mono) {
        font.setFamilies({QStringLiteral("DejaVu Sans Mono")});
        font.setStyleHint(QFont::Monospace);
    } else {
        font.setFamilies({QStringLiteral("DejaVu Sans")});
        font.setStyleHint(QFont::SansSerif);
    }
    font.setPixelSize(static_cast<int>(std::lround(style.size * kFine)));
    font.setWeight(style.bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(false);
    // a spacing, however small, keeps ligatures away: who searches for "find" must find it
    font.setLetterSpacing(QFont::PercentageSpacing, 100.02);
    return font;
}

/// Lines of a text, laid out; y of the first is 0. With a page it is a link to that page.
std::shared_ptr<QTextLayout> layOut(const QString &text, double width, const TextStyle &style, int page = 0)
{
    const double fine = std::max(1.0, width) * kFine;
    const double step = Pages::lineHeight(style) * kFine;
    const QFont font = fontOf(style);
    QTextOption option(style.align);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    const auto make = [&](const QString &words) {
        auto layout = std::make_shared<QTextLayout>(words, font);
        layout->setTextOption(option);
        layout->setCacheEnabled(true);
        if (page > 0) { // before the lines are made: a format set later takes them away
            QTextLayout::FormatRange range;
            range.start = 0;
            range.length = static_cast<int>(words.size());
            range.format.setAnchor(true);
            range.format.setAnchorHref(Pages::hrefOf(page));
            layout->setFormats({range});
        }
        layout->beginLayout();
        double y = 0;
        for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
            line.setLineWidth(fine);
            line.setPosition({0, y + (step - line.height()) / 2});
            y += step;
        }
        layout->endLayout();
        return layout;
    };
    auto layout = make(text);
    if (style.mostLines <= 0 || layout->lineCount() <= style.mostLines)
        return layout;
    const QTextLine last = layout->lineAt(style.mostLines - 1);
    const QString rest = text.mid(last.textStart());
    QString cut =
        text.left(last.textStart()) + QFontMetricsF(font).elidedText(rest, Qt::ElideRight, fine - 1);
    layout = make(cut);
    // what is elided by one measure may be a hair too wide by the other
    while (layout->lineCount() > style.mostLines && cut.size() > 2) {
        cut = cut.left(cut.size() - 2) + QChar(0x2026);
        layout = make(cut);
    }
    return layout;
}

void drawLayout(const QTextLayout &layout, QPainter &painter, double x, double y, const QColor &color)
{
    painter.save();
    painter.setPen(color);
    painter.translate(x, y);
    painter.scale(1 / kFine, 1 / kFine);
    layout.draw(&painter, {0, 0});
    painter.restore();
}

} // namespace

Pages::Pages(const PageFrame &frame)
    : m_tokens(Tokens::load(QStringLiteral("light")))
{
    m_frame = {clean(frame.header), clean(frame.mark), clean(frame.footer)};
}

void Pages::newPage(const QString &anchor)
{
    m_pages.emplace_back();
    m_y = kTop;
    if (!anchor.isEmpty())
        mark(anchor);
}

void Pages::mark(const QString &anchor)
{
    m_anchors.insert(anchor, static_cast<int>(m_pages.size()));
}

void Pages::bookmark(const QString &title)
{
    m_bookmarks.push_back({clean(title), static_cast<int>(m_pages.size()), m_y, false});
}

int Pages::pageOf(const QString &anchor) const
{
    return m_anchors.value(anchor, 0);
}

void Pages::need(double points)
{
    if (m_pages.empty() || (points > room() && m_y > kTop))
        newPage();
}

double Pages::lineHeight(const TextStyle &style)
{
    return style.size * kLeading;
}

QString Pages::hrefOf(int page)
{
    // long enough for what takes its place in the file
    return QStringLiteral("foreshock:page:%1:to-be-replaced-by-a-place-in-this-file")
        .arg(page, 6, 10, QLatin1Char('0'));
}

QString Pages::clean(const QString &text) const
{
    const QString harmless = oneLine(text, kLongest);
    const QFontMetricsF metrics(fontOf({}));
    QString out;
    out.reserve(harmless.size());
    for (qsizetype i = 0; i < harmless.size(); ++i) {
        const QChar c = harmless[i];
        if (c.unicode() < 0x80) {
            out += c;
            continue;
        }
        const bool whole = c.isHighSurrogate() && i + 1 < harmless.size();
        const char32_t point = whole ? QChar::surrogateToUcs4(c, harmless[i + 1]) : char32_t(c.unicode());
        const auto [known, isNew] = m_known.try_emplace(point, true);
        if (isNew)
            known->second = metrics.inFontUcs4(point);
        if (known->second) {
            out += c;
            if (whole)
                out += harmless[i + 1];
        } else {
            m_lost.insert(point);
            out += QStringLiteral("\\u%1").arg(static_cast<uint>(point), 4, 16, QLatin1Char('0'));
        }
        if (whole)
            ++i;
    }
    return out;
}

double Pages::heightOf(const QString &text, double width, const TextStyle &style) const
{
    return layOut(clean(text), width, style)->lineCount() * lineHeight(style);
}

double Pages::widthOf(const QString &text, const TextStyle &style) const
{
    return QFontMetricsF(fontOf(style)).horizontalAdvance(clean(text)) / kFine;
}

double Pages::text(const QString &text, double x, double y, double width, const TextStyle &style)
{
    const QString words = clean(text);
    const auto layout = layOut(words, width, style);
    m_pages.back().push_back([this, layout, words, width, x, y, style](QPainter &painter) {
        const int page =
            style.anchor.isEmpty() ? 0 : pageOf(style.anchor); // not known before all is laid out
        drawLayout(page > 0 ? *layOut(words, width, style, page) : *layout, painter, x, y,
                   m_tokens.color(style.role));
    });
    return layout->lineCount() * lineHeight(style);
}

void Pages::pageNumber(const QString &anchor, double x, double y, double width, const TextStyle &style)
{
    m_pages.back().push_back([this, anchor, x, y, width, style](QPainter &painter) {
        const int page = pageOf(anchor);
        const auto layout = layOut(page > 0 ? QString::number(page) : kMissingText, width, style, page);
        drawLayout(*layout, painter, x, y, m_tokens.color(style.role));
    });
}

void Pages::paragraph(const QString &text, const TextStyle &style, double indent)
{
    const auto layout = layOut(clean(text), kInner - indent, style);
    const double step = lineHeight(style);
    // a page that would begin or end with a lone line is no help to the reader
    need(step * std::min(layout->lineCount(), 2));
    int line = 0;
    while (line < layout->lineCount()) {
        const int fits = std::max(1, static_cast<int>(std::floor((room() + 0.01) / step)));
        const int end = std::min(layout->lineCount(), line + fits);
        m_pages.back().push_back([layout, line, end, step, x = kLeft + indent, y = m_y,
                                  color = m_tokens.color(style.role)](QPainter &painter) {
            painter.save();
            painter.setPen(color);
            painter.translate(x, y - line * step);
            painter.scale(1 / kFine, 1 / kFine);
            for (int i = line; i < end; ++i)
                layout->lineAt(i).draw(&painter, {0, 0});
            painter.restore();
        });
        m_y += (end - line) * step;
        line = end;
        if (line < layout->lineCount())
            newPage();
    }
}

void Pages::heading(const QString &text)
{
    need(60);
    if (m_y > kTop)
        skip(12);
    m_bookmarks.push_back({clean(text), static_cast<int>(m_pages.size()), m_y, !m_bookmarks.empty()});
    const TextStyle style{.size = 11, .bold = true};
    m_y += this->text(text, kLeft, m_y, kInner, style) + 3;
    line(kLeft, m_y, kRight, m_y, m_tokens.color(Role::Line));
    skip(6);
}

void Pages::fill(const QRectF &where, const QColor &color)
{
    m_pages.back().push_back([where, color](QPainter &painter) { painter.fillRect(where, color); });
}

void Pages::line(double x1, double y1, double x2, double y2, const QColor &color)
{
    m_pages.back().push_back([=](QPainter &painter) {
        painter.setPen(QPen(color, 0.6));
        painter.drawLine(QPointF(x1, y1), QPointF(x2, y2));
    });
}

void Pages::chart(const ChartSpec &spec, const QRectF &where,
                  const std::optional<std::pair<double, double>> &range)
{
    m_pages.back().push_back([this, spec, where, range](QPainter &painter) {
        RenderOptions options;
        options.range = range;
        options.font = fontOf({});
        options.font.setPixelSize(kChartFont);
        renderChart(spec, m_tokens, painter, where, 96.0 / 72.0, options);
    });
}

void Pages::drawFrame(std::size_t i, QPainter &painter) const
{
    const auto set = [&](const QString &text, double x, double y, double width, const TextStyle &style) {
        drawLayout(*layOut(text, width, style), painter, x, y, m_tokens.color(style.role));
    };
    const QColor rule = m_tokens.color(Role::Line);
    constexpr double kMark = 110;
    constexpr double kNumber = 70;
    set(m_frame.header, kLeft, 28, kInner - kMark - 8, {.size = 7.5, .role = Role::Muted, .mostLines = 1});
    if (!m_frame.mark.isEmpty())
        set(m_frame.mark, kRight - kMark, 28, kMark,
            {.size = 7.5, .role = Role::Warn, .bold = true, .align = Qt::AlignRight, .mostLines = 1});
    painter.setPen(QPen(rule, 0.6));
    painter.drawLine(QPointF(kLeft, 42), QPointF(kRight, 42));
    painter.drawLine(QPointF(kLeft, kHeight - 42), QPointF(kRight, kHeight - 42));
    set(m_frame.footer, kLeft, kHeight - 37, kInner - kNumber - 8,
        {.size = 7, .role = Role::Muted, .mostLines = 1});
    set(PagesTr::tr("Page %1 of %2").arg(i + 1).arg(m_pages.size()), kRight - kNumber, kHeight - 37, kNumber,
        {.size = 7, .role = Role::Muted, .align = Qt::AlignRight});
}

void Pages::draw(std::size_t i, QPainter &painter) const
{
    drawFrame(i, painter);
    for (const Stroke &stroke : m_pages[i]) {
        painter.save();
        stroke(painter);
        painter.restore();
    }
}

} // namespace widgets
