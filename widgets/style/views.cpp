// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/views.h"

#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kRow = 24;
constexpr int kHeaderLeast = 20;
constexpr int kSortMark = 16;
constexpr int kBranch = 10;
constexpr int kHeaderSlack = 4; // Qt shortens a text that fits exactly
const QMargins kHeaderAir(3, 2, 3, 3); // across: as far in as the text of the cells below

void drawHeaderSection(const Canvas &canvas, const QStyleOption &option)
{
    QPainter &painter = canvas.painter;
    painter.fillRect(option.rect, canvas.color(Role::Panel));
    QRect line = option.rect;
    line.setTop(line.bottom());
    painter.fillRect(line, canvas.color(Role::Line));
}

} // namespace

void drawItem(const Canvas &canvas, const QStyleOptionViewItem &option)
{
    QPainter &painter = canvas.painter;
    if (option.backgroundBrush.style() != Qt::NoBrush) {
        const QPoint before = painter.brushOrigin();
        painter.setBrushOrigin(option.rect.topLeft());
        painter.fillRect(option.rect, option.backgroundBrush);
        painter.setBrushOrigin(before);
    }
    const bool isTable = qobject_cast<const QTableView *>(canvas.widget);
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, canvas.color(Role::Selection));
    else if (!isTable && option.state.testFlag(QStyle::State_MouseOver) &&
             option.state.testFlag(QStyle::State_Enabled))
        painter.fillRect(option.rect, canvas.color(Role::Hover));
}

QSize itemSize(const QSize &size, const QWidget *widget)
{
    if (qobject_cast<const QTableView *>(widget))
        return size;
    return size.expandedTo(QSize(0, kRow));
}

void drawHeader(const Canvas &canvas, const QStyleOptionHeader &option)
{
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setClipRect(option.rect);
    drawHeaderSection(canvas, option);
    QStyleOptionHeaderV2 label;
    if (const auto *full = qstyleoption_cast<const QStyleOptionHeaderV2 *>(&option))
        label = *full;
    else
        static_cast<QStyleOptionHeader &>(label) = option;
    label.rect = option.rect.marginsRemoved(kHeaderAir);
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        label.palette.setColor(group, QPalette::ButtonText, canvas.color(Role::Muted));
    canvas.style.drawControl(QStyle::CE_HeaderLabel, &label, &painter, canvas.widget);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        QStyleOptionHeader arrow = option;
        arrow.rect = canvas.style.subElementRect(QStyle::SE_HeaderArrow, &option, canvas.widget);
        canvas.style.drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &arrow, &painter, canvas.widget);
    }
    painter.restore();
}

QSize headerSize(const QStyleOptionHeader &option)
{
    const QSize text = option.fontMetrics.size(0, option.text);
    int width = text.width() + kHeaderSlack;
    if (!option.icon.isNull())
        width += kSortMark;
    if (option.sortIndicator != QStyleOptionHeader::None)
        width += kSortMark;
    return padded(QSize(width, text.height()), kHeaderLeast, kHeaderAir);
}

void drawBranch(const Canvas &canvas, const QStyleOption &option)
{
    if (!(option.state & QStyle::State_Children))
        return;
    const Qt::ArrowType closed = option.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    drawArrow(canvas, option.rect, option.state & QStyle::State_Open ? Qt::DownArrow : closed, kBranch);
}

} // namespace widgets
