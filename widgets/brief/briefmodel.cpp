// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/brief/briefmodel.h"

#include "core/base/text.h"
#include "core/workbench/schedules.h"
#include "widgets/common/words.h"
#include "widgets/relationships/relationshipmodel.h"

#include <QApplication>

#include <array>
#include <cmath>

namespace widgets {

using namespace Qt::StringLiterals;
using core::base::qs;
using core::workbench::Brief;
using core::workbench::BriefChange;
using core::workbench::BriefFiring;
using core::workbench::NumberStyle;
using core::workbench::RelationshipView;
using core::workbench::SourceStatus;

namespace {

constexpr qsizetype kMostSentence = 800;

bool isFigure(int column)
{
    return column >= BriefModel::N && column <= BriefModel::Family;
}

/// A brief covers days: seconds would only take the room of a column.
core::base::Instant toMinute(core::base::Instant at)
{
    constexpr std::int64_t kMinute = 60'000'000;
    return core::base::Instant(at.micros() / kMinute * kMinute);
}

QString kindText(BriefModel::Kind kind)
{
    switch (kind) {
    case BriefModel::Kind::Found:
        return BriefModel::tr("found");
    case BriefModel::Kind::Validated:
        return BriefModel::tr("validated");
    case BriefModel::Kind::Decayed:
        return BriefModel::tr("decayed");
    case BriefModel::Kind::Retired:
        return BriefModel::tr("retired");
    case BriefModel::Kind::Fired:
        return BriefModel::tr("fired");
    case BriefModel::Kind::Source:
        return BriefModel::tr("source");
    case BriefModel::Kind::Turn:
        return BriefModel::tr("ran by itself");
    }
    return {};
}

/// The mark beside the word, and its colour.
std::pair<QString, Role> markOf(const BriefModel::Row &row)
{
    switch (row.kind) {
    case BriefModel::Kind::Validated:
    case BriefModel::Kind::Decayed:
    case BriefModel::Kind::Retired: {
        const std::string status = core::base::utf8(row.kind == BriefModel::Kind::Validated ? u"validated"_s
                                                    : row.kind == BriefModel::Kind::Decayed ? u"decayed"_s
                                                                                            : u"retired"_s);
        return {statusIcon(status), statusRole(status)};
    }
    case BriefModel::Kind::Found:
        return {statusIcon(row.view->record.tier), statusRole(row.view->record.tier)};
    case BriefModel::Kind::Fired:
        return {u"events"_s, Role::Accent};
    case BriefModel::Kind::Source:
        return {u"warning"_s, Role::Warn};
    case BriefModel::Kind::Turn:
        return row.isTrouble ? std::pair(u"warning"_s, Role::Warn) : std::pair(u"run"_s, Role::Muted);
    }
    return {};
}

} // namespace

BriefModel::BriefModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void BriefModel::addChanges(Kind kind, const std::vector<BriefChange> &changes)
{
    for (const BriefChange &change : changes)
        m_rows.push_back({.kind = kind,
                          .at = change.at,
                          .event = oneLine(change.view.record.event, 80),
                          .asset = oneLine(change.view.record.asset, 40),
                          .view = change.view,
                          .said = oneLine(change.reason, 300),
                          .sentence = oneLine(sentenceOf(change, NumberStyle::Typeset), kMostSentence),
                          .run = change.view.record.run});
}

void BriefModel::set(const Brief &brief, const core::base::Zone &zone)
{
    beginResetModel();
    m_zone = zone;
    m_rows.clear();
    addChanges(Kind::Found, brief.found);
    addChanges(Kind::Validated, brief.validated);
    addChanges(Kind::Decayed, brief.decayed);
    addChanges(Kind::Retired, brief.retired);
    for (const BriefFiring &fired : brief.fired) {
        const QString value = std::isfinite(fired.firing.value) ? valueText(fired.firing.value) : QString();
        const QString entity = oneLine(fired.firing.entity, 60);
        m_rows.push_back(
            {.kind = Kind::Fired,
             .at = fired.firing.at,
             .event = oneLine(fired.view.record.event, 80),
             .asset = oneLine(fired.firing.asset, 40),
             .view = fired.view,
             .said = value.isEmpty() ? entity : tr("%1, value %2", "of whom, how much").arg(entity, value),
             .sentence = oneLine(sentenceOf(fired, NumberStyle::Typeset), kMostSentence),
             .run = fired.view.record.run});
    }
    for (const SourceStatus &source : brief.sources) {
        const QString sentence = oneLine(sentenceOf(source), kMostSentence);
        m_rows.push_back({.kind = Kind::Source,
                          .at = source.succeededAt,
                          .event = oneLine(source.title, 80),
                          .said = sentence,
                          .sentence = sentence,
                          .isTrouble = true});
    }
    for (const core::store::ScheduleTurn &turn : brief.turns) {
        const QString name = turn.name.empty() ? tr("check of the relationships") : oneLine(turn.name, 80);
        const QString outcome = core::workbench::outcomeText(turn.outcome);
        const QString said = turn.reason.empty()
                                 ? outcome
                                 : tr("%1: %2", "outcome, why").arg(outcome, oneLine(turn.reason, 300));
        m_rows.push_back({.kind = Kind::Turn,
                          .at = turn.endedAt,
                          .event = name,
                          .said = said,
                          .sentence = tr("%1 ran by itself: %2").arg(name, said),
                          .run = turn.run,
                          .isTrouble = turn.outcome == "failed"});
    }
    endResetModel();
}

void BriefModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

const BriefModel::Row *BriefModel::row(int at) const
{
    return at >= 0 && at < rowCount() ? &m_rows[static_cast<std::size_t>(at)] : nullptr;
}

int BriefModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BriefModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BriefModel::text(const Row &row, int column) const
{
    switch (column) {
    case What:
        return kindText(row.kind);
    case When:
        return row.at.isValid() ? instantText(toMinute(row.at), m_zone) : kMissingText;
    case Event:
        return row.event;
    case Asset:
        return row.asset;
    case Said:
        return row.said;
    default:
        break;
    }
    if (!row.view)
        return {};
    const RelationshipView &view = *row.view;
    const core::store::RelationshipRecord &record = view.record;
    switch (column) {
    case Window:
        return windowText(record.first, record.last);
    case N:
        return countText(record.n);
    case Effect:
        return signedText(record.effect, record.unit);
    case Interval:
        return std::isfinite(view.ciLow) && std::isfinite(view.ciHigh)
                   ? tr("%1 to %2").arg(signedText(view.ciLow), signedText(view.ciHigh))
                   : kMissingText;
    case PAdjusted:
        return probabilityText(record.pAdjusted);
    case Family:
        return countText(view.familySize);
    case Status:
        return core::workbench::statusText(record.status);
    default:
        return {};
    }
}

QVariant BriefModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::DecorationRole: {
        if (column != What)
            return {};
        const auto [icon, color] = markOf(row);
        return m_theme.icon(icon, color);
    }
    case Qt::ForegroundRole:
        return row.isTrouble && column == Said ? QVariant(m_theme.color(Role::Warn)) : QVariant();
    case Qt::ToolTipRole:
        return tipText(row.sentence);
    case Qt::AccessibleDescriptionRole:
        return row.sentence;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isFigure(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole:
        return isFigure(column) ? QVariant(Theme::numberFont(QApplication::font())) : QVariant();
    default:
        return {};
    }
}

