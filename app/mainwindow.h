// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The main window: the menu and command bar above, the docks or the start page in the middle, the status bar
// below.
#pragma once

#include "app/docks.h"

#include <QMainWindow>

class QStackedWidget;

namespace app {

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// The desk must outlive the window.
    MainWindow(widgets::Desk &desk, const QString &sampleFolder, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] widgets::Desk &desk() const { return m_desk; }
    [[nodiscard]] Docks &docks() const { return *m_docks; }

    /// Geometry and layout as they were left, or as they came.
    void restore(bool asTheyCame);
    /// Opens a folder; empty: the one that was open when the program ended, if any.
    void openAtStart(const QString &folder);
    void openSample();
    void openFolder(const QString &folder);
    void closeWorkspace();
    void askNewWorkspace();
    void askOpenWorkspace();
    void resetLayout();
    void showDocks();
    void showStart();
    [[nodiscard]] bool isSettled() const;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectDesk();
    void opened();
    void closed();
    void showTitle();

    widgets::Desk &m_desk;
    QString m_sampleFolder;
    QStackedWidget *m_middle;
    Docks *m_docks;
    QWidget *m_start;
};

} // namespace app
