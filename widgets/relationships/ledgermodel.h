// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The families of the ledger, one a row, newest first.
#pragma once

#include "core/base/zone.h"
#include "core/workbench/ledgerview.h"

#include <QAbstractTableModel>

#include <vector>

namespace widgets {

class Theme;

class LedgerModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Registered,
        Study,
        Asked,
        New,
        Significant,
        Candidates,
        ByChance,
        Validated,
        Sample,
        Snapshot,
        Run,
        ColumnCount
    };
    static constexpr int kSortRole = Qt::UserRole;

    explicit LedgerModel(Theme &theme, QObject *parent = nullptr);

    void set(std::vector<core::workbench::LedgerFamily> families, const core::base::Zone &zone);
    /// Null when there is no such row.
    [[nodiscard]] const core::workbench::LedgerFamily *family(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const core::workbench::LedgerFamily &family, int column) const;
    [[nodiscard]] QVariant sortKey(const core::workbench::LedgerFamily &family, int column) const;

    Theme &m_theme;
    core::base::Zone m_zone;
    std::vector<core::workbench::LedgerFamily> m_families;
};

} // namespace widgets
