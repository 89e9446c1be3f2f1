// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/relationships.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/findings.h"
#include "core/discovery/measure.h"
#include "core/workbench/studies.h"
#include "core/workbench/values.h"

#include <QJsonArray>

#include <map>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using store::Ledger;
using store::RelationshipRecord;

namespace {

constexpr double kBasisPoints = 1e4;

/// Completes records with what the ledger keeps elsewhere; every study and family is read once.
class Completer
{
public:
    explicit Completer(const Ledger &ledger)
        : m_ledger(ledger)
    {}

    Result<RelationshipView> complete(const RelationshipRecord &record)
    {
        RelationshipView view;
        view.record = record;
        const Result<std::uint64_t> size = familySize(record.family);
        if (!size)
            return size.error();
        view.familySize = *size;
        const Result<void> found = addInterval(view);
        if (!found)
            return found.error();
        const Result<void> opened = addOpening(view);
        if (!opened)
            return opened.error();
        const Result<void> lived = addLife(view);
        if (!lived)
            return lived.error();
        return view;
    }

private:
    Result<std::uint64_t> familySize(const base::Sha256 &family)
    {
        const auto known = m_sizes.find(family);
        if (known != m_sizes.end())
            return known->second;
        const Result<std::optional<store::FamilyRecord>> record = m_ledger.family(family);
        if (!record)
            return record.error();
        return m_sizes[family] = *record ? (*record)->m : 0;
    }

    Result<void> addInterval(RelationshipView &view)
    {
        const auto trial = m_ledger.trial(view.record.run, view.record.hypothesis);
        if (!trial)
            return trial.error();
        if (!*trial || (*trial)->finding.empty())
            return {};
        const Result<QJsonValue> json = base::parseJson((*trial)->finding);
        if (!json)
            return json.error();
        view.finding = discovery::findingFromJson(json->toObject());
        view.ciLow = view.finding->ciLow;
        view.ciHigh = view.finding->ciHigh;
        return {};
    }

    Result<void> addOpening(RelationshipView &view)
    {
        if (!m_openings) {
            Result<std::vector<store::UnsealRecord>> openings = m_ledger.unseals();
            if (!openings)
                return openings.error();
            m_openings = std::move(*openings);
        }
        for (const store::UnsealRecord &opening : *m_openings) {
            if (opening.hypothesis == view.record.hypothesis)
                view.opened = opening;
        }
        return {};
    }

    Result<void> addLife(RelationshipView &view)
    {
        const base::Sha256 &hypothesis = view.record.hypothesis;
        const store::Lives lives = m_ledger.lives();
        auto start = lives.startOf(hypothesis);
        auto steps = lives.stepsOf(hypothesis);
        auto history = lives.changesOf(hypothesis);
        if (!start || !steps || !history)
            return !start ? start.error() : !steps ? steps.error() : history.error();
        view.start = std::move(*start);
        view.steps = std::move(*steps);
        view.history = std::move(*history);
        return addStudy(view);
    }

    /// What the study of its run says: the level, and the unit of responses (the effect of a slope has none).
    Result<void> addStudy(RelationshipView &view)
    {
        auto known = m_studies.find(view.record.run);
        if (known == m_studies.end()) {
            const auto run = m_ledger.run(view.record.run);
            if (!run)
                return run.error();
            const auto study = domain::parseStudy(run->study, run->startedAt);
            known = m_studies
                        .emplace(view.record.run, study ? Asked{discovery::unitOf(*study), study->alpha}
                                                        : Asked{view.record.unit, view.alpha})
                        .first;
        }
        view.alpha = known->second.alpha;
        view.forwardUnit = view.record.unit == "r" ? known->second.unit : view.record.unit;
        view.forwardScale = view.forwardUnit == "bp" ? kBasisPoints : 1;
        return {};
    }

    struct Asked {
        std::string unit;
        double alpha;
    };

    const Ledger &m_ledger;
    std::map<std::string, Asked> m_studies;
    std::map<base::Sha256, std::uint64_t> m_sizes;
    std::optional<std::vector<store::UnsealRecord>> m_openings;
};

} // namespace

base::Result<std::vector<RelationshipView>> relationshipsOf(const Workbench &bench)
{
    const Ledger &ledger = bench.ledger();
    const Result<std::vector<RelationshipRecord>> records = ledger.relationships();
    if (!records)
        return records.error();
    Completer completer(ledger);
    std::vector<RelationshipView> views;
    for (const RelationshipRecord &record : *records) {
        Result<RelationshipView> view = completer.complete(record);
        if (!view)
            return view.error();
        views.push_back(std::move(*view));
    }
    return views;
}

base::Result<RelationshipView> relationshipOf(const Workbench &bench, const std::string &id)
{
    const Ledger &ledger = bench.ledger();
    const Result<RelationshipRecord> record = ledger.relationship(id);
    if (!record)
        return record.error();
    return Completer(ledger).complete(*record);
}

