// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/methodwords.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/domain/studywords.h"
#include "core/workbench/numbertext.h"

#include <QStringList>

#include <algorithm>
#include <set>

namespace core::workbench {

using base::qs;
using base::Tr;
using domain::Candidacy;
using domain::NullMethod;
using domain::Response;
using domain::ReturnKind;
using domain::ReturnModel;
using domain::Significance;
using domain::Statistic;

namespace {

QString eventWords(const TearSheet &sheet)
{
    QString text = Tr::tr("An event counts from the moment the public could first know it. Its event bar "
                          "(bar 0) is the first bar of the "
                          "asset that closes at or after that moment; of an event known only by its date it "
                          "is the bar of that date, else "
                          "the next. Weekends and hours after the close go forward, never back. n counts "
                          "distinct event bars that have a "
                          "response.");
    int least = 0;
    for (const domain::EventDefinition &definition : sheet.question.events)
        least = least == 0 ? definition.minEvents : std::min(least, definition.minEvents);
    text += QLatin1Char(' ') + Tr::tr("A series with fewer than %1 of them is not tested.").arg(least);
    if (sheet.question.quantile) {
        text += QLatin1Char(' ') +
                Tr::tr("Events are parted into %1 groups by their %2; the breaks are those of %3.")
                    .arg(sheet.question.quantile->bins)
                    .arg(qs(domain::toText(sheet.question.quantile->of)),
                         sheet.question.quantile->breaks == domain::Breaks::Past
                             ? Tr::tr("the events before each")
                             : Tr::tr("the whole sample, so nothing here can be traded"));
    }
    return text;
}

QString kindWords(ReturnKind kind)
{
    switch (kind) {
    case ReturnKind::Simple:
        return Tr::tr("simple return");
    case ReturnKind::Diff:
        return Tr::tr("difference of levels");
    case ReturnKind::LogitDiff:
        return Tr::tr("difference of log odds");
    case ReturnKind::Log:
        break;
    }
    return Tr::tr("log return");
}

QString modelWords(const TearSheet &sheet)
{
    const domain::ReturnRule &rule = sheet.question.returns;
    const QString benchmark = qs(sheet.benchmark.empty() ? rule.benchmark : sheet.benchmark);
    switch (rule.model) {
    case ReturnModel::MeanAdjusted:
        return Tr::tr("less its own mean over the %1 bars before").arg(rule.window);
    case ReturnModel::MarketAdjusted:
        return Tr::tr("less that of %1").arg(benchmark);
    case ReturnModel::MarketModel:
        return Tr::tr("less what a least-squares line on %1 over the %2 bars before explains (market model; "
                      "the fit ends "
                      "before the bar and never looks at the events)")
            .arg(benchmark, QString::number(rule.window));
    case ReturnModel::Factors: {
        QStringList names;
        for (const std::string &factor : rule.factors)
            names << qs(factor);
        return Tr::tr("less what a least-squares fit on %1 over the %2 bars before explains")
            .arg(names.join(QStringLiteral(", ")), QString::number(rule.window));
    }
    case ReturnModel::Raw:
        break;
    }
    return Tr::tr("as it is, nothing taken off");
}

QString responseWords(const TearSheet &sheet)
{
    const domain::Study &study = sheet.question;
    QString text;
    switch (study.response) {
    case Response::AbsReturn:
        text = Tr::tr("The response of a bar is the size (without sign) of its %1, %2.");
        break;
    case Response::Range:
    case Response::Volume:
        text = study.response == Response::Range
                   ? Tr::tr("The response of a bar is the log of its range (high over low), %1.")
                   : Tr::tr("The response of a bar is the log of its volume, %1.");
        text = text.arg(study.returns.model == ReturnModel::MeanAdjusted ? modelWords(sheet)
                                                                         : Tr::tr("as it is"));
        break;
    case Response::Return:
        text = Tr::tr("The response of a bar is its %1, %2.");
        break;
    }
    if (study.response == Response::Return || study.response == Response::AbsReturn)
        text = text.arg(kindWords(study.returns.kind), modelWords(sheet));
    return text + QLatin1Char(' ') +
           Tr::tr("A window [a, b] adds up bars a to b, counted from the event bar; a negative bar lies "
                  "before the event. "
                  "A gap in the prices makes the bars it touches missing, never zero.");
}

QString statisticWords(const domain::Study &study)
{
    QString text;
    switch (study.statistic) {
    case Statistic::Slope:
        text = Tr::tr("The effect is the correlation of the event's value with the response.");
        break;
    case Statistic::QuantileSpread:
        text = Tr::tr(
            "The effect is the mean response to the top group of events less that to the bottom group.");
        break;
    case Statistic::Automatic:
    case Statistic::Mean:
        text = Tr::tr(
            "The effect is the mean response over the events; the base is the mean over all bars, what "
            "happens "
            "anyway; for matched days, over the same weekdays of the same months. For events that carry a "
            "weight the effect is the correlation of weight and response.");
        break;
    }
    return text + QLatin1Char(' ') +
           Tr::tr("What is tested is effect less base, divided by the root of the sum of the squared "
                  "responses to the events, "
                  "so that wild days do not pass for an effect.");
}

QString nullWords(std::string_view method)
{
    if (method == "circular_shift") {
        return Tr::tr(
            "Circular shifts: all events are moved together by every possible number of bars, the same for "
            "every "
            "event and asset, so that whatever ties the assets and the events to one another stays.");
    }
    if (method == "block_shift") {
        return Tr::tr("Block shifts: inside each block of at least a year all events are moved together, "
                      "each block by an "
                      "amount of its own.");
    }
    if (method == "matched_days") {
        return Tr::tr("Matched days: each event trades places with bars of the same weekday of the same "
                      "calendar month; the "
                      "effect is compared with the mean of those.");
    }
    if (method == "mark_shift")
        return Tr::tr("Shifted values: the dates of the events stay, the sequence of their values is moved "
                      "along them.");
    return {};
}

QString nullsWords(const TearSheet &sheet)
{
    std::set<std::string> methods;
    for (const discovery::Finding &finding : sheet.report.findings)
        methods.insert(finding.nullMethod);
    for (const SheetFinding &finding : sheet.findings)
        methods.insert(finding.evidence.finding.nullMethod);
    QStringList parts;
    for (const std::string &method : methods) {
        const QString words = nullWords(method);
        if (!words.isEmpty())
            parts << words + QLatin1Char(' ') +
                         whyNull(method, sheet.question.nullMethod != NullMethod::Auto);
    }
    if (methods.size() > 1) {
        parts << Tr::tr(
            "More than one way was needed: each has its share of the level, by how many hypotheses it "
            "tests, and the adjusted p is raised by it.");
    }
    if (sheet.question.restriction == domain::Restriction::Weekday)
        parts << Tr::tr("Only shifts by whole weeks are used.");
    else if (sheet.question.restriction == domain::Restriction::Session)
        parts << Tr::tr("Only shifts by whole sessions are used.");
    parts << Tr::tr("p is the share of these rearrangements, the true one counted, that give at least so "
                    "strong a value.");
    return parts.join(QLatin1Char(' '));
}

QString significanceWords(Significance significance)
{
    switch (significance) {
    case Significance::MaxT:
        return Tr::tr("Significant: adjusted p at most %1. The adjusted p is the share of rearrangements in which "
                      "the strongest value of the whole family is at least as strong as this one (maxT; Westfall "
                      "and Young 1993), so it counts every question that was asked.");
    case Significance::StepDown:
        return Tr::tr("Significant: adjusted p at most %1 by step-down maxT (Romano and Wolf 2005): as maxT, but "
                      "what is found no longer counts against the rest. It takes more memory and rarely finds "
                      "more.");
    case Significance::Bonferroni:
        return Tr::tr("Significant: own p times the questions at most %1 (Bonferroni). It holds whatever the "
                      "dependence; shifts resolve p so coarsely that large families find nothing.");
    case Significance::Holm:
        return Tr::tr("Significant: adjusted p at most %1 by Holm (1979): as Bonferroni and never weaker. For a "
                      "handful of questions.");
    case Significance::Hochberg:
        return Tr::tr("Significant: adjusted p at most %1 by Hochberg (1988): stronger than Holm where the "
                      "questions depend positively on one another.");
    case Significance::Hommel:
        return Tr::tr("Significant: adjusted p at most %1 by Hommel (1988): the strongest of its kind, under "
                      "positive dependence.");
    case Significance::None:
        break;
    }
    return Tr::tr("The study asked for no significant tier.");
}

QString candidacyWords(Candidacy candidacy)
{
    switch (candidacy) {
    case Candidacy::Fdr:
        return Tr::tr("Candidate: a set chosen so that at most 5 % of it are expected to be false (Tusher and "
                      "others 2001; Storey and Tibshirani 2003); worth a second look, not to be believed yet.");
    case Candidacy::BenjaminiHochberg:
        return Tr::tr("Candidate: own p by Benjamini and Hochberg (1995), a false discovery rate of 5 %. It needs "
                      "finer p than shifts give: use block_shift, and at most some thousand questions.");
    case Candidacy::BenjaminiYekutieli:
        return Tr::tr("Candidate: own p by Benjamini and Yekutieli (2001), a false discovery rate of 5 % under any "
                      "dependence; it finds little.");
    case Candidacy::Storey:
        return Tr::tr("Candidate: q-values (Storey 2002), a false discovery rate of 5 %. It estimates how many "
                      "questions have no effect, and helps when many have one.");
    case Candidacy::None:
        break;
    }
    return Tr::tr("The study asked for no candidates.");
}

QString correctionWords(const domain::Study &study)
{
    QStringList parts;
    const QString alpha = shortest(study.alpha, NumberStyle::Typeset);
    parts << significanceWords(study.significance).arg(alpha) << candidacyWords(study.candidacy);
    if (study.significance == Significance::MaxT || study.candidacy == Candidacy::Fdr)
        parts << Tr::tr("“By chance” counts what the same rule picks when the events are moved.");
    return parts.join(QLatin1Char(' '));
}

QString sealWords(const TearSheet &sheet)
{
    QString text = sheet.sealedFrom.isValid()
                       ? Tr::tr("Data from %1 on are sealed: this run did not see them. Opening them is one "
                                "logged act for one finding.")
                             .arg(qs(base::toIso(sheet.sealedFrom.utcDay())))
                       : Tr::tr("This workspace has no seal: the run saw all data up to the end of its "
                                "sample, and no hold-out is left "
                                "to try it on.");
    return text + QLatin1Char(' ') +
           Tr::tr("A hypothesis is tested by search once; asked again it keeps its first verdict, and only "
                  "later data can "
                  "change it.");
}

} // namespace

QString whyNull(std::string_view method, bool wasAsked)
{
    if (wasAsked)
        return Tr::tr("The study asked for it.");
    if (method == "circular_shift")
        return Tr::tr("It is used where the dates are not bound to the calendar.");
    if (method == "matched_days")
        return Tr::tr("It is used where the dates follow the calendar: moved, they would meet themselves.");
    if (method == "mark_shift")
        return Tr::tr("It is used where the dates follow the calendar and the events carry values.");
    return Tr::tr("The notes say why.");
}

std::vector<MethodPart> methodOf(const TearSheet &sheet)
{
    return {
        {Tr::tr("Events"), eventWords(sheet)},
        {Tr::tr("Response"), responseWords(sheet)},
        {Tr::tr("Statistic"), statisticWords(sheet.question)},
        {Tr::tr("Could chance do it?"), nullsWords(sheet)},
        {Tr::tr("Tiers"), correctionWords(sheet.question)},
        {Tr::tr("Uncertainty"), Tr::tr("Intervals of effects hold 95 % (stationary bootstrap; Politis and "
                                       "Romano 1994); those of shares are Wilson's. "
                                       "“Smallest effect” is what would be significant 80 % of the time.")},
        {Tr::tr("Tradable"),
         Tr::tr("A window is tradable when, for every event, the close it is entered at lies at least "
                "five minutes after the event was known.")},
        {Tr::tr("Look-ahead"),
         Tr::tr(
             "Responses, event weights and entries of what was found are built again from what was known at "
             "random past instants; what was decided by then must come out the same.")},
        {Tr::tr("Seal"), sealWords(sheet)},
        {Tr::tr("Proof"),
         Tr::tr("The result is a function of the study and the snapshot alone. “foreshock-cli study verify "
                "%1” runs it again and compares the result hash, bit for bit.")
             .arg(qs(sheet.report.run))},
    };
}

QString correctionHelp(const QString &significance, const QString &candidacy)
{
    const auto position = [](const auto &words, const QString &word) {
        const auto found = std::find(words.begin(), words.end(), base::utf8(word));
        return found == words.end() ? std::ptrdiff_t{0} : found - words.begin();
    };
    return significanceWords(static_cast<Significance>(position(domain::kSignificances, significance)))
               .arg(Tr::tr("alpha")) +
           QLatin1Char(' ') +
           candidacyWords(static_cast<Candidacy>(position(domain::kCandidacies, candidacy)));
}

} // namespace core::workbench
