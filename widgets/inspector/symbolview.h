// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One symbol: what it is, and which daily bars there are of it.
#pragma once

#include "core/workbench/jobs.h"
#include "widgets/common/desk.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

class FactsTable;

class SymbolView final : public QWidget
{
    Q_OBJECT

public:
    explicit SymbolView(Desk &desk, QWidget *parent = nullptr);

    void setSymbol(const QString &symbol);
    /// Reads it again.
    void refresh();
    void clear();
    [[nodiscard]] bool isSettled() const { return !m_reading.isBusy(); }
    [[nodiscard]] FactsTable *facts() const { return m_facts; }

private:
    Desk &m_desk;
    core::workbench::LatestJob m_reading;
    QString m_symbol;
    QLabel *m_title;
    QLabel *m_name;
    FactsTable *m_facts;
    QPushButton *m_chart;
};

} // namespace widgets
