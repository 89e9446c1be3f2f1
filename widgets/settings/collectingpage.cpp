// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/collectingpage.h"

#include "core/workbench/collection.h"
#include "widgets/sources/sourcewords.h"

#include <QCheckBox>
#include <QLabel>

namespace widgets {

using namespace Qt::StringLiterals;
using core::workbench::Collection;

CollectingPage::CollectingPage(Desk &desk, QWidget *parent)
    : SettingsPage(desk, u"collecting"_s, tr("Collecting"), parent)
    , m_collect(new QCheckBox(tr("Collect while Foreshock is open"), this))
    , m_now(new QLabel(this))
{
    m_collect->setObjectName(u"setting.collect"_s);
    m_now->setTextFormat(Qt::PlainText);
    m_now->setWordWrap(true);
    addRow(tr("While open"), m_collect,
           tr("Asks the sources that are switched on, and no others, for as long as their workspace is open. "
              "Nothing is on in a new workspace, and the sample never asks."));
    addRow(tr("Now"), m_now, {});
    read();
    connect(m_collect, &QCheckBox::toggled, this,
            [&desk](bool on) { desk.settings().set(Setting::Collect, on); });
    connect(&desk.settings(), &Settings::changed, this, &CollectingPage::read);
    connect(&desk.session().collection(), &Collection::stateChanged, this, &CollectingPage::read);
}

void CollectingPage::read()
{
    const QSignalBlocker quiet(m_collect);
    m_collect->setChecked(desk().settings().flag(Setting::Collect));
    m_now->setText(collectSentence(desk().session().collection()));
}

void CollectingPage::reset()
{
    desk().settings().reset(Setting::Collect);
}

} // namespace widgets
