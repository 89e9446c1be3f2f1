// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Starter data: real prices and events for a new user, without any key. What to get is ticked, one button
// gets it.
#pragma once

#include "widgets/common/desk.h"

#include <QWidget>

#include <set>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QTableView;

namespace widgets {

class StarterModel;

class StarterPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StarterPage(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *firstFocus() const;
    [[nodiscard]] StarterModel *model() const { return m_model; }
    [[nodiscard]] QPushButton *collectButton() const { return m_collect; }

Q_SIGNALS:
    void collectWanted(const std::vector<std::string> &names);
    void left(); ///< the person goes back

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void showPlace();
    void showSum();
    void showCurrent();

    Desk &m_desk;
    std::set<std::string> m_on; ///< switched on already
    StarterModel *m_model;
    QTableView *m_table;
    QLabel *m_where;
    QLabel *m_current;
    QLabel *m_sum;
    QPushButton *m_collect;
    QPushButton *m_back;
};

} // namespace widgets