base::Result<discovery::HoldOutReport> unseal(const Workbench &bench, const std::string &id, unsigned threads,
                                              const Job &job)
{
    const Result<discovery::RunContext> context = runContext(bench, threads, job);
    if (!context)
        return context.error();
    return discovery::openHoldOut(id, *context);
}

base::Result<std::vector<discovery::ForwardCheck>>
checkRelationships(const Workbench &bench, const std::string &id, unsigned threads, const Job &job)
{
    const Ledger &ledger = bench.ledger();
    std::vector<RelationshipRecord> wanted;
    if (id.empty()) {
        Result<std::vector<RelationshipRecord>> all = ledger.relationships();
        if (!all)
            return all.error();
        wanted = std::move(*all);
    } else {
        const Result<RelationshipRecord> one = ledger.relationship(id);
        if (!one)
            return one.error();
        wanted.push_back(*one);
    }
    const Result<discovery::RunContext> context = runContext(bench, threads, job);
    if (!context)
        return context.error();
    return discovery::checkForward(wanted, *context);
}

base::Result<RelationshipView> retireRelationship(const Workbench &bench, const std::string &id,
                                                  const QString &reason)
{
    const Ledger &ledger = bench.ledger();
    const Result<RelationshipRecord> record = ledger.relationship(id);
    if (!record)
        return record.error();
    const QString why = reason.simplified();
    if (why.isEmpty())
        return Error{ErrorCode::BadInput, Tr::tr("Say why it is retired; the reason stays in its history.")};
    if (record->status == "retired")
        return Error{ErrorCode::BadInput, Tr::tr("This relationship is retired already, for good.")};
    const store::LifeChange over{record->hypothesis, bench.clock().now(), record->status, "retired",
                                 base::utf8(why)};
    const Result<bool> added = ledger.lives().add(record->hypothesis, {}, std::span(&over, 1));
    if (!added)
        return added.error();
    if (!*added)
        return Error{ErrorCode::Storage, Tr::tr("Its status changed just now; look again.")};
    return relationshipOf(bench, base::toHex(record->hypothesis));
}

std::string standingOf(const RelationshipView &view)
{
    const std::string &status = view.record.status;
    const bool isOpen = status == "candidate" || status == "significant";
    return isOpen && !view.steps.empty() ? "followed" : status;
}

QString statusText(std::string_view status)
{
    if (status == "candidate")
        return Tr::tr("candidate");
    if (status == "significant")
        return Tr::tr("significant");
    if (status == "validated")
        return Tr::tr("validated");
    if (status == "decayed")
        return Tr::tr("decayed");
    if (status == "retired")
        return Tr::tr("retired");
    return base::qs(status);
}

namespace {

QJsonObject changeJson(base::Instant at, const QJsonValue &from, const std::string &to, const QString &reason)
{
    return {{QStringLiteral("at"), jsonInstant(at)},
            {QStringLiteral("from"), from},
            {QStringLiteral("to"), base::qs(to)},
            {QStringLiteral("reason"), reason}};
}

QJsonObject toJson(const store::LifeChange &change)
{
    return changeJson(change.at, base::qs(change.from), change.to, base::qs(change.reason));
}

/// From the discovery on.
QJsonArray historyJson(const RelationshipView &view)
{
    QJsonArray out{changeJson(view.record.discoveredAt, QJsonValue(QJsonValue::Null), view.record.tier,
                              Tr::tr("Found by run %1.").arg(base::qs(view.record.run)))};
    for (const store::LifeChange &change : view.history)
        out.append(toJson(change));
    return out;
}

QJsonObject stepJson(const store::ForwardStep &step, double scale)
{
    return {{QStringLiteral("number"), static_cast<qint64>(step.number)},
            {QStringLiteral("event_at"), jsonInstant(step.eventAt)},
            {QStringLiteral("first_at"), jsonInstant(step.firstAt)},
            {QStringLiteral("last_at"), jsonInstant(step.lastAt)},
            {QStringLiteral("asset"), base::qs(step.asset)},
            {QStringLiteral("side"), step.side},
            {QStringLiteral("response"), jsonNumber(step.response * scale)},
            {QStringLiteral("bet"), jsonNumber(step.bet)},
            {QStringLiteral("e"), jsonNumber(step.e)},
            {QStringLiteral("decay"), jsonNumber(step.decay)}};
}

QJsonObject forwardJson(const RelationshipView &view)
{
    const double scale = view.forwardScale;
    QJsonArray steps;
    for (const store::ForwardStep &step : view.steps)
        steps.append(stepJson(step, scale));
    const discovery::TrailingEffect latest = discovery::trailingEffect(view.steps);
    QJsonValue trailing(QJsonValue::Null);
    if (latest.n > 0) {
        trailing = QJsonObject{{QStringLiteral("n"), static_cast<qint64>(latest.n)},
                               {QStringLiteral("mean"), jsonNumber(latest.mean * scale)},
                               {QStringLiteral("ci_low"), jsonNumber(latest.ciLow * scale)},
                               {QStringLiteral("ci_high"), jsonNumber(latest.ciHigh * scale)}};
    }
    return {{QStringLiteral("from"), jsonInstant(view.start ? view.start->from : base::Instant())},
            {QStringLiteral("unit"), base::qs(view.forwardUnit)},
            {QStringLiteral("registered"),
             jsonNumber(view.start ? view.start->registered * scale : domain::kMissing)},
            {QStringLiteral("enough"), store::kEnoughEvidence},
            {QStringLiteral("trailing"), trailing},
            {QStringLiteral("steps"), steps}};
}

} // namespace

