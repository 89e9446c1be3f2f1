// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: the keys of the sources, and who we say we are when we ask them.
#pragma once

#include "widgets/settings/settingspage.h"

#include "core/workbench/jobs.h"
#include "core/workbench/keys.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace widgets {

class SourceKeysModel;

class SourceKeysPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit SourceKeysPage(Desk &desk, QWidget *parent = nullptr);

    void reset() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void showCurrent();
    /// An empty value forgets the key.
    void keep(const QString &value);
    void test();
    void say(const QString &sentence, bool isWarning = false);
    [[nodiscard]] const core::workbench::KeyStatus *current() const;

    SourceKeysModel *m_model;
    QTableView *m_table;
    QLineEdit *m_contact;
    QLineEdit *m_value;
    QPushButton *m_keep;
    QPushButton *m_forget;
    QPushButton *m_test;
    QLabel *m_where; ///< where to get the selected key
    QLabel *m_says;
    core::workbench::LatestJob m_reading;
    core::workbench::LatestJob m_working;
};

} // namespace widgets
