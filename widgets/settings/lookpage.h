// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: theme, language, zone, colours of rise and fall, motion.
#pragma once

#include "widgets/settings/settingspage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace widgets {

class LookPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit LookPage(Desk &desk, QWidget *parent = nullptr);

    void reset() override;

private:
    void read();
    void applyZone();

    QComboBox *m_theme;
    QComboBox *m_language;
    QLineEdit *m_zone;
    QCheckBox *m_redUp;
    QCheckBox *m_calm;
};

} // namespace widgets
