// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every action with its shortcut, as a table.
#pragma once

#include "widgets/common/desk.h"

#include <QAbstractTableModel>

namespace widgets {

/// The actions that would answer to the same keys: both anywhere in the window, or both in the same panel.
QList<QAction *> conflictsOf(const Desk &desk, const QAction *action, const QKeySequence &keys);
/// Gives an action other keys and keeps them in the settings; empty keys are kept too.
void setShortcut(Desk &desk, QAction *action, const QKeySequence &keys);
void resetShortcuts(Desk &desk);
QKeySequence defaultShortcut(const QAction *action);

class ActionsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Keys, Where, ColumnCount };

    explicit ActionsModel(Desk &desk, QObject *parent = nullptr);

    [[nodiscard]] QAction *at(int row) const;
    /// Reads the actions again: panels made since then have added theirs.
    void read();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Desk &m_desk;
    QList<QPointer<QAction>> m_rows;
};

} // namespace widgets
