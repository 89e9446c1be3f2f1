// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commandbar/commanddelegate.h"

#include "widgets/commandbar/commandmodel.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kRow = 28;
constexpr int kMargin = 8;
constexpr int kIcon = 16;

} // namespace

CommandDelegate::CommandDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setFont(option.font);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (chosen || hovered)
        painter->fillRect(option.rect, m_theme.color(chosen ? Role::Selection : Role::Hover));
    QRect cell = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    const QRect picture(cell.left(), cell.center().y() - kIcon / 2 + 1, kIcon, kIcon);
    m_theme.icon(index.data(CommandModel::IconRole).toString()).paint(painter, picture);
    cell.setLeft(picture.right() + kMargin);
    const QString hint = index.data(CommandModel::HintRole).toString();
    const QFontMetrics metrics(option.font);
    const int hintWidth = std::min(metrics.horizontalAdvance(hint) + 4, cell.width() / 2);
    painter->setPen(m_theme.color(chosen ? Role::Text : Role::Muted));
    painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter,
                      metrics.elidedText(hint, Qt::ElideMiddle, hintWidth));
    cell.setRight(cell.right() - hintWidth - kMargin);
    painter->setPen(m_theme.color(Role::Text));
    painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(index.data().toString(), Qt::ElideRight, cell.width()));
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), std::max(kRow, QFontMetrics(option.font).height() + 8)};
}

} // namespace widgets
