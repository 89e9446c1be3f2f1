// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: the keys of every command.
#pragma once

#include "widgets/settings/settingspage.h"

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace widgets {

class ActionsModel;

class KeysPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit KeysPage(Desk &desk, QWidget *parent = nullptr);

    void reset() override;
    int search(const QString &text) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QAction *current() const;
    void showCurrent();
    void apply(const QKeySequence &keys);

    ActionsModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QKeySequenceEdit *m_keys;
    QPushButton *m_default;
    QLabel *m_warning;
};

} // namespace widgets
