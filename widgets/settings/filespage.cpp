// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/filespage.h"

#include <QCheckBox>
#include <QLineEdit>

namespace widgets {

using namespace Qt::StringLiterals;

FilesPage::FilesPage(Desk &desk, QWidget *parent)
    : SettingsPage(desk, u"files"_s, tr("Files and Network"), parent)
    , m_update(new QCheckBox(tr("Look for new versions"), this))
{
    auto *file = new QLineEdit(desk.settings().file(), this);
    file->setObjectName(u"setting.file"_s);
    file->setReadOnly(true);
    addRow(tr("Settings file"), file,
           tr("Plain text; it can be read, copied and edited while the program is closed."));
    m_update->setObjectName(u"setting.updateCheck"_s);
    m_update->setChecked(desk.settings().flag(Setting::UpdateCheck));
    addRow(tr("Updates"), m_update,
           tr("Off until you agree. This version never looks for a new one, on or off."));
    connect(m_update, &QCheckBox::toggled, this,
            [&desk](bool on) { desk.settings().set(Setting::UpdateCheck, on); });
    connect(&desk.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::UpdateCheck)
            m_update->setChecked(this->desk().settings().flag(Setting::UpdateCheck));
    });
}

void FilesPage::reset()
{
    desk().settings().reset(Setting::UpdateCheck);
}

} // namespace widgets
