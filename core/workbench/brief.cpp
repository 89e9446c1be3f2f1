// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/brief.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/ledgerwords.h"
#include "core/workbench/schedules.h"
#include "core/workbench/studies.h"
#include "core/workbench/values.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

namespace core::workbench {

using base::Instant;
using base::qs;
using base::Result;
using base::Tr;
using ingest::Freshness;
using namespace Qt::StringLiterals;

namespace {

constexpr base::Duration kUsually = std::chrono::hours(24);
constexpr std::string_view kLastBrief = "brief_at";

Result<Instant> lastBrief(const Workbench &bench)
{
    auto reader = bench.workspace().catalog().reader();
    if (!reader)
        return reader.error();
    const auto text = store::setting(**reader, kLastBrief);
    if (!text)
        return text.error();
    const auto at = *text ? base::parseInstant(**text) : Result<Instant>(Instant());
    return at ? *at : Instant();
}

bool isTroubled(const SourceStatus &source)
{
    return source.isEnabled && (source.freshness == Freshness::Late ||
                                source.freshness == Freshness::Failing || source.failed > 0);
}

/// Relationships by what became of them.
Result<void> addRelationships(Brief &brief, const Workbench &bench, const Job &job)
{
    auto views = relationshipsOf(bench);
    if (!views)
        return views.error();
    const auto changes = bench.ledger().lives().changesSince(brief.since);
    if (!changes)
        return changes.error();
    std::map<base::Sha256, const RelationshipView *> byId;
    std::vector<store::RelationshipRecord> records;
    for (const RelationshipView &view : *views) {
        byId.emplace(view.record.hypothesis, &view);
        records.push_back(view.record);
        if (view.record.discoveredAt > brief.since)
            brief.found.push_back({view, view.record.discoveredAt, {}});
    }
    std::ranges::stable_sort(brief.found, {}, &BriefChange::at);
    for (const store::LifeChange &change : *changes) {
        const auto found = byId.find(change.hypothesis);
        if (found == byId.end())
            continue;
        auto &list = change.to == "validated" ? brief.validated
                     : change.to == "decayed" ? brief.decayed
                                              : brief.retired;
        list.push_back({*found->second, change.at, qs(change.reason)});
    }
    const auto context = runContext(bench, 0, job);
    if (!context)
        return context.error();
    const auto firings = discovery::firingsSince(records, brief.since, brief.madeAt, *context);
    if (!firings)
        return firings.error();
    for (const discovery::Firing &firing : *firings)
        brief.fired.push_back({*byId.at(firing.hypothesis), firing});
    return {};
}

QString windowOf(const RelationshipView &view, NumberStyle style)
{
    return windowText({view.record.first, view.record.last}, style);
}

/// "+67.8 bp (95 % interval +49.6 to +87.8; n 135; adjusted p 0.0019 in a family of 2,562)".
QString evidenceOf(const RelationshipView &view, NumberStyle style)
{
    return Tr::tr("%1 %2 (95 % interval %3 to %4; n %5; adjusted p %6 in a family of %7)")
        .arg(signedNumber(view.record.effect, style), qs(view.record.unit), signedNumber(view.ciLow, style),
             signedNumber(view.ciHigh, style), grouped(view.record.n, style),
             probability(view.record.pAdjusted, style), grouped(view.familySize, style));
}

QString counted(std::size_t count, const QString &one, const QString &many, NumberStyle style)
{
    return count == 1 ? one : many.arg(grouped(count, style));
}

QJsonObject changeJson(const BriefChange &change)
{
    QJsonObject out = toJson(change.view);
    out.remove(u"forward"_s); // the bets one by one are the relationship's own
    out.insert(u"at"_s, jsonInstant(change.at));
    out.insert(u"reason"_s,
               change.reason.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(change.reason));
    out.insert(u"sentence"_s, sentenceOf(change, NumberStyle::Ascii));
    return out;
}

QJsonArray changesJson(const std::vector<BriefChange> &changes)
{
    QJsonArray out;
    for (const BriefChange &change : changes)
        out.append(changeJson(change));
    return out;
}

QJsonObject firingJson(const BriefFiring &fired)
{
    const store::RelationshipRecord &record = fired.view.record;
    return {{u"hypothesis_id"_s, qs(base::toHex(record.hypothesis))},
            {u"event"_s, qs(record.event)},
            {u"asset"_s, qs(fired.firing.asset)},
            {u"entity"_s, jsonText(fired.firing.entity)},
            {u"at"_s, jsonInstant(fired.firing.at)},
            {u"value"_s, jsonNumber(fired.firing.value)},
            {u"status"_s, qs(record.status)},
            {u"window"_s, QJsonArray{record.first, record.last}},
            {u"statistic"_s, qs(record.statistic)},
            {u"effect"_s, jsonNumber(record.effect)},
            {u"ci_low"_s, jsonNumber(fired.view.ciLow)},
            {u"ci_high"_s, jsonNumber(fired.view.ciHigh)},
            {u"unit"_s, qs(record.unit)},
            {u"n"_s, static_cast<qint64>(record.n)},
            {u"p_adjusted"_s, jsonNumber(record.pAdjusted)},
            {u"family_size"_s, static_cast<qint64>(fired.view.familySize)},
            {u"sentence"_s, sentenceOf(fired, NumberStyle::Ascii)}};
}

QString freshnessWord(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Late:
        return u"late"_s;
    case Freshness::Failing:
        return u"failing"_s;
    default:
        return u"jobs_failed"_s;
    }
}

} // namespace

