// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/sentences.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <cmath>

namespace core::workbench {

using base::qs;
using base::Tr;
using discovery::Finding;
using discovery::RunReport;

namespace {

constexpr double kZero = 5e-5;

QString tierWord(const Finding &finding)
{
    return finding.tier == "significant" ? Tr::tr("Significant")
           : finding.tier == "candidate" ? Tr::tr("Candidate")
                                         : Tr::tr("Not established");
}

/// Whether later data agree.
QString standing(const Finding &finding, std::string_view status)
{
    if (status == "validated")
        return Tr::tr("; still holding: later data agree");
    if (status == "decayed")
        return Tr::tr("; no longer holding: later data disagree");
    if (status == "retired")
        return Tr::tr("; retired");
    if (finding.sample == "holdout")
        return Tr::tr("; on the sealed hold-out");
    if (finding.sample == "forward")
        return Tr::tr("; on data from after the discovery");
    return Tr::tr("; not yet tried on later data");
}

/// The finding whose smallest detectable effect is the smallest; null when none has one.
const Finding *mostSensitive(const RunReport &report)
{
    const Finding *out = nullptr;
    for (const Finding &finding : report.findings) {
        if (!std::isnan(finding.mde) && (!out || finding.mde < out->mde))
            out = &finding;
    }
    return out;
}

} // namespace

QString sentenceOf(const Finding &finding, NumberStyle style, std::string_view status)
{
    // a base that would be written 0.0000 says nothing with its digits
    const QString base = std::abs(finding.base) < kZero ? Tr::tr("zero") : signedNumber(finding.base, style);
    QString text =
        Tr::tr("%1: %2, %3, bars %4: %5 %6 against %7 on all bars")
            .arg(tierWord(finding), qs(finding.event), qs(finding.asset), windowText(finding.window, style),
                 signedNumber(finding.effect, style), qs(finding.unit), base);
    text += Tr::tr(" (95 % interval %1; n %2; adjusted p %3 in a family of %4)")
                .arg(intervalText(finding, style), grouped(finding.n, style),
                     probability(finding.pAdjusted, style), grouped(finding.familySize, style));
    if (!finding.tradable)
        text += Tr::tr("; not tradable, the window opens before the event was known");
    if (finding.lookAhead == "failed")
        text += Tr::tr("; failed the look-ahead test, it rests on what was not known then");
    if (finding.askedBefore)
        text += Tr::tr("; asked before, the first verdict stands");
    return text + standing(finding, status) + QLatin1Char('.');
}

QString verdictOf(const RunReport &report, NumberStyle style)
{
    QString text = Tr::tr("%1 of %2 significant (chance alone would give %3), %4 candidates (chance: %5).")
                       .arg(grouped(report.significant, style), grouped(report.hypotheses, style),
                            fixed(report.expectedSignificant, 2, style), grouped(report.candidates, style),
                            fixed(report.expectedCandidates, 2, style));
    if (report.significant + report.candidates > 0)
        return text;
    if (const Finding *best = mostSensitive(report)) {
        text += QLatin1Char('\n') +
                Tr::tr("The smallest effect that would have been seen 80 % of the time: %1 %2 (n %3).")
                    .arg(fixed(best->mde, 2, style), qs(best->unit), grouped(best->n, style));
    }
    text += QLatin1Char('\n');
    text += report.hypotheses > 1
                ? Tr::tr("What would help: more events (four times as many halve that effect), fewer "
                         "hypotheses at once, or a pool of assets.")
                : Tr::tr("What would help: more events (four times as many halve that effect), or a pool of "
                         "assets.");
    return text;
}

std::vector<QString> missingOf(const Finding &finding)
{
    std::vector<QString> out;
    const auto need = [&out](bool there, const QString &what) {
        if (!there)
            out.push_back(what);
    };
    need(finding.n > 0, Tr::tr("number of events"));
    need(std::isfinite(finding.effect), Tr::tr("effect"));
    need(std::isfinite(finding.ciLow) && std::isfinite(finding.ciHigh), Tr::tr("95 % interval"));
    need(std::isfinite(finding.baseRate), Tr::tr("base rate"));
    need(std::isfinite(finding.pAdjusted), Tr::tr("adjusted p"));
    need(!finding.tier.empty(), Tr::tr("tier"));
    need(finding.familySize > 0, Tr::tr("size of the family"));
    need(!finding.sample.empty(), Tr::tr("in or out of sample"));
    need(!finding.knownBasis.empty(), Tr::tr("tradable or not")); // told together with the basis
    return out;
}

} // namespace core::workbench
