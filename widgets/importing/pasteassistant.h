// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The paste assistant: a column of dates becomes an event set, its marks on the chart, or a verdict.
#pragma once

#include "core/workbench/jobs.h"
#include "core/workbench/pastedevents.h"
#include "widgets/common/desk.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStringListModel;
class QTableView;

namespace widgets {

class TextRows;
class ZoneBox;

class PasteAssistant final : public QDialog
{
    Q_OBJECT

public:
    explicit PasteAssistant(Desk &desk, QWidget *parent = nullptr);

    /// Begins anew with a text, such as the clipboard's.
    void begin(const QString &text);
    [[nodiscard]] bool isSettled() const
    {
        return !m_pause.isActive() && !m_reading.isBusy() && !m_storing.isBusy() && !m_symbolsReading.isBusy();
    }

    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }
    [[nodiscard]] QLineEdit *name() const { return m_name; }
    [[nodiscard]] QLineEdit *symbol() const { return m_symbol; }
    [[nodiscard]] TextRows *rows() const { return m_rows; }
    [[nodiscard]] QLabel *notes() const { return m_notes; }
    [[nodiscard]] QPushButton *testButton() const { return m_test; }
    [[nodiscard]] QPushButton *chartButton() const { return m_chart; }

private:
    void read();
    void showDates(const core::workbench::PastedDates &dates);
    void showButtons();
    void readSymbols();
    void store(std::function<void(const QString &filter)> then);
    void addToChart();
    void test();

    Desk &m_desk;
    QTimer m_pause; ///< between the last key and reading
    core::workbench::LatestJob m_reading;
    core::workbench::LatestJob m_storing;
    core::workbench::LatestJob m_symbolsReading;
    std::size_t m_events = 0; ///< that were read
    QPlainTextEdit *m_text;
    QLineEdit *m_name;
    ZoneBox *m_zone;
    QLineEdit *m_symbol;
    QStringListModel *m_symbols;
    TextRows *m_rows;
    QTableView *m_table;
    QLabel *m_counts;
    QLabel *m_notes;
    QLabel *m_fault;
    QPushButton *m_close;
    QPushButton *m_chart;
    QPushButton *m_test;
};

} // namespace widgets
