// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One finding: its sentence, every number, and the pictures that say whether to believe it.
#pragma once

#include "core/workbench/evidence.h"
#include "core/workbench/jobs.h"
#include "widgets/common/desk.h"
#include "widgets/discovery/shownrun.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTabBar;
class QTableView;
class QToolButton;

namespace widgets {

class ChartView;
class EvidenceModel;
class ResponsesModel;
class ScriptCopier;

class FindingDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingDetail(Desk &desk, QWidget *parent = nullptr);

    /// Shows a finding of a run; its evidence is computed in the background.
    void setFinding(const ShownRun &run, const core::discovery::Finding &finding);
    void clear();
    [[nodiscard]] bool isSettled() const { return !m_reading.isBusy() && !m_finding.isBusy(); }
    [[nodiscard]] QString sentence() const;
    /// What is shown, for the report; nothing when there is no finding.
    [[nodiscard]] std::optional<core::workbench::ReportSection> section() const;
    /// The sentence, which stands above the evidence until it is put elsewhere.
    [[nodiscard]] QWidget *head() const { return m_head; }
    /// Takes the sentence back.
    void takeHead();
    [[nodiscard]] EvidenceModel *evidence() const { return m_numbers; }
    [[nodiscard]] ChartView *chart() const { return m_chart; }
    [[nodiscard]] QTabBar *tabs() const { return m_tabs; }
    [[nodiscard]] QToolButton *copyButton() const { return m_copy; }

    enum Tab { Numbers, Null, Path, Lags, Periods, Sizes, Events, Tabs };

Q_SIGNALS:
    /// The person wants to test what was looked at.
    void testWanted(const QString &study);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void showTab();
    void showChart(const ChartSpec &spec, const QString &whyEmpty, const QString &more = {});
    void say(const QString &text);
    void setCaption(const QString &text);
    void showCaption();
    void readEvidence();
    void tellWindows();
    [[nodiscard]] QString eventFilter() const;
    void selectEvent(int row);
    void selectSpan(double from, double to);
    void makeCopyMenu();
    QTableView *makeNumbers();
    QWidget *makeEvents();

    Desk &m_desk;
    ShownRun m_run;
    core::discovery::Finding m_shown;
    bool m_hasFinding = false;
    std::shared_ptr<const core::discovery::Evidence> m_evidence;
    QString m_fault;
    core::workbench::LatestJob m_reading;
    core::workbench::LatestJob m_finding;
    QWidget *m_head;
    QLabel *m_sentence;
    QLabel *m_withheld;
    QToolButton *m_copy;
    ScriptCopier *m_scripts;
    EvidenceModel *m_numbers;
    ResponsesModel *m_responses;
    QSortFilterProxyModel *m_order;
    QTableView *m_side;   ///< the numbers beside the pictures, when there is room
    QTableView *m_inside; ///< or behind a tab
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QWidget *m_chartPage;
    ChartView *m_chart;
    QLabel *m_caption;
    QString m_captionText; ///< all of it; a low panel shows its beginning
    QPushButton *m_test;
    QLabel *m_waiting;
    QLabel *m_leaveOneOut = nullptr; // set while m_eventPage is made
    QTableView *m_events = nullptr;
    QWidget *m_eventPage;
    int m_lagFrom = 0;
    int m_lagTo = -1;
};

} // namespace widgets
