// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The title bar of a dock: its name, and small buttons to float and to close it. Where docks are tabs, the
// tab says the name and the tab bar has the buttons: a title below would say it twice.
#pragma once

#include "widgets/common/theme.h"

#include <QWidget>

#include <functional>

class QDockWidget;
class QLabel;
class QTabBar;
class QToolButton;

namespace widgets {

/// Floats and closes the dock that `dock` tells when a button is pressed; null: nothing happens.
class DockButtons final : public QWidget
{
    Q_OBJECT

public:
    DockButtons(const Theme &theme, std::function<QDockWidget *()> dock, QWidget *parent);
    /// What a screen reader says.
    void setTitle(const QString &title);

private:
    void paintIcons();

    const Theme &m_theme;
    QToolButton *m_float;
    QToolButton *m_close;
};

class DockTitle final : public QWidget
{
    Q_OBJECT

public:
    DockTitle(const Theme &theme, QDockWidget *dock);

    /// Takes no room while a tab bar says and does the same.
    void setTabbed(bool isTabbed);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_isTabbed = false;
};

/// The buttons at the end of the tab bar of several docks. Lives as long as the bar.
class DockTabs final : public QObject
{
    Q_OBJECT

public:
    /// `dockOf` tells the dock of the tab with that text, or null.
    DockTabs(const Theme &theme, QTabBar *bar, std::function<QDockWidget *(const QString &)> dockOf);

    /// Shows the buttons where there is room for them beside the tabs; else a tab is dragged out, and View ▸
    /// Panels closes.
    void place();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTabBar *m_bar;
    DockButtons *m_buttons;
};

} // namespace widgets
