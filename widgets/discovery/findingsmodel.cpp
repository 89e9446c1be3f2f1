// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/findingsmodel.h"

#include "core/base/text.h"
#include "core/workbench/sentences.h"
#include "widgets/common/words.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>
#include <cmath>

namespace widgets {

using namespace core;
using discovery::Finding;

namespace {

struct FindingsTr {
    Q_DECLARE_TR_FUNCTIONS(FindingsModel)
};

struct ColumnText {
    const char *name;
    const char *tip;
    bool isNumber;
};

constexpr std::array<ColumnText, FindingsModel::Columns> kColumns{{
    {QT_TRANSLATE_NOOP("FindingsModel", "tier"),
     QT_TRANSLATE_NOOP("FindingsModel",
                       "significant: chance alone would hardly give one such in the whole family; "
                       "candidate: worth a second look"),
     false},
    {QT_TRANSLATE_NOOP("FindingsModel", "event"), QT_TRANSLATE_NOOP("FindingsModel", "Which events"), false},
    {QT_TRANSLATE_NOOP("FindingsModel", "asset"), QT_TRANSLATE_NOOP("FindingsModel", "Which asset or pool"),
     false},
    {QT_TRANSLATE_NOOP("FindingsModel", "window"),
     QT_TRANSLATE_NOOP("FindingsModel", "Bars counted from the event bar; [0, 0] is the event bar itself"),
     false},
    {QT_TRANSLATE_NOOP("FindingsModel", "n"),
     QT_TRANSLATE_NOOP("FindingsModel", "Distinct event bars with a return"), true},
    {QT_TRANSLATE_NOOP("FindingsModel", "effect"),
     QT_TRANSLATE_NOOP("FindingsModel", "Mean response over the events (for a slope: the correlation)"),
     true},
    {QT_TRANSLATE_NOOP("FindingsModel", "95 % interval"),
     QT_TRANSLATE_NOOP("FindingsModel",
                       "Where the effect lies with 95 % confidence, by stationary bootstrap"),
     true},
    {QT_TRANSLATE_NOOP("FindingsModel", "p adjusted"),
     QT_TRANSLATE_NOOP("FindingsModel",
                       "The odds that chance alone gives so strong a result anywhere in the family"),
     true},
    {QT_TRANSLATE_NOOP("FindingsModel", "family"),
     QT_TRANSLATE_NOOP("FindingsModel", "How many hypotheses were asked at once"), true},
    {QT_TRANSLATE_NOOP("FindingsModel", "base"),
     QT_TRANSLATE_NOOP("FindingsModel", "Mean response over all bars: what happens anyway"), true},
    {QT_TRANSLATE_NOOP("FindingsModel", "t"), QT_TRANSLATE_NOOP("FindingsModel", "Of effect less base"),
     true},
    {QT_TRANSLATE_NOOP("FindingsModel", "p"),
     QT_TRANSLATE_NOOP("FindingsModel", "Against its own null alone; not corrected for having asked many"),
     true},
    {QT_TRANSLATE_NOOP("FindingsModel", "p workspace"),
     QT_TRANSLATE_NOOP("FindingsModel", "Corrected for all families asked on the same calendar"), true},
    {QT_TRANSLATE_NOOP("FindingsModel", "sample"),
     QT_TRANSLATE_NOOP("FindingsModel",
                       "in: the data it was found on; holdout and forward: data it had not seen"),
     false},
    {QT_TRANSLATE_NOOP("FindingsModel", "tradable"),
     QT_TRANSLATE_NOOP("FindingsModel", "Whether the window opens after the event was known"), false},
    {QT_TRANSLATE_NOOP("FindingsModel", "look-ahead"),
     QT_TRANSLATE_NOOP("FindingsModel",
                       "Whether it comes out again from what was known at past instants; one that failed "
                       "rests on what was not known then"),
     false},
    {QT_TRANSLATE_NOOP("FindingsModel", "hit rate"),
     QT_TRANSLATE_NOOP("FindingsModel", "Share of events on the side of the effect"), true},
    {QT_TRANSLATE_NOOP("FindingsModel", "base rate"),
     QT_TRANSLATE_NOOP("FindingsModel", "Share of all bars on that side"), true},
    {QT_TRANSLATE_NOOP("FindingsModel", "null"),
     QT_TRANSLATE_NOOP("FindingsModel", "How chance was simulated"), false},
}};

int tierRank(const Finding &finding)
{
    return finding.tier == "significant" ? 0 : finding.tier == "candidate" ? 1 : 2;
}

QString plain(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 10) : QString();
}

} // namespace

