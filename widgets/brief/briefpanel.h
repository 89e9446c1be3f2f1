// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The morning brief: what changed since I looked last?
#pragma once

#include "core/workbench/brief.h"
#include "core/workbench/jobs.h"
#include "widgets/common/panel.h"

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace widgets {

class BriefModel;
class PaperPrinter;

class BriefPanel final : public Panel
{
    Q_OBJECT

public:
    explicit BriefPanel(Desk &desk, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    [[nodiscard]] bool isSettled() const override;

    [[nodiscard]] BriefModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QComboBox *since() const { return m_since; }
    [[nodiscard]] QString headline() const;
    /// Of the selected row.
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString asked() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    using Brief = core::workbench::Brief;
    void makeActions();
    QWidget *makeBar();
    void makeTable();
    void listen();
    void refresh();
    void showBrief(std::shared_ptr<const Brief> brief);
    void newData();
    void showState();
    void select();
    void tellSelection();
    void open();
    void markRead();
    void exportBrief();

    core::workbench::LatestJob m_reading;
    core::workbench::LatestJob m_keeping;
    PaperPrinter *m_printer;
    std::shared_ptr<const Brief> m_brief; ///< that is shown; null: none yet
    bool m_isStale = false;               ///< there are newer data than it has seen
    QAction *m_refresh = nullptr;         // set while they are made
    QAction *m_read = nullptr;
    QAction *m_export = nullptr;
    BriefModel *m_model;
    QLabel *m_headline;
    QLabel *m_span;
    QComboBox *m_since;
    QLabel *m_quiet;
    QTableView *m_table;
    QLabel *m_sentence;
    QLabel *m_asked;
};

} // namespace widgets
