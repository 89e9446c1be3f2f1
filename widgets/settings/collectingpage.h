// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: when Foreshock collects from its sources.
#pragma once

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

private:
    void read();

    QCheckBox *m_collect;
    QLabel *m_now;
};

} // namespace widgets
