// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The docks of the main window: one for each panel, arranged by layout, remembered, made when first needed.
#pragma once

#include "app/panels.h"

#include <QMainWindow>

#include <map>

class QAction;
class QDockWidget;

namespace app {

/// A main window inside the main window, without a centre of its own: docks fill it. GUI thread.
class Docks final : public QMainWindow
{
    Q_OBJECT

public:
    explicit Docks(widgets::Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] Layout layout() const { return m_layout; }
    /// Keeps the present layout as it is and shows another the way it was left.
    void useLayout(Layout layout);
    /// Back to how the present layout came; returns the state before, for undo().
    QByteArray resetLayout();
    /// Shows a state that resetLayout() returned; does nothing when the layout has changed since.
    void undo(Layout layout, const QByteArray &state);
    /// Shows the stored layout, or the default where there is none that can be read.
    void restoreStored();
    /// Stores the present layout under its name.
    void store();

    /// Null when there is no such panel.
    [[nodiscard]] QDockWidget *dock(const QString &id) const;
    /// Makes the panel when it is not there yet; null when there is none of that name.
    widgets::Panel *panel(const QString &id);
    /// Those made so far.
    [[nodiscard]] QList<widgets::Panel *> made() const;
    /// Shows it, brings it to the front and gives it the keyboard.
    void showPanel(const QString &id);
    /// The same, as a tab of the centre where it was hidden.
    void showInCentre(const QString &id);
    /// Gives the keyboard to the first panel on the screen.
    void focusFirst();
    /// Makes the panels that have not been seen yet, one each time the program is idle.
    void makeRest();
    /// Whether every panel on the screen has what it wants to show.
    [[nodiscard]] bool isSettled() const;
    /// One action for each panel: shows and hides it.
    [[nodiscard]] QList<QAction *> toggles() const;

Q_SIGNALS:
    void layoutChanged();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(Layout layout);
    void resizeToDefault();
    bool restoreBlob(const QByteArray &state);
    /// Names tab bars, gives them buttons, and takes away the titles of docks that are tabs.
    void tendTabBars();
    [[nodiscard]] QDockWidget *titled(const QString &title) const;

    widgets::Desk &m_desk;
    std::map<QString, QDockWidget *> m_docks;
    std::map<QString, widgets::Panel *> m_panels;
    Layout m_layout = Layout::Research;
    bool m_isDefault = false; ///< untouched since arrange(): sizes follow the window
};

} // namespace app
