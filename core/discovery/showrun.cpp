// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/runner.h"

#include <QJsonArray>

namespace core::discovery {

using base::qs;
using base::Result;
using base::Tr;
using namespace Qt::StringLiterals;

QString endWords(std::string_view status)
{
    return status == "cancelled" ? Tr::tr("was cancelled")
           : status == "failed"  ? Tr::tr("failed")
                                 : Tr::tr("has not ended");
}

Result<RunReport> showRun(const std::string &name, const store::Ledger &ledger, bool all)
{
    const auto stored = ledger.run(name);
    if (!stored.ok())
        return stored.error();
    RunReport report;
    report.run = stored->run;
    report.family = stored->family;
    report.hypotheses = stored->hypotheses;
    report.snapshot = stored->snapshot;
    report.resultHash = stored->resultHash;
    report.elapsedMs = stored->elapsedMs;
    report.significant = stored->significant;
    report.candidates = stored->candidates;
    report.expectedSignificant = stored->expectedFalse;
    if (stored->status != "done")
        report.notes.push_back(Tr::tr("This run %1: nothing was shown.").arg(endWords(stored->status)));
    if (!stored->report.empty()) {
        const auto parsed = base::parseJson(stored->report);
        if (!parsed.ok())
            return parsed.error();
        const QJsonObject json = parsed->toObject();
        for (const QJsonValue &note : json.value("notes"_L1).toArray())
            report.notes.push_back(note.toString());
        for (const QJsonValue &finding : json.value("findings"_L1).toArray())
            report.findings.push_back(findingFromJson(finding.toObject()));
        report.newHypotheses = static_cast<std::uint64_t>(json.value("new"_L1).toDouble());
        report.expectedCandidates = json.value("expected_candidates"_L1).toDouble();
    }
    if (!all)
        return report;
    const auto family = ledger.family(stored->family);
    if (!family.ok())
        return family.error();
    const auto axes = ledger.axes(stored->family);
    if (!axes.ok())
        return axes.error();
    for (const std::string &run : {stored->run, family->has_value() ? (*family)->run : stored->run}) {
        const auto trials = ledger.trials(run);
        if (!trials.ok())
            return trials.error();
        for (const store::TrialRecord &trial : *trials) {
            if (!trial.finding.empty() || trial.tier == "not shown")
                continue; // told above
            const std::uint64_t windows = axes->windows.size(), assets = axes->assets.size();
            Finding finding;
            finding.hypothesis = trial.hypothesis;
            finding.coordinate = trial.coordinate;
            finding.event = axes->events[trial.coordinate / windows / assets].label;
            finding.asset = axes->assets[trial.coordinate / windows % assets].label;
            const auto ends = base::parseJson(axes->windows[trial.coordinate % windows].label);
            if (ends.ok())
                finding.window = {ends->toArray().at(0).toInt(), ends->toArray().at(1).toInt()};
            finding.tier = finding.computedTier = trial.tier;
            finding.n = trial.n;
            finding.effect = trial.effect;
            finding.t = trial.t;
            finding.y = trial.y;
            finding.pAdjusted = trial.pAdjusted;
            finding.familySize = stored->hypotheses;
            report.findings.push_back(std::move(finding));
        }
        if (!trials->empty())
            break;
    }
    return report;
}

} // namespace core::discovery
