// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobsmodel.h"

#include "widgets/common/words.h"

#include <algorithm>

namespace widgets {

using core::workbench::JobId;
using core::workbench::JobInfo;
using core::workbench::JobQueue;
using core::workbench::JobState;

QString stateText(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return JobsModel::tr("Waiting");
    case JobState::Running:
        return JobsModel::tr("Running");
    case JobState::Done:
        return JobsModel::tr("Done");
    case JobState::Failed:
        return JobsModel::tr("Failed");
    case JobState::Cancelled:
        return JobsModel::tr("Cancelled");
    }
    return {};
}

JobsModel::JobsModel(JobQueue &jobs, QObject *parent)
    : QAbstractTableModel(parent)
    , m_jobs(jobs)
    , m_rows(jobs.tasks())
{
    connect(&jobs, &JobQueue::taskAdded, this, &JobsModel::add);
    connect(&jobs, &JobQueue::taskChanged, this, &JobsModel::update);
    connect(&jobs, &JobQueue::taskEnded, this, [this](JobId id) {
        update(id);
        dropForgotten();
    });
}

int JobsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JobsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobInfo &job = at(index.row());
    const bool running = job.state == JobState::Running;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Task:
            return oneLine(job.title);
        case State:
            return stateText(job.state);
        case Progress:
            return running && job.total > 0
                       ? shareText(static_cast<double>(job.done) / static_cast<double>(job.total))
                       : QString();
        case Left:
            if (running)
                return job.secondsLeft < 0 ? QString() : tr("%1 left").arg(durationText(job.secondsLeft));
            return job.state == JobState::Queued ? QString() : durationText(job.seconds);
        case Step:
            return oneLine(job.error ? job.error->message : job.what);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return tipText(job.error ? job.error->message : job.title);
    case Qt::TextAlignmentRole:
        return index.column() == Left ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                      : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case ShareRole:
        if (!running)
            return {};
        return job.total > 0 ? static_cast<double>(job.done) / static_cast<double>(job.total) : -1.0;
    case ActiveRole:
        return job.state < JobState::Done;
    default:
        return {};
    }
}

QVariant JobsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Left ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                               : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Task:
        return tr("Task");
    case State:
        return tr("State");
    case Progress:
        return tr("Progress");
    case Left:
        return tr("Time");
    case Step:
        return tr("Step");
    default:
        return {};
    }
}

int JobsModel::rowOf(JobId id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [id](const JobInfo &job) { return job.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void JobsModel::add(JobId id)
{
    const auto info = m_jobs.info(id);
    if (!info || rowOf(id) >= 0)
        return;
    beginInsertRows({}, 0, 0);
    m_rows.insert(m_rows.begin(), *info);
    endInsertRows();
}

void JobsModel::update(JobId id)
{
    const auto info = m_jobs.info(id);
    const int row = rowOf(id);
    if (!info || row < 0)
        return;
    m_rows[static_cast<std::size_t>(row)] = *info;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void JobsModel::dropForgotten()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_jobs.info(at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
}

} // namespace widgets
