// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One answer of the command bar: icon, text, and a muted hint on the right.
#pragma once

#include "widgets/common/theme.h"

#include <QStyledItemDelegate>

namespace widgets {

class CommandDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CommandDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace widgets
