// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings: pages that can be searched; every change applies at once.
#pragma once

#include "widgets/common/desk.h"

#include <QDialog>

#include <vector>

class QLineEdit;
class QListView;
class QStackedWidget;
class QStandardItemModel;

namespace widgets {

class SettingsPage;

class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Desk &desk, QWidget *parent = nullptr);

    /// "look", "keys", "files"; the page stays when there is none of that name.
    void showPage(const QString &id);
    [[nodiscard]] SettingsPage *page() const;

private:
    void add(SettingsPage *page);
    void search(const QString &text);

    QLineEdit *m_search;
    QStandardItemModel *m_titles;
    QListView *m_list;
    QStackedWidget *m_stack;
    std::vector<SettingsPage *> m_pages;
};

} // namespace widgets
