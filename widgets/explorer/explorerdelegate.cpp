// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/explorerdelegate.h"

#include "widgets/explorer/explorermodel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kMargin = 4;
constexpr int kIcon = 16;
constexpr int kLeastDetail = 40; // pixels; less says nothing

} // namespace

ExplorerDelegate::ExplorerDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void ExplorerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QString name = ground.text;
    const QIcon icon = ground.icon;
    ground.text.clear();
    ground.icon = {};
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    using Kind = ExplorerModel::Kind;
    const Kind kind = ExplorerModel::kindOf(index);
    const QString detail = index.data(ExplorerModel::DetailRole).toString();
    const bool isFact = kind == Kind::Fact;
    QRect cell = option.rect.adjusted(kMargin, 0, -kMargin - 2, 0);
    painter->save();
    if (!icon.isNull()) {
        const QRect picture(cell.left(), cell.center().y() - kIcon / 2 + 1, kIcon, kIcon);
        icon.paint(painter, picture);
        cell.setLeft(picture.right() + kMargin + 2);
    }
    QFont nameFont = option.font;
    if (kind == Kind::Section)
        nameFont.setWeight(QFont::DemiBold);
    const QFont detailFont = Theme::numberFont(option.font);
    const QFontMetrics nameMetrics(nameFont);
    const QFontMetrics detailMetrics(detailFont);
    // the name has the first claim
    const int nameWants = nameMetrics.horizontalAdvance(name) + 2;
    const int room = cell.width() - 2 * kMargin;
    const int detailWants = detail.isEmpty() ? 0 : detailMetrics.horizontalAdvance(detail) + 2;
    // titles and names of companies take what is left; counts and dates keep their share
    const bool isWordy = kind == Kind::Section || kind == Kind::Study || kind == Kind::Symbol;
    const int share = isWordy ? 0 : isFact ? room * 2 / 3 : room / 2;
    int detailWidth = std::min(detailWants, std::max(room - nameWants, share));
    if (detailWidth < std::min(detailWants, kLeastDetail))
        detailWidth = 0;
    painter->setFont(detailFont);
    painter->setPen(m_theme.color(isFact ? Role::Text : Role::Muted));
    if (detailWidth > 0)
        painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter,
                          detailMetrics.elidedText(detail, Qt::ElideRight, detailWidth));
    cell.setRight(cell.right() - detailWidth - (detailWidth > 0 ? 2 * kMargin : 0));
    painter->setFont(nameFont);
    painter->setPen(m_theme.color(isFact ? Role::Muted : Role::Text));
    painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                      nameMetrics.elidedText(name, Qt::ElideRight, cell.width()));
    painter->restore();
}

QSize ExplorerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, std::max(kRowHeight, QFontMetrics(option.font).height() + 6)};
}

} // namespace widgets
