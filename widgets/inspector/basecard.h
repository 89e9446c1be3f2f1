// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The base-rate card: what a symbol did after past events like this one, beside what it does anyway.
// Descriptive: no test, no p, no entry in the ledger.
#pragma once

#include "core/workbench/evidence.h"
#include "core/workbench/jobs.h"
#include "widgets/common/desk.h"

#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStringListModel;

namespace widgets {

class ChartView;
class FactsTable;

class BaseCard final : public QWidget
{
    Q_OBJECT

public:
    explicit BaseCard(Desk &desk, QWidget *parent = nullptr);

    /// Counted when the card is on the screen.
    void setEvent(const core::domain::Event &event);
    void clear();
    [[nodiscard]] bool isSettled() const { return !m_reading.isBusy(); }
    [[nodiscard]] QLineEdit *symbol() const { return m_symbol; }
    [[nodiscard]] QComboBox *window() const { return m_window; }
    [[nodiscard]] FactsTable *numbers() const { return m_numbers; }
    [[nodiscard]] ChartView *chart() const { return m_chart; }
    [[nodiscard]] QPushButton *testButton() const { return m_test; }
    [[nodiscard]] QString sentence() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Answer {
        core::discovery::BaseRate rate;
        std::vector<std::string> symbols; ///< that have bars; empty: known already
        bool isSimulated = false;
    };
    void ask();
    void read();
    void showAnswer(const Answer &answer);
    void say(const QString &text);

    Desk &m_desk;
    core::workbench::LatestJob m_reading;
    std::string m_eventType;
    std::string m_source;
    std::string m_entity;
    bool m_isRead = true;
    bool m_isChosen = false; ///< the person typed the symbol
    QLabel *m_sentence;
    QLabel *m_descriptive;
    QLineEdit *m_symbol;
    QComboBox *m_window;
    FactsTable *m_numbers;
    QLabel *m_notes;
    ChartView *m_chart;
    QPushButton *m_test;
    QWidget *m_rest = nullptr;
    QStringListModel *m_symbols;
};

} // namespace widgets
