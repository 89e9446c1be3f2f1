// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/events/eventdelegate.h"

#include "widgets/events/eventtable.h"

#include <QHeaderView>
#include <QPainter>

namespace widgets {

namespace {

constexpr int kCellMargin = 6;
constexpr int kBar = 2; ///< pixels: marks the current row

/// What one reads first is in the text colour; where and when it came from steps back.
bool isQuiet(EventColumn column)
{
    switch (column) {
    case EventColumn::Type:
    case EventColumn::Entity:
    case EventColumn::Value:
    case EventColumn::Time:
    case EventColumn::Text:
        return false;
    default:
        return true;
    }
}

bool hasFigures(EventColumn column)
{
    return isNumberColumn(column) || column == EventColumn::Time || column == EventColumn::Known ||
           column == EventColumn::Ingested;
}

} // namespace

EventDelegate::EventDelegate(const Theme &theme, const EventTable &table)
    : QStyledItemDelegate(const_cast<EventTable *>(&table))
    , m_theme(theme)
    , m_table(table)
{}

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto column = static_cast<EventColumn>(index.column());
    const bool isSelected = m_table.isAllSelected() || (option.state & QStyle::State_Selected);
    const bool isCurrent = m_table.hasFocus() && m_table.currentIndex().row() == index.row();
    if (isSelected)
        painter->fillRect(option.rect, m_theme.color(Role::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(Role::Hover));
    const QHeaderView *header = m_table.horizontalHeader();
    if (isCurrent && header->logicalIndexAt(0) == index.column())
        painter->fillRect(QStyle::visualRect(option.direction, option.rect,
                                             QRect(option.rect.topLeft(), QSize(kBar, option.rect.height()))),
                          m_theme.color(Role::Accent));
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty())
        return;
    const QFont font = hasFigures(column) ? Theme::numberFont(option.font) : option.font;
    painter->setFont(font);
    painter->setPen(m_theme.color(isQuiet(column) && !isSelected ? Role::Muted : Role::Text));
    const QRect inside = option.rect.adjusted(kCellMargin, 0, -kCellMargin, 0);
    const Qt::Alignment align = QStyle::visualAlignment(
        option.direction, (isNumberColumn(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    painter->drawText(inside, static_cast<int>(align) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, inside.width()));
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
    return {std::min(width + 2 * kCellMargin, 600), kRowHeight};
}

} // namespace widgets
