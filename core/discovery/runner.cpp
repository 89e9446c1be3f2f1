// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/runner.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/base/uuid.h"
#include "core/base/version.h"
#include "core/discovery/askedbefore.h"
#include "core/discovery/family.h"
#include "core/discovery/reporting.h"
#include "core/discovery/shard.h"
#include "core/discovery/studyrerun.h"
#include "core/discovery/testing.h"
#include "core/store/lives.h"

#include <QJsonArray>

#include <algorithm>
#include <unordered_map>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
using namespace Qt::StringLiterals;

namespace {

/// p against the joint null of this family and of all others on the same calendar; p_adjusted where there is
/// none.
void tellWorkspace(std::vector<Finding> &findings, const Tested &tested,
                   const std::vector<std::vector<float>> &others)
{
    const TestedPart *shifted = nullptr;
    for (const TestedPart &part : tested.parts) {
        if (part.method == NullMethod::CircularShift)
            shifted = &part;
    }
    std::vector<float> joint;
    if (shifted) {
        std::vector<float> maxima = shifted->maxima;
        for (const std::vector<float> &other : others) {
            for (std::size_t s = 0; s < maxima.size(); ++s)
                maxima[s] = std::max(maxima[s], other[s]);
        }
        joint = nullDistribution(maxima);
    }
    for (Finding &finding : findings) {
        finding.pWorkspace = finding.pAdjusted;
        if (shifted && finding.nullMethod == toText(NullMethod::CircularShift) && finding.y > 0)
            finding.pWorkspace =
                std::max(finding.pAdjusted, std::min(1.0, adjustedP(joint, finding.y) / shifted->share));
    }
}

const std::vector<float> *shiftMaxima(const Tested &tested)
{
    for (const TestedPart &part : tested.parts) {
        if (part.method == NullMethod::CircularShift)
            return &part.maxima;
    }
    return nullptr;
}

/// A hypothesis that was asked before keeps its first verdict.
void keepFirstVerdicts(std::vector<Finding> &findings, const Family &family, const AskedBefore &before)
{
    const std::size_t windows = family.study.windows.size();
    std::unordered_map<std::uint64_t, Finding *> at; // by coordinate
    for (Finding &finding : findings)
        at.emplace(finding.coordinate, &finding);
    for (std::size_t h = 0; h < before.first.size(); ++h) {
        if (before.first[h] == 0)
            continue;
        const auto found = at.find(family.coordinate(family.pairs[h / windows], h % windows));
        if (found == at.end())
            continue;
        found->second->askedBefore = true;
        found->second->tier = before.tierOf(before.first[h], found->second->hypothesis);
    }
}

store::TrialRecord trialOf(const Finding &finding, const store::RunRecord &run, bool reported)
{
    store::TrialRecord out;
    out.family = run.family;
    out.run = run.run;
    out.coordinate = finding.coordinate;
    out.hypothesis = finding.hypothesis;
    out.tier = finding.tier;
    out.n = finding.n;
    out.effect = finding.effect;
    out.t = finding.t;
    out.y = finding.y;
    out.pAdjusted = finding.pAdjusted;
    if (reported)
        out.finding = base::canonicalJson(detailJson(finding));
    return out;
}

store::RelationshipRecord relationshipOf(const Finding &finding, const Family &family,
                                         const store::RunRecord &run)
{
    const std::size_t windows = family.study.windows.size();
    const std::size_t event = finding.coordinate / windows / family.assetLabels.size();
    const std::size_t asset = finding.coordinate / windows % family.assetLabels.size();
    store::RelationshipRecord out;
    out.hypothesis = finding.hypothesis;
    out.family = run.family;
    out.run = run.run;
    out.event = finding.event;
    out.asset = finding.asset;
    out.first = finding.window.first;
    out.last = finding.window.last;
    out.statistic = domain::toText(finding.statistic);
    out.tier = out.status = finding.tier;
    out.n = finding.n;
    out.effect = finding.effect;
    out.unit = finding.unit;
    out.t = finding.t;
    out.pValue = finding.p;
    out.pAdjusted = finding.pAdjusted;
    out.hitRate = finding.hitRate;
    out.baseRate = finding.baseRate;
    if (finding.unit == "bp")
        out.edge = finding.effect - finding.base;
    out.definition = base::canonicalJson(QJsonObject{{u"event"_s, family.events[event].identity},
                                                     {u"asset"_s, family.assetIdentities[asset]},
                                                     {u"window"_s, QJsonArray{out.first, out.last}},
                                                     {u"statistic"_s, qs(out.statistic)},
                                                     {u"model"_s, family.model}});
    out.discoveredAt = run.finishedAt;
    return out;
}

std::string reportText(const RunReport &report)
{
    QJsonArray notes;
    for (const QString &note : report.notes)
        notes.append(note);
    QJsonArray findings;
    for (const Finding &finding : report.findings)
        findings.append(detailJson(finding));
    return base::canonicalJson(QJsonObject{{u"notes"_s, notes},
                                           {u"findings"_s, findings},
                                           {u"new"_s, static_cast<double>(report.newHypotheses)},
                                           {u"expected_candidates"_s, report.expectedCandidates}});
}

void addNotes(RunReport &report, const Family &family, const Tested &tested, const AskedBefore &before)
{
    report.notes = family.notes;
    for (std::size_t e = 0; e < tested.reasons.size(); ++e) {
        if (!tested.reasons[e].isEmpty())
            report.notes.push_back(Tr::tr("“%1”: %2").arg(qs(family.events[e].name), tested.reasons[e]));
    }
    report.notes.insert(report.notes.end(), tested.notes.begin(), tested.notes.end());
    if (before.count > 0)
        report.notes.push_back(Tr::tr("%1 of %2 hypotheses were asked before on an overlapping sample; they "
                                      "keep their first verdict.")
                                   .arg(before.count)
                                   .arg(report.hypotheses));
    report.notes.push_back(
        Tr::tr("%1 significant where chance alone gives %2; %3 candidates where chance gives %4.")
            .arg(report.significant)
            .arg(report.expectedSignificant, 0, 'f', 2)
            .arg(report.candidates)
            .arg(report.expectedCandidates, 0, 'f', 2));
}

/// What has decayed or is retired stays so, and a run that finds it again says so.
Result<std::vector<QString>> foundThoughOver(const std::vector<Finding> &findings, const store::Ledger &ledger)
{
    std::vector<QString> out;
    for (const Finding &finding : findings) {
        if (finding.tier == "none")
            continue;
        const auto life = ledger.lives().changesOf(finding.hypothesis);
        if (!life.ok())
            return life.error();
        if (life->empty() || (life->back().to != "decayed" && life->back().to != "retired"))
            continue;
        const store::LifeChange &last = life->back();
        const QString what = qs(finding.event) + u" · "_s + qs(finding.asset);
        const QString sentence = last.to == "decayed"
                                     ? Tr::tr("“%1” was found again, but has decayed since %2 and stays so: %3")
                                     : Tr::tr("“%1” was found again, but is retired since %2 and stays so: %3");
        out.push_back(sentence.arg(what, qs(base::toIso(last.at.utcDay())), qs(last.reason)));
    }
    return out;
}

/// Whether another finished run has put the trials of this family into the ledger.
Result<bool> hasTrials(const store::Ledger &ledger, const base::Sha256 &family)
{
    const auto runs = ledger.runs();
    if (!runs.ok())
        return runs.error();
    return std::any_of(runs->begin(), runs->end(), [&family](const store::RunRecord &run) {
        return run.family == family && run.status == "done";
    });
}

/// One run between its registration and its last row in the ledger.
class StudyRun final
{
public:
    StudyRun(const domain::Study &study, const RunContext &context, Family family)
        : m_context(context)
        , m_family(std::move(family))
        , m_axes(axesOf(m_family))
        , m_familyRecord(recordOf(m_family, m_axes))
    {
        m_run.run = runName(context.clock);
        m_run.family = m_familyRecord.id;
        domain::Study asked = study;
        asked.links = m_family.study.links; // the run is repeated by the links of today
        m_run.study = base::canonicalJson(domain::toJson(asked));
        m_run.snapshot = context.snapshot;
        m_run.program = base::programVersion();
        m_run.asOf = context.asOf;
        m_run.sealedFrom = context.sealedFrom;
        m_run.hypotheses = m_family.hypotheses();
        m_run.startedAt = context.clock.now();
        m_familyRecord.snapshot = context.snapshot;
        m_familyRecord.run = m_run.run;
        m_familyRecord.registeredAt = m_run.startedAt;
    }

