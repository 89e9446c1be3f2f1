// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/walktext.h"

#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"

namespace app::cli {

using namespace core;
using base::Tr;
using discovery::WalkReport;
using discovery::WalkStep;

namespace {

QString stepsText(const WalkReport &report)
{
    Table table({{Tr::tr("discovered at")},
                 {Tr::tr("scored until")},
                 {Tr::tr("asked"), Align::Right},
                 {Tr::tr("found"), Align::Right},
                 {Tr::tr("by chance"), Align::Right},
                 {Tr::tr("scored"), Align::Right},
                 {Tr::tr("held"), Align::Right},
                 {Tr::tr("t-test found"), Align::Right},
                 {Tr::tr("scored"), Align::Right},
                 {Tr::tr("held"), Align::Right}});
    for (const WalkStep &step : report.steps)
        table.add({moment(step.at), moment(step.until).left(10), grouped(step.asked),
                   grouped(step.found.found), fixed(step.expectedFalse, 2), grouped(step.found.scored),
                   grouped(step.found.held), grouped(step.uncorrected.found),
                   grouped(step.uncorrected.scored), grouped(step.uncorrected.held)});
    return table.text();
}

QString reliabilityText(const discovery::WalkTotal &total)
{
    Table table({{Tr::tr("forecast that the sign holds")},
                 {Tr::tr("n"), Align::Right},
                 {Tr::tr("mean forecast"), Align::Right},
                 {Tr::tr("held"), Align::Right},
                 {Tr::tr("95 % interval"), Align::Right}});
    for (const discovery::Reliability &bin : total.reliability)
        table.add(
            {Tr::tr("%1 to %2").arg(fixed(bin.from, 1), fixed(bin.to, 1)), grouped(bin.n),
             fixed(bin.forecast, 2), fixed(bin.held, 2),
             bin.n > 0 ? Tr::tr("%1 to %2").arg(fixed(bin.low, 2), fixed(bin.high, 2)) : fixed(bin.held, 2)});
    return table.text();
}

} // namespace

QString walkText(const WalkReport &report, bool simulated)
{
    QString text;
    if (simulated)
        text += Tr::tr("SIMULATED DATA: these events and prices are made up.\n");
    text +=
        Tr::tr("Walk %1, snapshot %2, steps of %3 from %4 to %5, %6 hypotheses in all, %7 s\n")
            .arg(safe(report.walk), base::qs(store::Workspace::snapshotText(report.snapshot)),
                 base::qs(discovery::toText(report.step)), moment(report.from), moment(report.to).left(10),
                 grouped(report.questions), fixed(static_cast<double>(report.elapsedMs) / 1000, 2));
    text += workbench::verdictOf(report, kPlainNumbers) + QStringLiteral("\n\n") + stepsText(report);
    for (const WalkStep &step : report.steps) {
        if (!step.note.isEmpty())
            text += Tr::tr("At %1 nothing was asked: %2\n").arg(moment(step.at), safe(step.note));
    }
    if (report.found.tally.scored > 0)
        text += Tr::tr("\nHow the forecasts fared, of what was found:\n") + reliabilityText(report.found);
    if (report.uncorrected.tally.scored > 0)
        text += Tr::tr("\nOf what the uncorrected t-test found, without shrinkage (Brier score %1):\n")
                    .arg(fixed(report.uncorrected.brier, 3)) +
                reliabilityText(report.uncorrected);
    for (const QString &note : report.notes)
        text += Tr::tr("Note: %1\n").arg(safe(note));
    return text;
}

} // namespace app::cli
