// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sources that are collected from, one a row: how fresh, how late, how much, and what is missing.
#pragma once

#include "core/base/zone.h"
#include "core/workbench/collecting.h"
#include "widgets/common/theme.h"

#include <QAbstractTableModel>

#include <vector>

namespace widgets {

class QualityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Source, State, Success, LagMedian, Lag95, Today, Days, Refused, Gaps, ColumnCount };
    enum ItemRole {
        DaysRole = Qt::UserRole, ///< QList<double>: rows of each of the last 30 days, the oldest first
        SortRole
    };

    explicit QualityModel(Theme &theme, QObject *parent = nullptr);

    /// Those that are switched on, or have brought something lately, or have a gap; rows that stay keep their
    /// place.
    void set(const std::vector<core::workbench::SourceStatus> &sources,
             const std::vector<core::store::Gap> &gaps, const core::base::Zone &zone);
    /// The name of the source in a row; empty when there is no such row.
    [[nodiscard]] QString sourceAt(int row) const;
    /// The row of a source, or -1.
    [[nodiscard]] int rowOf(const QString &source) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        core::workbench::SourceStatus source;
        std::uint64_t rows = 0;    ///< of 30 days
        std::uint64_t refused = 0; ///< of 30 days
        int gaps = 0;
        int openGaps = 0;
    };
    [[nodiscard]] QString textOf(const Row &row, int column) const;
    [[nodiscard]] QVariant sortKey(const Row &row, int column) const;

    Theme &m_theme;
    core::base::Zone m_zone;
    std::vector<Row> m_rows;
};

} // namespace widgets
