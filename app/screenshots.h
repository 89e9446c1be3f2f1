// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// --take-screenshots: every panel, layout and dialog, in both themes and two resolutions, as PNG.
#pragma once

#include "app/mainwindow.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>
#include <vector>

namespace app {

/// Works through a list of pictures, one each time the panels have settled; ends the program with 0, or 1
/// when a file could not be written.
class Screenshots final : public QObject
{
    Q_OBJECT

public:
    Screenshots(MainWindow &window, const QString &folder);

    void start();

private:
    struct Picture {
        QString name;
        QString theme = {};
        std::function<QWidget *()> show;    ///< brings it to the screen; null: it is not to be had
        std::function<bool()> isReady = {}; ///< what it waits for beside the panels
        std::function<void()> putAway = {};
    };
    void list();
    void addLayouts();
    void addPanels();
    void addDialogs();
    void next();
    void take(QWidget *widget, const QString &name);

    MainWindow &m_window;
    QString m_folder;
    QTemporaryDir m_files; ///< that the assistants read; nothing of them is stored
    std::vector<Picture> m_pictures;
    std::size_t m_at = 0;
    QWidget *m_shown = nullptr;
    QTimer m_timer;
    QElapsedTimer m_waited;
    int m_calm = 0; ///< looks in a row at which all was settled
    bool m_failed = false;
};

} // namespace app