QJsonObject toJson(const discovery::ForwardCheck &check)
{
    QJsonArray changes;
    for (const store::LifeChange &change : check.changes)
        changes.append(toJson(change));
    return {{QStringLiteral("hypothesis_id"), base::qs(base::toHex(check.hypothesis))},
            {QStringLiteral("event"), base::qs(check.event)},
            {QStringLiteral("asset"), base::qs(check.asset)},
            {QStringLiteral("status"), base::qs(check.status)},
            {QStringLiteral("added"), static_cast<qint64>(check.added)},
            {QStringLiteral("forward_n"), static_cast<qint64>(check.tally.n)},
            {QStringLiteral("e_value"), check.tally.e},
            {QStringLiteral("e_decay"), check.tally.decay},
            {QStringLiteral("changes"), changes},
            {QStringLiteral("note"),
             check.note.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(check.note)}};
}

QJsonObject toJson(const RelationshipView &view)
{
    const RelationshipRecord &record = view.record;
    QJsonValue opened(QJsonValue::Null);
    if (view.opened) {
        opened = QJsonObject{{QStringLiteral("opened_at"), jsonInstant(view.opened->openedAt)},
                             {QStringLiteral("n"), static_cast<qint64>(view.opened->n)},
                             {QStringLiteral("effect"), jsonNumber(view.opened->effect)},
                             {QStringLiteral("t"), jsonNumber(view.opened->t)},
                             {QStringLiteral("p"), jsonNumber(view.opened->p)},
                             {QStringLiteral("p_holm"), jsonNumber(view.opened->pHolm)},
                             {QStringLiteral("confirmed"), view.opened->confirmed}};
    }
    return {{QStringLiteral("hypothesis_id"), base::qs(base::toHex(record.hypothesis))},
            {QStringLiteral("family"), base::qs(base::toHex(record.family))},
            {QStringLiteral("family_size"), static_cast<qint64>(view.familySize)},
            {QStringLiteral("run"), base::qs(record.run)},
            {QStringLiteral("event"), base::qs(record.event)},
            {QStringLiteral("asset"), base::qs(record.asset)},
            {QStringLiteral("window"), QJsonArray{record.first, record.last}},
            {QStringLiteral("statistic"), base::qs(record.statistic)},
            {QStringLiteral("tier"), base::qs(record.tier)},
            {QStringLiteral("n"), static_cast<qint64>(record.n)},
            {QStringLiteral("effect"), jsonNumber(record.effect)},
            {QStringLiteral("ci_low"), jsonNumber(view.ciLow)},
            {QStringLiteral("ci_high"), jsonNumber(view.ciHigh)},
            {QStringLiteral("unit"), base::qs(record.unit)},
            {QStringLiteral("t"), jsonNumber(record.t)},
            {QStringLiteral("p_value"), jsonNumber(record.pValue)},
            {QStringLiteral("p_adjusted"), jsonNumber(record.pAdjusted)},
            {QStringLiteral("hit_rate"), jsonNumber(record.hitRate)},
            {QStringLiteral("base_rate"), jsonNumber(record.baseRate)},
            {QStringLiteral("edge"), jsonNumber(record.edge)},
            {QStringLiteral("status"), base::qs(record.status)},
            {QStringLiteral("discovered_at"), jsonInstant(record.discoveredAt)},
            {QStringLiteral("validated_at"), jsonInstant(record.validatedAt)},
            {QStringLiteral("holdout"), opened},
            {QStringLiteral("forward_n"), static_cast<qint64>(view.steps.size())},
            {QStringLiteral("e_value"), view.steps.empty() ? 1.0 : view.steps.back().e},
            {QStringLiteral("e_decay"), view.steps.empty() ? 1.0 : view.steps.back().decay},
            {QStringLiteral("forward"), forwardJson(view)},
            {QStringLiteral("history"), historyJson(view)}};
}

} // namespace core::workbench