QString tierText(const Finding &finding)
{
    if (!workbench::missingOf(finding).empty())
        return FindingsTr::tr("withheld");
    return wordText(finding.tier);
}

QString tierIcon(const Finding &finding)
{
    if (!workbench::missingOf(finding).empty())
        return QStringLiteral("tier-none");
    return finding.tier == "significant" ? QStringLiteral("tier-significant")
           : finding.tier == "candidate" ? QStringLiteral("tier-candidate")
                                         : QStringLiteral("tier-none");
}

FindingsModel::FindingsModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, Tier), index(rowCount() - 1, Tier), {Qt::DecorationRole});
    });
}

void FindingsModel::setReport(std::shared_ptr<const discovery::RunReport> report)
{
    beginResetModel();
    m_report = std::move(report);
    endResetModel();
}

void FindingsModel::nameTiers(bool inWords)
{
    if (inWords == m_tierInWords)
        return;
    m_tierInWords = inWords;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Tier), index(rowCount() - 1, Tier), {Qt::DisplayRole});
}

const Finding *FindingsModel::finding(int row) const
{
    return m_report && row >= 0 && row < rowCount() ? &m_report->findings[static_cast<std::size_t>(row)]
                                                    : nullptr;
}

int FindingsModel::rowOf(const QString &hypothesis) const
{
    const auto wanted = base::parseSha256(base::utf8(hypothesis));
    for (int row = 0; wanted && row < rowCount(); ++row) {
        if (finding(row)->hypothesis == *wanted)
            return row;
    }
    return -1;
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_report ? 0 : static_cast<int>(m_report->findings.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString FindingsModel::text(const Finding &finding, int column) const
{
    switch (column) {
    case Tier:
        return tierText(finding);
    case Event:
        return oneLine(finding.event, 80);
    case Asset:
        return oneLine(finding.asset, 40);
    case Window:
        return windowText(finding.window.first, finding.window.last);
    case N:
        return countText(finding.n);
    case Effect:
        return signedText(finding.effect, finding.unit);
    case Interval:
        return intervalText(finding.ciLow, finding.ciHigh);
    case Base:
        return signedText(finding.base);
    case T:
        return numberText(finding.t, 2);
    case PAdjusted:
        return probabilityText(finding.pAdjusted);
    case Family:
        return countText(finding.familySize);
    case P:
        return probabilityText(finding.p);
    case PWorkspace:
        return probabilityText(finding.pWorkspace);
    case Sample:
        return wordText(finding.sample);
    case Tradable:
        return finding.tradable ? tr("yes") : tr("no");
    case LookAhead:
        return wordText(finding.lookAhead);
    case HitRate:
        return shareText(finding.hitRate);
    case BaseRate:
        return shareText(finding.baseRate);
    case Null:
        return wordText(finding.nullMethod);
    default:
        return {};
    }
}

QVariant FindingsModel::sortValue(const Finding &finding, int column, int row) const
{
    switch (column) {
    case Tier:
        return tierRank(finding) * 1e6 + row; // strongest first inside a tier
    case Window:
        return finding.window.first * 1e4 + finding.window.last;
    case N:
        return static_cast<double>(finding.n);
    case Effect:
    case Interval:
        return finding.effect;
    case Base:
        return finding.base;
    case T:
        return finding.t;
    case PAdjusted:
        return finding.pAdjusted;
    case Family:
        return static_cast<double>(finding.familySize);
    case P:
        return finding.p;
    case PWorkspace:
        return finding.pWorkspace;
    case HitRate:
        return finding.hitRate;
    case BaseRate:
        return finding.baseRate;
    default:
        return text(finding, column);
    }
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    const Finding *finding = this->finding(index.row());
    if (!finding || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == Tier && !m_tierInWords ? QString() : text(*finding, column);
    case Qt::AccessibleTextRole:
        return text(*finding, column);
    case kSortRole:
        return sortValue(*finding, column, index.row());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter |
            (kColumns[static_cast<std::size_t>(column)].isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole:
        return kColumns[static_cast<std::size_t>(column)].isNumber ? QVariant(Theme::numberFont({}))
                                                                   : QVariant();
    case Qt::DecorationRole:
        return column == Tier ? QVariant(m_theme.icon(tierIcon(*finding))) : QVariant();
    case Qt::ForegroundRole:
        return finding->tier == "none" && column != Event && column != Asset
                   ? QVariant(m_theme.color(Role::Muted))
                   : QVariant();
    case Qt::ToolTipRole:
        if (column == Tier) {
            QStringList missing;
            for (const QString &what : workbench::missingOf(*finding))
                missing << what;
            return tipText(missing.isEmpty()
                               ? workbench::sentenceOf(*finding)
                               : tr("No verdict: %1 missing.").arg(missing.join(QStringLiteral(", "))));
        }
        return column == Event || column == Asset ? tipText(text(*finding, column)) : QVariant();
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
        return {};
    const ColumnText &column = kColumns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return FindingsTr::tr(column.name);
    case Qt::ToolTipRole:
        return tipText(FindingsTr::tr(column.tip));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QString FindingsModel::copied(const std::vector<int> &rows) const
{
    QString out = QStringLiteral(
        "tier\tevent\tasset\tfirst\tlast\tn\teffect\tunit\tci_low\tci_high\tbase\tt\tp\t"
        "p_adjusted\tfamily_size\tsample\ttradable\tlook_ahead\thit_rate\tbase_rate\tnull_method\t"
        "hypothesis\n");
    for (const int row : rows) {
        const Finding *f = finding(row);
        if (!f)
            continue;
        const QStringList cells{base::qs(f->tier),
                                oneLine(f->event),
                                oneLine(f->asset),
                                QString::number(f->window.first),
                                QString::number(f->window.last),
                                QString::number(f->n),
                                plain(f->effect),
                                oneLine(f->unit),
                                plain(f->ciLow),
                                plain(f->ciHigh),
                                plain(f->base),
                                plain(f->t),
                                plain(f->p),
                                plain(f->pAdjusted),
                                QString::number(f->familySize),
                                oneLine(f->sample),
                                f->tradable ? QStringLiteral("true") : QStringLiteral("false"),
                                oneLine(f->lookAhead),
                                plain(f->hitRate),
                                plain(f->baseRate),
                                oneLine(f->nullMethod),
                                base::qs(base::toHex(f->hypothesis))};
        out += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return out;
}

FindingsOrder::FindingsOrder(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(FindingsModel::kSortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

bool FindingsOrder::lessThan(const QModelIndex &a, const QModelIndex &b) const
{
    const QVariant left = a.data(FindingsModel::kSortRole);
    const QVariant right = b.data(FindingsModel::kSortRole);
    if (left.typeId() != QMetaType::Double)
        return QSortFilterProxyModel::lessThan(a, b);
    const double x = left.toDouble();
    const double y = right.toDouble();
    if (std::isnan(x) || std::isnan(y)) // last whichever way it is sorted
        return std::isnan(x) != std::isnan(y) && std::isnan(sortOrder() == Qt::AscendingOrder ? y : x);
    return x < y;
}

} // namespace widgets
