// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/sourcekeysmodel.h"

#include "core/base/text.h"

namespace widgets {

using namespace core;
using workbench::KeyStatus;

SourceKeysModel::SourceKeysModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void SourceKeysModel::show(std::vector<KeyStatus> keys)
{
    const bool isSame = keys.size() == m_keys.size();
    if (!isSame)
        beginResetModel();
    m_keys = std::move(keys);
    if (!isSame)
        endResetModel();
    else if (!m_keys.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const KeyStatus *SourceKeysModel::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_keys[static_cast<std::size_t>(row)];
}

int SourceKeysModel::rowOf(const std::string &source, const std::string &name) const
{
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        if (m_keys[i].source == source && m_keys[i].name == name)
            return static_cast<int>(i);
    }
    return -1;
}

int SourceKeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int SourceKeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SourceKeysModel::data(const QModelIndex &index, int role) const
{
    const KeyStatus *key = checkIndex(index, CheckIndexOption::IndexIsValid) ? at(index.row()) : nullptr;
    if (!key)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return tr("Get one at %1; or give it in the environment as %2.").arg(key->url, key->variable);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Source:
        return key->title;
    case Key:
        return base::qs(key->name);
    case Home:
        break;
    default:
        return {};
    }
    switch (key->home) {
    case ingest::SecretHome::None:
        return key->need == sources::KeyNeed::Needed ? tr("missing") : tr("works without");
    case ingest::SecretHome::Environment:
        return tr("in the environment");
    case ingest::SecretHome::Session:
        return tr("until Foreshock is closed");
    case ingest::SecretHome::Keyring:
        return tr("in the keyring");
    }
    return {};
}

QVariant SourceKeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Source:
        return tr("Source");
    case Key:
        return tr("Key");
    case Home:
        return tr("Where it is");
    default:
        return {};
    }
}

} // namespace widgets
