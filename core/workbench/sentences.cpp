// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/sentences.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <algorithm>
#include <cmath>

namespace core::workbench {

using base::qs;
using base::Tr;
using discovery::Finding;
using discovery::RunReport;

namespace {

constexpr double kZero = 5e-5;
constexpr double kAlone = 0.05;
constexpr double kLoud = 2.58; // |t| that one in a hundred has by chance

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
    if (status == "followed")
        return Tr::tr("; later data have not decided yet");
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
    const QString against =
        finding.nullMethod == "matched_days"
            ? Tr::tr("%1: %2, %3, bars %4: %5 %6 against %7 on the same weekdays of the same months")
            : Tr::tr("%1: %2, %3, bars %4: %5 %6 against %7 on all bars");
    QString text = against.arg(tierWord(finding), qs(finding.event), qs(finding.asset),
                               windowText(finding.window, style), signedNumber(finding.effect, style),
                               qs(finding.unit), base);
    text += Tr::tr(" (95 % interval %1; n %2; adjusted p %3 in a family of %4)")
                .arg(intervalText(finding, style), grouped(finding.n, style),
                     probability(finding.pAdjusted, style), grouped(finding.familySize, style));
    // what most people would have asked, and what it costs to have asked everything else as well
    if (finding.tier != "significant" && finding.familySize > 1 && finding.p <= kAlone)
        text += Tr::tr("; asked alone it would be significant (p %1), among the %2 questions of this family it "
                       "is not")
                    .arg(probability(finding.p, style), grouped(finding.familySize, style));
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

std::vector<QString> robustnessSentences(const discovery::Evidence &evidence, NumberStyle style)
{
    std::vector<QString> out;
    const discovery::Robustness &checks = evidence.robustness;
    if (!checks.controls.empty()) {
        QStringList each;
        double strongest = 0;
        for (const discovery::ControlAsset &control : checks.controls) {
            each << Tr::tr("%1 %2 (t %3)")
                        .arg(qs(control.asset), signedNumber(control.effect, style), fixed(control.t, 1, style));
            strongest = std::max(strongest, std::abs(control.t));
        }
        const QString reacts = strongest < kLoud ? Tr::tr("none of them reacts")
                                                 : Tr::tr("one of them reacts as well, so doubt the finding");
        out.push_back(Tr::tr("Assets that go least with this one: %1; %2.")
                          .arg(each.join(QStringLiteral(", ")), reacts));
    }
    const discovery::PastReaction &past = checks.past;
    if (!std::isnan(past.effect)) {
        QString text = Tr::tr("Over the five bars before the event: %1 %2 (t %3)")
                           .arg(signedNumber(past.effect, style), qs(evidence.finding.unit),
                                fixed(past.t, 1, style));
        if (std::abs(past.t) >= kLoud)
            text += Tr::tr("; the events follow moves of the asset itself");
        if (!std::isnan(past.adjusted))
            text += Tr::tr("; what those bars foretell taken off, the effect is %1 %2")
                        .arg(signedNumber(past.adjusted, style), qs(evidence.finding.unit));
        out.push_back(text + QLatin1Char('.'));
    }
    if (!checks.panel.empty()) {
        QStringList each;
        for (const discovery::PanelTest &test : checks.panel)
            each << Tr::tr("%1 %2 (p %3)")
                        .arg(qs(test.name), fixed(test.statistic, 2, style), probability(test.p, style));
        out.push_back(Tr::tr("Tests of the panel on %1 events, beside the shifts that decide: %2; mean "
                             "correlation of the events %3. None of them allows for events on neighbouring days.")
                          .arg(grouped(checks.panelEvents, style), each.join(QStringLiteral(", ")),
                               fixed(checks.clustering, 3, style)));
    }
    return out;
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
