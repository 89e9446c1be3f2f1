// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reports: what shall others read of it?
#pragma once

#include "widgets/common/panel.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QSplitter;
class QTableView;

namespace widgets {

class SectionView;
class TextRows;

class ReportsPanel final : public Panel
{
    Q_OBJECT

public:
    explicit ReportsPanel(Desk &desk, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    [[nodiscard]] bool isSettled() const override;

    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] SectionView *view() const { return m_view; }
    /// The faults of the report, a sentence a line; empty: none.
    [[nodiscard]] QString faults() const;
    /// The panels show what the section kept the state of.
    void open(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    void build();
    void listen();
    void refresh();
    void showRows();
    void select(const QString &id);
    void showActions();
    void check();
    void openEvent(const QString &id);
    [[nodiscard]] QString current() const;

    QLineEdit *m_title;
    QTableView *m_table;
    TextRows *m_rows;
    QSplitter *m_split;
    SectionView *m_view;
    QLabel *m_faults;
    QAction *m_open;
    QAction *m_up;
    QAction *m_down;
    QAction *m_remove;
    QAction *m_export;
    QAction *m_events;
    bool m_isArranged = false;
    QString m_wanted; ///< the section that is selected once the rows are there
    std::vector<core::workbench::ReportFault> m_found;
    QTimer m_checkSoon;
    core::workbench::LatestJob m_checking;
    core::workbench::LatestJob m_reading;
};

} // namespace widgets
