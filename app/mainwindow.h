// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The main window: menu, command bar and as-of above, messages, the docks or the start page in the middle,
// the status bar below.
#pragma once

#include "app/docks.h"

#include <QMainWindow>

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class QStackedWidget;

namespace widgets {
class AsOfLine;
class Banners;
class CommandBar;
class SettingsDialog;
class ShortcutSheet;
class StarterPage;
class StartPage;
class StatusLine;
} // namespace widgets

namespace app {

class Menus;

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// The desk must outlive the window.
    MainWindow(widgets::Desk &desk, const QString &sampleFolder, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] widgets::Desk &desk() const { return m_desk; }
    [[nodiscard]] Docks &docks() const { return *m_docks; }
    [[nodiscard]] widgets::CommandBar &commandBar() const { return *m_commandBar; }
    [[nodiscard]] widgets::AsOfLine &asOfLine() const { return *m_asOf; }
    [[nodiscard]] widgets::StatusLine &status() const { return *m_status; }
    [[nodiscard]] widgets::Banners &banners() const { return *m_banners; }
    [[nodiscard]] bool showsStart() const;

    /// Geometry and layout as they were left, or as they came.
    void restore(bool asTheyCame);
    /// Opens a folder; empty: the one that was open when the program ended, if any.
    void openAtStart(const QString &folder);
    /// Asked before a folder is opened: true when another window has it, which has come forward.
    void setElsewhere(std::function<bool(const QString &)> elsewhere) { m_elsewhere = std::move(elsewhere); }
    /// In front of the other windows.
    void comeForward();
    void openSample();
    /// Random dates on the open workspace, or on the sample, which is opened first.
    void tryToFoolIt();
    void openFolder(const QString &folder);
    void closeWorkspace();
    /// `starters`: sources of the starter data that are collected once it is open.
    void askNewWorkspace(const std::vector<std::string> &starters = {});
    void askOpenWorkspace();
    void resetLayout();
    void showDocks();
    void showStart();
    void showStarter();
    void showSettings(const QString &page);
    void showShortcuts();
    [[nodiscard]] bool canGoBack() const;
    /// To what was selected before, and to the layout it was seen in.
    void goBack();
    void goForward();
    /// Nothing is being opened, and every panel on the screen shows what it wants to show.
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    void wayBackChanged();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildTop();
    void connectDesk();
    void connectSettings();
    void opened();
    void closed();
    void failed(const core::base::Error &error, const QString &folder);
    void showTitle();
    void goTo(Layout layout, const QString &panel);
    bool isElsewhere(const QString &folder);
    void whenIdle(std::function<void()> then);
    void askAboutJobs(std::function<void()> then);
    void keep();
    void collectStarters(const std::vector<std::string> &names);
    void startWanted();

    widgets::Desk &m_desk;
    QString m_sampleFolder;
    QStackedWidget *m_middle;
    Docks *m_docks;
    widgets::CommandBar *m_commandBar;
    widgets::AsOfLine *m_asOf;
    widgets::StatusLine *m_status;
    widgets::Banners *m_banners;
    Menus *m_menus = nullptr;
    widgets::StartPage *m_start = nullptr;
    widgets::StarterPage *m_starter = nullptr;
    std::vector<std::string> m_wantedStarters; ///< once the workspace that is being made is open
    bool m_wantsFooling = false;               ///< once the sample is open
    widgets::SettingsDialog *m_settings = nullptr;
    widgets::ShortcutSheet *m_shortcuts = nullptr;
    std::function<bool(const QString &)> m_elsewhere;
    std::optional<Layout> m_layoutBefore; ///< where Back goes after an order changed the layout
    bool m_closing = false;
};

} // namespace app
