// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One section of the report: its title and comment, which are written here, and what it keeps.
#pragma once

#include "widgets/common/desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;

namespace widgets {

class ChartView;
class TextRows;

class SectionView final : public QWidget
{
    Q_OBJECT

public:
    explicit SectionView(Desk &desk, QWidget *parent = nullptr);

    /// Empty: none.
    void setSection(const QString &id);
    [[nodiscard]] const QString &section() const { return m_id; }
    [[nodiscard]] QLineEdit *title() const { return m_title; }
    [[nodiscard]] QPlainTextEdit *comment() const { return m_comment; }
    [[nodiscard]] ChartView *chart() const { return m_chart; }

private:
    void showContent(const core::workbench::ReportSection &section);

    Desk &m_desk;
    QString m_id;
    QLineEdit *m_title;
    QPlainTextEdit *m_comment;
    QLabel *m_said;
    QStackedWidget *m_pages;
    ChartView *m_chart;
    TextRows *m_rows;
    QTableView *m_table;
    QWidget *m_nothing;
};

} // namespace widgets
