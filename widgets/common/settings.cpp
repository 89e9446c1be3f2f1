// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/settings.h"

#include <QStandardPaths>

namespace widgets {

namespace {

struct Entry {
    Setting setting;
    const char *key;
    QVariant fallback;
};

const QList<Entry> &table()
{
    static const QList<Entry> entries{
        {Setting::Theme, "look/theme", QStringLiteral("dark")},
        {Setting::Language, "look/language", QString()},
        {Setting::Zone, "look/zone", QStringLiteral("UTC")},
        {Setting::RedUp, "look/redUp", false},
        {Setting::ReducedMotion, "look/reducedMotion", false},
        {Setting::WindowGeometry, "window/geometry", QByteArray()},
        {Setting::LayoutStates, "window/layouts", QVariantMap()},
        {Setting::CurrentLayout, "window/layout", QStringLiteral("research")},
        {Setting::RecentWorkspaces, "workspace/recent", QStringList()},
        {Setting::OpenAtStart, "workspace/openAtStart", QString()},
        {Setting::FilterHistory, "filter/history", QStringList()},
        {Setting::FilterBookmarks, "filter/bookmarks", QStringList()},
        {Setting::EventColumns, "events/columns", QByteArray()},
        {Setting::FindingColumns, "findings/columns", QByteArray()},
        {Setting::Shortcuts, "keys/shortcuts", QVariantMap()},
        {Setting::UpdateCheck, "network/updateCheck", false},
    };
    return entries;
}

const Entry &entryOf(Setting setting)
{
    return table()[static_cast<int>(setting)];
}

QString fileOr(const QString &file)
{
    if (!file.isEmpty())
        return file;
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/foreshock/foreshock.conf");
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(fileOr(file), QSettings::IniFormat)
{}

QVariant Settings::value(Setting setting) const
{
    const Entry &entry = entryOf(setting);
    const QVariant stored = m_store.value(QLatin1String(entry.key), entry.fallback);
    // a hand-edited file may hold another type
    return stored.canConvert(entry.fallback.metaType()) ? stored : entry.fallback;
}

void Settings::set(Setting setting, const QVariant &value)
{
    if (this->value(setting) == value)
        return;
    m_store.setValue(QLatin1String(entryOf(setting).key), value);
    Q_EMIT changed(setting);
}

void Settings::reset(Setting setting)
{
    if (!m_store.contains(QLatin1String(entryOf(setting).key)))
        return;
    m_store.remove(QLatin1String(entryOf(setting).key));
    Q_EMIT changed(setting);
}

void Settings::resetAll()
{
    for (const Entry &entry : table())
        reset(entry.setting);
}

void Settings::remember(Setting list, const QString &entry, int most)
{
    if (entry.isEmpty())
        return;
    QStringList entries = this->list(list);
    entries.removeAll(entry);
    entries.prepend(entry);
    set(list, entries.mid(0, most));
}

void Settings::sync()
{
    m_store.sync();
}

QString Settings::file() const
{
    return m_store.fileName();
}

} // namespace widgets
