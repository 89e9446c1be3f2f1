// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the main window and the commands behind them: every one an action of the desk.
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QMenu;
class QMenuBar;

namespace app {

class MainWindow;

/// Owned by the window.
class Menus final : public QObject
{
    Q_OBJECT

public:
    Menus(MainWindow &window, QMenuBar *bar);

    // the ways to begin, which the start page shows too
    [[nodiscard]] QAction *sample() const { return m_sample; }
    [[nodiscard]] QAction *starter() const { return m_starter; }
    [[nodiscard]] QAction *make() const { return m_make; }
    [[nodiscard]] QAction *open() const { return m_open; }
    [[nodiscard]] QAction *import() const { return m_import; }
    [[nodiscard]] QAction *fool() const { return m_fool; }
    /// A command of another part, after those that bring data in.
    void addToFile(QAction *action);

private:
    QAction *add(QMenu *menu, const QString &id, const QString &text, const QString &tip,
                 std::function<void()> run, const QKeySequence &keys = {}, const QString &icon = {});
    void addFile(QMenuBar *bar);
    void addView(QMenuBar *bar);
    void addGo(QMenuBar *bar);
    void addHelp(QMenuBar *bar);
    void fillRecent(QMenu *menu);
    void enable();

    MainWindow &m_window;
    QMenu *m_file = nullptr;
    QAction *m_afterData = nullptr; ///< the line below what brings data in and out
    QAction *m_fool = nullptr;
    QAction *m_starter = nullptr;
    QAction *m_sample = nullptr;
    QAction *m_make = nullptr;
    QAction *m_open = nullptr;
    QAction *m_import = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_close = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QList<QAction *> m_layouts;
};

} // namespace app