bool Brief::isQuiet() const
{
    return found.empty() && validated.empty() && decayed.empty() && retired.empty() && fired.empty() &&
           sources.empty() && turns.empty() && asked.families == 0;
}

Result<Brief> briefOf(const Workbench &bench, Instant since, const ingest::SecretOf &secretOf, const Job &job)
{
    Brief brief;
    brief.workspace = qs(bench.identity().name);
    brief.isSimulated = bench.identity().sample;
    brief.madeAt = bench.clock().now();
    brief.since = since;
    if (!since.isValid()) {
        const auto last = lastBrief(bench);
        if (!last)
            return last.error();
        brief.since = last->isValid() ? *last : brief.madeAt - kUsually;
    }
    const auto snapshot = bench.workspace().catalog().snapshot();
    if (!snapshot)
        return snapshot.error();
    brief.snapshot = qs(store::Workspace::snapshotText(*snapshot));
    if (auto added = addRelationships(brief, bench, job); !added)
        return added.error();
    const auto sources = sourceStatuses(bench, secretOf);
    if (!sources)
        return sources.error();
    std::ranges::copy_if(*sources, std::back_inserter(brief.sources), isTroubled);
    {
        auto reader = bench.workspace().catalog().reader();
        if (!reader)
            return reader.error();
        auto turns = store::turnsSince(**reader, brief.since);
        if (!turns)
            return turns.error();
        brief.turns = std::move(*turns);
    }
    const auto asked = bench.ledger().summary(brief.since);
    const auto askedInAll = bench.ledger().summary();
    if (!asked || !askedInAll)
        return asked ? askedInAll.error() : asked.error();
    brief.asked = *asked;
    brief.askedInAll = *askedInAll;
    return brief;
}

Result<void> keepBrief(const Workbench &bench, const Brief &brief)
{
    auto transaction = bench.workspace().catalog().beginWrite();
    if (!transaction)
        return transaction.error();
    if (auto saved = store::saveSetting(*transaction, kLastBrief, base::toIso(brief.madeAt)); !saved)
        return saved;
    return transaction->commit();
}

