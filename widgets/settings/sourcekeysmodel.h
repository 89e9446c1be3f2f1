// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every key that a source can use, as a table: where it is, never what it is.
#pragma once

#include "core/workbench/keys.h"

#include <QAbstractTableModel>

#include <vector>

namespace widgets {

class SourceKeysModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Source, Key, Home, ColumnCount };

    explicit SourceKeysModel(QObject *parent = nullptr);

    void show(std::vector<core::workbench::KeyStatus> keys);
    /// Null outside of the rows.
    [[nodiscard]] const core::workbench::KeyStatus *at(int row) const;
    /// -1: there is none.
    [[nodiscard]] int rowOf(const std::string &source, const std::string &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<core::workbench::KeyStatus> m_keys;
};

} // namespace widgets
