// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/collectingpage.h"

#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "core/workbench/collectservice.h"
#include "widgets/sources/sourcewords.h"

#include <QCheckBox>
#include <QLabel>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::Result;
using core::workbench::Collection;
using core::workbench::CollectService;
using core::workbench::Job;
using core::workbench::JobKind;
using core::workbench::Session;

CollectingPage::CollectingPage(Desk &desk, QWidget *parent)
    : SettingsPage(desk, u"collecting"_s, tr("Collecting"), parent)
    , m_collect(new QCheckBox(tr("Collect while Foreshock is open"), this))
    , m_service(new QCheckBox(tr("Keep collecting when Foreshock is closed"), this))
    , m_now(new QLabel(this))
    , m_working(desk.session().jobs())
{
    m_service->setObjectName(u"setting.collectService"_s);
    m_collect->setObjectName(u"setting.collect"_s);
    m_now->setTextFormat(Qt::PlainText);
    m_now->setWordWrap(true);
    addRow(tr("While open"), m_collect,
           tr("Asks the sources that are switched on, and no others, for as long as their workspace is open. "
              "Nothing is on in a new workspace, and the sample never asks."));
    addRow(tr("While closed"), m_service,
           tr("systemd runs the collector of this workspace after you log in; it stands aside while the workspace is open "
              "here. For a workspace of your own."));
    addRow(tr("Now"), m_now, {});
    read();
    connect(m_collect, &QCheckBox::toggled, this,
            [&desk](bool on) { desk.settings().set(Setting::Collect, on); });
    connect(&desk.settings(), &Settings::changed, this, &CollectingPage::read);
    connect(&desk.session().collection(), &Collection::stateChanged, this, &CollectingPage::read);
    connect(m_service, &QCheckBox::clicked, this, &CollectingPage::keepCollecting);
    for (const auto changed : {&Session::opened, &Session::closed})
        connect(&desk.session(), changed, this, &CollectingPage::readService);
}

void CollectingPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    readService();
}

/// Whether the service is there, which a disk knows.
void CollectingPage::readService()
{
    m_service->setEnabled(false);
    const auto &bench = desk().session().bench();
    if (!isVisible() || !bench || bench->identity().sample)
        return;
    m_working.start<bool>(
        JobKind::Read, tr("Reading whether the service is there"),
        [service = CollectService(bench->folder(), desk().session().worker())](const Job &) -> Result<bool> {
            return service.isInstalled();
        },
        this, [this](const Result<bool> &isThere) {
            m_service->setEnabled(isThere.ok());
            m_service->setChecked(isThere.ok() && *isThere);
        });
}

void CollectingPage::keepCollecting(bool isOn)
{
    const auto &bench = desk().session().bench();
    if (!bench)
        return;
    m_service->setEnabled(false);
    m_working.start<bool>(
        JobKind::Task, isOn ? tr("Installing the service that collects") : tr("Removing the service that collects"),
        [service = CollectService(bench->folder(), desk().session().worker()), isOn,
         contact = core::base::utf8(desk().settings().text(Setting::Contact))](const Job &) mutable -> Result<bool> {
            const Result<void> done = isOn ? service.install(contact, false) : service.remove();
            if (!done)
                return done.error();
            return service.isInstalled();
        },
        this, [this, isOn](const Result<bool> &isThere) {
            m_service->setEnabled(true);
            m_service->setChecked(isThere ? *isThere : !isOn);
            if (!isThere)
                desk().messages().tellError(isThere.error());
        });
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
