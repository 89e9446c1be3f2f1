// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the rows of each day as small bars, with their sum in figures.
#pragma once

#include "widgets/common/theme.h"

#include <QStyledItemDelegate>

namespace widgets {

class SparkDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SparkDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace widgets
