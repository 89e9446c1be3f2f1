// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One finding: its sentence, its numbers, and where to go from it.
#pragma once

#include "core/workbench/evidence.h"
#include "core/workbench/jobs.h"
#include "widgets/common/desk.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

class FactsTable;

class FindingView final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingView(Desk &desk, QWidget *parent = nullptr);

    void setFinding(const FindingRef &finding);
    void clear();
    [[nodiscard]] bool isSettled() const { return !m_reading.isBusy(); }
    [[nodiscard]] FactsTable *facts() const { return m_facts; }
    /// "fomc, SPY, bars [0, +5]"; empty until it has been read.
    [[nodiscard]] const QString &subject() const { return m_subject; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString withheld() const;

private:
    void showNumbers(const core::discovery::Finding &finding, const std::string &status);

    Desk &m_desk;
    core::workbench::LatestJob m_reading;
    FindingRef m_ref;
    QString m_asset;
    QString m_subject;
    QLabel *m_sentence;
    QLabel *m_withheld;
    FactsTable *m_facts;
    QPushButton *m_chart;
    QPushButton *m_run;
    QPushButton *m_report;
};

} // namespace widgets
