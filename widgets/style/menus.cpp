// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/menus.h"

#include <QPainter>
#include <QStyle>

namespace widgets {

namespace {

const QMargins kItemAir(28, 4, 24, 4);
const QMargins kBarAir(8, 4, 8, 4);
constexpr int kSeparatorAir = 4; // above and below
constexpr int kSeparatorIndent = 8;
constexpr int kIcon = 16;
constexpr int kIconIndent = 6;
constexpr int kShortcutAir = 12; // between a text and its shortcut

int textFlags(const Canvas &canvas, const QStyleOptionMenuItem &option)
{
    int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!canvas.style.styleHint(QStyle::SH_UnderlineShortcut, &option, canvas.widget))
        flags |= Qt::TextHideMnemonic;
    return flags;
}

void drawSign(const Canvas &canvas, const QStyleOptionMenuItem &option, const QColor &color)
{
    const QRect all = option.rect;
    const QRect at = QStyle::visualRect(
        option.direction, all,
        QRect(all.left() + kIconIndent, all.top() + (all.height() - kIcon) / 2, kIcon, kIcon));
    const bool isChecked = option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked;
    if (!option.icon.isNull()) {
        const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
        if (isChecked)
            drawBox(canvas, at.adjusted(-2, -2, 2, 2), QColor(), canvas.color(Role::Accent));
        canvas.painter.drawPixmap(
            at, option.icon.pixmap(QSize(kIcon, kIcon), isEnabled ? QIcon::Normal : QIcon::Disabled));
    } else if (isChecked) {
        QPainter &painter = canvas.painter;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF from = at.topLeft();
        painter.drawPolyline(
            QPolygonF({from + QPointF(3.5, 8.5), from + QPointF(6.5, 11.5), from + QPointF(12.5, 4.5)}));
        painter.restore();
    }
}

} // namespace

void drawMenuPanel(const Canvas &canvas, const QStyleOption &option)
{
    canvas.painter.setPen(canvas.color(Role::Line));
    canvas.painter.setBrush(canvas.color(Role::Panel));
    canvas.painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
}

void drawMenuItem(const Canvas &canvas, const QStyleOptionMenuItem &option)
{
    QPainter &painter = canvas.painter;
    const QRect &all = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(
            QRect(all.left() + kSeparatorIndent, all.center().y(), all.width() - 2 * kSeparatorIndent, 1),
            canvas.color(Role::Line));
        return;
    }
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    if (isEnabled && option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(all, canvas.color(Role::Selection));
    const QColor &color = canvas.color(isEnabled ? Role::Text : Role::Muted);
    drawSign(canvas, option, color);
    QRect text = all.marginsRemoved(kItemAir);
    painter.save();
    painter.setPen(color);
    painter.setFont(option.font);
    const int flags = textFlags(canvas, option);
    const qsizetype tab = option.text.indexOf(u'\t');
    if (tab >= 0) {
        QRect keys = text;
        keys.setLeft(text.right() - option.reservedShortcutWidth + 1);
        painter.drawText(QStyle::visualRect(option.direction, all, keys),
                         flags | static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                         option.text.mid(tab + 1));
    }
    text.setWidth(text.width() - option.reservedShortcutWidth);
    painter.drawText(QStyle::visualRect(option.direction, all, text),
                     flags | static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                     option.text.left(tab));
    painter.restore();
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const bool isRight = option.direction == Qt::RightToLeft;
        drawArrow(canvas, endOf(all.adjusted(8, 0, -8, 0), kArrow, option.direction),
                  isRight ? Qt::LeftArrow : Qt::RightArrow, kArrow);
    }
}

QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), 1 + 2 * kSeparatorAir};
    const int keys = option.text.contains(u'\t') ? kShortcutAir : 0;
    return padded(contents + QSize(keys, 0), 0, kItemAir);
}

void drawMenuBarItem(const Canvas &canvas, const QStyleOptionMenuItem &option)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    canvas.painter.fillRect(option.rect, canvas.color(isChosen ? Role::Raised : Role::Window));
    const int flags = textFlags(canvas, option) | Qt::AlignHCenter;
    canvas.style.drawItemText(&canvas.painter, option.rect, flags, option.palette, isEnabled, option.text,
                              QPalette::ButtonText);
}

QSize menuBarItemSize(const QSize &contents)
{
    return padded(contents, 0, kBarAir);
}

} // namespace widgets
