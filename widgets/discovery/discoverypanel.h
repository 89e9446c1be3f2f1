// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which events move which markets? The study, what it would ask, the run, and what came out.
#pragma once

#include "core/workbench/jobs.h"
#include "widgets/common/panel.h"
#include "widgets/discovery/shownrun.h"
#include "widgets/discovery/studydraft.h"

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace widgets {

class DraftKeeper;
class PreflightStrip;
class RunHistory;
class RunView;
class StudyEditor;

class DiscoveryPanel final : public Panel
{
    Q_OBJECT

public:
    explicit DiscoveryPanel(Desk &desk, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    [[nodiscard]] bool isSettled() const override;

    [[nodiscard]] StudyDraft &draft() { return m_draft; }
    [[nodiscard]] StudyEditor *editor() const { return m_editor; }
    [[nodiscard]] PreflightStrip *preflight() const { return m_preflight; }
    [[nodiscard]] RunView *results() const { return m_results; }
    [[nodiscard]] RunHistory *history() const { return m_history; }
    [[nodiscard]] bool isRunning() const { return m_running.isBusy(); }
    [[nodiscard]] QPushButton *runButton() const { return m_runButton; }

    enum Page { Question, Findings, History };
    void showPage(Page page);

    /// Asks what the editor holds. Nothing happens while it has a fault or is running.
    void run();
    void cancel();
    /// Shows a stored run; the editor follows unless it holds something that is not saved.
    void openRun(const QString &run, const QString &hypothesis = {});
    void verify(const QString &run);

Q_SIGNALS:
    /// A run has come to its end, whichever.
    void ended(bool done);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeActions();
    QWidget *makeBar();
    void listen();
    void opened();
    void closed();
    void arrange();
    void showState();
    void showProgress(quint64 id);
    void judgeFreshness();
    void edit(const QString &text, const QString &file = {});
    void followSelection();
    void openNewest();
    void openExample();
    void beginQuestion();
    void showRun(core::base::Result<ShownRun> run, const QString &hypothesis, bool intoEditor);
    void readShown(const QString &run, const QString &hypothesis, bool intoEditor);

    StudyDraft m_draft;
    core::workbench::LatestJob m_running;
    core::workbench::LatestJob m_reading;
    core::workbench::LatestJob m_verifying;
    QByteArray m_asked;         ///< what the shown results answer
    bool m_dataChanged = false; ///< since they were computed
    QAction *m_runAction = nullptr;
    QAction *m_cancelAction = nullptr;
    QAction *m_newAction = nullptr;
    QAction *m_saveAction = nullptr;
    QTabBar *m_tabs;
    QLabel *m_study;
    QLabel *m_simulated;
    QLabel *m_step;
    QProgressBar *m_progress;
    QPushButton *m_runButton;
    QPushButton *m_cancelButton;
    PreflightStrip *m_preflight;
    QSplitter *m_split;
    StudyEditor *m_editor;
    DraftKeeper *m_keeper;
    QStackedWidget *m_right;
    RunView *m_results;
    RunHistory *m_history;
    QWidget *m_none;
    bool m_isWide = false;
    bool m_isFresh = true; ///< nobody has chosen a question or a run since the workspace was opened
};

} // namespace widgets
