// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The workspaces opened last, newest first.
#pragma once

#include "widgets/common/settings.h"

#include <QAbstractListModel>
#include <QStringList>

namespace widgets {

class RecentModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int FolderRole = Qt::UserRole;

    explicit RecentModel(Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// Takes it off the list; the folder stays as it is.
    void forget(const QString &folder);

private:
    void read();

    Settings &m_settings;
    QStringList m_folders;
};

} // namespace widgets
