// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen while no workspace is open: what the program is for, and the ways to begin.
#pragma once

#include "widgets/common/desk.h"
#include "widgets/start/recentmodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace widgets {

class StartPage final : public QWidget
{
    Q_OBJECT

public:
    /// The actions belong to the window: open the sample, get starter data, make a workspace, open a folder,
    /// import files, try to fool it.
    StartPage(Desk &desk, QAction *sample, QAction *starter, QAction *make, QAction *open, QAction *import,
              QAction *fool, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *firstFocus() const;

Q_SIGNALS:
    void folderWanted(const QString &folder);

private:
    QPushButton *addChoice(QVBoxLayout *column, const QString &id, QAction *action, const QString &says,
                           const QString &icon);
    void addRecent(QVBoxLayout *column);
    void addOpening(QVBoxLayout *column);
    void forgetCurrent();
    void showRecent();
    void showOpening();

    Desk &m_desk;
    RecentModel *m_model;
    QPushButton *m_first = nullptr;
    QWidget *m_recent = nullptr;
    QListView *m_list = nullptr;
    QWidget *m_opening = nullptr;
    QLabel *m_openingText = nullptr;
    QProgressBar *m_openingBar = nullptr;
    QPushButton *m_cancel = nullptr;
    quint64 m_openingJob = 0;
};

} // namespace widgets
