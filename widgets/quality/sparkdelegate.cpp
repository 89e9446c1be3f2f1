// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/quality/sparkdelegate.h"

#include "widgets/quality/qualitymodel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kMargin = 6;
constexpr int kFigures = 58; // pixels for the sum
constexpr int kPitch = 3;    // pixels from bar to bar
constexpr int kBar = 2;

} // namespace

SparkDelegate::SparkDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void SparkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QString figures = ground.text;
    ground.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const auto days = index.data(QualityModel::DaysRole).value<QList<double>>();
    const QRect cell = option.rect.adjusted(kMargin, 4, -kMargin, -4);
    painter->save();
    painter->setPen(m_theme.color(Role::Text));
    painter->setFont(Theme::numberFont(option.font));
    painter->drawText(QRect(cell.right() - kFigures, cell.top(), kFigures, cell.height()),
                      Qt::AlignRight | Qt::AlignVCenter, figures);
    const int right = cell.right() - kFigures - kMargin;
    const double most = days.isEmpty() ? 0 : *std::max_element(days.begin(), days.end());
    for (qsizetype i = 0; i < days.size(); ++i) {
        const int x = right - static_cast<int>(days.size() - i) * kPitch;
        if (x < cell.left())
            continue; // too narrow: the oldest days go first
        const bool isNone = days[i] <= 0 || most <= 0;
        const int height = isNone ? 1 : std::max(2, static_cast<int>(cell.height() * days[i] / most));
        painter->fillRect(QRect(x, cell.bottom() - height + 1, kBar, height),
                          m_theme.color(isNone ? Role::Line : Role::Accent));
    }
    painter->restore();
}

} // namespace widgets
