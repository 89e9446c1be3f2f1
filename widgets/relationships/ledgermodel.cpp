// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/relationships/ledgermodel.h"

#include "core/base/text.h"
#include "widgets/common/theme.h"
#include "widgets/common/words.h"

#include <QApplication>

#include <array>
#include <cmath>

namespace widgets {

using core::base::qs;
using core::workbench::LedgerFamily;

namespace {

bool isLedgerFigure(int column)
{
    return column >= LedgerModel::Asked && column <= LedgerModel::Validated;
}

bool isDone(const LedgerFamily &family)
{
    return family.status == "done";
}

} // namespace

LedgerModel::LedgerModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_families.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void LedgerModel::set(std::vector<LedgerFamily> families, const core::base::Zone &zone)
{
    beginResetModel();
    m_families = std::move(families);
    m_zone = zone;
    endResetModel();
}

const LedgerFamily *LedgerModel::family(int row) const
{
    return row >= 0 && row < rowCount() ? &m_families[static_cast<std::size_t>(row)] : nullptr;
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_families.size());
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LedgerModel::text(const LedgerFamily &family, int column) const
{
    switch (column) {
    case Registered:
        return instantText(family.record.registeredAt, m_zone);
    case Study:
        return family.study.isEmpty() ? kMissingText : oneLine(family.study, 120);
    case Asked:
        return countText(family.record.m);
    case New:
        return countText(family.record.mNew);
    case Significant:
        return isDone(family) ? countText(family.funnel.significant) : kMissingText;
    case Candidates:
        return isDone(family) ? countText(family.funnel.candidates - family.funnel.significant)
                              : kMissingText;
    case ByChance:
        return numberText(family.funnel.byChance, 2);
    case Validated:
        return isDone(family) ? countText(family.funnel.validated) : kMissingText;
    case Sample:
        return tr("%1 to %2").arg(dayText(family.record.sampleFrom), dayText(family.record.sampleTo));
    case Snapshot:
        return qs(core::store::Workspace::snapshotText(family.record.snapshot));
    case Run:
        return family.end.isEmpty() ? qs(family.run) : qs(family.run) + u' ' + family.end;
    default:
        return {};
    }
}

QVariant LedgerModel::sortKey(const LedgerFamily &family, int column) const
{
    const auto count = [](std::uint64_t value) { return QVariant(static_cast<qulonglong>(value)); };
    switch (column) {
    case Registered:
        return static_cast<qlonglong>(family.record.registeredAt.micros());
    case Asked:
        return count(family.record.m);
    case New:
        return count(family.record.mNew);
    case Significant:
        return count(family.funnel.significant);
    case Candidates:
        return count(family.funnel.candidates - family.funnel.significant);
    case ByChance:
        return std::isfinite(family.funnel.byChance) ? family.funnel.byChance : -1;
    case Validated:
        return count(family.funnel.validated);
    case Snapshot:
        return count(family.record.snapshot);
    default:
        return text(family, column);
    }
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LedgerFamily &family = m_families[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(family, index.column());
    case Qt::ToolTipRole:
        return index.column() == Study || index.column() == Run ? tipText(text(family, index.column()))
                                                                : QVariant();
    case Qt::ForegroundRole:
        return isDone(family) ? QVariant() : QVariant(m_theme.color(Role::Muted));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isLedgerFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole:
        return isLedgerFigure(index.column()) ? QVariant(Theme::numberFont(QApplication::font()))
                                              : QVariant();
    case kSortRole:
        return sortKey(family, index.column());
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    static constexpr std::array kTexts{
        std::pair(QT_TR_NOOP("registered"), QT_TR_NOOP("Before anything of it was tested")),
        std::pair(QT_TR_NOOP("study"), QT_TR_NOOP("The name it had then")),
        std::pair(QT_TR_NOOP("asked"), QT_TR_NOOP("Hypotheses asked at once")),
        std::pair(QT_TR_NOOP("new"), QT_TR_NOOP("Of them in no earlier family")),
        std::pair(QT_TR_NOOP("significant"), QT_TR_NOOP("What its first finished run found")),
        std::pair(QT_TR_NOOP("candidates"), QT_TR_NOOP("Worth a second look, no more")),
        std::pair(QT_TR_NOOP("by chance"), QT_TR_NOOP("Significant ones that chance alone gives")),
        std::pair(QT_TR_NOOP("validated"), QT_TR_NOOP("Of what it found, by later data")),
        std::pair(QT_TR_NOOP("sample"), QT_TR_NOOP("From when to when")),
        std::pair(QT_TR_NOOP("snapshot"), QT_TR_NOOP("What was stored when it was asked")),
        std::pair(QT_TR_NOOP("run"), QT_TR_NOOP("The run that says what came of it")),
    };
    const auto &[text, tip] = kTexts[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return tr(text);
    case Qt::ToolTipRole:
        return tipText(tr(tip));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isLedgerFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

} // namespace widgets
