// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs: what is the program doing, how long will it take, and what went wrong?
#pragma once

#include "widgets/common/panel.h"
#include "widgets/jobs/jobsmodel.h"

class QPlainTextEdit;
class QTableView;

namespace widgets {

class JobsPanel final : public Panel
{
    Q_OBJECT

public:
    explicit JobsPanel(Desk &desk, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    /// Asks the selected tasks to stop.
    void cancelSelected();

private:
    void refresh();
    void showLog();

    JobsModel *m_model;
    QTableView *m_table;
    QPlainTextEdit *m_log;
    QAction *m_cancel;
    QAction *m_import;
};

} // namespace widgets
