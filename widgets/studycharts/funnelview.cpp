// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studycharts/funnelview.h"

#include "widgets/common/words.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace widgets {

namespace {

constexpr int kGap = 8;      // pixels between name, bar and count
constexpr int kInset = 6;    // pixels between the edge of a step, its count and its words
constexpr int kLeastBar = 1; // of none: the line it would begin at
constexpr double kTint = 0.30;
constexpr double kGround = 0.06;

} // namespace

FunnelView::FunnelView(Theme &theme, Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_shape(shape)
{
    setAccessibleName(tr("From question to validation"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
    setFunnel({});
}

void FunnelView::setFunnel(const core::workbench::Funnel &funnel)
{
    m_funnel = funnel;
    setAccessibleDescription(funnelSentence(funnel));
    setToolTip(tipText(funnelSentence(funnel) + QLatin1Char('\n') + funnelScale()));
    update();
}

int FunnelView::rowHeight() const
{
    return fontMetrics().height() + 6;
}

QSize FunnelView::sizeHint() const
{
    return {320, m_shape == Shape::Line ? rowHeight() : 4 * rowHeight()};
}

QSize FunnelView::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void FunnelView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_shape == Shape::Line)
        paintLine(painter);
    else
        paintRows(painter);
}

void FunnelView::paintRows(QPainter &painter) const
{
    const auto steps = funnelSteps(m_funnel);
    const QFont figures = Theme::numberFont(font());
    const QFontMetrics numbers(figures);
    int names = 0;
    int counts = 0;
    for (const FunnelStep &step : steps) {
        names = std::max(names, fontMetrics().horizontalAdvance(step.name));
        counts = std::max(counts, numbers.horizontalAdvance(step.count));
    }
    const int notes = steps[2].note.isEmpty() ? 0 : fontMetrics().horizontalAdvance(steps[2].note) + kGap;
    const int bars = std::max(20, width() - names - counts - notes - 2 * kGap);
    int y = 0;
    for (const FunnelStep &step : steps) {
        const QRect bar(names + kGap, y + 4, std::max(kLeastBar, static_cast<int>(bars * step.share)),
                        rowHeight() - 8);
        painter.setPen(m_theme.color(Role::Muted));
        painter.setFont(font());
        painter.drawText(QRect(0, y, names, rowHeight()), Qt::AlignLeft | Qt::AlignVCenter, step.name);
        painter.fillRect(bar, m_theme.color(step.role));
        const int after = names + kGap + bars + kGap;
        if (!step.note.isEmpty())
            painter.drawText(QRect(after + counts + kGap, y, notes, rowHeight()),
                             Qt::AlignLeft | Qt::AlignVCenter, step.note);
        painter.setPen(m_theme.color(Role::Text));
        painter.setFont(figures);
        painter.drawText(QRect(after, y, counts, rowHeight()), Qt::AlignRight | Qt::AlignVCenter, step.count);
        y += rowHeight();
    }
}

void FunnelView::paintLine(QPainter &painter) const
{
    const auto steps = funnelSteps(m_funnel);
    const QFont figures = Theme::numberFont(font());
    const QFontMetrics numbers(figures);
    // each step has what its words take, and an equal part of what is left over
    std::array<int, 4> takes{};
    int spare = width() - 3 * kGap;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        takes[i] = numbers.horizontalAdvance(steps[i].count) + fontMetrics().horizontalAdvance(steps[i].brief) +
                   3 * kInset + 2;
        spare -= takes[i];
    }
    int x = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const FunnelStep &step = steps[i];
        const int cell = spare >= 0 ? takes[i] + spare / 4 : (width() - 3 * kGap) / 4;
        const QRect ground(x, 1, cell, rowHeight() - 2);
        const QColor color = m_theme.color(step.role);
        painter.fillRect(ground, m_theme.tokens().tint(color, kGround));
        QRect bar = ground;
        bar.setWidth(std::max(kLeastBar, static_cast<int>(cell * step.share)));
        painter.fillRect(bar, m_theme.tokens().tint(color, kTint));
        const QRect inside = ground.adjusted(kInset, 0, -kInset, 0);
        painter.setFont(figures);
        painter.setPen(m_theme.color(Role::Text));
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, step.count);
        const int after = numbers.horizontalAdvance(step.count) + kInset;
        const QFontMetrics letters(font());
        const int room = inside.width() - after;
        // what finds no room is in the tooltip
        QString shown = step.brief;
        for (const QString &words :
             {step.note.isEmpty() ? step.name : QStringLiteral("%1 (%2)").arg(step.name, step.note),
              step.name}) {
            if (letters.horizontalAdvance(words) <= room) {
                shown = words;
                break;
            }
        }
        painter.setFont(font());
        painter.drawText(inside.adjusted(after, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         letters.elidedText(shown, Qt::ElideRight, room));
        x += cell + kGap;
    }
}

} // namespace widgets
