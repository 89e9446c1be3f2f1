// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/startermodel.h"

#include "widgets/common/words.h"
#include "widgets/sources/sourcewords.h"

#include <algorithm>

namespace widgets {

using core::workbench::StarterOffer;

StarterModel::StarterModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void StarterModel::set(std::vector<StarterOffer> offers, const std::set<std::string> &on)
{
    std::set<std::string> unticked;
    for (const Row &row : m_rows) {
        if (row.canTick() && !row.isTicked)
            unticked.insert(row.offer.name);
    }
    beginResetModel();
    m_rows.clear();
    for (StarterOffer &offer : offers) {
        Row row{std::move(offer), false, false};
        row.isOn = on.contains(row.offer.name);
        row.isTicked = row.canTick() && !unticked.contains(row.offer.name);
        m_rows.push_back(std::move(row));
    }
    endResetModel();
    Q_EMIT ticksChanged();
}

const StarterOffer *StarterModel::offer(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)].offer : nullptr;
}

std::vector<std::string> StarterModel::ticked() const
{
    std::vector<std::string> names;
    for (const Row &row : m_rows) {
        if (row.isTicked)
            names.push_back(row.offer.name);
    }
    return names;
}

StarterModel::Sum StarterModel::sum() const
{
    Sum sum;
    for (const Row &row : m_rows) {
        if (!row.isTicked)
            continue;
        ++sum.sources;
        sum.bytes += row.offer.bytes;
        sum.seconds = std::max(sum.seconds, row.offer.seconds);
    }
    return sum;
}

int StarterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StarterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString StarterModel::textOf(const Row &row, int column) const
{
    const bool isKnown = row.offer.problem.isEmpty();
    switch (column) {
    case Source:
        return oneLine(row.offer.title, 80);
    case Brings:
        return row.isOn ? tr("Switched on already")
                        : oneLine(isKnown ? row.offer.about : row.offer.problem, 300);
    case Past:
        return isKnown ? tr("%1 years").arg(row.offer.years) : kMissingText;
    case Size:
        return isKnown ? tr("about %1").arg(bytesText(row.offer.bytes)) : kMissingText;
    case Time:
        return isKnown ? tr("about %1").arg(spanText(row.offer.seconds)) : kMissingText;
    case Licence:
        return oneLine(row.offer.licence, 300);
    default:
        return {};
    }
}

QVariant StarterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return tipText(textOf(row, index.column()));
    case Qt::CheckStateRole:
        return index.column() == Source ? QVariant(row.isTicked || row.isOn ? Qt::Checked : Qt::Unchecked)
                                        : QVariant();
    case Qt::ForegroundRole:
        return row.canTick() ? QVariant() : QVariant(m_theme.color(Role::Muted));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == Size || index.column() == Time || index.column() == Past
                                        ? Qt::AlignRight
                                        : Qt::AlignLeft));
    case Qt::AccessibleDescriptionRole:
        return textOf(row, Brings);
    default:
        return {};
    }
}

bool StarterModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != Source)
        return false;
    Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isTicked = value.toInt() == Qt::Checked;
    if (!row.canTick() || row.isTicked == isTicked)
        return false;
    row.isTicked = isTicked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
    return true;
}

Qt::ItemFlags StarterModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Source &&
        m_rows[static_cast<std::size_t>(index.row())].canTick())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant StarterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter |
            (section == Size || section == Time || section == Past ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Source:
        return tr("Source");
    case Brings:
        return tr("Brings");
    case Past:
        return tr("Past");
    case Size:
        return tr("Size");
    case Time:
        return tr("Time");
    case Licence:
        return tr("Terms");
    default:
        return {};
    }
}

} // namespace widgets
