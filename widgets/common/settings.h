// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the user chose: every setting declared once, with its key and default, kept in one readable file.
#pragma once

#include "core/base/zone.h"

#include <QObject>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>

#include <memory>

namespace widgets {

/// Every setting there is. The table of keys and defaults stands in settings.cpp.
enum class Setting : quint8 {
    Theme,            ///< "dark", "light", "system"
    Language,         ///< "en", "de", … or "" for the system's
    Zone,             ///< IANA name in which instants are shown
    RedUp,            ///< up is red, down is green
    ReducedMotion,    ///< nothing flashes or slides
    WindowGeometry,   ///< of the main window
    LayoutStates,     ///< name → dock state
    CurrentLayout,    ///< "monitor", "research", "backtest", "data"
    RecentWorkspaces, ///< newest first
    OpenAtStart,      ///< the folder that was open when the program ended; empty: none
    FilterHistory,    ///< newest first
    FilterBookmarks,  ///< texts
    EventColumns,     ///< state of the header of the event table
    FindingColumns,   ///< state of the header of the findings
    StudyDraft,       ///< an edited study that was not saved: its workspace, file and text
    Shortcuts,        ///< action id → key sequence, where it is not the default
    Contact,          ///< mail address told to providers that want one (the SEC does); empty: none
    UpdateCheck,      ///< off until the user agrees; nothing asks the network today
    Collect           ///< collect from the sources that are switched on while a workspace is open
};

class Settings final : public QObject
{
    Q_OBJECT

public:
    /// Reads and writes the file ("…/foreshock.conf" under the user's configuration when empty). A file that
    /// cannot be read counts as empty; it is replaced at the next change.
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);
    ~Settings() override;

    [[nodiscard]] QVariant value(Setting setting) const;
    [[nodiscard]] QString text(Setting setting) const { return value(setting).toString(); }
    [[nodiscard]] bool flag(Setting setting) const { return value(setting).toBool(); }
    [[nodiscard]] QStringList list(Setting setting) const { return value(setting).toStringList(); }
    /// Applies at once: changed() follows when it differs. Written soon, by a thread of its own: a disk may
    /// keep one waiting for longer than the eye notices.
    void set(Setting setting, const QVariant &value);
    void reset(Setting setting);
    void resetAll();
    /// Puts an entry first in a list without repeats, at most `most` long.
    void remember(Setting list, const QString &entry, int most = 20);
    /// Waits until all is written, as the destructor does.
    void sync();
    [[nodiscard]] const QString &file() const { return m_file; }

Q_SIGNALS:
    void changed(widgets::Setting setting);

private:
    class Writer;

    QString m_file;
    QVariantMap m_values; ///< by key, where they are not the defaults
    std::unique_ptr<Writer> m_writer;
};

/// The zone the person chose; UTC when the system does not know it.
core::base::Zone shownZone(const Settings &settings);

} // namespace widgets
