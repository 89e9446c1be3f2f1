// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/recentmodel.h"

#include "widgets/common/words.h"

#include <QDir>

namespace widgets {

RecentModel::RecentModel(Settings &settings, QObject *parent)
    : QAbstractListModel(parent)
    , m_settings(settings)
    , m_folders(settings.list(Setting::RecentWorkspaces))
{
    connect(&settings, &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::RecentWorkspaces)
            read();
    });
}

void RecentModel::read()
{
    beginResetModel();
    m_folders = m_settings.list(Setting::RecentWorkspaces);
    endResetModel();
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_folders.size());
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &folder = m_folders[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1   %2").arg(oneLine(QDir(folder).dirName(), 60), oneLine(folder));
    case Qt::ToolTipRole:
        return tipText(folder);
    case FolderRole:
        return folder;
    default:
        return {};
    }
}

void RecentModel::forget(const QString &folder)
{
    QStringList left = m_folders;
    left.removeAll(folder);
    m_settings.set(Setting::RecentWorkspaces, left);
}

} // namespace widgets
