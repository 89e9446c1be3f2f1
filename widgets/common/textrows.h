// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A table of texts: rows that were worked out elsewhere, each with an optional icon, shown as they are.
#pragma once

#include "widgets/common/theme.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

class QTableView;

namespace widgets {

class TextRows final : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Row {
        QStringList cells;
        QString icon;  ///< of the first column; empty: none
        QString tip;   ///< empty: the cell itself
        bool isMuted = false;
        bool isRefused = false;
    };

    explicit TextRows(Theme &theme, QObject *parent = nullptr);

    /// Everything anew. `figures`: columns that are right-aligned.
    void set(const QStringList &header, std::vector<Row> rows, const QList<int> &figures = {});
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Theme &m_theme;
    QStringList m_header;
    QList<int> m_figures;
    std::vector<Row> m_rows;
};

/// Gives a table the look and keyboard of every table here: rows of one height, no grid, Tab leaves it,
/// Ctrl+C copies the selected cells.
void dressTable(QTableView *table, const QString &accessibleName);

} // namespace widgets
