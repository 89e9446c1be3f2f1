// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The status bar: which workspace, how fresh, what is running, in which zone, and what was said.
#pragma once

#include "widgets/common/desk.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QProgressBar;
class QToolButton;

namespace widgets {

class MessageList;

class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(Desk &desk, QWidget *parent = nullptr);

    /// Opens the list of messages.
    void showMessages();

private:
    QProgressBar *addProgress();
    QToolButton *addButton(const QString &name, const QString &tip);
    void showWorkspace();
    void readSnapshot();
    void showJobs();
    void showIngest();
    void showClock();
    void showBell();
    void paintIcons();

    Desk &m_desk;
    core::workbench::LatestJob m_reading;
    QLabel *m_workspace;
    QLabel *m_sample;
    QLabel *m_snapshot;
    QLabel *m_asOf;
    QProgressBar *m_progress;
    QToolButton *m_ingest;
    QToolButton *m_jobs;
    QToolButton *m_clock;
    QToolButton *m_bell;
    MessageList *m_messages;
    QTimer m_minute;
    int m_unread = 0;
};

} // namespace widgets
