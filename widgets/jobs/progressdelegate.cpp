// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/progressdelegate.h"

#include "widgets/jobs/jobsmodel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kBar = 4;      // pixels high
constexpr int kFigures = 44; // pixels for "100 %"
constexpr int kMargin = 6;

} // namespace

ProgressDelegate::ProgressDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QString figures = ground.text;
    ground.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const QVariant share = index.data(JobsModel::ShareRole);
    if (!share.isValid())
        return;
    const QRect cell = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    QRect bar(cell.left(), cell.center().y() - kBar / 2 + 1, cell.width() - kFigures, kBar);
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(Role::Line));
    painter->drawRect(bar);
    if (share.toDouble() >= 0) {
        painter->setBrush(m_theme.color(Role::Accent));
        bar.setWidth(static_cast<int>(bar.width() * std::min(share.toDouble(), 1.0)));
        painter->drawRect(bar);
    }
    painter->setPen(m_theme.color(Role::Text));
    painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, figures);
    painter->restore();
}

} // namespace widgets
