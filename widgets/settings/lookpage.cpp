// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/lookpage.h"

#include "core/base/text.h"
#include "core/base/zone.h"
#include "widgets/style/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QTimeZone>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

void choose(QComboBox *box, const QString &value)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

LookPage::LookPage(Desk &desk, QWidget *parent)
    : SettingsPage(desk, u"look"_s, tr("Look and Language"), parent)
    , m_theme(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_zone(new QLineEdit(this))
    , m_redUp(new QCheckBox(tr("Red is up, green is down"), this))
    , m_calm(new QCheckBox(tr("Nothing flashes or slides"), this))
{
    m_theme->setObjectName(u"setting.theme"_s);
    m_theme->addItem(tr("Dark"), u"dark"_s);
    m_theme->addItem(tr("Light"), u"light"_s);
    m_theme->addItem(tr("As the desktop"), u"system"_s);
    addRow(tr("Theme"), m_theme, {});
    m_language->setObjectName(u"setting.language"_s);
    m_language->addItem(tr("As the desktop"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    addRow(tr("Language"), m_language, tr("From the next start on."));
    m_zone->setObjectName(u"setting.zone"_s);
    QStringList zones;
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        zones.append(QString::fromLatin1(zone));
    auto *completer = new QCompleter(zones, m_zone);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_zone->setCompleter(completer);
    addRow(tr("Time zone"), m_zone,
           tr("Times are shown in this zone: UTC, or a place such as America/New_York. Files always carry "
              "UTC."));
    m_redUp->setObjectName(u"setting.redUp"_s);
    addRow(tr("Rise and fall"), m_redUp, tr("As is the custom in East Asia."));
    m_calm->setObjectName(u"setting.reducedMotion"_s);
    addRow(tr("Motion"), m_calm, {});
    read();

    Settings &settings = desk.settings();
    connect(m_theme, &QComboBox::currentIndexChanged, this,
            [this, &settings] { settings.set(Setting::Theme, m_theme->currentData()); });
    connect(m_language, &QComboBox::currentIndexChanged, this,
            [this, &settings] { settings.set(Setting::Language, m_language->currentData()); });
    connect(m_zone, &QLineEdit::editingFinished, this, &LookPage::applyZone);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &LookPage::applyZone);
    connect(m_redUp, &QCheckBox::toggled, this, [&settings](bool on) { settings.set(Setting::RedUp, on); });
    connect(m_calm, &QCheckBox::toggled, this,
            [&settings](bool on) { settings.set(Setting::ReducedMotion, on); });
    connect(&settings, &Settings::changed, this, &LookPage::read);
}

void LookPage::read()
{
    const Settings &settings = desk().settings();
    choose(m_theme, settings.text(Setting::Theme));
    choose(m_language, settings.text(Setting::Language));
    if (!m_zone->hasFocus())
        m_zone->setText(settings.text(Setting::Zone));
    for (const auto &[box, setting] :
         {std::pair(m_redUp, Setting::RedUp), std::pair(m_calm, Setting::ReducedMotion)}) {
        const QSignalBlocker quiet(box);
        box->setChecked(settings.flag(setting));
    }
}

void LookPage::applyZone()
{
    const QString typed = m_zone->text().trimmed();
    const auto zone = core::base::Zone::find(core::base::utf8(typed));
    setLook(m_zone, "syntaxState", zone.ok() ? QString() : u"invalid"_s);
    m_zone->setToolTip(zone.ok() ? QString() : zone.error().message);
    if (zone.ok())
        desk().settings().set(Setting::Zone, typed);
}

void LookPage::reset()
{
    for (const Setting setting :
         {Setting::Theme, Setting::Language, Setting::Zone, Setting::RedUp, Setting::ReducedMotion})
        desk().settings().reset(setting);
    m_zone->setText(desk().settings().text(Setting::Zone));
    applyZone();
}

} // namespace widgets