    /// Before the first transform: what will be asked is written down.
    Result<void> registerQuestions()
    {
        auto before = askedBefore(m_family, m_axes, m_familyRecord, m_context.ledger);
        if (!before.ok())
            return before.error();
        m_before = std::move(*before);
        m_familyRecord.mNew = m_familyRecord.m - m_before.count;
        const auto repeated = hasTrials(m_context.ledger, m_run.family);
        if (!repeated.ok())
            return repeated.error();
        m_repeated = *repeated;
        if (auto kept = keepLinks(m_family, m_context); !kept.ok())
            return kept;
        const auto registered = m_context.ledger.registerFamily(m_familyRecord, m_axes);
        if (!registered.ok())
            return registered.error();
        return m_context.ledger.saveRun(m_run);
    }

    Result<RunReport> test()
    {
        const base::Sha256 key = screenKey(m_familyRecord, m_context);
        const std::filesystem::path folder =
            m_context.pieces.empty() ? m_context.pieces : m_context.pieces / base::toHex(key).substr(0, 16);
        const PieceFolder pieces(key, folder, m_context.shards);
        const auto tested = testFamily(m_family, m_context, &pieces);
        if (!tested.ok())
            return tested.error();
        auto outcome = makeOutcome(m_family, *tested, m_context);
        if (!outcome.ok())
            return outcome.error();
        auto report = conclude(*tested, std::move(*outcome));
        std::error_code none; // pieces that stay behind are swept with old ones
        if (report.ok() && !folder.empty())
            std::filesystem::remove_all(folder, none);
        return report;
    }

