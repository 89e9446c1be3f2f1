// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/storedfinding.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/assets.h"
#include "core/discovery/testing.h"

#include <algorithm>

namespace core::discovery {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

/// The study as it was asked. Where events and assets are crossed, one asset is enough: neither calendar nor
/// event series nor responses of the others depend on it, and ten thousand need not be read.
Result<domain::Study> studyOf(const StoredFinding &stored, const RunContext &then)
{
    auto study = domain::parseStudy(stored.run.study, stored.run.startedAt);
    if (!study.ok() || !stored.reported || study->pair != domain::Pairing::All ||
        study->pool != domain::Pooling::None)
        return study;
    const auto assets = chooseAssets(*study, then);
    if (!assets.ok())
        return assets.error();
    study->returns.benchmark = assets->benchmark;
    study->assets = {};
    study->assets.symbols = {stored.finding.asset};
    return study;
}

} // namespace

Result<StoredFinding> storedFinding(const std::string &name, const base::Sha256 &hypothesis,
                                    const store::Ledger &ledger)
{
    auto run = ledger.run(name);
    if (!run.ok())
        return run.error();
    for (const bool all : {false, true}) {
        const auto report = showRun(run->run, ledger, all);
        if (!report.ok())
            return report.error();
        const auto found =
            std::find_if(report->findings.begin(), report->findings.end(),
                         [&hypothesis](const Finding &finding) { return finding.hypothesis == hypothesis; });
        if (found != report->findings.end())
            return StoredFinding{std::move(*run), *found, !all};
    }
    return Error{ErrorCode::NotFound,
                 Tr::tr("The run %1 keeps no hypothesis %2; “study show %1 --all” lists those it keeps.")
                     .arg(qs(run->run), qs(base::toHex(hypothesis).substr(0, 12)))};
}

RunContext contextThen(const StoredFinding &stored, const RunContext &context)
{
    RunContext then = context;
    then.snapshot = stored.run.snapshot;
    then.asOf = stored.run.asOf;
    then.sealedFrom = stored.run.sealedFrom;
    return then;
}

Result<Family> familyAgain(const StoredFinding &stored, const RunContext &then)
{
    const auto study = studyOf(stored, then);
    if (!study.ok())
        return study.error();
    return makeFamily(*study, then);
}

Result<const FamilyPair *> pairOf(const Family &family, const Finding &finding)
{
    const auto &windows = family.study.windows;
    const auto window = std::find(windows.begin(), windows.end(), finding.window);
    const auto found = std::find_if(family.pairs.begin(), family.pairs.end(), [&](const FamilyPair &pair) {
        return window != windows.end() && family.events[pair.event].name == finding.event &&
               family.assetLabels[pair.asset] == finding.asset &&
               family.hypothesisId(pair, static_cast<std::size_t>(window - windows.begin())) ==
                   finding.hypothesis;
    });
    if (found == family.pairs.end()) {
        return Error{ErrorCode::Corrupt,
                     Tr::tr("The run's snapshot no longer holds the events of “%1” on %2; they were removed "
                            "since.")
                         .arg(qs(finding.event), qs(finding.asset))};
    }
    return &*found;
}

Result<MatchedDays> matchingFor(Finding &finding, bool reported, const Family &family, const FamilyPair &pair,
                                const RunContext &then)
{
    if (reported && finding.nullMethod != toText(NullMethod::MatchedDays))
        return MatchedDays{};
    auto matching = makeMatching(family, then);
    if (!matching.ok() || reported)
        return matching;
    const auto choices = chooseNulls(family, *matching);
    if (!choices.ok())
        return choices.error();
    finding.nullMethod = toText((*choices)[pair.event].method);
    return matching;
}

} // namespace core::discovery
