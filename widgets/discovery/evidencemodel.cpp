// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/evidencemodel.h"

#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/discovery/findingsmodel.h"

#include <QCoreApplication>

#include <cmath>

namespace widgets {

using namespace core;
using discovery::Finding;

namespace {

struct EvidenceTr {
    Q_DECLARE_TR_FUNCTIONS(EvidenceModel)
};

QString whyNull(const ShownRun &run, const Finding &finding)
{
    if (run.nullAsked != QLatin1String("auto"))
        return EvidenceTr::tr("The study asked for it.");
    if (finding.nullMethod == "circular_shift")
        return EvidenceTr::tr(
            "The dates are not bound to the calendar, so all of them can be moved together in time.");
    if (finding.nullMethod == "matched_days")
        return EvidenceTr::tr(
            "The dates follow the calendar: moved, they would meet themselves. They are compared with like "
            "weekdays of the same month.");
    if (finding.nullMethod == "mark_shift")
        return EvidenceTr::tr("The dates follow the calendar, so they stay and their values are moved.");
    return EvidenceTr::tr("See the notes of the run.");
}

QString rateText(double share, double low, double high)
{
    return std::isfinite(low) && std::isfinite(high)
               ? EvidenceTr::tr("%1 (%2 to %3)").arg(shareText(share), shareText(low), shareText(high))
               : shareText(share);
}

} // namespace

EvidenceModel::EvidenceModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{}

void EvidenceModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void EvidenceModel::add(const QString &name, const QString &value, const QString &meaning, bool isWarning)
{
    m_rows.push_back({name, value, meaning, isWarning});
}

void EvidenceModel::setFinding(const ShownRun &run, const Finding &finding)
{
    beginResetModel();
    m_rows.clear();
    add(tr("tier"), tierText(finding),
        tr("significant: chance alone would hardly give one such in the whole family; candidate: worth a "
           "second look."));
    if (finding.askedBefore)
        add(tr("asked before"), tr("yes; this run alone says %1").arg(wordText(finding.computedTier)),
            tr("A hypothesis is tested by search once; asked again it keeps its first verdict."));
    add(tr("events (n)"), countText(finding.n), tr("Distinct event bars with a return."));
    add(tr("bars (n)"), countText(finding.nBars), tr("Bars of the sample with a return."));
    add(tr("effect"), signedText(finding.effect, finding.unit),
        tr("The mean response over the events; for a slope the correlation, for a spread top less bottom."));
    add(tr("95 % interval"), intervalText(finding.ciLow, finding.ciHigh),
        tr("Of the effect, by stationary bootstrap."));
    add(tr("base"), signedText(finding.base, finding.unit),
        tr("The mean response over all bars, with matched days over those of the same weekday and month: "
           "what "
           "happens anyway."));
    add(tr("hit rate"), rateText(finding.hitRate, finding.hitLow, finding.hitHigh),
        tr("Share of events on the side of the effect, with its 95 % interval."));
    add(tr("base rate"), rateText(finding.baseRate, finding.baseLow, finding.baseHigh),
        tr("Share of those bars on that side: the hit rate must be held against it."));
    addTests(run, finding);
    addOrigin(run, finding);
    endResetModel();
}

void EvidenceModel::addTests(const ShownRun &run, const Finding &finding)
{
    add(tr("t"), numberText(finding.t, 2), tr("Of effect less base."));
    add(tr("t against zero"), numberText(finding.tZero, 2), tr("Of the effect alone."));
    add(tr("p"), probabilityText(finding.p),
        tr("Against its own null alone, not corrected for having asked many."));
    add(tr("p adjusted"), probabilityText(finding.pAdjusted),
        tr("The odds that chance alone gives so strong a result anywhere in this family."));
    const bool isAmber = finding.pWorkspace > run.alpha && finding.tier == "significant";
    add(tr("p workspace"), probabilityText(finding.pWorkspace),
        isAmber ? tr("Above %1 once everything asked on this calendar is counted: treat it with care.")
                      .arg(valueText(run.alpha))
                : tr("Corrected for every family asked on the same calendar."),
        isAmber);
    add(tr("family"), tr("%1 hypotheses").arg(countText(finding.familySize)),
        tr("How many were asked at once."));
    add(tr("sample"), wordText(finding.sample),
        tr("Whether it was found on these data or tried on later ones."));
    add(tr("tradable"), finding.tradable ? tr("yes") : tr("no"),
        finding.tradable ? tr("The window opens after the event was known.")
                         : tr("The window opens before the event was known: nobody could have acted on it."),
        !finding.tradable);
    const bool looksAhead = finding.lookAhead == "failed";
    add(tr("look-ahead"), wordText(finding.lookAhead),
        looksAhead ? tr("It rests on what was not known at the time; the notes of the run say on what.")
                   : tr("Whether it comes out again from what was known at past instants."),
        looksAhead);
    add(tr("known by"), wordText(finding.knownBasis), tr("How it is known when the events became public."));
    add(tr("null"), wordText(finding.nullMethod), whyNull(run, finding));
    add(tr("smallest effect"),
        std::isfinite(finding.mde)
            ? QStringLiteral("%1 %2").arg(numberText(finding.mde, finding.mde >= 10 ? 1 : 3),
                                          oneLine(finding.unit, 20))
            : kMissingText,
        tr("The smallest effect less base that would be significant 80 % of the time."));
}

void EvidenceModel::addOrigin(const ShownRun &run, const Finding &finding)
{
    add(tr("seed"), QString::number(run.seed), tr("Of everything drawn at random."));
    add(tr("snapshot"), run.snapshot(), tr("The state of the data that was read."));
    add(tr("run"), base::qs(run.report->run), tr("Its name in the ledger."));
    add(tr("result hash"), base::qs(run.report->resultHash).left(16),
        tr("Of everything found: the same study on the same snapshot gives it again, bit for bit. In full: "
           "%1")
            .arg(base::qs(run.report->resultHash)));
    add(tr("hypothesis"), base::qs(base::toHex(finding.hypothesis)).left(16),
        tr("The question itself as a hash: %1").arg(base::qs(base::toHex(finding.hypothesis))));
}

QString EvidenceModel::text() const
{
    QString out;
    for (const Row &row : m_rows)
        out += row.name + QLatin1Char('\t') + row.value + QLatin1Char('\n');
    return out;
}

QString EvidenceModel::valueOf(const QString &name) const
{
    for (const Row &row : m_rows) {
        if (row.name == name)
            return row.value;
    }
    return {};
}

int EvidenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EvidenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? row.name : row.value;
    case Qt::ToolTipRole:
        return tipText(row.meaning);
    case Qt::ForegroundRole:
        if (index.column() == 0)
            return m_theme.color(Role::Muted);
        return row.isWarning ? QVariant(m_theme.color(Role::Warn)) : QVariant();
    case Qt::FontRole:
        return index.column() == 1 ? QVariant(Theme::numberFont({})) : QVariant();
    case Qt::AccessibleDescriptionRole:
        return row.meaning;
    default:
        return {};
    }
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("what") : tr("value");
}

} // namespace widgets
