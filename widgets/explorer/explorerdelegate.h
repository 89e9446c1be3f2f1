// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a line of the Explorer: icon and name at the left, its detail muted at the right.
#pragma once

#include "widgets/common/theme.h"

#include <QStyledItemDelegate>

namespace widgets {

class ExplorerDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ExplorerDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace widgets