    /// A run that ended before anything was shown stays in the ledger as such.
    void recordFailure(const Error &error)
    {
        m_run.status = error.code == ErrorCode::Cancelled ? "cancelled" : "failed";
        m_run.finishedAt = m_context.clock.now();
        m_run.elapsedMs = static_cast<std::int64_t>(m_watch.seconds() * 1e3);
        store::TrialRecord trial;
        trial.family = m_run.family;
        trial.run = m_run.run;
        trial.tier = "not shown";
        // the study's own error is told; that these rows could not be added as well would hide it
        if (m_repeated || m_context.ledger.recordTrials(std::span(&trial, 1)).ok())
            static_cast<void>(m_context.ledger.saveRun(m_run).ok());
    }

private:
    Result<RunReport> conclude(const Tested &tested, Outcome outcome)
    {
        RunReport report;
        report.run = m_run.run;
        report.family = m_run.family;
        report.hypotheses = m_run.hypotheses;
        report.newHypotheses = m_familyRecord.mNew;
        report.snapshot = m_run.snapshot;
        report.resultHash = resultHash(m_run.family, outcome.findings);
        report.findings = std::move(outcome.findings);
        report.expectedSignificant = outcome.expectedSignificant;
        report.expectedCandidates = outcome.expectedCandidates;
        const std::vector<float> *maxima = shiftMaxima(tested);
        if (maxima)
            m_run.maxima = *maxima;
        const auto others = m_context.ledger.maxima(m_familyRecord.calendar, m_familyRecord.restriction,
                                                    m_run.family, m_run.maxima.size());
        if (!others.ok())
            return others.error();
        tellWorkspace(report.findings, tested, *others);
        keepFirstVerdicts(report.findings, m_family, m_before);
        keepFirstVerdicts(outcome.others, m_family, m_before);
        for (const auto *findings : {&report.findings, &outcome.others}) {
            for (const Finding &finding : *findings) {
                report.significant += finding.tier == "significant" ? 1 : 0;
                report.candidates += finding.tier == "candidate" ? 1 : 0;
            }
        }
        if (tested.parts.size() == 1)
            report.maxima = tested.parts.front().maxima;
        addNotes(report, m_family, tested, m_before);
        const auto over = foundThoughOver(report.findings, m_context.ledger);
        if (!over.ok())
            return over.error();
        report.notes.insert(report.notes.end(), over->begin(), over->end());
        if (auto looked = tellLookAhead(report, m_family, m_context); !looked.ok())
            return looked.error();
        report.elapsedMs = static_cast<std::int64_t>(m_watch.seconds() * 1e3);
        if (auto stored = store(report, outcome); !stored.ok())
            return stored.error();
        return report;
    }

