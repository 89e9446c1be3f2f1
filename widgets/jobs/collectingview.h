// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The collecting half of Jobs: how deep the queue is, how fast it empties, what was given up, how far the
// past is.
#pragma once

#include "widgets/common/desk.h"
#include "widgets/common/textrows.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace widgets {

class CollectingView final : public QWidget
{
    Q_OBJECT

public:
    explicit CollectingView(Desk &desk, QWidget *parent = nullptr);

    /// There is something to say: it collects, or something waits or was given up.
    [[nodiscard]] bool hasNews() const;
    [[nodiscard]] QWidget *firstFocus() const;
    [[nodiscard]] TextRows *failed() const { return m_failed; }
    [[nodiscard]] TextRows *backfills() const { return m_backfills; }
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void newsChanged();

private:
    QTableView *addTable(TextRows *rows, const QString &name, const QString &accessibleName);
    void refresh();
    void showFailed();
    void showBackfills();
    void retryCurrent();

    Desk &m_desk;
    QLabel *m_sentence;
    QLabel *m_queue;
    QLabel *m_failedHead;
    QLabel *m_backfillHead;
    TextRows *m_failed;
    TextRows *m_backfills;
    QTableView *m_failedTable;
    QTableView *m_backfillTable;
    QPushButton *m_retry;
    QPushButton *m_retryAll;
    QWidget *m_failedPart;
    QWidget *m_backfillPart;
};

} // namespace widgets