QVariant BriefModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    static constexpr std::array kTexts{
        std::pair(QT_TR_NOOP("what"), QT_TR_NOOP("What kind of news it is")),
        std::pair(QT_TR_NOOP("when"), QT_TR_NOOP("When it happened; of a source when it last answered well")),
        std::pair(QT_TR_NOOP("event"), QT_TR_NOOP("Which events, which source or which study")),
        std::pair(QT_TR_NOOP("asset"), QT_TR_NOOP("Which asset or pool")),
        std::pair(QT_TR_NOOP("window"), QT_TR_NOOP("Bars counted from the event bar")),
        std::pair(QT_TR_NOOP("n"), QT_TR_NOOP("Event bars with a return when it was found")),
        std::pair(QT_TR_NOOP("effect"), QT_TR_NOOP("As it was found")),
        std::pair(QT_TR_NOOP("95 % interval"), QT_TR_NOOP("Of the effect as it was found")),
        std::pair(QT_TR_NOOP("p adjusted"), QT_TR_NOOP("Corrected for everything asked in its family")),
        std::pair(QT_TR_NOOP("family"), QT_TR_NOOP("Hypotheses asked at once")),
        std::pair(QT_TR_NOOP("status"), QT_TR_NOOP("Of the relationship, now")),
        std::pair(QT_TR_NOOP("more"), QT_TR_NOOP("Why, of whom, or what helps")),
    };
    const auto &[text, tip] = kTexts[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return tr(text);
    case Qt::ToolTipRole:
        return tipText(tr(tip));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

} // namespace widgets