QString headlineOf(const Brief &brief, NumberStyle style)
{
    if (brief.isQuiet())
        return Tr::tr("Nothing changed.");
    QStringList parts;
    const auto add = [&](std::size_t count, const QString &one, const QString &many) {
        if (count > 0)
            parts.append(counted(count, one, many, style));
    };
    add(brief.found.size(), Tr::tr("1 relationship found"), Tr::tr("%1 relationships found"));
    add(brief.validated.size(), Tr::tr("1 validated"), Tr::tr("%1 validated"));
    add(brief.decayed.size(), Tr::tr("1 decayed"), Tr::tr("%1 decayed"));
    add(brief.retired.size(), Tr::tr("1 retired"), Tr::tr("%1 retired"));
    add(brief.fired.size(), Tr::tr("1 fired"), Tr::tr("%1 fired"));
    add(brief.sources.size(), Tr::tr("1 source late or failing"), Tr::tr("%1 sources late or failing"));
    const auto isStudy = [](const store::ScheduleTurn &turn) { return !turn.name.empty(); };
    const auto failed = std::ranges::count(brief.turns, std::string("failed"), &store::ScheduleTurn::outcome);
    add(static_cast<std::size_t>(std::ranges::count_if(brief.turns, isStudy)),
        Tr::tr("1 scheduled study had its turn"), Tr::tr("%1 scheduled studies had their turn"));
    add(static_cast<std::size_t>(failed), Tr::tr("1 turn failed"), Tr::tr("%1 turns failed"));
    if (brief.asked.families > 0)
        parts.append(counted(brief.asked.questions, Tr::tr("1 new question asked"),
                             Tr::tr("%1 new questions asked"), style));
    return parts.join(u"; "_s) + u'.';
}

QString sentenceOf(const BriefFiring &fired, NumberStyle style)
{
    const store::RelationshipRecord &record = fired.view.record;
    const QString value = fired.firing.value == fired.firing.value
                              ? Tr::tr(", value %1").arg(shortest(fired.firing.value, style))
                              : QString();
    return Tr::tr("%1 (%2%3): %4, bars %5, so far %6; %7.")
        .arg(qs(record.event), qs(fired.firing.entity), value, qs(fired.firing.asset),
             windowOf(fired.view, style), evidenceOf(fired.view, style), statusText(record.status));
}

QString sentenceOf(const BriefChange &change, NumberStyle style)
{
    const store::RelationshipRecord &record = change.view.record;
    const QString what = Tr::tr("%1 on %2, bars %3: %4; %5.")
                             .arg(qs(record.event), qs(record.asset), windowOf(change.view, style),
                                  evidenceOf(change.view, style), statusText(record.status));
    return change.reason.isEmpty() ? what : what + u' ' + change.reason;
}

QString sentenceOf(const SourceStatus &source)
{
    QString what;
    if (source.freshness == Freshness::Failing)
        what = Tr::tr("%1 fails: %2").arg(source.title, source.fault);
    else if (source.freshness == Freshness::Late)
        what = source.succeededAt.isValid()
                   ? Tr::tr("%1 is late: nothing since %2 UTC.")
                         .arg(source.title, qs(base::toIso(source.succeededAt)).left(16).replace(u'T', u' '))
                   : Tr::tr("%1 is late.").arg(source.title);
    else
        what = Tr::tr("%1 has requests that were given up: %2.")
                   .arg(source.title, QString::number(source.failed));
    return source.remedy.isEmpty() ? what : what + u' ' + source.remedy;
}

QJsonObject toJson(const Brief &brief)
{
    QJsonArray fired, sources, turns;
    for (const BriefFiring &one : brief.fired)
        fired.append(firingJson(one));
    for (const SourceStatus &source : brief.sources)
        sources.append(QJsonObject{{u"source"_s, qs(source.name)},
                                   {u"state"_s, freshnessWord(source.freshness)},
                                   {u"succeeded_at"_s, jsonInstant(source.succeededAt)},
                                   {u"sentence"_s, sentenceOf(source)}});
    for (const store::ScheduleTurn &turn : brief.turns)
        turns.append(toJson(turn));
    return {{u"workspace"_s, brief.workspace},
            {u"simulated"_s, brief.isSimulated},
            {u"snapshot"_s, brief.snapshot},
            {u"since"_s, jsonInstant(brief.since)},
            {u"made_at"_s, jsonInstant(brief.madeAt)},
            {u"headline"_s, headlineOf(brief, NumberStyle::Ascii)},
            {u"found"_s, changesJson(brief.found)},
            {u"validated"_s, changesJson(brief.validated)},
            {u"decayed"_s, changesJson(brief.decayed)},
            {u"retired"_s, changesJson(brief.retired)},
            {u"fired"_s, fired},
            {u"sources"_s, sources},
            {u"turns"_s, turns},
            {u"asked_since"_s, toJson(brief.asked)},
            {u"asked"_s, toJson(brief.askedInAll)}};
}

} // namespace core::workbench
