// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Data quality: is my data sound?
#pragma once

#include "widgets/common/panel.h"

class QLabel;
class QSortFilterProxyModel;
class QSplitter;
class QTableView;

namespace widgets {

class QualityModel;
class TextRows;

class QualityPanel final : public Panel
{
    Q_OBJECT

public:
    explicit QualityPanel(Desk &desk, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QualityModel *model() const { return m_model; }
    [[nodiscard]] TextRows *gaps() const { return m_gaps; }
    [[nodiscard]] QTableView *table() const { return m_table; }

private:
    void refresh();
    void showGaps();
    void select();
    void openMenu(const QPoint &at);

    QualityModel *m_model;
    QSortFilterProxyModel *m_sorted;
    TextRows *m_gaps;
    QTableView *m_table;
    QTableView *m_gapTable;
    QLabel *m_gapHead;
    QWidget *m_gapPart;
    QAction *m_starter;
};

} // namespace widgets
