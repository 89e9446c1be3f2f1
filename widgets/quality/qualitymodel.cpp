// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/quality/qualitymodel.h"

#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/sources/sourcewords.h"

#include <QApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace widgets {

using core::base::qs;
using core::store::Gap;
using core::workbench::SourceStatus;

namespace {

bool isFigure(int column)
{
    return column >= QualityModel::LagMedian && column != QualityModel::Days;
}

std::uint64_t sumOf(const std::vector<std::uint64_t> &days)
{
    return std::accumulate(days.begin(), days.end(), std::uint64_t(0));
}

} // namespace

QualityModel::QualityModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void QualityModel::set(const std::vector<SourceStatus> &sources, const std::vector<Gap> &gaps,
                       const core::base::Zone &zone)
{
    std::vector<Row> rows;
    for (const SourceStatus &source : sources) {
        Row row{source, sumOf(source.rowsByDay), sumOf(source.refusedByDay)};
        for (const Gap &gap : gaps) {
            if (gap.source != source.name)
                continue;
            ++row.gaps;
            row.openGaps += gap.isFilled ? 0 : 1;
        }
        if (source.isEnabled || row.rows > 0 || row.refused > 0 || row.gaps > 0)
            rows.push_back(std::move(row));
    }
    m_zone = zone;
    const bool isSame = std::ranges::equal(
        rows, m_rows, {}, [](const Row &row) { return row.source.name; },
        [](const Row &row) { return row.source.name; });
    if (!isSame) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString QualityModel::sourceAt(int row) const
{
    return row >= 0 && row < rowCount() ? qs(m_rows[static_cast<std::size_t>(row)].source.name) : QString();
}

int QualityModel::rowOf(const QString &source) const
{
    const auto found =
        std::ranges::find(m_rows, core::base::utf8(source), [](const Row &row) { return row.source.name; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int QualityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QualityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString QualityModel::textOf(const Row &row, int column) const
{
    switch (column) {
    case Source:
        return oneLine(row.source.title, 80);
    case State:
        return freshnessText(row.source);
    case Success:
        return instantText(row.source.succeededAt, m_zone);
    case LagMedian:
        return spanText(row.source.lagMedian);
    case Lag95:
        return spanText(row.source.lag95);
    case Today:
        return countText(row.source.rowsToday);
    case Days:
        return countText(row.rows);
    case Refused:
        return row.refused > 0 ? countText(row.refused) : kMissingText;
    case Gaps:
        return row.gaps == 0      ? kMissingText
               : row.openGaps > 0 ? tr("%1, %2 open").arg(row.gaps).arg(row.openGaps)
                                  : QString::number(row.gaps);
    default:
        return {};
    }
}

QVariant QualityModel::sortKey(const Row &row, int column) const
{
    const auto orLast = [](double value) { return std::isfinite(value) ? value : 1e300; };
    switch (column) {
    case State:
        return static_cast<int>(row.source.freshness);
    case Success:
        return row.source.succeededAt.isValid()
                   ? QVariant(static_cast<qlonglong>(row.source.succeededAt.micros()))
                   : QVariant(qlonglong(0));
    case LagMedian:
        return orLast(row.source.lagMedian);
    case Lag95:
        return orLast(row.source.lag95);
    case Today:
        return static_cast<qulonglong>(row.source.rowsToday);
    case Days:
        return static_cast<qulonglong>(row.rows);
    case Refused:
        return static_cast<qulonglong>(row.refused);
    case Gaps:
        return row.gaps;
    default:
        return textOf(row, column);
    }
}

QVariant QualityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::DecorationRole:
        return index.column() == State
                   ? QVariant(m_theme.icon(freshnessIcon(row.source), freshnessRole(row.source)))
                   : QVariant();
    case Qt::ToolTipRole:
        return tipText(index.column() == Days
                           ? tr("%1 rows in 30 days; each bar is a day (UTC)").arg(countText(row.rows))
                       : index.column() == State && !row.source.fault.isEmpty()
                           ? row.source.fault
                           : stateSentence(row.source, m_zone));
    case Qt::AccessibleDescriptionRole:
        return stateSentence(row.source, m_zone);
    case Qt::ForegroundRole:
        if (!row.source.isEnabled)
            return m_theme.color(Role::Muted);
        return (index.column() == Refused && row.refused > 0) || (index.column() == Gaps && row.openGaps > 0)
                   ? QVariant(m_theme.color(Role::Warn))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole:
        return isFigure(index.column()) ? QVariant(Theme::numberFont(QApplication::font())) : QVariant();
    case DaysRole: {
        QList<double> days;
        for (const std::uint64_t count : row.source.rowsByDay)
            days.append(static_cast<double>(count));
        return QVariant::fromValue(days);
    }
    case SortRole:
        return sortKey(row, index.column());
    default:
        return {};
    }
}

QVariant QualityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    static constexpr std::array kTexts{
        std::pair(QT_TR_NOOP("Source"), QT_TR_NOOP("Where the rows come from")),
        std::pair(QT_TR_NOOP("State"), QT_TR_NOOP("How fresh it is")),
        std::pair(QT_TR_NOOP("Last success"), QT_TR_NOOP("When it last answered with data")),
        std::pair(QT_TR_NOOP("Lag, median"), QT_TR_NOOP("From known to stored: half of the rows of 30 days")),
        std::pair(QT_TR_NOOP("Lag, 95 %"), QT_TR_NOOP("From known to stored: all but one in twenty rows")),
        std::pair(QT_TR_NOOP("Rows today"), QT_TR_NOOP("Stored since 00:00 UTC")),
        std::pair(QT_TR_NOOP("Rows a day"), QT_TR_NOOP("Of the last 30 days, today at the right")),
        std::pair(QT_TR_NOOP("Refused"), QT_TR_NOOP("Records of 30 days that could not be used")),
        std::pair(QT_TR_NOOP("Gaps"), QT_TR_NOOP("Times at which nothing was collected")),
    };
    const auto &[text, tip] = kTexts[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return tr(text);
    case Qt::ToolTipRole:
        return tr(tip);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

} // namespace widgets
