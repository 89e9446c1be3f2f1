// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A row of fields and buttons that fits any width: buttons there is no room for are in a menu at its end.
#pragma once

#include "widgets/common/theme.h"

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;
class QMenu;
class QToolButton;

namespace widgets {

class FoldingBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FoldingBar(Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QHBoxLayout *row() const { return m_row; }
    /// Stays whatever the width.
    void addWidget(QWidget *widget, int stretch = 0);
    /// Goes into the menu when there is no room, the last added first. The menu shows the button's action or
    /// menu, or clicks it.
    void addFoldable(QAbstractButton *button, int stretch = 0);
    [[nodiscard]] QToolButton *more() const { return m_more; }

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fold();
    void fillMenu();
    [[nodiscard]] int leastOf(const QWidget *widget) const;

    Theme &m_theme;
    QHBoxLayout *m_row;
    QToolButton *m_more;
    QMenu *m_menu;
    QList<QWidget *> m_kept;
    QList<QAbstractButton *> m_foldable;
};

} // namespace widgets
