// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/settings.h"

#include "core/base/text.h"

#include <QSettings>
#include <QStandardPaths>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

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
        {Setting::StudyDraft, "study/draft", QVariantMap()},
        {Setting::Shortcuts, "keys/shortcuts", QVariantMap()},
        {Setting::Contact, "network/contact", QString()},
        {Setting::UpdateCheck, "network/updateCheck", false},
        {Setting::Collect, "network/collect", true},
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

/// Writes what changed, one change after the other; destroyed when all is written.
class Settings::Writer final
{
public:
    explicit Writer(QString file)
        : m_file(std::move(file))
        , m_thread([this](const std::stop_token &stop) { run(stop); })
    {}

    /// An invalid value takes the key away.
    void write(const QString &key, const QVariant &value)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_pending[key] = value;
        }
        m_changed.notify_all();
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_pending.isEmpty() && !m_isWriting; });
    }

private:
    void run(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_changed.wait(lock, stop, [this] { return !m_pending.isEmpty(); })) {
            const QVariantMap changes = std::exchange(m_pending, {});
            m_isWriting = true;
            lock.unlock();
            store(changes);
            lock.lock();
            m_isWriting = false;
            m_changed.notify_all();
        }
    }
    void store(const QVariantMap &changes) const
    {
        QSettings file(m_file, QSettings::IniFormat);
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            if (it.value().isValid())
                file.setValue(it.key(), it.value());
            else
                file.remove(it.key());
        }
        file.sync();
    }

    const QString m_file;
    std::mutex m_mutex; // guards the next two
    QVariantMap m_pending;
    bool m_isWriting = false;
    std::condition_variable_any m_changed;
    std::jthread m_thread; // last: it uses the others
};

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(fileOr(file))
    , m_writer(std::make_unique<Writer>(m_file))
{
    const QSettings stored(m_file, QSettings::IniFormat);
    for (const QString &key : stored.allKeys())
        m_values[key] = stored.value(key);
}

Settings::~Settings() = default;

QVariant Settings::value(Setting setting) const
{
    const Entry &entry = entryOf(setting);
    const QVariant stored = m_values.value(QLatin1String(entry.key), entry.fallback);
    // a hand-edited file may hold another type
    return stored.canConvert(entry.fallback.metaType()) ? stored : entry.fallback;
}

void Settings::set(Setting setting, const QVariant &value)
{
    if (this->value(setting) == value)
        return;
    const QLatin1String key(entryOf(setting).key);
    m_values[key] = value;
    m_writer->write(key, value);
    Q_EMIT changed(setting);
}

void Settings::reset(Setting setting)
{
    const QLatin1String key(entryOf(setting).key);
    if (m_values.remove(key) == 0)
        return;
    m_writer->write(key, {});
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
    m_writer->wait();
}

core::base::Zone shownZone(const Settings &settings)
{
    const auto zone = core::base::Zone::find(core::base::utf8(settings.text(Setting::Zone)));
    return zone ? *zone : core::base::Zone();
}

} // namespace widgets
