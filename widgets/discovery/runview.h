// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What came out of a run: the verdict, the findings, the selected one in detail; or, honestly, that nothing
// was found.
#pragma once

#include "core/workbench/findingscript.h"
#include "widgets/common/desk.h"
#include "widgets/discovery/shownrun.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QMenu;
class QSplitter;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace widgets {

class FindingDetail;
class FindingsModel;
class FindingsOrder;
class FunnelView;
class ScriptCopier;

class RunView final : public QWidget
{
    Q_OBJECT

public:
    explicit RunView(Desk &desk, QWidget *parent = nullptr);

    /// `tellsOthers`: the other panels follow to its first finding.
    void setRun(ShownRun run, bool tellsOthers = true);
    void clear();
    [[nodiscard]] const std::optional<ShownRun> &run() const { return m_run; }
    /// Why the results do not answer what is asked now; empty: they do.
    void setStale(const QString &why);
    [[nodiscard]] bool isStale() const { return !m_stale.isEmpty(); }
    /// Selects a hypothesis (hexadecimal) when the run has it.
    bool select(const QString &hypothesis);
    [[nodiscard]] const core::discovery::Finding *selected() const;
    /// Puts the selected finding into the report.
    void addToReport();
    /// The findings that are selected, as they are copied.
    void copySelected() const;
    /// Copies the selected finding as a script.
    void copyScript(core::workbench::ScriptLanguage language);

    [[nodiscard]] FindingsModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] FindingDetail *detail() const { return m_detail; }
    [[nodiscard]] FunnelView *funnel() const { return m_funnel; }
    [[nodiscard]] ScriptCopier *scripts() const { return m_scripts; }
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] bool showsNothingFound() const;

Q_SIGNALS:
    void verifyWanted(const QString &run);
    void studyWanted(const QString &json); ///< the editor shall open with it
    void questionWanted();                 ///< the editor shall open with what this run asked

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showAge();
    void showVerdict();
    void tellSelection();
    void openMenu(const QPoint &at);
    void fillRunMenu(QMenu *menu);
    void fillColumns(QMenu *menu);
    void fillSorting(QMenu *menu);
    void keepColumns();
    void fitColumns();
    void makeTable();
    QWidget *makeHeader();
    void arrange();
    [[nodiscard]] std::vector<int> selectedRows() const;
    [[nodiscard]] FindingRef selectedRef() const;

    Desk &m_desk;
    std::optional<ShownRun> m_run;
    QString m_stale;
    core::base::Instant m_shownAt;
    QTimer m_age;
    bool m_selecting = false;
    bool m_isFitting = false;
    std::vector<int> m_widths; ///< of the columns a finding must be read with, where there is room
    FindingsModel *m_model;
    FindingsOrder *m_order;
    QLabel *m_verdict;
    QLabel *m_help;
    QLabel *m_staleMark;
    QLabel *m_about;
    FunnelView *m_funnel;
    QLabel *m_strongest;
    QToolButton *m_notesButton;
    QToolButton *m_runButton;
    QLabel *m_notes;
    QWidget *m_staleBar;
    QVBoxLayout *m_column = nullptr;
    QVBoxLayout *m_header = nullptr;
    QHBoxLayout *m_aboutRow = nullptr;
    ScriptCopier *m_scripts;
    QSplitter *m_split;
    QTableView *m_table;
    FindingDetail *m_detail;
};

} // namespace widgets
