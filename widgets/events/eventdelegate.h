// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cells of the table of events: plain text, cut with an ellipsis.
#pragma once

#include "widgets/common/theme.h"

#include <QStyledItemDelegate>

namespace widgets {

class EventTable;

class EventDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    EventDelegate(const Theme &theme, const EventTable &table);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const EventTable &m_table;
};

} // namespace widgets
