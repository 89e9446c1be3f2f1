// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/relationships/relationshipmodel.h"

#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/studycharts/lifecharts.h"

#include <QApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::qs;
using core::workbench::RelationshipView;

namespace {

/// In the order in which they are looked at.
constexpr std::array<std::string_view, 5> kStatusOrder{"validated", "significant", "candidate", "decayed",
                                                       "retired"};

int rankOf(std::string_view status)
{
    return static_cast<int>(std::ranges::find(kStatusOrder, status) - kStatusOrder.begin());
}

bool isRelationshipFigure(int column)
{
    return column >= RelationshipModel::N && column <= RelationshipModel::Evidence;
}

double baseOf(const RelationshipView &view)
{
    return view.finding ? view.finding->base : core::domain::kMissing;
}

double pWorkspaceOf(const RelationshipView &view)
{
    return view.finding ? view.finding->pWorkspace : core::domain::kMissing;
}

/// Asked on its own it would count as found; among all that was asked of this calendar it does not.
bool isDoubtful(const RelationshipView &view)
{
    return pWorkspaceOf(view) > view.alpha && view.record.tier == "significant";
}

double evidenceOf(const RelationshipView &view)
{
    return view.steps.empty() ? 1 : view.steps.back().e;
}

} // namespace

QString statusIcon(std::string_view status)
{
    return status == "candidate"     ? u"tier-candidate"_s
           : status == "significant" ? u"tier-significant"_s
           : status == "validated"   ? u"status-validated"_s
           : status == "decayed"     ? u"status-decayed"_s
           : status == "retired"     ? u"status-retired"_s
                                     : u"tier-none"_s;
}

Role statusRole(std::string_view status)
{
    return status == "validated"     ? Role::Up
           : status == "significant" ? Role::Accent
           : status == "decayed"     ? Role::Down
           : status == "candidate"   ? Role::Text
                                     : Role::Muted;
}

RelationshipModel::RelationshipModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void RelationshipModel::set(std::shared_ptr<const Views> views, const core::base::Zone &zone)
{
    beginResetModel();
    m_views = std::move(views);
    m_zone = zone;
    endResetModel();
}

const RelationshipView *RelationshipModel::view(int row) const
{
    return row >= 0 && row < rowCount() ? &(*m_views)[static_cast<std::size_t>(row)] : nullptr;
}

int RelationshipModel::rowOf(const core::base::Sha256 &hypothesis) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (view(row)->record.hypothesis == hypothesis)
            return row;
    }
    return -1;
}

int RelationshipModel::count(const std::string &status) const
{
    return m_views ? static_cast<int>(std::ranges::count_if(
                         *m_views, [&](const RelationshipView &one) { return one.record.status == status; }))
                   : 0;
}

int RelationshipModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_views ? 0 : static_cast<int>(m_views->size());
}

int RelationshipModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RelationshipModel::text(const RelationshipView &view, int column) const
{
    const core::store::RelationshipRecord &record = view.record;
    switch (column) {
    case Status:
        return core::workbench::statusText(record.status);
    case Event:
        return oneLine(record.event, 80);
    case Asset:
        return oneLine(record.asset, 40);
    case Window:
        return windowText(record.first, record.last);
    case N:
        return countText(record.n);
    case Effect:
        return signedText(record.effect, record.unit);
    case Interval:
        return intervalText(view.ciLow, view.ciHigh);
    case Base:
        return signedText(baseOf(view));
    case PAdjusted:
        return probabilityText(record.pAdjusted);
    case PWorkspace:
        return probabilityText(pWorkspaceOf(view));
    case Family:
        return countText(view.familySize);
    case ForwardN:
        return view.start ? countText(view.steps.size()) : kMissingText;
    case Evidence:
        return view.start ? evidenceText(evidenceOf(view)) : kMissingText;
    case HoldOut:
        return !view.opened ? tr("sealed") : view.opened->confirmed ? tr("confirmed") : tr("not confirmed");
    case Discovered:
        return dayText(record.discoveredAt, m_zone);
    case Validated:
        return record.validatedAt.isValid() ? dayText(record.validatedAt, m_zone) : kMissingText;
    default:
        return {};
    }
}

QVariant RelationshipModel::sortKey(const RelationshipView &view, int column) const
{
    const auto orLast = [](double value) { return std::isfinite(value) ? value : 1e300; };
    const core::store::RelationshipRecord &record = view.record;
    switch (column) {
    case Status: // the strongest first inside a status
        return rankOf(record.status) * 1e6 + orLast(record.pAdjusted) * 1e3;
    case Window:
        return record.first * 1e4 + record.last;
    case N:
        return static_cast<double>(record.n);
    case Effect:
    case Interval:
        return orLast(record.effect);
    case Base:
        return orLast(baseOf(view));
    case PAdjusted:
        return orLast(record.pAdjusted);
    case PWorkspace:
        return orLast(pWorkspaceOf(view));
    case Family:
        return static_cast<double>(view.familySize);
    case ForwardN:
        return static_cast<double>(view.steps.size());
    case Evidence:
        return evidenceOf(view);
    case Discovered:
        return static_cast<double>(record.discoveredAt.micros());
    case Validated:
        return record.validatedAt.isValid() ? static_cast<double>(record.validatedAt.micros()) : 0;
    default:
        return text(view, column);
    }
}

