// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The data of a chart as rows: what a screen reader reads, a sheet takes, and the eye checks.
#pragma once

#include "core/base/zone.h"
#include "widgets/charts/chartspec.h"

#include <QAbstractTableModel>

namespace widgets {

/// Column 0 is x; then each series (a band has two columns) and the candles. One row for each x there is.
class ChartTable final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setSpec(const ChartSpec &spec);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] double x(int row) const;
    /// NaN where there is none.
    [[nodiscard]] double value(int row, int column) const;
    /// The row nearest to x; 0 when there is none.
    [[nodiscard]] int rowAt(double x) const;
    [[nodiscard]] std::pair<int, int> rowsWithin(double from, double to) const;

private:
    struct Values {
        QString name;
        Column x;
        Column y;
        int digits = 0; ///< after the point: as many as its first values need, so that they line up
    };
    QString m_xName;
    bool m_time = false;
    core::base::Zone m_zone;
    Column m_x;
    std::vector<Values> m_columns;
};

} // namespace widgets
