// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/ledgerview.h"

#include "core/workbench/studies.h"

#include <algorithm>
#include <map>

namespace core::workbench {

using base::Result;
using base::Sha256;
using store::FamilyRecord;
using store::RunRecord;

namespace {

Funnel funnelOf(const RunRecord &run, std::uint64_t validated)
{
    return {.asked = run.hypotheses,
            .candidates = run.significant + run.candidates,
            .significant = run.significant,
            .validated = validated,
            .byChance = run.expectedFalse};
}

std::uint64_t countOf(const std::map<Sha256, std::uint64_t> &counts, const Sha256 &family)
{
    const auto found = counts.find(family);
    return found == counts.end() ? 0 : found->second;
}

/// The run of each family that says what came of it.
std::map<Sha256, const RunRecord *> tellingRuns(const std::vector<RunRecord> &newestFirst)
{
    std::map<Sha256, const RunRecord *> out;
    for (const RunRecord &run : newestFirst) {
        const RunRecord *&known = out[run.family];
        if (!known || run.status == "done" || known->status != "done")
            known = &run; // of an older one the more
    }
    return out;
}

LedgerFamily familyOf(FamilyRecord record, const RunRecord *run, std::uint64_t validated)
{
    LedgerFamily out;
    out.run = record.run;
    out.funnel.asked = record.m;
    if (run) {
        out.run = run->run;
        out.status = run->status;
        out.study = studyName(*run);
        if (run->status != "done")
            out.end = discovery::endWords(run->status);
        else
            out.funnel = funnelOf(*run, validated);
    }
    out.record = std::move(record);
    return out;
}

} // namespace

Result<LedgerView> ledgerView(const Workbench &bench)
{
    const store::Ledger &ledger = bench.ledger();
    auto families = ledger.families();
    if (!families)
        return families.error();
    const auto runs = ledger.runs();
    if (!runs)
        return runs.error();
    const auto validated = ledger.validatedByFamily();
    if (!validated)
        return validated.error();
    const auto relationships = ledger.relationships();
    if (!relationships)
        return relationships.error();
    const auto totals = ledger.summary();
    if (!totals)
        return totals.error();
    const auto found = ledger.foundEver();
    if (!found)
        return found.error();
    LedgerView view;
    view.totals = *totals;
    view.funnel = {
        .asked = totals->questions,
        .candidates = *found,
        .significant = totals->significant,
        .validated = static_cast<std::uint64_t>(std::ranges::count_if(
            *relationships, [](const store::RelationshipRecord &one) { return one.validatedAt.isValid(); })),
        .byChance = totals->expectedFalse};
    const auto telling = tellingRuns(*runs);
    for (FamilyRecord &record : *families) {
        const auto run = telling.find(record.id);
        const std::uint64_t count = countOf(*validated, record.id);
        view.families.push_back(
            familyOf(std::move(record), run == telling.end() ? nullptr : run->second, count));
    }
    return view;
}

Result<Funnel> funnelOf(const Workbench &bench, const RunRecord &run)
{
    const auto validated = bench.ledger().validatedByFamily();
    if (!validated)
        return validated.error();
    return funnelOf(run, countOf(*validated, run.family));
}

} // namespace core::workbench