QString RelationshipModel::tip(const RelationshipView &view, int column) const
{
    if (column == PWorkspace && isDoubtful(view))
        return tr("Above %1: corrected for everything asked on this calendar it would not count as found.")
            .arg(valueText(view.alpha));
    if (column == Evidence && view.start)
        return tr("Betting 1 that it holds has become this after %n event(s); %1 validates it.", nullptr,
                  static_cast<int>(view.steps.size()))
            .arg(numberText(core::store::kEnoughEvidence, 0));
    if ((column == Evidence || column == ForwardN) && !view.start)
        return tr("Not looked at yet; “Check Now” does.");
    return column == Event || column == Asset ? text(view, column) : QString();
}

QVariant RelationshipModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RelationshipView &view = (*m_views)[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    const bool isAmber = column == PWorkspace && isDoubtful(view);
    switch (role) {
    case Qt::DisplayRole:
        return text(view, column);
    case Qt::DecorationRole:
        if (column == Status)
            return m_theme.icon(statusIcon(view.record.status), statusRole(view.record.status));
        return isAmber ? QVariant(m_theme.icon(u"warning"_s, Role::Warn)) : QVariant();
    case Qt::ForegroundRole:
        if (isAmber)
            return m_theme.color(Role::Warn);
        return view.record.status == "retired" ? QVariant(m_theme.color(Role::Muted)) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        const QString said = tip(view, column);
        return said.isEmpty() ? QVariant() : QVariant(role == Qt::ToolTipRole ? tipText(said) : said);
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isRelationshipFigure(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole:
        return isRelationshipFigure(column) ? QVariant(Theme::numberFont(QApplication::font())) : QVariant();
    case kSortRole:
        return sortKey(view, column);
    default:
        return {};
    }
}

QVariant RelationshipModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    static constexpr std::array kTexts{
        std::pair(QT_TR_NOOP("status"),
                  QT_TR_NOOP("candidate or significant when found; validated or decayed by later data; "
                             "retired by hand or after two years of silence")),
        std::pair(QT_TR_NOOP("event"), QT_TR_NOOP("Which events")),
        std::pair(QT_TR_NOOP("asset"), QT_TR_NOOP("Which asset or pool")),
        std::pair(QT_TR_NOOP("window"), QT_TR_NOOP("Bars counted from the event bar")),
        std::pair(QT_TR_NOOP("n"), QT_TR_NOOP("Event bars with a return when it was found")),
        std::pair(QT_TR_NOOP("effect"), QT_TR_NOOP("As it was found")),
        std::pair(QT_TR_NOOP("95 % interval"), QT_TR_NOOP("Of the effect as it was found")),
        std::pair(QT_TR_NOOP("base"), QT_TR_NOOP("Mean response over all bars: what happens anyway")),
        std::pair(QT_TR_NOOP("p adjusted"), QT_TR_NOOP("Corrected for everything asked in its family")),
        std::pair(QT_TR_NOOP("p workspace"), QT_TR_NOOP("Corrected for everything asked on its calendar")),
        std::pair(QT_TR_NOOP("family"), QT_TR_NOOP("Hypotheses asked at once")),
        std::pair(QT_TR_NOOP("forward n"), QT_TR_NOOP("Events after the discovery that were bet on")),
        std::pair(QT_TR_NOOP("E"), QT_TR_NOOP("What betting 1 on it has become since; 20 validates it")),
        std::pair(QT_TR_NOOP("hold-out"), QT_TR_NOOP("What the sealed data said; opened once, for good")),
        std::pair(QT_TR_NOOP("discovered"), QT_TR_NOOP("When it was found")),
        std::pair(QT_TR_NOOP("validated"), QT_TR_NOOP("When later data had agreed enough")),
    };
    const auto &[text, tip] = kTexts[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return tr(text);
    case Qt::ToolTipRole:
        return tipText(tr(tip));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isRelationshipFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

RelationshipOrder::RelationshipOrder(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RelationshipModel::kSortRole);
}

void RelationshipOrder::setStatus(const std::string &status)
{
    m_status = status;
    invalidateFilter();
}

bool RelationshipOrder::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto *model = qobject_cast<RelationshipModel *>(sourceModel());
    const RelationshipView *view = model ? model->view(row) : nullptr;
    return view && (m_status.empty() || view->record.status == m_status);
}

} // namespace widgets
