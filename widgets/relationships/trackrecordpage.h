// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The track record on the screen: what the method found in the past with what was known then, and what became
// of it.
#pragma once

#include "core/workbench/jobs.h"
#include "core/workbench/studyfiles.h"
#include "core/workbench/walks.h"
#include "widgets/common/desk.h"

#include <QWidget>

#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace widgets {

class ChartView;
class CheckedEdit;
class PaperPrinter;
class TextRows;

/// What the page shows, read in one go.
struct TrackRecord {
    std::vector<core::workbench::StoredWalk> walks; ///< newest first
    QString fault;                                  ///< why they could not be read; else empty
    std::vector<core::workbench::StudyFile> studies;
    int proposedYear = 0; ///< to begin a walk in; 0: there are no prices
    bool isSimulated = false;
};
/// Any thread.
TrackRecord readTrackRecord(const core::workbench::Workbench &bench);

class TrackRecordPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TrackRecordPage(Desk &desk, QWidget *parent = nullptr);
    ~TrackRecordPage() override;

    void set(TrackRecord record);
    /// The workspace is about to go.
    void clear();
    /// Shows the form a walk is started from, and puts the keyboard there.
    void askForWalk();
    [[nodiscard]] QWidget *firstFocus() const;
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] QComboBox *walks() const { return m_walks; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] TextRows *steps() const { return m_steps; }
    [[nodiscard]] ChartView *chart() const { return m_chart; }
    enum Tab { Held, Reliability, Notes, Tabs };
    [[nodiscard]] QTabBar *tabs() const { return m_tabs; }
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QAction *walkAction() const { return m_walkAction; }
    [[nodiscard]] QAction *exportAction() const { return m_exportAction; }

Q_SIGNALS:
    void walked(); ///< another walk is in the ledger

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    QWidget *makeBar();
    QWidget *makeForm();
    QWidget *makeProgress();
    QWidget *makeSteps();
    QWidget *makePictures();
    void fillForm();
    void showWalk();
    void showTab();
    void showState();
    void arrange();
    void walk();
    void showProgress(quint64 job);
    void exportWalk();
    [[nodiscard]] const core::workbench::StoredWalk *current() const;

    Desk &m_desk;
    TrackRecord m_record;
    core::workbench::LatestJob m_walking;
    PaperPrinter *m_printer;
    QAction *m_walkAction = nullptr; // set while they are made
    QAction *m_exportAction = nullptr;
    bool m_isAsking = false; ///< the form was asked for
    QComboBox *m_walks;
    QWidget *m_bar = nullptr;
    QWidget *m_form = nullptr;
    QComboBox *m_studies;
    CheckedEdit *m_from;
    QComboBox *m_step;
    QPushButton *m_start;
    QPushButton *m_close;
    QWidget *m_progressRow = nullptr;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QLabel *m_none;
    QLabel *m_verdict;
    QLabel *m_more;
    QSplitter *m_split;
    TextRows *m_steps;
    QTableView *m_table;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    ChartView *m_chart;
    QPlainTextEdit *m_notes;
};

} // namespace widgets
