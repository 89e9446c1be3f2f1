// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/actionsmodel.h"

#include <QAction>
#include <QWidget>

namespace widgets {

namespace {

bool everywhere(const QAction *action)
{
    return action->shortcutContext() != Qt::WidgetWithChildrenShortcut &&
           action->shortcutContext() != Qt::WidgetShortcut;
}

/// The panel or window it works in.
QString placeOf(const QAction *action)
{
    const auto *owner = qobject_cast<const QWidget *>(action->parent());
    if (!owner || everywhere(action))
        return ActionsModel::tr("Everywhere");
    for (const QWidget *widget = owner; widget; widget = widget->parentWidget()) {
        if (!widget->windowTitle().isEmpty())
            return widget->windowTitle();
    }
    return {};
}

} // namespace

QList<QAction *> conflictsOf(const Desk &desk, const QAction *action, const QKeySequence &keys)
{
    QList<QAction *> same;
    if (keys.isEmpty())
        return same;
    for (QAction *other : desk.actions()) {
        if (other == action || other->shortcut() != keys)
            continue;
        if (everywhere(action) || everywhere(other) || placeOf(action) == placeOf(other))
            same.append(other);
    }
    return same;
}

QKeySequence defaultShortcut(const QAction *action)
{
    return QKeySequence(action->property("foreshockDefaultShortcut").toString());
}

void setShortcut(Desk &desk, QAction *action, const QKeySequence &keys)
{
    QVariantMap chosen = desk.settings().value(Setting::Shortcuts).toMap();
    if (keys == defaultShortcut(action))
        chosen.remove(Desk::idOf(action));
    else
        chosen[Desk::idOf(action)] = keys.toString(QKeySequence::PortableText);
    action->setShortcut(keys);
    desk.settings().set(Setting::Shortcuts, chosen);
}

void resetShortcuts(Desk &desk)
{
    for (QAction *action : desk.actions())
        action->setShortcut(defaultShortcut(action));
    desk.settings().reset(Setting::Shortcuts);
}

ActionsModel::ActionsModel(Desk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
{
    read();
    connect(&desk.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Shortcuts && !m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void ActionsModel::read()
{
    beginResetModel();
    m_rows.clear();
    for (QAction *action : m_desk.actions())
        m_rows.append(action);
    endResetModel();
}

QAction *ActionsModel::at(int row) const
{
    return row < 0 || row >= m_rows.size() ? nullptr : m_rows[row].data();
}

int ActionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ActionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActionsModel::data(const QModelIndex &index, int role) const
{
    const QAction *action = checkIndex(index, CheckIndexOption::IndexIsValid) ? at(index.row()) : nullptr;
    if (!action)
        return {};
    if (role == Qt::ToolTipRole)
        return action->toolTip();
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return action->text().remove(u'&');
    case Keys:
        return action->shortcut().toString(QKeySequence::NativeText);
    case Where:
        return placeOf(action);
    default:
        return {};
    }
}

QVariant ActionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Command");
    case Keys:
        return tr("Shortcut");
    case Where:
        return tr("Works in");
    default:
        return {};
    }
}

} // namespace widgets
