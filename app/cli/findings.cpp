// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/findings.h"

#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <algorithm>
#include <cmath>

namespace app::cli {

using namespace core;
using base::Tr;
using discovery::Finding;
using discovery::RunReport;

namespace {

constexpr std::size_t kUntieredShown = 10;
constexpr std::size_t kSentences = 5;

QString signedNumber(double value)
{
    if (std::isnan(value))
        return QStringLiteral("-");
    const int digits = std::abs(value) >= 10 ? 1 : (std::abs(value) >= 0.1 ? 2 : 4);
    const QString text = QString::number(value, 'f', digits);
    return value > 0 ? QLatin1Char('+') + text : text;
}

QString window(domain::Window window)
{
    return QStringLiteral("[%1,%2]").arg(window.first).arg(window.last);
}

QString interval(const Finding &finding)
{
    if (std::isnan(finding.ciLow) || std::isnan(finding.ciHigh))
        return QStringLiteral("-");
    return Tr::tr("%1 to %2").arg(signedNumber(finding.ciLow), signedNumber(finding.ciHigh));
}

/// The one plain sentence a finding opens with: what was seen, never what caused it.
QString sentence(const Finding &finding)
{
    QString text = Tr::tr("%1: %2, %3, bars %4: %5 %6 against %7 on all bars")
                       .arg(finding.tier == "significant" ? Tr::tr("Significant") : Tr::tr("Candidate"),
                            safe(finding.event), safe(finding.asset), window(finding.window),
                            signedNumber(finding.effect), safe(finding.unit), signedNumber(finding.base));
    text += Tr::tr(" (95 % interval %1; n %2; adjusted p %3 in a family of %4)")
                .arg(interval(finding), grouped(finding.n), probability(finding.pAdjusted),
                     grouped(finding.familySize));
    if (!finding.tradable)
        text += Tr::tr("; not tradable, the window opens before the event was known");
    if (finding.askedBefore)
        text += Tr::tr("; asked before, the first verdict stands");
    return text + QStringLiteral(".\n");
}

QString verdict(const RunReport &report)
{
    QString text = Tr::tr("%1 of %2 significant (chance alone would give %3), %4 candidates (chance: %5).\n")
                       .arg(grouped(report.significant), grouped(report.hypotheses),
                            fixed(report.expectedSignificant, 2), grouped(report.candidates),
                            fixed(report.expectedCandidates, 2));
    if (report.significant + report.candidates > 0)
        return text;
    double smallest = std::nan("");
    QString unit;
    for (const Finding &finding : report.findings) {
        if (!std::isnan(finding.mde) && !(finding.mde >= smallest)) {
            smallest = finding.mde;
            unit = safe(finding.unit);
        }
    }
    if (!std::isnan(smallest))
        text += Tr::tr("The smallest effect that would have been seen 80 % of the time: %1 %2.\n")
                    .arg(fixed(smallest, 2), unit);
    return text;
}

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
    text += verdict(report);
    std::size_t told = 0;
    for (const Finding &finding : report.findings) {
        if (finding.tier != "none" && ++told <= kSentences)
            text += sentence(finding);
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
                 {Tr::tr("null")}});
    std::size_t untiered = 0;
    for (const Finding &finding : report.findings) {
        if (finding.tier == "none" && ++untiered > kUntieredShown && !all)
            continue;
        table.add({safe(finding.tier), safe(finding.event), safe(finding.asset), window(finding.window),
                   grouped(finding.n), signedNumber(finding.effect), interval(finding), safe(finding.unit),
                   signedNumber(finding.base), fixed(finding.t, 2), probability(finding.p),
                   probability(finding.pAdjusted), grouped(finding.familySize), safe(finding.sample),
                   finding.tradable ? Tr::tr("yes") : Tr::tr("no"), safe(finding.nullMethod)});
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
