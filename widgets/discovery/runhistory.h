// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every run of this workspace, with what was asked, what came out, and how to have it again.
#pragma once

#include "core/workbench/jobs.h"
#include "core/workbench/studies.h"
#include "widgets/common/desk.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace widgets {

class RunsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Started,
        Study,
        Parameters,
        Status,
        Hypotheses,
        Significant,
        Candidates,
        Chance,
        Snapshot,
        Program,
        Took,
        Hash,
        Columns
    };
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(std::vector<core::store::RunRecord> runs);
    [[nodiscard]] const core::store::RunRecord *run(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<core::store::RunRecord> m_runs;
    std::vector<QString> m_parameters; ///< of each
};

class RunHistory final : public QWidget
{
    Q_OBJECT

public:
    explicit RunHistory(Desk &desk, QWidget *parent = nullptr);

    void refresh();
    void clear();
    [[nodiscard]] RunsModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] bool isSettled() const { return !m_reading.isBusy(); }

    /// The study of the selected run.
    void copyJson();
    /// The command line that runs it again.
    void copyCommand();
    /// A study in the clipboard goes to the editor.
    void paste();

Q_SIGNALS:
    void openWanted(const QString &run);
    void verifyWanted(const QString &run);
    void studyPasted(const QString &json); ///< an object; whether it is a study the editor tells

private:
    QWidget *makeBar();
    void showActions();
    void openMenu(const QPoint &at);
    [[nodiscard]] const core::store::RunRecord *current() const;

    Desk &m_desk;
    core::workbench::LatestJob m_reading;
    RunsModel *m_model;
    QSortFilterProxyModel *m_order;
    QTableView *m_table;
    QLabel *m_none;
    QAction *m_open;
    QAction *m_copyJson;
    QAction *m_copyCommand;
    QAction *m_paste;
};

} // namespace widgets
