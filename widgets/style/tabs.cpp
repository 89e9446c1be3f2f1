// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/tabs.h"

#include <QPainter>
#include <QStyle>

namespace widgets {

namespace {

constexpr int kUnderline = 2;
const QMargins kAir(13, 5, 13, 6);

} // namespace

void drawTabShape(const Canvas &canvas, const QStyleOptionTab &option)
{
    QPainter &painter = canvas.painter;
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(option.rect, canvas.color(isChosen ? Role::Panel : Role::Window));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(canvas.color(Role::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    if (isChosen) {
        QRect line = option.rect;
        line.setTop(line.bottom() - kUnderline + 1);
        painter.fillRect(line, canvas.color(Role::Accent));
    }
}

void drawTabLabel(const Canvas &canvas, const QStyleOptionTab &option)
{
    constexpr int kSpacing = 4;
    QRect where = option.rect.marginsRemoved(kAir);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isBright =
        option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver);
    if (!option.icon.isNull()) {
        const QSize size = option.iconSize.isValid() ? option.iconSize : QSize(16, 16);
        const QPixmap picture = option.icon.pixmap(size, isEnabled ? QIcon::Normal : QIcon::Disabled);
        const QRect at = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, size, where);
        canvas.style.drawItemPixmap(&canvas.painter, at, Qt::AlignCenter, picture);
        where = QStyle::visualRect(option.direction, where, where.adjusted(size.width() + kSpacing, 0, 0, 0));
    }
    QPalette palette = option.palette;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        palette.setColor(group, QPalette::WindowText, canvas.color(isBright ? Role::Text : Role::Muted));
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic;
    if (!canvas.style.styleHint(QStyle::SH_UnderlineShortcut, &option, canvas.widget))
        flags |= Qt::TextHideMnemonic;
    canvas.style.drawItemText(&canvas.painter, where, flags, palette, isEnabled, option.text,
                              QPalette::WindowText);
}

void drawTabPane(const Canvas &canvas, const QStyleOption &option)
{
    canvas.painter.fillRect(option.rect, canvas.color(Role::Panel));
    QRect line = option.rect;
    line.setHeight(1);
    canvas.painter.fillRect(line, canvas.color(Role::Line));
}

} // namespace widgets
