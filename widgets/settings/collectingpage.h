// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: when Foreshock collects from its sources.
#pragma once

#include "core/workbench/jobs.h"
#include "widgets/settings/settingspage.h"

class QCheckBox;
class QLabel;

namespace widgets {

class CollectingPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit CollectingPage(Desk &desk, QWidget *parent = nullptr);

    void reset() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void readService();
    void keepCollecting(bool isOn);

    QCheckBox *m_collect;
    QCheckBox *m_service;
    QLabel *m_now;
    core::workbench::LatestJob m_working;
};

} // namespace widgets