    Result<void> store(const RunReport &report, const Outcome &outcome)
    {
        if (!m_repeated) {
            std::vector<store::TrialRecord> trials;
            for (const Finding &finding : report.findings)
                trials.push_back(trialOf(finding, m_run, true));
            for (const Finding &finding : outcome.others)
                trials.push_back(trialOf(finding, m_run, false));
            if (auto recorded = m_context.ledger.recordTrials(trials); !recorded.ok())
                return recorded.error();
        }
        m_run.status = "done";
        m_run.significant = report.significant;
        m_run.candidates = report.candidates;
        m_run.expectedFalse = report.expectedSignificant;
        m_run.resultHash = report.resultHash;
        m_run.report = reportText(report);
        m_run.elapsedMs = report.elapsedMs;
        m_run.finishedAt = m_context.clock.now();
        if (auto saved = m_context.ledger.saveRun(m_run); !saved.ok())
            return saved.error();
        std::vector<store::RelationshipRecord> relationships;
        for (const Finding &finding : report.findings) {
            if (finding.tier != "none" && !finding.askedBefore)
                relationships.push_back(relationshipOf(finding, m_family, m_run));
        }
        return m_context.ledger.addRelationships(relationships);
    }

    base::Stopwatch m_watch;
    const RunContext &m_context;
    Family m_family;
    store::FamilyAxes m_axes;
    store::FamilyRecord m_familyRecord;
    store::RunRecord m_run;
    AskedBefore m_before;
    bool m_repeated = false;
};

} // namespace

std::string runName(const base::Clock &clock)
{
    std::string name;
    for (const char c : base::toIso(clock.now()).substr(0, 19)) {
        if (c != '-' && c != ':')
            name += c;
    }
    return name + "-" + base::toText(base::freshUuid()).substr(0, 8);
}

Result<RunReport> runStudy(const domain::Study &study, const RunContext &context)
{
    auto family = makeFamily(study, context);
    if (!family.ok())
        return family.error();
    StudyRun run(study, context, std::move(*family));
    if (auto registered = run.registerQuestions(); !registered.ok())
        return registered.error();
    auto report = run.test();
    if (!report.ok())
        run.recordFailure(report.error());
    return report;
}

Result<VerifyReport> verifyRun(const std::string &name, const RunContext &context)
{
    const base::Stopwatch watch;
    const auto stored = context.ledger.run(name);
    if (!stored.ok())
        return stored.error();
    if (stored->status != "done") {
        return Error{ErrorCode::BadInput,
                     Tr::tr("The run %1 %2 and has no result to verify; run its study again.")
                         .arg(qs(stored->run), endWords(stored->status))};
    }
    const auto study = domain::parseStudy(stored->study, stored->startedAt);
    if (!study.ok())
        return study.error();
    RunContext then = context;
    then.snapshot = stored->snapshot;
    then.asOf = stored->asOf;
    then.sealedFrom = stored->sealedFrom;
    const auto family = makeFamily(*study, then);
    if (!family.ok())
        return family.error();
    const auto tested = testFamily(*family, then);
    if (!tested.ok())
        return tested.error();
    const auto outcome = makeOutcome(*family, *tested, then);
    if (!outcome.ok())
        return outcome.error();
    VerifyReport report;
    report.run = stored->run;
    report.expected = stored->resultHash;
    report.found = resultHash(recordOf(*family, axesOf(*family)).id, outcome->findings);
    report.elapsedMs = static_cast<std::int64_t>(watch.seconds() * 1e3);
    return report;
}

} // namespace core::discovery
