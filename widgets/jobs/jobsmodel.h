// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of the session as a table: newest first, each with its state, progress and time left.
#pragma once

#include "core/workbench/jobs.h"

#include <QAbstractTableModel>

#include <vector>

namespace widgets {

/// How a state reads: "Running".
QString stateText(core::workbench::JobState state);

class JobsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Task, State, Progress, Left, Step, ColumnCount };
    enum Role {
        ShareRole = Qt::UserRole, ///< 0 to 1; < 0 when it cannot be told; invalid when it is not running
        ActiveRole                ///< queued or running
    };

    explicit JobsModel(core::workbench::JobQueue &jobs, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const core::workbench::JobInfo &at(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }
    /// The row of a task, or -1.
    [[nodiscard]] int rowOf(core::workbench::JobId id) const;

private:
    void add(core::workbench::JobId id);
    void update(core::workbench::JobId id);
    void dropForgotten();

    core::workbench::JobQueue &m_jobs;
    std::vector<core::workbench::JobInfo> m_rows;
};

} // namespace widgets
