// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs: what is the program doing, how long will it take, and what went wrong?
#pragma once

#include "widgets/common/panel.h"
#include "widgets/jobs/jobsmodel.h"

class QPlainTextEdit;
class QSplitter;
class QTableView;
class QTabWidget;

namespace widgets {

class CollectingView;

class JobsPanel final : public Panel
{
    Q_OBJECT

public:
    explicit JobsPanel(Desk &desk, QWidget *parent = nullptr);

    QWidget *firstFocus() override;
    [[nodiscard]] CollectingView *collecting() const { return m_collecting; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }

    enum Tab { Tasks, Collecting };
    /// Asks the selected tasks to stop.
    void cancelSelected();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void showLog();

    JobsModel *m_model;
    QTabWidget *m_tabs;
    CollectingView *m_collecting;
    QTableView *m_table;
    QSplitter *m_splitter;
    QPlainTextEdit *m_log;
    QAction *m_cancel;
    QAction *m_import;
};

} // namespace widgets
