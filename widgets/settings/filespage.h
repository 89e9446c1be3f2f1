// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: where things are kept, and what may use the network.
#pragma once

#include "widgets/settings/settingspage.h"

class QCheckBox;

namespace widgets {

class FilesPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit FilesPage(Desk &desk, QWidget *parent = nullptr);

    void reset() override;

private:
    QCheckBox *m_update;
};

} // namespace widgets
