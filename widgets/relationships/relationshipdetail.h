// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One relationship: its sentence, what later data say, how it came to its status, and what can be done with
// it.
#pragma once

#include "core/workbench/jobs.h"
#include "core/workbench/relationships.h"
#include "widgets/common/desk.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTabBar;
class QTableView;
class QToolButton;

namespace widgets {

struct ChartOrigin;
struct ChartSpec;
class ChartView;
class ScriptCopier;
class TextRows;

/// What a detail offers; the panel carries them out.
struct RelationshipActions {
    QAction *openRun;
    QAction *unseal;
    QAction *retire;
    QAction *report;
};

class RelationshipDetail final : public QWidget
{
    Q_OBJECT

public:
    RelationshipDetail(Desk &desk, const RelationshipActions &actions, QWidget *parent = nullptr);

    void setView(const core::workbench::RelationshipView &view, bool simulated);
    void clear();
    [[nodiscard]] const std::optional<core::workbench::RelationshipView> &view() const { return m_view; }
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString standing() const;
    /// What is shown, for the report; nothing when there is no relationship.
    [[nodiscard]] std::optional<core::workbench::ReportSection> section() const;
    /// Asks for the reason in a line of its own; retired() follows, unless the person keeps it.
    void askReason();

    enum Tab { Forward, Decay, History, Tabs };
    [[nodiscard]] QTabBar *tabs() const { return m_tabs; }
    [[nodiscard]] ChartView *chart() const { return m_chart; }
    [[nodiscard]] TextRows *history() const { return m_history; }
    [[nodiscard]] ScriptCopier *scripts() const { return m_scripts; }

Q_SIGNALS:
    void retired(const QString &reason); ///< the person gave it and wants it so

private:
    QWidget *makeBar(const RelationshipActions &actions);
    QWidget *makeReason();
    void makeHistory();
    void fillHistory();
    void readTrailing();
    void showTab();
    void showChart(const ChartSpec &spec, const QString &whyEmpty);
    void say(const QString &text);
    [[nodiscard]] ChartOrigin origin() const;
    [[nodiscard]] FindingRef finding() const;

    Desk &m_desk;
    std::optional<core::workbench::RelationshipView> m_view;
    std::optional<std::vector<core::discovery::TrailingEffect>> m_trailing;
    bool m_simulated = false;
    core::workbench::LatestJob m_reading;
    ScriptCopier *m_scripts;
    QLabel *m_sentence;
    QLabel *m_standing;
    QToolButton *m_copy;
    QWidget *m_bar;
    QWidget *m_reason = nullptr; // set while it is made
    QLineEdit *m_why = nullptr;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QWidget *m_chartPage;
    ChartView *m_chart;
    QLabel *m_caption;
    TextRows *m_history;
    QTableView *m_historyTable;
    QLabel *m_waiting;
};

} // namespace widgets
