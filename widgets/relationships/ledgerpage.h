// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger on the screen: what was ever asked, what chance alone would give, and how little lasted.
#pragma once

#include "core/workbench/ledgerview.h"
#include "widgets/common/desk.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace widgets {

class FunnelView;
class LedgerModel;

class LedgerPage final : public QWidget
{
    Q_OBJECT

public:
    explicit LedgerPage(Desk &desk, QWidget *parent = nullptr);

    void set(core::workbench::LedgerView view);
    [[nodiscard]] LedgerModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] FunnelView *workspaceFunnel() const { return m_all; }
    [[nodiscard]] FunnelView *familyFunnel() const { return m_one; }
    [[nodiscard]] QString sentence() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    QWidget *makeFunnel(const QString &title, FunnelView *funnel, QLabel **head);
    [[nodiscard]] const core::workbench::LedgerFamily *current() const;
    void showFamily();
    void openRun();
    void openMenu(const QPoint &at);

    Desk &m_desk;
    LedgerModel *m_model;
    QSortFilterProxyModel *m_order;
    QLabel *m_sentence;
    QLabel *m_scale;
    FunnelView *m_all;
    FunnelView *m_one;
    QLabel *m_oneHead = nullptr; // set while its part is made
    QBoxLayout *m_funnels = nullptr;
    QTableView *m_table;
};

} // namespace widgets
