// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/desk.h"

#include "core/workbench/collection.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

namespace widgets {

namespace {

constexpr const char *kId = "foreshockId";
constexpr const char *kTip = "foreshockTip";

/// "Run the study (Ctrl+R)".
void showTip(QAction *action)
{
    const QString tip = action->property(kTip).toString();
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
}

} // namespace

Desk::Desk(core::workbench::Session &session, Theme &theme, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_theme(theme)
    , m_settings(settings)
    , m_messages(session.clock())
    , m_report(session, m_messages)
{
    connect(&session, &core::workbench::Session::closing, this, [this] {
        m_selection.clear();
        setAsOf({});
        setFilter({});
    });
    connect(this, &Desk::applyFilter, this, &Desk::setFilter);
    core::workbench::Collection &collection = session.collection();
    collection.setContact(settings.text(Setting::Contact));
    collection.setAllowed(settings.flag(Setting::Collect));
    connect(&settings, &Settings::changed, &collection, [&settings, &collection](Setting setting) {
        if (setting == Setting::Collect)
            collection.setAllowed(settings.flag(Setting::Collect));
        else if (setting == Setting::Contact)
            collection.setContact(settings.text(Setting::Contact));
    });
    connect(&collection, &core::workbench::Collection::failed, this,
            [this](const core::base::Error &error) { m_messages.tellError(error); });
    connect(&session, &core::workbench::Session::failed, this,
            [this](const core::base::Error &error) { m_messages.tellError(error); });
}

void Desk::setAsOf(core::base::Instant at)
{
    if (m_asOf == at)
        return;
    m_asOf = at;
    Q_EMIT asOfChanged();
}

QAction *Desk::addAction(QObject *owner, const QString &id, const QString &text, const QString &tip,
                         const QKeySequence &shortcut, const QString &icon)
{
    auto *action = new QAction(text, owner);
    action->setObjectName(id);
    action->setProperty(kId, id);
    action->setProperty(kTip, tip);
    const QVariantMap chosen = m_settings.value(Setting::Shortcuts).toMap();
    const QVariant own = chosen.value(id);
    action->setShortcut(own.isValid() ? QKeySequence(own.toString()) : shortcut);
    action->setProperty("foreshockDefaultShortcut", shortcut.toString());
    connect(action, &QAction::changed, action, [action] {
        const QSignalBlocker quiet(action);
        showTip(action);
    });
    showTip(action);
    if (!icon.isEmpty()) {
        action->setIcon(m_theme.icon(icon));
        connect(&m_theme, &Theme::changed, action,
                [this, action, icon] { action->setIcon(m_theme.icon(icon)); });
    }
    if (auto *widget = qobject_cast<QWidget *>(owner)) {
        action->setShortcutContext(widget->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
        widget->addAction(action);
    }
    m_actions.append(action);
    return action;
}

QList<QAction *> Desk::actions() const
{
    QList<QAction *> alive;
    for (const QPointer<QAction> &action : m_actions) {
        if (action)
            alive.append(action);
    }
    return alive;
}

QString Desk::idOf(const QAction *action)
{
    return action->property(kId).toString();
}

} // namespace widgets
