// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/relationships.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/discovery/findings.h"
#include "core/workbench/studies.h"
#include "core/workbench/values.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

namespace core::workbench {

using base::Result;
using store::Ledger;
using store::RelationshipRecord;

namespace {

/// Completes records with what the ledger keeps elsewhere; every run and family is read once.
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
        auto known = m_runs.find(view.record.run);
        if (known == m_runs.end()) {
            Result<std::vector<store::TrialRecord>> trials = m_ledger.trials(view.record.run);
            if (!trials)
                return trials.error();
            known = m_runs.emplace(view.record.run, std::move(*trials)).first;
        }
        const auto trial =
            std::find_if(known->second.begin(), known->second.end(), [&](const store::TrialRecord &t) {
                return t.hypothesis == view.record.hypothesis && !t.finding.empty();
            });
        if (trial == known->second.end())
            return {};
        const Result<QJsonValue> json = base::parseJson(trial->finding);
        if (!json)
            return json.error();
        const discovery::Finding finding = discovery::findingFromJson(json->toObject());
        view.ciLow = finding.ciLow;
        view.ciHigh = finding.ciHigh;
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

    const Ledger &m_ledger;
    std::map<base::Sha256, std::uint64_t> m_sizes;
    std::map<std::string, std::vector<store::TrialRecord>> m_runs;
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
            {QStringLiteral("holdout"), opened}};
}

} // namespace core::workbench
