// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/findings.h"

#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/sentences.h"

namespace app::cli {

using namespace core;
using base::Tr;
using discovery::Finding;
using discovery::RunReport;

namespace {

constexpr std::size_t kUntieredShown = 10;
constexpr std::size_t kSentences = 5;
} // namespace

QString reportText(const RunReport &report, bool simulated, bool all)
{
    QString text;
    if (simulated)
        text += Tr::tr("SIMULATED DATA: these events and prices are made up.\n");
    text += Tr::tr("Run %1, snapshot %2, %3 (%4 never asked before), %5 s, result %6\n")
                .arg(safe(report.run), base::qs(store::Workspace::snapshotText(report.snapshot)),
                     report.hypotheses == 1 ? Tr::tr("1 hypothesis")
                                            : Tr::tr("%1 hypotheses").arg(grouped(report.hypotheses)),
                     grouped(report.newHypotheses), fixed(static_cast<double>(report.elapsedMs) / 1000, 2),
                     safe(report.resultHash.substr(0, 16)));
    text += workbench::verdictOf(report, kPlainNumbers) + QLatin1Char('\n');
    std::size_t told = 0;
    for (const Finding &finding : report.findings) {
        if (finding.tier != "none" && ++told <= kSentences)
            text += safe(workbench::sentenceOf(finding, kPlainNumbers)) + QLatin1Char('\n');
    }
    if (told > kSentences)
        text += Tr::tr("... and %1 more below.\n").arg(grouped(told - kSentences));
    Table table({{Tr::tr("tier")},
                 {Tr::tr("event")},
                 {Tr::tr("asset")},
                 {Tr::tr("bars")},
                 {Tr::tr("n"), Align::Right},
                 {Tr::tr("effect"), Align::Right},
                 {Tr::tr("95 % interval"), Align::Right},
                 {Tr::tr("unit")},
                 {Tr::tr("base"), Align::Right},
                 {Tr::tr("t"), Align::Right},
                 {Tr::tr("p"), Align::Right},
                 {Tr::tr("p adjusted"), Align::Right},
                 {Tr::tr("family"), Align::Right},
                 {Tr::tr("sample")},
                 {Tr::tr("tradable")},
                 {Tr::tr("look-ahead")},
                 {Tr::tr("null")}});
    std::size_t untiered = 0;
    for (const Finding &finding : report.findings) {
        if (finding.tier == "none" && ++untiered > kUntieredShown && !all)
            continue;
        table.add({safe(finding.tier), safe(finding.event), safe(finding.asset),
                   workbench::windowText(finding.window, kPlainNumbers), grouped(finding.n),
                   workbench::signedNumber(finding.effect, kPlainNumbers),
                   workbench::intervalText(finding, kPlainNumbers), safe(finding.unit),
                   workbench::signedNumber(finding.base, kPlainNumbers), fixed(finding.t, 2),
                   probability(finding.p), probability(finding.pAdjusted), grouped(finding.familySize),
                   safe(finding.sample), finding.tradable ? Tr::tr("yes") : Tr::tr("no"),
                   safe(finding.lookAhead), safe(finding.nullMethod)});
    }
    if (!table.isEmpty())
        text += QLatin1Char('\n') + table.text();
    if (untiered > kUntieredShown && !all)
        text += Tr::tr("(and %1 weaker ones; “study show %2 --all” lists them)\n")
                    .arg(grouped(untiered - kUntieredShown), safe(report.run));
    for (const QString &note : report.notes)
        text += Tr::tr("Note: %1\n").arg(safe(note));
    return text;
}

} // namespace app::cli
